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
        let sources = FontSources(roles: [.serif: source], fallbacks: [])
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
        let text = "国家反诈"
        let fresh = try TestFonts.book(text).run(text)
        #expect(try TestFonts.book(text, cache: scratch.path).run(text) == fresh)
        let kept = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
        #expect(kept.count == 1)
        #expect(try TestFonts.book(text, cache: scratch.path).run(text) == fresh)
        try scratch.write("damaged", to: try #require(kept.first))
        #expect(try TestFonts.book(text, cache: scratch.path).run(text) == fresh)
    }

    @Test func aFolderThatCannotBeWrittenDoesNoHarm() throws {
        #expect(try !TestFonts.book("国", cache: "/nowhere/at/all").run("国").glyphs.isEmpty)
    }

    /// Without retained ids one new character anywhere would change the bytes of every PDF.
    @Test func glyphIdsDoNotDependOnTheOtherCharactersOfTheEdition() throws {
        let few = try TestFonts.book("国家").run("国家")
        let many = try TestFonts.book("国家反诈中心提醒您不轻信透露转账").run("国家")
        #expect(few == many)
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
        for name in ["cairo ", "Pango ", "HarfBuzz ", "librsvg "] { #expect(LibraryVersions.text.contains(name)) }
    }
}
