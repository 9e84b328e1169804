import Campaign
import Diagnostics
import Edition
import Foundation
import TestSupport
import Testing

/// Every fault that content can have, laid over a campaign that is right: exactly the expected words in both languages.
@Suite struct BrokenContentTests {
    private static let ranges = ["BB0", "BB1", "BB2", "BB3"]
    /// Pictures are read when a campaign is loaded, and when they are drawn.
    private static let pictures = ["BB520", "BB521"]
    /// Files of other programs under the names of ours.
    private static let strangers = ["BB604"]

    /// Codes that no folder of files in the repository can show, with the test that shows them.
    private static let elsewhere: [String: String] = [
        "BB001": "HostileFilesTests: a file without the right to read",
        "BB003": "HostileFilesTests: nine megabytes",
        "BB006": "BulletinTests: no templates",
        "BB007": "BulletinTests: new in a folder that is not empty",
        "BB008": "BulletinTests: a folder without the right to write",
        "BB009": "BulletinTests: --on",
        "BB218": "HostileFilesTests: a name that git cannot hold",
        "BB219": "HostileFilesTests: a pipe",
        "BB220": "HostileFilesTests: no folder",
        "BB287": "ReadingTests: a template of its own",
        "BB288": "ReadingTests: a template for the elderly",
        "BB289": "ReadingTests: stands",
        "BB290": "ReadingTests: a small code",
        "BB291": "ReadingTests: a long address",
        "BB292": "ReadingTests: a line too long for its cloth",
        "BB293": "WeChatPictureTests: what cannot be compressed",
        "BB294": "DrawingScanTests: paths of too many points",
        "BB295": "TemplateFaultsTests: inks",
        "BB303": "EditionDayTests: an environment variable",
    ]

    private func report(on folder: String) -> Report {
        var report = Report()
        if let campaign = Campaign.load(folder + "/content", reporting: &report), !report.hasErrors,
            let day = CivilDate("2024-07-10")
        {
            _ = Edition(campaign, on: day, reporting: &report)
        }
        return report
    }

    @Test func theMinimalCampaignIsRight() throws {
        let report = report(on: Repository.fixtures.appending(path: "minimal").path)
        #expect(report.diagnostics.map { DiagnosticPrinter(language: .english).text(of: $0) } == [])
    }

    @Test(arguments: BrokenFixture.all(of: ranges + pictures + strangers))
    func eachFaultIsNamedWithItsPlaceAndMend(fixture: BrokenFixture) throws {
        let scratch = try fixture.laidOut()
        try fixture.expect(report(on: scratch.path), in: scratch)
    }

    @Test func everyContentCodeHasAFixture() {
        let shown = Set(BrokenFixture.all(of: Self.ranges).map(\.code))
        let missing = DiagnosticCode.all.map(\.id).filter { id in
            Self.ranges.contains { id.hasPrefix($0) } && !shown.contains(id) && Self.elsewhere[id] == nil
        }
        #expect(missing == [])
    }

    @Test func everyFixtureIsAboutACodeOfTheRegistry() {
        let known = Set(DiagnosticCode.all.map(\.id))
        #expect(BrokenFixture.all(of: ["BB"]).map(\.code).filter { !known.contains($0) } == [])
        #expect(Self.elsewhere.keys.filter { !known.contains($0) } == [])
    }
}
