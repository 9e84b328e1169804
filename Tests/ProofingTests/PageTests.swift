import Diagnostics
import Drawing
import Testing
@testable import Proofing

/// Rules over pages: 23, 24 and 31, each with three files that go against it and three that tempt.
struct PageTests {
    private static func full(_ start: Int, indent: Double = 0) -> DrawnLine {
        DrawnLine(text: Filler.han(20 - Int(indent), from: start), left: indent, right: 20, size: 10)
    }
    private static func short(_ count: Int = 9) -> DrawnLine { DrawnLine(text: Filler.han(count, from: 80)) }
    private static func paragraph(_ start: Int, lines: Int = 4) -> [DrawnLine] {
        [full(start, indent: 2)] + (1..<(lines - 1)).map { full(start + 13 * $0) } + [short()]
    }
    private static func heading(_ size: Double = 14, role: FontRole = .serif) -> DrawnLine {
        DrawnLine(text: "标题的", size: size, role: role, leading: 2.6)
    }

    private func rules(_ pages: [[DrawnLine]]) throws -> [String] {
        try Sheet(width: 450, height: 640).findings(pages).map { "\($0.page):\($0.rule.number)" }
    }

    @Test func aSingleLineAtTheBottomIsFound() throws {
        let pages = [
            Self.paragraph(0) + [Self.full(5, indent: 2)],
            [Self.full(19), Self.full(33), Self.short()] + Self.paragraph(3),
        ]
        #expect(try rules(pages) == ["1:23"])
    }

    @Test func aSingleLineAtTheTopIsFound() throws {
        let pages = [Self.paragraph(0) + [Self.full(5, indent: 2), Self.full(40)], [Self.short()] + Self.paragraph(3)]
        #expect(try rules(pages) == ["2:23"])
    }

    @Test func bothHalvesOfAParagraphOfTwoLinesAreFound() throws {
        let pages = [Self.paragraph(0) + [Self.full(5, indent: 2)], [Self.short()] + Self.paragraph(3)]
        #expect(try rules(pages) == ["1:23", "2:23"])
    }

    @Test func aWholeParagraphOfOneLineMayStandAnywhere() throws {
        let one = DrawnLine(text: Filler.han(12, from: 70), left: 2)
        #expect(try rules([Self.paragraph(0) + [one], Self.paragraph(3)]) == [])
        #expect(try rules([Self.paragraph(0), [one] + Self.paragraph(3)]) == [])
    }

