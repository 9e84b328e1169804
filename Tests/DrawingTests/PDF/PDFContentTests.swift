import Diagnostics
import Testing
import Theme
@testable import Drawing

/// Marks against the operators that they become.
struct PDFContentTests {
    private static let red = Colour(red: 255, green: 0, blue: 0)
    private static let black = Colour(red: 0, green: 0, blue: 0)

    /// The operators of one page of 100 × 50 points, without the first, which turns the page upside down.
    private func operators(
        _ marks: [(Mark, StructureElement?)], book: FontBook? = nil, of page: Int = 0
    ) throws -> [String] {
        var canvas = PDFCanvas(
            fonts: try book ?? TestFonts.book("国"), metadata: PDFMetadata(title: "", author: "", date: "2024-07-10"))
        canvas.begin(page: Size(width: 100, height: 50))
        for (mark, element) in marks { canvas.draw(mark, as: element) }
        let lines = String(decoding: canvas.finish().content(ofPage: page), as: UTF8.self).split(separator: "\n")
        #expect(lines.first == "1 0 0 -1 0 50 cm")
        return lines.dropFirst().map(String.init)
    }

    @Test func coloursAndWidthsAreSetWhenTheyChange() throws {
        let rect = Rect(x: 1, y: 2, width: 3, height: 4)
        let line = Path.line(from: .zero, to: Point(x: 9, y: 0))
        let drawn = try operators([
            (.fill(rect, Self.red), nil), (.fill(rect, Self.red), nil), (.stroke(line, width: 0.5, Self.black), nil),
            (.stroke(line, width: 0.5, Self.black), nil), (.fill(rect, Self.black), nil),
        ])
        #expect(
            drawn == [
                "/Artifact BMC", "1 0 0 rg", "1 2 3 4 re", "f", "1 2 3 4 re", "f", "0 0 0 RG", "0.5 w", "0 0 m",
                "9 0 l",
                "S", "0 0 m", "9 0 l", "S", "0 0 0 rg", "1 2 3 4 re", "f", "EMC",
            ])
    }

    @Test func aGroupTakesBackWhatItSetsAndNoSequenceGoesOverItsBounds() throws {
        let rect = Rect(x: 0, y: 0, width: 1, height: 1)
        let element = StructureElement.paragraph
        let drawn = try operators([
            (.fill(rect, Self.red), element), (.begin(.move(5, 6), clip: .rect(rect)), nil),
            (.fill(rect, Self.black), element),
            (.end, nil), (.fill(rect, Self.red), element),
        ])
        #expect(
            drawn == [
                "/P <</MCID 0>> BDC", "1 0 0 rg", "0 0 1 1 re", "f", "EMC", "q", "1 0 0 1 5 6 cm", "0 0 1 1 re", "W n",
                "/P <</MCID 1>> BDC", "0 0 0 rg", "0 0 1 1 re", "f", "EMC", "Q", "/P <</MCID 2>> BDC", "0 0 1 1 re",
                "f",
                "EMC",
            ])
    }

    /// Twelve metres in units of three points: a hundredth of a millimetre at the far end.
    @Test func scalesAreExactOverTheLengthOfABanner() throws {
        let drawn = try operators([(.begin(.scale(1.0 / 3), clip: nil), nil)])
        let factor = try #require(drawn.dropFirst().first?.split(separator: " ").first.flatMap { Double($0) })
        #expect(abs(factor * 3 - 1) * 12_000 < 0.02)
    }

    @Test func anEndTooManyIsPassedOver() throws {
        #expect(try operators([(.begin(nil, clip: nil), nil), (.end, nil), (.end, nil)]) == ["q", "Q"])
    }

    @Test func groupsThatAreNotEndedEndWithThePage() throws {
        let drawn = try operators([(.begin(.move(1, 1), clip: nil), nil), (.begin(nil, clip: nil), nil)])
        #expect(drawn == ["q", "1 0 0 1 1 1 cm", "q", "Q", "Q"])
    }

    /// Full-width characters follow each other by themselves; only where a line is set tighter or wider a number stands.
    @Test func glyphsOfALineAreOneOperator() throws {
        let book = try TestFonts.book("国家人")
        var run = book.run("国家人")
        run.glyphs[2].x += 1.5
        let codes = run.glyphs.map { hexadecimal($0.id) }
        let drawn = try operators([(.glyphs(run, at: Point(x: 7, y: 20)), nil)], book: book)
        #expect(
            drawn == [
                "/Artifact BMC", "0 0 0 rg", "BT", "/F0 10 Tf", "1 0 0 -1 7 20 Tm",
                "[<\(codes[0])\(codes[1])>-150<\(codes[2])>] TJ",
                "ET", "EMC",
            ])
    }

    /// The gap of a third of a thousandth comes a thousand times: were each rounded by itself, the last glyph would stand
    /// three tenths of an em too far to the left.
    @Test func whatIsRoundedAtOneGlyphIsMadeGoodAtTheNext() throws {
        let book = try TestFonts.book("国")
        var run = book.run(String(repeating: "国", count: 1000), size: 10)
        for index in run.glyphs.indices { run.glyphs[index].x += Double(index) * 0.0034 }
        let drawn = try operators([(.glyphs(run, at: .zero), nil)], book: book)
        let numbers = try #require(drawn.first { $0.hasSuffix("TJ") }).split { "[<>] TJ".contains($0) }.compactMap {
            $0.count < 4 ? Double($0) : nil
        }
        #expect(abs(-numbers.reduce(0, +) - 999 * 0.34) <= 0.5)
    }

    /// Noto has one glyph for the character and for the radical that looks like it: the file says which was typed.
    @Test func aGlyphThatStandsForAnotherTextSaysSoInItsPlace() throws {
        let book = try TestFonts.book("一⼀")
        let run = book.run("一⼀")
        try #require(run.glyphs[0].id == run.glyphs[1].id)
        let code = hexadecimal(run.glyphs[0].id)
        let drawn = try operators([(.glyphs(run, at: .zero), nil)], book: book)
        #expect(
            drawn.dropFirst(5) == [
                "[<\(code)>] TJ", "/Span <</ActualText <FEFF2F00>>> BDC", "[<\(code)>] TJ", "EMC", "ET", "EMC",
            ])
    }

    private func hexadecimal(_ glyph: UInt32) -> String {
        var bytes: [UInt8] = []
        bytes.append(hexadecimal: UInt16(glyph))
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("abc", "(abc)"), ("a(b)\\", "(a\\(b\\)\\\\)"), ("反", "<FEFF53CD>"), ("👪", "<FEFFD83DDC6A>"),
        ("a\nb", "<FEFF0061000A0062>"),
    ])
    func textStringsAreASCIIOrUTF16(text: String, written: String) {
        #expect(PDFText.string(text) == written)
    }

    @Test func namesAndAddressesAreBytes() {
        #expect(PDFText.name("A b/反#") == "/A#20b#2f#e5#8f#8d#23")
        #expect(PDFText.literal("反)") == "(\\345\\217\\215\\))")
    }
}
