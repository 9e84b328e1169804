import TestSupport
import Testing
@testable import Proofing

/// The reading of MuPDF's structured text, whole or spoilt.
struct StextReaderTests {
    private static let text = """
        <?xml version="1.0"?>
        <document name="a.pdf">
        <page id="page1" width="420" height="595.5">
        <block bbox="1 2 3 4">
        <line bbox="1 2 3 4" wmode="0" dir="1 0">
        <font name="Noto" size="10.5">
        <char quad="34 40 44.5 40 34 50 44.5 50" x="34" y="48.5" color="#1a1a1f" c="&#x5168;"/>
        <char quad="44.5 40 50 40 44.5 50 50 50" x="44.5" y="48.5" color="#1a1a1f" c="&lt;"/>
        </font>
        </line>
        <line bbox="1 2 3 4" wmode="0" dir="0 1">
        <font name="Noto" size="10.5">
        <char quad="50 60 50 66 40 60 40 66" x="41" y="60" color="#1a1a1f" c="A"/>
        </font>
        </line>
        </block>
        </page>
        <page id="page2" width="420" height="595">
        </page>
        </document>

        """

    private func read(_ text: String, inPiecesOf size: Int = .max) -> [PageBoxes] {
        var reader = StextReader()
        var pages: [PageBoxes] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            reader.read(rest.prefix(size)) { pages.append($0) }
            rest = rest.dropFirst(size)
        }
        return pages
    }

    @Test func charactersHaveTheirPlaces() {
        let pages = read(Self.text)
        #expect(pages.map(\.characters.count) == [3, 0])
        #expect(pages[0].width == 420 && pages[0].height == 595.5)
        #expect(
            pages[0].characters == [
                .init(scalar: 0x5168, x: 34, y: 48.5, advance: 10.5, size: 10.5, font: 0, turn: .upright),
                .init(scalar: 0x3C, x: 44.5, y: 48.5, advance: 5.5, size: 10.5, font: 0, turn: .upright),
                .init(scalar: 0x41, x: 41, y: 60, advance: 6, size: 10.5, font: 0, turn: .clockwise),
            ])
    }

    @Test(arguments: [1, 2, 7, 64]) func piecesMakeNoDifference(size: Int) {
        #expect(read(Self.text, inPiecesOf: size).map(\.characters) == read(Self.text).map(\.characters))
    }

    /// MuPDF writes names as they are.
    @Test func aHostileNameOfAFontSpoilsNothing() {
        let hostile = Self.text.replacing("name=\"Noto\"", with: "name=\"a\" size=\"99\"><page id=\"\" x='&\"")
        let pages = read(hostile)
        #expect(pages.map(\.characters.count) == [3, 0])
        #expect(pages[0].characters[0].size == 10.5)
    }

    @Test func whatIsNotWholeIsLeftOut() {
        let spoilt = [
            ("x=\"34\" ", ""), ("x=\"34\" ", "x=\"nan\" "), ("x=\"34\" ", "x=\"1e400\" "), ("&#x5168;", ""),
            ("34 40 44.5", "34 44.5"),
            ("c=\"&#x5168;\"/>", "c=\"&#x5168;"),
        ]
        for (old, new) in spoilt {
            #expect(read(Self.text.replacing(old, with: new))[0].characters.count == 2, "\(new)")
        }
    }

    @Test func randomBytesDoNoHarm() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            var bytes = Array(Self.text.utf8)
            for _ in 0..<20 {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            var reader = StextReader()
            var proofreader = Proofreader()
            reader.read(bytes) { proofreader.read($0) { _ in } }
            proofreader.finish { _ in }
        }
    }

    @Test func randomPlacesDoNoHarm() {
        var random = SeededGenerator(seed: 8)
        var proofreader = Proofreader()
        let scalars = Array("的一，。“”（）—…·～/123ABC%￥①•？！".unicodeScalars.map(\.value)) + [0, 0x10FFFF, 0xFFFD, 0x2F00]
        for number in 1...100 {
            var page = PageBoxes(number: number, width: 400, height: 600)
            page.fonts = ["A", "B Bold"]
            for _ in 0..<Int.random(in: 0...300, using: &random) {
                page.characters.append(
                    .init(
                        scalar: scalars.randomElement(using: &random) ?? 0,
                        x: Double.random(in: -50...450, using: &random),
                        y: Double(Int.random(in: 0...40, using: &random)) * 15,
                        advance: Double.random(in: 0...20, using: &random),
                        size: [10, 10, 10, 20, 0.001].randomElement(using: &random) ?? 10,
                        font: Int32.random(in: -1...2, using: &random),
                        turn: [.upright, .upright, .clockwise, .vertical, .other].randomElement(using: &random)
                            ?? .upright))
            }
            for _ in 0..<Int.random(in: 0...50, using: &random) {
                page.dots.append(
                    DrawnDot(
                        x: Float.random(in: -50...450, using: &random),
                        y: Float(Int.random(in: 0...120, using: &random)) * 5,
                        width: Float.random(in: 0...9, using: &random), height: 3))
            }
            proofreader.read(page) { _ in }
        }
        proofreader.finish { _ in }
    }

    @Test func drawnDotsAreReadByPageAndWhatIsNotWholeIsLeftOut() {
        var dots = DrawnDots()
        dots.read(Array("2 1000 2050 300 310 99 98\nx 1 2 3 4\n3 a 1 2 3 400 500 60 70\n".utf8))
        #expect(dots.on(1) == [])
        #expect(dots.on(2) == [DrawnDot(x: 10, y: 20.5, width: 3, height: 3.1)])
        #expect(dots.on(3) == [DrawnDot(x: 4, y: 5, width: 0.6, height: 0.7)])
    }

    @Test(arguments: [
        ("12.5", 12.5), ("-0.25", -0.25), ("1e-05", 1e-05), ("7", 7), ("", nil), ("-", nil), ("1.2.3", nil), ("x", nil),
    ])
    func numbersAreReadWhateverTheLocale(text: String, value: Double?) {
        #expect(DecimalText.number(Array(text.utf8)[...]) == value)
    }

    @Test func pageRangesAreWrittenAsPeopleDo() {
        var ranges = PageRanges()
        for page in [1, 3, 4, 5, 9] { ranges.add(page) }
        #expect(ranges.text == "1, 3–5, 9")
    }
}