    /// A line that is nearly full, and a flush one on the next page: they are no paragraph when a heading or a quote's edge parts them.
    @Test func aParagraphDoesNotGoOnBelowAHeadingNorInAQuote() throws {
        let last = DrawnLine(text: Filler.han(16, from: 70) + "。", left: 2)
        let quote = [
            DrawnLine(text: "“甲”" + Filler.han(15, from: 9), left: 1, right: 20),
            DrawnLine(text: Filler.han(9, from: 3), left: 1),
        ]
        #expect(
            try rules([Self.paragraph(0) + [last], [Self.heading(), quote[0], quote[1]] + Self.paragraph(3)]) == [])
        #expect(try rules([Self.paragraph(0) + [last], quote + Self.paragraph(3)]) == [])
    }

    @Test func aSingleLineOfAQuoteIsFound() throws {
        func inside(_ start: Int, indent: Double = 0) -> DrawnLine {
            DrawnLine(text: Filler.han(19 - Int(indent), from: start), left: 1 + indent, right: 20)
        }
        let short = DrawnLine(text: Filler.han(7, from: 33), left: 1)
        let before = Self.paragraph(0) + [inside(3, indent: 2), inside(19), short, inside(9, indent: 2)]
        #expect(try rules([before, [inside(21), inside(5), short] + Self.paragraph(3)]) == ["1:23"])
    }

    @Test func twoLinesOfAParagraphMayStandTogether() throws {
        let pages = [
            Self.paragraph(0) + [Self.full(5, indent: 2), Self.full(40)],
            [Self.full(61), Self.short()] + Self.paragraph(3),
        ]
        #expect(try rules(pages) == [])
    }

    @Test func aNewPageMayBeginWithANewParagraph() throws {
        #expect(try rules([Self.paragraph(0), Self.paragraph(3, lines: 5)]) == [])
    }

    @Test func lineEndsAreWatchedAcrossPages() throws {
        let last = DrawnLine(text: Filler.han(18, from: 40) + "12", right: 20)
        let first = DrawnLine(text: "kg" + Filler.han(18, from: 61), right: 20)
        let pages = [Self.paragraph(0) + [Self.full(5, indent: 2), last], [first, Self.short()] + Self.paragraph(3)]
        #expect(try rules(pages) == ["1:11"])
    }

    @Test func aHeadingLastOnAPageIsFound() throws {
        #expect(try rules([Self.paragraph(0) + [Self.heading()], Self.paragraph(3)]) == ["1:24"])
        #expect(try rules([Self.paragraph(0) + [Self.heading(10, role: .serifBold)], Self.paragraph(3)]) == ["1:24"])
        #expect(try rules([Self.paragraph(0), Self.paragraph(0) + [Self.heading(12)], Self.paragraph(3)]) == ["2:24"])
    }

    @Test func aHeadingWithItsTextIsRight() throws {
        let pages = [Self.paragraph(0) + [Self.heading()] + Self.paragraph(7), Self.paragraph(3)]
        #expect(try rules(pages) == [])
    }

    @Test func aTitlePageIsRight() throws {
        #expect(try rules([[Self.heading(30)], Self.paragraph(0), Self.paragraph(3)]) == [])
    }

    @Test func aFootIsNoHeadingAndTheLastPageMayEndInOne() throws {
        let foot = DrawnLine(text: "标题的", size: 8, leading: 4)
        #expect(try rules([Self.paragraph(0) + [foot], Self.paragraph(3) + [foot]]) == [])
        #expect(try rules([Self.paragraph(3), Self.paragraph(0) + [Self.heading()]]) == [])
    }

    // MARK: Sizes of a handbook

    private func book(body: Double, note: Double? = nil, pages: Int = 4, sheet: Sheet = Sheet(width: 420, height: 595))
        throws -> [String]
    {
        let leading = body * 0.17
        let text = (0..<12).map { line in
            DrawnLine(
                text: Filler.han(line == 11 ? 9 : 20, from: line * 7), right: line == 11 ? nil : 20, size: body,
                leading: leading)
        }
        let small = note.map { [DrawnLine(text: Filler.han(9), size: $0, leading: 3)] } ?? []
        return try sheet.findings((0..<pages).map { _ in text + small }).map {
            "\($0.page):\($0.rule.number) \($0.detail.en)"
        }
    }

    @Test(arguments: [8.0, 10, 12]) func aHandbookOfAnotherSizeIsFound(size: Double) throws {
        let shown = size.description.replacing(".0", with: "")
        #expect(try book(body: size) == ["1:31 the body is \(shown) pt"])
    }

    @Test(arguments: [5.0, 7, 7.5]) func printTooSmallIsFound(size: Double) throws {
        let shown = size.description.replacing(".0", with: "")
        #expect(try book(body: 10.5, note: size) == ["1:31 \(shown) pt, under 7.875 pt"])
    }

    /// Pages of body with a heading of each size above a part of it.
    private func headed(_ sizes: [Double], pages: Int = 4, once: Double? = nil) throws -> [String] {
        func part(_ start: Int) -> [DrawnLine] {
            (0..<8).map { line in
                DrawnLine(
                    text: Filler.han(line == 7 ? 9 : 20, from: start + line * 7), right: line == 7 ? nil : 21,
                    size: 10.5, leading: 1.785)
            }
        }
        let page = sizes.enumerated().flatMap { index, size in
            [DrawnLine(text: "标题的", size: size, role: .serifBold, leading: 3.2)] + part(index * 11)
        }
        let first = once.map { [DrawnLine(text: "标题的", size: $0, role: .serifBold, leading: 3.2)] + part(5) } ?? page
        return try Sheet(width: 420, height: 595).findings([first] + (1..<pages).map { _ in page }).map {
            "\($0.rule.number) \($0.detail.en)"
        }
    }

    @Test(arguments: [[12.0, 12.5], [13, 14], [14, 12, 14.5], [16, 15]])
    func levelsOfHeadingsThatHardlyDifferAreFound(_ sizes: [Double]) throws {
        #expect(try headed(sizes).map { String($0.prefix(14)) } == ["31 headings of"])
    }

    /// A tenth and a fifth larger, half a point off for rounding, the lowest hardly larger than the body or of its size; a size that is
    /// used once is no level, and chapters may open large.
    @Test(arguments: [[11, 12.5, 15], [12, 13.5], [10.5, 12], [12, 24], [12, 14.4]])
    func levelsThatCanBeToldApartAreRight(_ sizes: [Double]) throws {
        #expect(try headed(sizes) == [])
    }

    @Test func aSizeThatIsUsedOnceIsNoLevel() throws { #expect(try headed([12, 14], once: 14.6) == []) }

    @Test func theRightSizesAreRight() throws {
        #expect(try book(body: 10.5, note: 8) == [])
        #expect(try book(body: 9, note: 7.875) == [])
    }

    @Test func otherThanHandbooksMayBeOfAnySize() throws {
        #expect(try book(body: 12, sheet: Sheet(width: 595, height: 842)) == [])
        #expect(try book(body: 12, pages: 2) == [])
    }
}
