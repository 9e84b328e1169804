import Campaign
import Diagnostics
import Drawing
import Edition
import Foundation
import TestSupport
import Testing
import Theme

@testable import Prepress

/// Every code of posters and their templates, in both languages, with its place.
struct TemplateFaultsTests {
    private static let yaml = """
        distance: 1
        shapes: {portrait: poster.svg}
        frames:
          theme: {take: theme}
          title: {take: title, font: headline, size: 40}

        """

    private static func art(theme: String = "x=\"13\" y=\"13\" width=\"80\" height=\"15\"", more: String = "") -> String
    {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297">
        <rect id="frame-theme" \(theme) fill="none"/>
        <rect id="frame-title" x="13" y="40" width="180" height="100" fill="none"/>
        \(more)
        </svg>
        """
    }

    /// Twelve lines that stand for ten thousand million rectangles.
    private static let bomb =
        "<g id=\"u0\"><rect width=\"1\" height=\"1\"/></g>\n"
        + (1...10).map { index in
            "<g id=\"u\(index)\">" + String(repeating: "<use href=\"#u\(index - 1)\"/>", count: 10) + "</g>\n"
        }.joined()

    /// The diagnostics of a template, as `code line: summary / mend`.
    private func faults(yaml: String = yaml, art: String? = art()) throws -> [Diagnostic] {
        var files = [("posters/trial/poster.yaml", SourceFile(path: "trial/poster.yaml", bytes: Array(yaml.utf8)))]
        if let art {
            files.append(("posters/trial/poster.svg", SourceFile(path: "trial/poster.svg", bytes: Array(art.utf8))))
        }
        var report = Report()
        let folder = TemplateFolder(path: "templates", files: files.map { (name: $0.0, file: $0.1) })
        let loaded = PosterTemplates.load(folder, theme: try PressFixture.theme(), reporting: &report)
        #expect(loaded.templates.isEmpty == report.hasErrors)
        #expect(loaded.faulty == (report.hasErrors ? ["trial"] : []))
        return report.sorted
    }

    private func text(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { diagnostic in
            let place = diagnostic.place.map { "\($0.file):\($0.line):\($0.column)" } ?? "-"
            return Language.allCases.map { language in
                "\(place) \(diagnostic.code.id) \(diagnostic.summary(in: language))\n    \(diagnostic.mend(in: language))\n"
            }.joined()
        }.joined()
    }

    /// One fault, said once: a drawing that lies there is not missing.
    @Test func aDrawingThatCannotBeReadIsNotCalledMissing() throws {
        let scratch = try Scratch()
        try scratch.write(Self.yaml, to: "posters/trial/poster.yaml")
        try scratch.write([UInt8](repeating: 0x20, count: 9 << 20), to: "posters/trial/poster.svg")
        var report = Report()
        let folder = TemplateFolder.read(scratch.path, reporting: &report)
        let loaded = PosterTemplates.load(folder, theme: try PressFixture.theme(), reporting: &report)
        #expect(report.diagnostics.map(\.code.id) == ["BB003"])
        #expect(loaded.templates.isEmpty && loaded.faulty == ["trial"])
    }

    @Test func aSoundTemplateHasNoFaults() throws {
        #expect(try faults().isEmpty)
    }

    @Test(arguments: [
        ("BB023-misspelt-key", yaml.replacingOccurrences(of: "size: 40", with: "sise: 40"), art()),
        ("BB612-unknown-take", yaml.replacingOccurrences(of: "take: title", with: "take: titel"), art()),
        ("BB612-unknown-meta", yaml.replacingOccurrences(of: "take: title", with: "take: \"meta:weather\""), art()),
        ("BB611-no-art", yaml.replacingOccurrences(of: "poster.svg", with: "wall.svg"), art()),
        ("BB613-not-drawn", yaml + "  summary: {take: summary}\n", art()),
        ("BB613-near-miss", yaml.replacingOccurrences(of: "  title:", with: "  titel:"), art()),
        (
            "BB614-not-set", yaml,
            art(more: "<rect id=\"frame-lead\" x=\"13\" y=\"150\" width=\"90\" height=\"20\" fill=\"none\"/>")
        ),
        (
            "BB615-overlap", yaml + "  lead: {take: lead}\n",
            art(more: "<rect id=\"frame-lead\" x=\"13\" y=\"130\" width=\"90\" height=\"20\" fill=\"none\"/>")
        ),
        ("BB616-outside", yaml, art(theme: "x=\"2\" y=\"13\" width=\"80\" height=\"15\"")),
        ("BB617-no-theme", yaml, art().replacingOccurrences(of: "frame-theme", with: "label")),
        (
            "BB617-theme-taken", yaml.replacingOccurrences(of: "theme: {take: theme}", with: "theme: {take: short}"),
            art()
        ),
        ("BB618-small-theme", yaml, art(theme: "x=\"13\" y=\"13\" width=\"80\" height=\"12\"")),
        ("BB624-bounds", yaml.replacingOccurrences(of: "size: 40", with: "size: 40, fit: grow"), art()),
        (
            "BB624-upside-down", yaml.replacingOccurrences(of: "size: 40", with: "size: 40, fit: shrink, least: 50"),
            art()
        ),
        (
            "BB625-unknown-frame",
            yaml.replacingOccurrences(of: "size: 40", with: "size: 40, yields: themes")
                + "stacks: [{frames: [title, led], gap: 4}]\n", art()
        ),
        (
            "BB626-contrast",
            yaml.replacingOccurrences(of: "size: 40", with: "size: 40, colour: grey, ground: indigo"), art()
        ),
        ("script", yaml, art(more: "<script>alert(1)</script>")),
        ("external", yaml, art(more: "<image href=\"file:///etc/passwd\" width=\"1\" height=\"1\"/>")),
        ("nested", yaml, art(more: String(repeating: "<g>", count: 2000) + String(repeating: "</g>", count: 2000))),
        ("use-of-itself", yaml, art(more: "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>")),
        ("use-bomb", yaml, art(more: bomb)),
        ("entities", yaml, "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + art()),
        ("style-import", yaml, art(more: "<style>@import url(http://example.com/a.css);</style>")),
    ])
    func aFaultIsNamedWithItsPlaceAndMend(name: String, yaml: String, art: String) throws {
        let found = try faults(yaml: yaml, art: art)
        #expect(!found.isEmpty)
        if name.hasPrefix("BB") { #expect(found.contains { name.hasPrefix($0.code.id) }) }
        try expectGolden(text(found), named: "\(name).txt")
    }

    @Test(arguments: [
        ("BB023-misspelt-for-a-shape", "size: 40", "size: 40, wide: {sise: 50}"),
        ("BB295-inks", "distance: 1", "distance: 1\ninks: {red: red}"),
    ])
    func aFaultOfPosterYAMLIsNamed(name: String, sound: String, faulty: String) throws {
        let found = try faults(yaml: Self.yaml.replacingOccurrences(of: sound, with: faulty))
        #expect(found.map(\.code.id) == [String(name.prefix(5))])
        try expectGolden(text(found), named: "\(name).txt")
    }

    /// A poster of the fire-safety campaign, asked for in a way that cannot be.
    private func faults(
        _ part: String, change: (inout Edition, inout PosterRef) -> Void
    ) throws -> [Diagnostic] {
        let fixture = try PosterFixture.fire.get()
        var edition = fixture.edition
        var ref = try fixture.ref(part)
        change(&edition, &ref)
        var report = Report()
        _ = Posters.layout(
            of: ref, in: edition, templates: fixture.templates, theme: fixture.theme, fonts: fixture.fonts,
            reporting: &report)
        return report.sorted.map { diagnostic in
            // Below the repository, wherever that is.
            var short = diagnostic
            let root = Repository.root.path + "/"
            if let place = short.place, place.file.hasPrefix(root) {
                short.place?.file = String(place.file.dropFirst(root.count))
            }
            return short
        }
    }

    @Test func anUnknownTemplateIsNamedOnceWithASuggestion() throws {
        let found = try faults("clear-stairs-slogan-block-A4") { $1.template = "slogan-blok" }
        #expect(found.map(\.code.id) == ["BB610"])
        try expectGolden(text(found), named: "BB610-no-template.txt")
    }

    @Test func anUnknownSheetAndAShapeThatTheTemplateLacksAreNamed() throws {
        let sheet = try faults("clear-stairs-slogan-block-A4") { $1.size = "B4" }
        #expect(sheet.map(\.code.id) == ["BB620"])
        try expectGolden(text(sheet), named: "BB620-no-sheet.txt")
        let stand = try faults("no-parking-in-stairwell/case-A4") { $1.size = "rollup-80x200" }
        #expect(stand.map(\.code.id) == ["BB619"])
        try expectGolden(text(stand), named: "BB619-no-shape.txt")
        let template = try #require(try PosterFixture.fire.get().templates.named("policy"))
        #expect(template.shape(for: Size(width: 300, height: 300)) == nil)
    }

    @Test func textThatDoesNotFitIsAnErrorThatSaysHowMuch() throws {
        let found = try faults("no-parking-in-stairwell/case-A4") { edition, ref in
            edition.pieces[ref.piece].title = String(repeating: "楼道里的电动车", count: 12)
        }
        #expect(found.map(\.code.id) == ["BB621"])
        try expectGolden(text(found), named: "BB621-overflow.txt")
    }

    @Test func aPieceWithoutThePartsOfATemplateIsToldWhich() throws {
        let found = try faults("clear-stairs-slogan-block-A4") { edition, ref in
            ref.template = "case"
            ref.slogan = nil
        }
        #expect(found.contains { $0.code.id == "BB622" })
        try expectGolden(text(found), named: "BB622-no-part.txt")
    }

    @Test func anAddressThatNoCodeHoldsIsAnError() throws {
        let found = try faults("clear-stairs-slogan-block-A4") { edition, _ in
            edition.site.baseURL = "https://fire.test/" + String(repeating: "long/", count: 700)
        }
        #expect(found.map(\.code.id) == ["BB623"])
    }

    @Test func aCharacterThatNoFontHasIsNamedWithItsPlace() throws {
        let found = try faults("no-parking-in-stairwell/case-A4") { edition, ref in
            edition.pieces[ref.piece].title = "楼道\u{1F9EF}里"
        }
        #expect(found.contains { $0.code == .characterMissing && $0.place?.file.hasSuffix(".md") == true })
    }

    @Test func theRepositorysOwnTemplatesAreSound() throws {
        var report = Report()
        let loaded = PosterTemplates.load(PressFixture.templates(), theme: try PressFixture.theme(), reporting: &report)
        #expect(report.diagnostics.isEmpty)
        #expect(
            loaded.templates.map(\.name).sorted() == [
                "audience-community", "audience-family", "audience-school", "audience-shop", "audience-village",
                "banner", "card", "case", "help", "honours", "law", "policy", "policy-facts", "slogan-block",
                "slogan-split",
                "slogan-vertical", "stand", "timeline", "types", "wechat-cover", "wechat-long", "wechat-share",
            ])
    }

    @Test func textTooSmallForItsDistanceIsAnErrorThatSaysHowMuch() throws {
        let found = try faults("no-parking-in-stairwell/case-A4") { $1.distance = 1.5 }
        #expect(!found.isEmpty && found.allSatisfy { $0.code.id == "BB627" })
        try expectGolden(text(found), named: "BB627-too-small.txt")
    }

    /// Names in content are held against the drawings; a drawing is square.
    @Test func pictogramsAreKnownAndSquare() throws {
        func drawing(_ name: String, width: Int) -> (name: String, file: SourceFile) {
            let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"24\"></svg>"
            return ("pictograms/\(name).svg", SourceFile(path: "\(name).svg", bytes: Array(svg.utf8)))
        }
        var report = Report()
        let folder = TemplateFolder(
            path: "templates", files: [drawing("card", width: 24), drawing("phone", width: 30)])
        let pictograms = Pictograms.load(folder, theme: try PressFixture.theme(), reporting: &report)
        let place = SourcePlace(file: "campaign.yaml", line: 3, column: 7)
        pictograms.check(
            [nil, .init(name: "card", place: place), .init(name: "cart", place: place)], reporting: &report)
        #expect(report.sorted.map(\.code.id).sorted() == ["BB602", "BB603"])
        try expectGolden(text(report.sorted), named: "BB602-pictograms.txt")
    }
}
