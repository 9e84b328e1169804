import Campaign
import Diagnostics
import Drawing
import Edition
import Foundation
import TestSupport
import Testing
import Theme
import Typesetting

@testable import Prepress

/// What hangs on the wall is read from where people stand: high enough, not hidden, and its code large enough.
struct ReadingTests {
    private static let yaml = """
        distance: 1
        shapes: {portrait: poster.svg, tall: tall.svg}
        frames:
          theme: {take: theme}
          title: {take: title, font: headline, size: SIZE, anchor: stretch}
          qr: {take: qr, size: 30, anchor: bottom}

        """

    private static let title = "x=\"140\" y=\"200\" width=\"600\" height=\"300\""
    private static let code = "x=\"200\" y=\"900\" width=\"300\" height=\"120\""

    private static func art(_ width: Int, _ height: Int, title: String, code: String) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(width)mm" height="\(height)mm" viewBox="0 0 \(width) \(height)">
        <rect id="frame-theme" x="45" y="1050" width="300" height="84" fill="none"/>
        <rect id="frame-title" \(title) fill="none"/>
        <rect id="frame-qr" \(code) fill="none"/>
        </svg>
        """
    }

    /// The diagnostics of the fire campaign's notice on a sheet, with a template of its own.
    private func found(
        yaml: String, title: String = Self.title, code: String = Self.code, size: String = "800x2000mm",
        change: (inout Edition, inout PosterRef) -> Void = { _, _ in }
    ) throws -> [Diagnostic] {
        let fixture = try PosterFixture.fire.get()
        let files = [
            ("posters/trial/poster.yaml", yaml),
            ("posters/trial/tall.svg", Self.art(800, 2000, title: title, code: code)),
            ("posters/trial/poster.svg", Self.art(840, 1188, title: Self.title, code: size == "A4" ? code : Self.code)),
        ].map { path, text in (name: path, file: SourceFile(path: path, bytes: Array(text.utf8))) }
        var report = Report()
        let folder = TemplateFolder(path: "templates", files: files)
        let templates = PosterTemplates.load(folder, theme: fixture.theme, reporting: &report)
        try #require(!report.hasErrors, "\(report.sorted.map { $0.summary(in: .english) })")
        var edition = fixture.edition
        var ref = try fixture.ref("notice/policy-A4")
        ref.template = "trial"
        ref.size = size
        ref.distance = nil
        edition.pieces[ref.piece].title = "楼道里的电动车"
        change(&edition, &ref)
        _ = Posters.layout(
            of: ref, in: edition, templates: templates, theme: fixture.theme, fonts: fixture.fonts,
            reporting: &report)
        return report.sorted.map(shortened)
    }

    /// With its place below the repository.
    private func shortened(_ diagnostic: Diagnostic) -> Diagnostic {
        var short = diagnostic
        let root = Repository.root.path + "/"
        if let place = short.place, place.file.hasPrefix(root) {
            short.place?.file = String(place.file.dropFirst(root.count))
        }
        return short
    }

    private func text(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { diagnostic in
            let place = diagnostic.place.map { "\($0.file):\($0.line):\($0.column)" } ?? "-"
            return Language.allCases.map { language in
                "\(place) \(diagnostic.code.id) \(diagnostic.summary(in: language))\n    \(diagnostic.mend(in: language))\n"
            }.joined()
        }.joined()
    }

    private func yaml(size: Int, more: String = "") -> String {
        Self.yaml.replacing("SIZE", with: "\(size)").replacing("distance: 1\n", with: "distance: 1\n\(more)")
    }

    /// At one metre: 5 mm are the floor, 8.3 mm are read in comfort; a character is 0.9 em high.
    @Test(arguments: [(15, "BB627"), (16, "BB287"), (26, "BB287"), (27, nil)])
    func textIsHeldAgainstItsDistance(size: Int, code: String?) throws {
        let found = try found(yaml: yaml(size: size))
        #expect(found.map(\.code.id) == [code].compactMap { $0 }, "\(size) pt")
        if size == 16 { try expectGolden(text(found), named: "BB287-strains.txt") }
    }

    @Test func whatStrainsOthersIsAnErrorForTheElderly() throws {
        let found = try found(yaml: yaml(size: 16, more: "elderly: true\n"))
        #expect(found.map(\.code.id) == ["BB288"] && found[0].code.severity == .error)
        try expectGolden(text(found), named: "BB288-elderly.txt")
        #expect(try self.found(yaml: yaml(size: 15, more: "老年人: true\n")).map(\.code.id) == ["BB627"])
        // The piece decides as well, whatever template shows it.
        let piece = try self.found(yaml: yaml(size: 16)) { edition, ref in edition.pieces[ref.piece].isForElderly = true
        }
        #expect(piece.map(\.code.id) == ["BB288"])
    }

    /// A 易拉宝 hides its head and foot, an X展架 its corners; on a board of the same shape nothing is hidden.
    @Test(arguments: [
        ("rollup-80x200", "x=\"140\" y=\"20\" width=\"600\" height=\"300\"", true),
        ("rollup-80x200", "x=\"140\" y=\"1700\" width=\"600\" height=\"110\"", true),
        ("rollup-80x200", "x=\"140\" y=\"1680\" width=\"600\" height=\"110\"", false),
        ("xstand-80x200", "x=\"30\" y=\"1800\" width=\"600\" height=\"170\"", true),
        ("xstand-80x200", "x=\"140\" y=\"1870\" width=\"600\" height=\"100\"", false),
        ("800x2000mm", "x=\"140\" y=\"1860\" width=\"600\" height=\"110\"", false),
    ])
    func whatAStandHidesHoldsNoFrame(size: String, title: String, isHidden: Bool) throws {
        let found = try found(yaml: yaml(size: 60), title: title, size: size)
        #expect(found.map(\.code.id) == (isHidden ? ["BB289"] : []), "\(size) \(title)")
        guard isHidden else { return }
        #expect(found.allSatisfy { $0.place?.file == "posters/trial/poster.yaml" && $0.place?.line == 5 })
        let name = size.hasPrefix("x") ? "x" : title.contains("\"20\"") ? "top" : "foot"
        try expectGolden(text(found), named: "BB289-\(name).txt")
    }

    @Test func aCodeOnAnUprightFrameIsHiddenToo() throws {
        let found = try found(
            yaml: yaml(size: 60), code: "x=\"200\" y=\"1750\" width=\"300\" height=\"120\"", size: "rollup-80x200")
        #expect(found.map(\.code.id) == ["BB289"])
    }

    /// From half a metre a code is 50 mm wide; over a sheet in the hand, 25.
    @Test func aCodeIsAsWideAsATenthOfItsDistance() throws {
        let small = "x=\"200\" y=\"900\" width=\"300\" height=\"49\""
        let found = try found(yaml: yaml(size: 60), code: small)
        #expect(found.map(\.code.id) == ["BB290"])
        try expectGolden(text(found), named: "BB290-small-code.txt")
        let large = "x=\"200\" y=\"900\" width=\"300\" height=\"50\""
        #expect(try self.found(yaml: yaml(size: 60), code: large).isEmpty)
        let hand = "x=\"200\" y=\"900\" width=\"300\" height=\"102\""
        #expect(try self.found(yaml: yaml(size: 140), code: hand, size: "A4").isEmpty)
        let slight = "x=\"200\" y=\"900\" width=\"300\" height=\"98\""
        #expect(try self.found(yaml: yaml(size: 140), code: slight, size: "A4").map(\.code.id) == ["BB290"])
    }

    @Test func anAddressTooLongForItsCodeIsNamedWithTheSizeThatWouldDo() throws {
        let code = "x=\"200\" y=\"900\" width=\"300\" height=\"60\""
        let found = try found(yaml: yaml(size: 60), code: code) { edition, _ in
            edition.site.baseURL = "https://fire.test/" + String(repeating: "long/", count: 70)
        }
        #expect(found.map(\.code.id) == ["BB291"])
        try expectGolden(text(found), named: "BB291-dense-code.txt")
    }

    /// The stands and banners of the repository's own templates, on every size that they are made for.
    @Test(arguments: ["rollup-80x200", "xstand-60x160", "xstand-80x180"])
    func theRepositorysStandHidesNothing(size: String) throws {
        let fixture = try PosterFixture.real.get()
        var ref = try fixture.ref("for-enterprise/stand-")
        ref.size = size
        #expect(fixture.laid(ref).report.diagnostics.isEmpty)
    }

    /// One line whose characters are 60 % of the cloth's height, wherever a line of that size has room; else as large as may be,
    /// with a word about it.
    @Test(arguments: ["3x0.7m", "4x0.7m", "5x0.7m", "6x0.7m", "8x0.7m", "12x0.7m", "8x0.9m", "6x0.5m"])
    func aBannersCharactersAreSixTenthsOfItsHeight(size: String) throws {
        let fixture = try PosterFixture.real.get()
        let banners = fixture.edition.posters.filter { $0.template == "banner" && $0.size == "8x0.7m" }
        #expect(banners.count >= 8)
        for banner in banners {
            var ref = banner
            ref.size = size
            let (poster, report) = fixture.laid(ref)
            let sheet = try #require(poster).sheets[0]
            let region = try #require(sheet.regions.first { $0.take == .item })
            let runs = sheet.frame.items.compactMap { item -> (size: Points, y: Points)? in
                guard case .glyphs(let run, let origin) = item.mark, region.rect.inset(by: -1).contains(origin) else {
                    return nil
                }
                return (run.size, origin.y)
            }
            let em = try #require(runs.map(\.size).max())
            let height = em * ReadingDistance.characterHeight / sheet.frame.size.height
            #expect(Set(runs.map { ($0.y * 10).rounded() }).count == 1, "\(ref.stem) \(size)")
            #expect(height <= 0.6005, "\(ref.stem) \(size): \(height)")
            let isFull = height >= 0.595
            #expect(report.diagnostics.map(\.code.id) == (isFull ? [] : ["BB292"]), "\(ref.stem) \(size)")
            // A character takes an em, the comma inside the line one more; digits are narrower.
            let count = Double(region.text.unicodeScalars.filter { $0.value >= 0x3000 }.count)
            let hasRoom = count * sheet.frame.size.height * 0.6 / 0.9 <= region.rect.width
            if hasRoom { #expect(isFull || count < Double(region.text.unicodeScalars.count), "\(ref.stem) \(size)") }
            // What is smaller than it should be fills the line.
            if !isFull { #expect(em * Double(region.text.unicodeScalars.count + 1) >= region.rect.width) }
        }
    }

    /// The cloth that is advised holds the line; and so does the number of characters.
    @Test func aLineTooLongForItsClothIsToldWhatWouldDo() throws {
        let fixture = try PosterFixture.real.get()
        var ref = try fixture.ref("slogans-banner/theme-banner")
        ref.size = "3x0.7m"
        let found = fixture.laid(ref).report.diagnostics
        #expect(found.map(\.code.id) == ["BB292"] && found[0].code.severity == .warning)
        #expect(found[0].mend(in: .english) == "Use cloth of 8 m, or at most 6 characters, marks included.")
        for (size, isSmall) in [("7.5x0.7m", true), ("8x0.7m", false)] {
            ref.size = size
            #expect(fixture.laid(ref).report.diagnostics.map(\.code.id) == (isSmall ? ["BB292"] : []), "\(size)")
        }
        try expectGolden(text(found.map(shortened)), named: "BB292-low-banner.txt")
    }
}
