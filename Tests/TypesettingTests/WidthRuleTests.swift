import Drawing
import Testing
@testable import Typesetting

/// The rows of the composition checklist that are about widths, each held against positions.
struct WidthRuleTests {
    /// Set on one long line: nothing is stretched.
    private func line(_ text: String) throws -> SetText { try SetText(text, measure: 60) }

    @Test(arguments: ["》。", "，“", "）（", "。”", "！”", "”，", "）。", "：“", "（《", "』」"])
    func row13TwoAdjacentMarksTakeOneAndAHalfEm(_ marks: String) throws {
        let characters = try line("国\(marks)国").characters(0)
        #expect(characters[3].left - characters[0].right == 1.5)
    }

    @Test func row13ThreeAdjacentMarksTakeTwoEm() throws {
        let characters = try line("国。”（国").characters(0)
        #expect(characters[4].left - characters[0].right == 2)
    }

    @Test func aMarkAloneTakesOneEm() throws {
        for mark in "，。、；：？！（）《》“”" {
            let characters = try line("国\(mark)国").characters(0)
            #expect(characters[2].left - characters[0].right == 1, "\(mark)")
        }
    }

    @Test func row14AnOpeningMarkAtALineStartLosesItsLeftHalf() throws {
        let set = try SetText("国国国国“国国国国", measure: 4)
        #expect(set.texts == ["国国国国", "“国国国", "国"] || set.texts[1].first == "“")
        let second = set.characters(1)
        #expect(second[0].left == 0)
        #expect(second[0].width == 0.5)
    }

    @Test func row15AMarkAtALineEndTakesHalfWidth() throws {
        let set = try SetText("国国国国国国国。国国国", measure: 8)
        let first = set.characters(0)
        #expect(first.last?.text == "。")
        #expect(first.last?.width == 0.5)
        #expect(set.end(of: 0) == 8)
    }

    @Test func row16AfterTheIndentAnOpeningMarkLeavesAGapOfOneAndAHalfEm() throws {
        let characters = try SetText("“国国国", measure: 20, indent: 2).characters(0)
        #expect(characters[0].left == 1.5)
        #expect(characters[1].left == 2)
    }

