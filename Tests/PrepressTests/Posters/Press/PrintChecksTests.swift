import Campaign
import Diagnostics
import Drawing
import Edition
import Foundation
import TestSupport
import Testing
import Theme

@testable import Prepress

/// What prints badly is said with its place: thin lines, coarse pictures, codes too fine for a phone.
@Suite struct PrintChecksTests {
    /// The repository's templates, with one file changed.
    private func templates(_ name: String, _ change: (String) -> String) throws -> TemplateFolder {
        let folder = PressFixture.templates()
        let files = folder.files.map { entry -> (name: String, file: SourceFile) in
            guard entry.name == name else { return entry }
            let text = change(String(decoding: entry.file.bytes, as: UTF8.self))
            return (entry.name, SourceFile(path: entry.file.path, bytes: Array(text.utf8)))
        }
        return TemplateFolder(path: folder.path, files: files)
    }

    @Test func theRepositorysPostersHaveNoThinLines() throws {
        let fixture = try PosterFixture.real.get()
        for template in fixture.templates.templates {
            guard let ref = fixture.edition.posters.first(where: { $0.template == template.name }) else { continue }
            #expect(fixture.laid(ref).report.diagnostics.filter { $0.code == .lineTooThin } == [], "\(template.name)")
        }
    }

    /// 0.08 mm are 0.23 pt on A4, and 0.32 pt on A3.
    @Test func aThinLineOfTheArtIsSaidWhereItStands() throws {
        let name = "posters/slogan-block/poster.svg"
        let folder = try templates(name) { $0.replacing("height=\"0.25\"", with: "height=\"0.08\"") }
        let fixture = try PosterFixture(
            content: Repository.root.appending(path: "content"), on: "2024-07-10", templates: folder)
        var ref = try fixture.ref("theme-slogan-block-A4")
        let found = fixture.laid(ref).report.diagnostics.filter { $0.code == .lineTooThin }
        let line = try #require(found.first)
        #expect(found.count == 1 && line.place?.file.hasSuffix(name) == true && line.place?.line == 5)
        #expect(line.summary(in: .chinese).contains("0.23 磅") && line.summary(in: .english).contains("0.23 pt"))
        ref.size = "A3"
        #expect(!fixture.laid(ref).report.diagnostics.contains { $0.code == .lineTooThin })
    }

    /// 150 to 60 × 80 cm, 100 above, 72 on banners.
    @Test(
        arguments: [("A4", 150), ("A2", 150), ("A1", 100), ("A0", 100)] as [(String, Double)])
    func picturesNeedFewerPixelsOnLargerSheets(size: String, density: Double) throws {
        let fixture = try PosterFixture.real.get()
        var ref = try fixture.ref("theme-slogan-block-A4")
        ref.size = size
        #expect(try context(ref, fixture).pictureDensity == density)
        #expect(try context(try fixture.ref("theme-banner-8x0.7m"), fixture).pictureDensity == 72)
    }

    private func context(_ ref: PosterRef, _ fixture: PosterFixture) throws -> PosterContext {
        var report = Report()
        return try #require(
            Posters.context(
                of: ref, in: fixture.edition, templates: fixture.templates, theme: fixture.theme, mark: nil,
                reporting: &report))
    }

    @Test func aCodeTooFineForAPhoneIsAnError() throws {
        let fixture = try PosterFixture.real.get()
        var edition = fixture.edition
        edition.site.baseURL = "https://\(String(repeating: "long-name.", count: 60))example"
        let ref = try fixture.ref("theme-slogan-block-A4")
        var report = Report()
        _ = Posters.layout(
            of: ref, in: edition, templates: fixture.templates, theme: fixture.theme, fonts: fixture.fonts,
            reporting: &report)
        let found = try #require(report.diagnostics.first { $0.code == .codeTooFine })
        #expect(found.code.severity == .error && found.place != nil)
        #expect(found.summary(in: .chinese).contains("至少要 0.4 毫米"))
    }
}
