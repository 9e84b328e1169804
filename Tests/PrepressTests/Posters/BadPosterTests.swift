import Artifacts
import Campaign
import Diagnostics
import Edition
import Foundation
import TestSupport
import Testing

@testable import Prepress

/// What people type by mistake: each is said with its place, and no file is half written.
struct BadPosterTests {
    private func found(_ part: String, change: (inout Edition, inout PosterRef) -> Void) throws -> [Diagnostic] {
        let fixture = try PosterFixture.fire.get()
        var edition = fixture.edition
        var ref = try fixture.ref(part)
        change(&edition, &ref)
        var report = Report()
        _ = Posters.layout(
            of: ref, in: edition, templates: fixture.templates, theme: fixture.theme, fonts: fixture.fonts,
            reporting: &report)
        return report.sorted
    }

    private func slogan(of text: String) throws -> [Diagnostic] {
        try found("clear-stairs-slogan-block-A4") { edition, ref in
            if let slogan = ref.slogan { edition.slogans[slogan].text = text }
        }
    }

    @Test func aSloganOfOneCharacterIsAPoster() throws { #expect(try slogan(of: "火").isEmpty) }

    @Test(arguments: ["楼道", "楼道是活路，"]) func aSloganOfTwoHundredCharactersIsTooLong(part: String) throws {
        let text = String(String(repeating: part, count: 100).prefix(200))
        let found = try slogan(of: text)
        #expect(found.map(\.code.id).allSatisfy { ["BB621", "BB627"].contains($0) } && !found.isEmpty)
        // In a file of many slogans, the line of this one.
        #expect(found.allSatisfy { $0.place?.file.hasSuffix("01-home.md") == true && $0.place?.line == 14 })
    }

    @Test func aCaseOfFiveThousandCharactersDoesNotFitOnA4AndWritesNothing() throws {
        let scratch = try Scratch()
        let copy = scratch.url.appending(path: "content")
        try FileManager.default.copyItem(at: Repository.fixtures.appending(path: "fire-safety/content"), to: copy)
        let file = copy.appending(path: "cases/02-oil.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let heading = "## 怎么上钩\n"
        try #require(text.contains(heading))
        let long = String(repeating: "锅里的油着了，不能浇水。\n\n", count: 420)
        try text.replacingOccurrences(of: heading, with: heading + "\n" + long).write(
            to: file, atomically: false, encoding: .utf8)
        let fixture = try PosterFixture(content: copy, on: "2024-11-09")
        let ref = try fixture.ref("hot-oil/case-A4")
        let report = fixture.laid(ref).report
        #expect(report.hasErrors)
        #expect(report.diagnostics.contains { $0.code.id == "BB621" && $0.place?.file.hasSuffix("02-oil.md") == true })
        // An artifact with errors has no bytes.
        for artifact in try fixture.artifacts() where artifact.path.text.hasPrefix(ref.stem) {
            #expect(try artifact.bytes().bytes.isEmpty, "\(artifact.path.text)")
        }
    }

    /// A sheet of no height or of fifty metres square is no sheet, and not every template stands.
    @Test(arguments: [("0x0.7m", "BB620"), ("50x0m", "BB620"), ("50x50m", "BB620"), ("50x200cm", "BB619")])
    func aSheetThatCannotBeIsNamed(size: String, code: String) throws {
        let found = try found("clear-stairs-slogan-block-A4") {
            $1.template = "slogan-split"
            $1.size = size
        }
        #expect(found.map(\.code.id) == [code])
        #expect(found.allSatisfy { $0.place?.file.hasSuffix("01-home.md") == true })
    }

    /// A character that no font of the edition has is named where it stands, in every kind of frame; nothing is printed for it.
    @Test(arguments: ["喆", "\u{E123}"]) func aCharacterThatNoFontHasIsNamed(character: String) throws {
        let slogan = try slogan(of: "楼道\(character)是活路")
        let title = try found("notice/policy-facts-A3") { $0.pieces[$1.piece].title = "楼道\(character)" }
        let long = try found("notice/policy-A4") { edition, ref in
            edition.pieces[ref.piece].title = "楼道里的电动车和\(character)楼道里的杂物要在月底以前全部清走"
        }
        for (found, file) in [(slogan, "01-home.md"), (long, "01-notice.md")] {
            let missing = found.filter { $0.code == .characterMissing }
            #expect(missing.count == 1 && missing[0].code.severity == .error, "\(found.map(\.code.id))")
            #expect(missing.first?.place?.file.hasSuffix(file) == true)
            #expect(missing.first?.summary(in: .chinese).contains("E123") == true || character == "喆")
        }
        // A template that shows no title does not miss it.
        #expect(title.allSatisfy { $0.code != .characterMissing })
    }
}