    @Test func row17HanAndLatinStandAQuarterEmApart() throws {
        for text in ["国A国", "国1国", "国%国"] { #expect(try line(text).gap(before: 1) == 0.25, "\(text)") }
        #expect(try line("A国").gap(before: 1) == 0.25)
    }

    @Test func row17ATypedSpaceBetweenHanAndLatinIsThatQuarterEm() throws {
        let set = try line("国 A 国")
        #expect(set.gap(before: 1) == 0.25)
        #expect(set.gap(before: 2) == 0.25)
    }

    @Test func row17NoSpaceStandsBesideMarksOrAtLineEnds() throws {
        #expect(try line("国（A）国").gap(before: 2) == 0)
        #expect(try line("国，A").gap(before: 2) == 0.5)
        let set = try SetText("国国国国国国 AB国国国国", measure: 6)
        #expect(set.end(of: 0) == 6)
        #expect(set.characters(1)[0].left == 0)
    }

    @Test func row18TheFirstLineIsIndentedByTwoEmAndTheOthersAreNot() throws {
        let set = try SetText(String(repeating: "国", count: 20), measure: 8, indent: 2)
        #expect(set.characters(0)[0].left == 2)
        #expect(set.characters(1)[0].left == 0)
    }

    @Test func row27TheInterpunctIsHalfAnEm() throws {
        let characters = try line("约翰·史密斯").characters(0)
        #expect(characters[2].width == 0.5)
        #expect(characters[3].left - characters[1].right == 0.5)
    }

    @Test(arguments: [("？？", 1.0), ("？！", 1.0), ("！！！", 2.0), ("？？？", 2.0), ("？！？！", 2.0)])
    func row28RepeatedQuestionAndExclamationMarks(_ marks: String, _ width: Double) throws {
        let characters = try line("国\(marks)国").characters(0)
        #expect((characters.last?.left ?? 0) - characters[0].right == width)
    }

    @Test func row7ADashIsTwoEmWideInEveryFont() throws {
        let characters = try line("国——国").characters(0)
        #expect(characters[3].left - characters[0].right == 2)
    }

    @Test func row7TheStrokesOfADashMeet() {
        for ink in [0.043...0.846, 0.002...0.998, 0.1...0.6] {
            let starts = Widths.dashStrokes(ink: ink)
            let stroke = ink.upperBound - ink.lowerBound
            for (left, right) in zip(starts, starts.dropFirst()) { #expect(right <= left + stroke + 1e-9) }
            #expect(starts[0] == 0.06)
            #expect(abs(starts[starts.count - 1] + stroke - 1.94) < 1e-9)
        }
    }

    @Test func row8TwoEllipsesAreFourEm() throws {
        let characters = try line("国…………国").characters(0)
        #expect(characters[5].left - characters[0].right == 4)
    }

    @Test func row8AnEllipsisIsTwoEmInEveryFont() throws {
        for face in [FontRole.serif, .hand, .text] {
            let look = TextLook(face: face, strongFace: face, size: 10, colour: TextLook.test.colour)
            let set = try SetText(
                [Inline("国……国")], measure: 60, look: look, fonts: try TestFonts.book("国……国", roles: [face]))
            let characters = set.characters(0)
            #expect(characters[3].left - characters[0].right == 2)
        }
    }

    /// Lines that cannot but be spread: a bracket keeps their last character company.
    @Test(arguments: ["国国国国国①②③（国国国国）国国", "国国国国国5～6（国国国国）国国", "国国国国国——（国国国国国）国国", "国国国国国…………（国国国国国）国国"])
    func row21NothingIsSpreadInsideWhatIsSetAsOne(_ text: String) throws {
        let whole = ["①②③", "5～6", "——", "…………"].first { text.contains($0) } ?? ""
        let natural = try line(text).characters(0)
        for measure in [9.0, 10, 11] {
            let set = try SetText(text, measure: measure)
            let first = set.characters(0)
            let start = try #require(first.firstIndex { $0.text == String(whole.first ?? " ") })
            let end = start + whole.count - 1
            guard end < first.count else { continue }
            #expect(abs(first[end].right - first[start].left - (natural[end].right - natural[start].left)) < 0.001)
        }
    }

    @Test(arguments: [
        ("他说 “OK” 了", false), ("The “scam” is 诈骗", true), ("“students’ books” are here", true), ("“A”国", false),
        ("他说“it’s OK”", false), ("say “no", true),
    ])
    func row29WhichQuotesAreLatin(_ text: String, _ isLatin: Bool) throws {
        let characters = try line(text).characters(0)
        let quote = try #require(characters.first { $0.text == "“" })
        #expect((quote.width < 0.5) == isLatin)
    }

    @Test func row29MarksOfATextWithoutChineseAreLatin() throws {
        let characters = try line("Wait… no—really").characters(0)
        #expect(try #require(characters.first { $0.text == "…" }).width <= 1)
        #expect(try line("No “doubt” about it").gap(before: 2) > 0)
    }

    @Test func row29QuotesAreFullWidthInChineseAndProportionalInLatin() throws {
        let chinese = try line("他说“OK”。").characters(0)
        #expect(chinese[2].width == 0.5)
        #expect(chinese[3].left - chinese[1].right == 1)
        let latin = try line("He said “it’s OK” twice").characters(0)
        let quote = try #require(latin.first { $0.text == "“" })
        #expect(quote.width < 0.5)
        let apostrophe = try #require(latin.first { $0.text == "’" })
        #expect(apostrophe.width < 0.3)
    }

    @Test func row25DotsStandUnderCharactersAndNotUnderMarks() throws {
        let set = try SetText([Inline("国，家A", marks: .emphasis), Inline("反")], measure: 20)
        let marks = set.paragraph.marks(of: set.lines[0], at: .zero, role: .paragraph)
        let dots = marks.compactMap { placed -> Path? in
            if case .fill(let path, _) = placed.mark { path } else { nil }
        }
        #expect(dots.count == 3)
        // Below the descent of the em box, within a line gap of half an em.
        for dot in dots {
            for element in dot.elements {
                if case .line(let point) = element { #expect((1.2...5.0).contains(point.y)) }
            }
        }
    }

    @Test func aZeroWidthSpaceTakesNoSpaceAndLetsALineEnd() throws {
        let set = try line("国\u{200B}家")
        #expect(set.gap(before: 1) == 0)
        let word = try SetText("abcdef\u{200B}ghijkl", measure: 4)
        #expect(word.texts == ["abcdef", "ghijkl"])
    }

    @Test func row30TheMeasureIsFlooredToWholeEm() throws {
        let set = try SetText(String(repeating: "国", count: 20), measure: 8.7)
        #expect(set.texts[0].count == 8)
        #expect(set.end(of: 0) == 8)
    }

    @Test func marksOfFontsThatCentreThemAreMovedIntoTheirHalf() {
        #expect(Widths.halfBody(.exclamation, ink: 0.3...0.7, advance: 1) == (0.5, -0.25))
        #expect(Widths.halfBody(.interpunct, ink: 0.4...0.6, advance: 1) == (0.5, -0.25))
        #expect(Widths.halfBody(.opening, ink: 0.06...0.31, advance: 0.25) == (0.5, 0.25))
    }
}
