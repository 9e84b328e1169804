import Campaign
import Diagnostics
import Edition
import Foundation
import Site
import TestSupport
import Testing
import Theme

/// Each code of theme, templates and site, from a folder that shows it, in both languages.
@Suite struct BrokenTemplateTests {
    @Test(arguments: BrokenFixture.all(of: ["BB4"]))
    func aFaultIsReported(fixture: BrokenFixture) throws {
        let scratch = try fixture.laidOut()
        try layUnderneath(Repository.root.appending(path: "templates"), in: scratch)
        var report = Report()
        let folder = TemplateFolder.read(scratch.path + "/templates", reporting: &report)
        let look = try #require(folder.file("theme.yaml"))
        let theme = Theme.load(look, reporting: &report)
        let templates = SiteTemplates.load(folder, reporting: &report)
        if let theme, let templates, !report.hasErrors {
            var content = Report()
            let campaign = try #require(Campaign.load(scratch.path + "/content", reporting: &content))
            let day = try #require(CivilDate(year: 2024, month: 7, day: 10))
            let edition = Edition(campaign, on: day, reporting: &content)
            #expect(!content.hasErrors)
            _ = try Site.artifacts(of: edition, theme: theme, templates: templates, reporting: &report)
        }
        try fixture.expect(report, in: scratch)
    }

    /// The real templates where the fixture has none of its own; a file `<name>.removed` takes one away.
    private func layUnderneath(_ templates: URL, in scratch: Scratch) throws {
        for path in try FileManager.default.subpathsOfDirectory(atPath: templates.path)
        where path == "theme.yaml" || path.hasPrefix("site/") {
            let (source, target) = (templates.appending(path: path), scratch.url.appending(path: "templates/\(path)"))
            let removed = target.path + ".removed"
            if FileManager.default.fileExists(atPath: removed) {
                try FileManager.default.removeItem(atPath: removed)
            } else if !FileManager.default.fileExists(atPath: target.path),
                try source.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
            {
                try scratch.write(Array(Data(contentsOf: source)), to: "templates/\(path)")
            }
        }
    }

    /// Every code of the range has its fixture; from BB431 on it is the boards'.
    @Test func noCodeIsWithoutItsFixture() {
        let shown = Set(BrokenFixture.all(of: ["BB4"]).map(\.code))
        let codes = DiagnosticCode.all.map(\.id).filter { $0.hasPrefix("BB4") && $0 < "BB431" }
        #expect(codes.filter { !shown.contains($0) } == [])
    }
}
