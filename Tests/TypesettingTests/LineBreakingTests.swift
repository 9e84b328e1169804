import Diagnostics
import Drawing
import TestSupport
import Testing
@testable import Typesetting

struct LineBreakingTests {
    private static let alphabet = Array("国家反诈中心提醒您不轻信透露转账的了是一在，。、；：？！（）《》“”·—…ABCabc0123456789 ")

    /// A text of Han, marks in all pairs, Latin, numbers.
    private func text(_ random: inout SeededGenerator, length: Int) -> String {
        var text = ""
        for _ in 0..<length {
            let isHan = Int.random(in: 0..<10, using: &random) < 6
            let range = isHan ? 0..<20 : 20..<Self.alphabet.count
            text.append(Self.alphabet[Int.random(in: range, using: &random)])
        }
        return text
    }

    /// Rows 1 to 6 and 19 over paragraphs in which any mark may follow any other: where a line can be set at all, it ends
    /// exactly at the measure and begins and ends with what may stand there.
    @Test(arguments: [17.0, 24.0]) func randomParagraphsKeepTheRules(_ measure: Double) throws {
        var random = SeededGenerator(seed: 20240701)
        let book = try TestFonts.book(String(Self.alphabet))
        var checked = 0
        for _ in 0..<120 {
            let text = text(&random, length: 160)
            let set = try SetText(text, measure: measure, indent: 2, fonts: book)
            for (index, line) in set.lines.enumerated() {
                let items = set.paragraph.items
                if index > 0 { #expect(items[line.items.lowerBound].gap.allowsBreak, "\(text)") }
                #expect(line.excess == 0)
                let spreads = line.items.dropFirst().contains { items[$0].gap.spreads }
                guard index < set.lines.count - 1, spreads else { continue }
                #expect(abs(set.end(of: index) - measure) < 0.001, "\(set.texts[index])")
                checked += 1
            }
            #expect(set.texts.joined() == text.filter { $0 != " " }, "nothing is lost")
        }
        #expect(checked > 500)
    }

    @Test func row20StretchingCostsMoreThanSqueezingAtAnEqualRatio() {
        #expect(LineBreaker.stretchCost > LineBreaker.squeezeCost)
    }

    @Test func row21CommasAreSqueezedBeforeStopsAndBracketsBeforeCommas() throws {
        // Eleven cells and a bracket's, a comma's and a stop's half in ten and a half em: half an em must go.
        let set = try SetText("国）国，国。国国国国国国国国", measure: 11)
        let line = set.characters(0)
        #expect(line.last?.right == 11)
        let gaps = [2, 4, 6].map { set.gap(before: $0) }
        #expect(gaps[0] <= gaps[1] && gaps[1] <= gaps[2])
    }

    @Test func row21WordSpacesAreStretchedBeforeTheGapsBetweenHan() throws {
        let set = try SetText("国国国国ab cd国国国国国国国国国", measure: 11)
        #expect(set.end(of: 0) == 11)
        #expect(set.gap(before: 1) == 0)
    }

    @Test func row19PureChineseIsSpreadEvenly() throws {
        // A bracket may not end the line, so that seven characters fill eight cells.
        let set = try SetText("国国国国国国国（国国国国国）国国国", measure: 8)
        #expect(set.texts[0].count == 7)
        let gaps = (1..<7).map { set.gap(before: $0) }
        for gap in gaps { #expect(abs(gap - 1.0 / 6) < 0.001) }
        #expect(set.end(of: 0) == 8)
    }

    @Test func aParagraphGoesOnWithAnotherMeasure() throws {
        let text = String(repeating: "国家反诈", count: 10)
        let set = try SetText(text, measure: 10)
        let rest = set.paragraph.broken(to: 60, resuming: set.lines[1].end)
        #expect(rest.map(\.items.count) == [6, 6, 6, 2])
        #expect(rest[0].indent == 0)
    }

    @Test func anEmptyParagraphHasNoLines() throws {
        #expect(try SetText("", measure: 10).lines.isEmpty)
        #expect(try SetText("  \n ", measure: 10).lines.isEmpty)
    }

    @Test func aWordOfFiveHundredLettersIsBrokenInNeed() throws {
        let set = try SetText("请看" + String(repeating: "abcdefghij", count: 50) + "国", measure: 12)
        #expect(set.texts.joined().count == 503)
        for line in set.lines { #expect(line.excess == 0) }
    }

    @Test func punctuationAloneIsSet() throws {
        let text = "，。、；：？！（）《》“”，。、；：？！（）《》“”……——"
        let set = try SetText(text, measure: 6)
        #expect(set.texts.joined() == text)
    }

    @Test func aMeasureOfFourEmHoldsEverything() throws {
        let text = "凡是要求“先交费、后放款”的，都是诈骗……请拨打96110。"
        let set = try SetText(text, measure: 4)
        #expect(set.texts.joined() == text)
        for line in set.lines { #expect(line.excess < 0.001) }
    }

    @Test func aMeasureNarrowerThanACharacterStillEnds() throws {
        let set = try SetText("国家——反诈", measure: 0.5)
        #expect(set.texts.joined() == "国家——反诈")
        #expect(set.lines.contains { $0.excess > 0 })
    }

    @Test func tenThousandEmojiAreReportedOnceAndSet() throws {
        let set = try SetText(String(repeating: "😀", count: 10_000), measure: 20)
        #expect(set.report.diagnostics.count == 1)
        #expect(set.texts.joined().count == 10_000)
    }

    @Test func textFromRightToLeftStandsInVisualOrder() throws {
        let set = try SetText("国 אבג 国", measure: 20)
        let characters = set.characters(0)
        #expect(characters.map(\.text).joined() == "国אבג国")
        #expect(characters[1].left > characters[2].left)
        #expect(characters[2].left > characters[3].left)
        #expect(characters[4].left > characters[1].left)
    }

    @Test func aRoleWithoutAFontIsReportedAndDrawsNothing() throws {
        let set = try SetText("国家", measure: 20, fonts: try TestFonts.book("国家", roles: []))
        #expect(set.report.diagnostics.map(\.code.id) == ["BB510", "BB510"])
        for line in set.lines {
            #expect(set.paragraph.marks(of: line, at: .zero, role: .paragraph).isEmpty)
        }
    }

    @Test func combiningMarksStayWithTheirLetters() throws {
        let set = try SetText("e\u{301}a\u{308}o", measure: 20)
        #expect(set.characters(0).count == 3)
    }
}
