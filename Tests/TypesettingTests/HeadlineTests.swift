import Diagnostics
import Drawing
import Testing
@testable import Typesetting

struct HeadlineTests {
    private func fitted(
        _ text: String, _ width: Points, _ height: Points, sizes: ClosedRange<Points> = 5...500,
        lines: ClosedRange<Int> = 1...8, alignment: ParagraphStyle.Alignment = .centred
    ) throws -> Headline.Fitted {
        var report = Report()
        let headline = Headline([Inline(text)], look: .test, alignment: alignment, sizes: sizes, lines: lines)
        return headline.fitted(
            in: Rect(x: 0, y: 0, width: width, height: height), fonts: try TestFonts.book(text), reporting: &report)
    }

    private func lines(_ fitted: Headline.Fitted) -> [String] { SetFlow.lines(of: fitted.items) }

    @Test func theTextIsAsLargeAsTheRectangleAllows() throws {
        let one = try fitted("国家反诈", 400, 100)
        #expect(one.size == 100)
        #expect(one.lines == 1)
        let two = try fitted("国家反诈", 200, 300)
        #expect(two.lines == 2)
        #expect(two.size == 100)
    }

    @Test func phrasesStayWhole() throws {
        #expect(lines(try fitted("不轻信，不透露，不转账", 350, 400)) == ["不轻信，", "不透露，", "不转账"])
    }

    /// A line that has to be squeezed is a line like others: it does not pay to cut a phrase for it.
    @Test func phrasesAreNotCutToSqueezeALine() throws {
        let text = "这五类不拿便宜勾人，用的是怕、急、情，还有孩子的游戏。"
        let set = try SetText(text, measure: 24, alignment: .ragged, keepsPhrases: true)
        #expect(set.lines.count == 2)
        let first = set.lines[0].items.map { set.paragraph.shaped.clusters[$0] }
        #expect(String(first.map { Character(Unicode.Scalar($0.scalar) ?? "?") }).hasSuffix("，"))
    }

    @Test func noLineHoldsASingleCharacter() throws {
        for text in ["国家反", "国家反诈中", "国家，反"] {
            for line in lines(try fitted(text, 100, 900)) {
                #expect(line.filter { $0 != "，" }.count > 1, "\(text)")
            }
        }
    }

    @Test func aParticleDoesNotBeginALine() throws {
        let set = lines(try fitted("你转出去的是别人的血汗钱", 400, 400))
        for line in set { #expect(line.first != "的", "\(set)") }
    }

    @Test func theBoundsOfTheSizeAreKept() throws {
        #expect(try fitted("国家", 1000, 1000, sizes: 10...40).size == 40)
        let large = try fitted("国家反诈中心", 30, 12, sizes: 10...40)
        #expect(large.size == 10)
        #expect(large.excess.width > 0 || large.excess.height > 0)
        #expect(try fitted("国家", 100, 100).excess == Size(width: 0, height: 0))
    }

    @Test func aNumberIsNotBroken() throws {
        #expect(lines(try fitted("96110", 100, 300)) == ["96110"])
    }

    @Test func linesStayInsideTheRectangle() throws {
        let fit = try fitted("凡是要求先交费的都是诈骗！", 300, 200)
        for item in fit.items {
            guard case .glyphs(let run, let origin) = item.mark else { continue }
            #expect(origin.x >= -0.001)
            #expect(origin.y - EmBox.ascent * run.size >= -0.001)
            #expect(origin.y + (1 - EmBox.ascent) * run.size <= 200.001)
        }
    }

    @Test func anEmptyTextSetsNothing() throws { #expect(try fitted("", 100, 100).items.isEmpty) }

    @Test func theLargestSizeThatFitsIsFound() throws {
        let block = Block.body(lines: 10)
        var report = Report()
        let fonts = try TestFonts.book("国")
        let found = Fitting.largest(in: 6...20, reporting: &report) { size, report in
            var style = SetFlow.style
            style.body.size = size
            style.paragraph.leading = size * 1.6
            style.grid = nil
            return Flow([block], style: style, fonts: fonts).filled(into: [SetFlow.box(lines: 10)], reporting: &report)
        }
        #expect(found.filled.overflow == nil)
        #expect(found.size >= 9.5 && found.size <= 11)
        let none = Fitting.largest(in: 18...20, reporting: &report) { size, report in
            var style = SetFlow.style
            style.body.size = size
            return Flow([block], style: style, fonts: fonts).filled(into: [SetFlow.box(lines: 2)], reporting: &report)
        }
        #expect(none.size == 18)
        #expect(none.filled.overflow != nil)
    }
}
