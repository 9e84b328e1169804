import Diagnostics
import Foundation
import TestSupport
import Testing
import Theme
@testable import Drawing

struct FontBookTests {
    private func find(_ change: (inout Fonts) -> Void) -> (sources: FontSources?, report: Report) {
        var fonts = TestFonts.fonts
        change(&fonts)
        var report = Report()
        return (FontSources.find(fonts, reporting: &report), report)
    }

    @Test func everyMissingFamilyIsNamedWithItsPackage() {
        let found = find {
            $0.hand.family = "LXGW WenKai Nowhere"
            $0.text.family = "Family Nowhere"
        }
        #expect(found.sources == nil)
        #expect(
            found.report.texts() == [
                "BB501 0:0 这台电脑没有安装字体“Family Nowhere”", "BB501 0:0 这台电脑没有安装字体“LXGW WenKai Nowhere”",
            ])
        #expect(
            found.report.diagnostics.map { $0.mend(in: .english) } == [
                "Install the font, or name another family in theme.yaml.",
                "Install the font: sudo apt-get install fonts-lxgw-wenkai, or name another family in theme.yaml.",
            ])
        #expect(found.report.exitStatus == 3)
    }

    @Test func aMissingWeightIsNotReplacedByAnother() {
        let found = find { $0.hand.weight = 900 }
        #expect(found.sources == nil)
        #expect(found.report.texts() == ["BB502 0:0 字体“LXGW WenKai”没有安装字重 900"])
        #expect(
            found.report.texts(in: .english) == ["BB502 0:0 the font family “LXGW WenKai” has no weight 900 installed"])
        #expect(found.report.exitStatus == 3)
    }

    @Test func aMissingFallbackIsAFaultOfTheMachineToo() {
        let found = find { $0.fallback = ["Nowhere Sans"] }
        #expect(found.sources == nil)
        #expect(found.report.exitStatus == 3)
    }

    @Test func theNamedFamilyAndItsChineseFaceAreFound() throws {
        let sources = try #require(TestFonts.sources)
        let serif = try #require(sources.source(of: .serif))
        #expect(serif.family == "Noto Serif CJK SC")
        #expect(serif.weight == 400)
        #expect(sources.source(of: .headline)?.weight == 900)
        #expect(sources.files.map(\.path) == Array(Set(sources.files.map(\.path))).sorted())
    }

    @Test func aBrokenFontFileIsAFaultOfTheMachine() throws {
        let scratch = try Scratch()
        let file = try scratch.write("no font at all", to: "broken.otf")
        var source = try #require(TestFonts.sources?.source(of: .serif))
        source.path = file.path
        let sources = FontSources(roles: [.serif: source], fallbacks: [], origins: [])
        let fault = #expect(throws: Fault.self) {
            try FontBook(sources, roles: [.serif], characters: "国".unicodeScalars)
        }
        #expect(fault?.diagnostic.code.id == "BB503")
        #expect(fault?.diagnostic.code.kind == .machine)
    }

    @Test func aCharacterOfNoFaceIsMissing() throws {
        let book = try TestFonts.book("国\u{10FFFD}")
        let shaped = book.shape(
            Array("国\u{10FFFD}".utf8), runs: [ShapingRun(end: 7, role: .serif, size: 10)])
        #expect(shaped.missing.map(\.scalar) == ["\u{10FFFD}"])
        #expect(shaped.missing.map(\.byte) == [3])
    }

    @Test func aCharacterThatTheFaceLacksComesFromTheFirstFallbackThatHasIt() throws {
        // Georgian is in no CJK face but in DejaVu Sans.
        let text = "国ა国"
        let book = try TestFonts.book(text)
        let shaped = book.shape(Array(text.utf8), runs: [ShapingRun(end: text.utf8.count, role: .serif, size: 10)])
        #expect(shaped.missing.isEmpty)
        let families = shaped.clusters.map { book.family(of: $0.face) }
        #expect(families.first == "Noto Serif CJK SC")
        #expect(families.last == "Noto Serif CJK SC")
        #expect(shaped.substituted.map(\.scalar) == ["ა"])
        #expect(families[1] == shaped.substituted.first.map { book.family(of: $0.face) })
        #expect(families[1] != "Noto Serif CJK SC")
    }

    @Test func theCacheGivesTheSameFontsAndSurvivesDamage() throws {
        let scratch = try Scratch()
        let cache = FontCache(folder: "\(scratch.path)/of/the/user")
        let text = "国家反诈"
        let fresh = try TestFonts.book(text).run(text)
        #expect(try TestFonts.book(text, cache: cache).run(text) == fresh)
        let kept = try FileManager.default.contentsOfDirectory(atPath: cache.folder)
        #expect(kept.count == 1)
        #expect(try TestFonts.book(text, cache: cache).run(text) == fresh)
        let file = "of/the/user/\(try #require(kept.first))"
        var bytes = try scratch.read(file)
        bytes[bytes.count / 2] ^= 1
        for damaged in [bytes, Array(bytes.prefix(bytes.count - 9)), Array("damaged".utf8), []] {
            try scratch.write(damaged, to: file)
            #expect(try TestFonts.book(text, cache: cache).run(text) == fresh)
        }
    }

    @Test func theCacheKeepsTheYoungestAndNoMoreThanItsRoom() throws {
        let scratch = try Scratch()
        let cache = FontCache(folder: scratch.path)
        for number in 0..<FontCache.room + 20 { cache.keep([1, 2, 3], for: [UInt8(number)]) }
        let kept = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
        #expect(kept.count == FontCache.room)
        #expect(cache.bytes(for: [UInt8(FontCache.room + 19)]) == [1, 2, 3])
    }

    @Test func aFolderThatCannotBeWrittenDoesNoHarm() throws {
        #expect(try !TestFonts.book("国", cache: FontCache(folder: "/proc/nowhere/at/all")).run("国").glyphs.isEmpty)
    }

    /// Without retained ids one new character anywhere would change the bytes of every PDF.
    @Test func glyphIdsDoNotDependOnTheOtherCharactersOfTheEdition() throws {
        let few = try TestFonts.book("国家").run("国家")
        let many = try TestFonts.book("国家反诈中心提醒您不轻信透露转账").run("国家")
        #expect(few == many)
    }

    /// What a PDF embeds of a font follows the glyphs that it shows, not the other characters of the edition: else one new
    /// character in one piece would change the bytes of every poster.
    @Test(arguments: [FontRole.headline, .text, .textBold, .serif, .serifBold, .hand])
    func whatIsEmbeddedDoesNotDependOnTheOtherCharactersOfTheEdition(role: FontRole) throws {
        // All that GB2312 holds, and signs of as many font dictionaries of Noto as a text may meet.
        let many = (0x4E00...0x7FFF).compactMap(Unicode.Scalar.init).map(Character.init) + "한か〆ヵㄅ①Ωµå髙︰‖Ａ★♂℃№㎡囍⼀"
        let edition = try TestFonts.book(String(many) + "ABCabc0123456789", roles: [role])
        var random = SeededGenerator(seed: 7)
        for _ in 0..<12 {
            let length = Int.random(in: 1...40, using: &random)
            let text = String((0..<length).map { _ in many[Int.random(in: many.indices, using: &random)] }) + "AVA 10"
            let own = try TestFonts.book(text, roles: [role])
            #expect(try pdf(of: text, role, own) == pdf(of: text, role, edition), "\(text)")
        }
    }

    private func pdf(of text: String, _ role: FontRole, _ book: FontBook) throws -> [UInt8] {
        var canvas = PDFCanvas(fonts: book, metadata: PDFMetadata(title: "", author: "", date: "2024-07-10"))
        canvas.begin(page: Size(width: 600, height: 100))
        let shaped = book.shape(Array(text.utf8), runs: [ShapingRun(end: text.utf8.count, role: role, size: 10)])
        var x = 10.0
        for cluster in shaped.clusters {
            var run = GlyphRun(face: cluster.face, size: 10, colour: Colour(red: 0, green: 0, blue: 0))
            run.text = Array(shaped.text[Int(cluster.byte)..<Int(cluster.byte + cluster.length)])
            run.clusters = [.init(bytes: cluster.length, glyphs: cluster.glyphCount)]
            run.glyphs = shaped.glyphs[Int(cluster.firstGlyph)..<Int(cluster.firstGlyph + cluster.glyphCount)].map {
                .init(id: $0.id, x: $0.dx, y: $0.dy)
            }
            canvas.draw(.glyphs(run, at: Point(x: x, y: 50)))
            x += cluster.advance
        }
        return try canvas.finish().file()
    }

    @Test func clustersCoverTheTextInOrder() throws {
        let text = "国e\u{301}ab——。\n国"
        let book = try TestFonts.book(text)
        let shaped = book.shape(Array(text.utf8), runs: [ShapingRun(end: text.utf8.count, role: .serif, size: 10)])
        var byte = 0
        for cluster in shaped.clusters {
            #expect(Int(cluster.byte) == byte)
            byte += Int(cluster.length)
        }
        #expect(byte == text.utf8.count)
    }

    @Test func versionsNameAllLibraries() {
        for name in ["cairo ", "Pango ", "HarfBuzz ", "librsvg ", "libdeflate "] {
            #expect(LibraryVersions.text.contains(name))
        }
    }
}

/// A zero in the text ends it for C, never for us.
struct ZeroTests {
    @Test func whatStandsBehindAZeroIsShapedAndHasADirection() throws {
        let text = Array("国\u{0}אבג家".utf8)
        let book = try TestFonts.book("国家אבג")
        let shaped = book.shape(text, runs: [ShapingRun(end: text.count, role: .serif, size: 10)])
        #expect(shaped.clusters.reduce(0) { $0 + Int($1.length) } == text.count)
        #expect(shaped.clusters.map(\.level) == [0, 0, 1, 1, 1, 0])
    }
}
