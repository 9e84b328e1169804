import Diagnostics
import Drawing
import TestSupport
import Testing
@testable import Proofing

/// Random paragraphs that are right, and the same with one thing wrong in them.
struct RandomLayoutTests {
    /// Texts that are right wherever they stand in a line.
    private static let legal = [
        "《书》{-0.5}。", "说：{-0.5}“好”", "（甲）{-0.5}（乙）", "用{0.25}Word{0.25}写", "12,000", "￥500", "50%", "甲～乙", "米/秒", "——",
        "……",
        "阿卜{0.08}·{0.09}买提", "吗？{-0.5}！{-0.5}", "12{0.25}kg", "①②③", "好，", "好。", "（甲）", "a–b", "37℃",
    ]

    /// A right text, the same gone wrong, and the rule.
    private static let wrong: [(text: String, rule: Int)] = [
        ("《书》。", 13), ("说：“好”", 13), ("（甲）（乙）", 13), ("用{0.8}Word{0.25}写", 17), ("好，{0.3}Word", 17), ("阿卜·买提", 27),
        ("阿卜{0.24}·{0.24}买提", 27), ("吗？！", 28), ("吗？？？", 28), ("—{0.7}—", 7), ("…{0.6}…", 8), ("的“{-0.7}好", 29),
    ]

    /// What ends a line and begins the next, against a rule.
    private static let parted: [(end: String, start: String, rule: Int)] = [
        ("说", "，", 1), ("说", "。", 1), ("说", "》", 2), ("说", "”", 2), ("《", "书", 3), ("“", "我", 3), ("甲", "·{0.1}乙", 4),
        ("甲", "～乙", 5),
        ("米", "/秒", 6), ("米/", "秒", 6), ("说—", "—{0.1}说", 7), ("说…", "…说", 8), ("12,", "000", 10), ("37", "℃", 10),
        ("12", "kg", 11),
    ]

    private var random: SeededGenerator
    private let book: FontBook

    init() throws {
        random = SeededGenerator(seed: 20240710)
        book = try #require(TestFonts.book)
    }

    /// A line of Han characters with some legal texts, justified to a measure.
    private mutating func line(
        _ measure: Int, indent: Double = 0, holding must: String = "", ending end: String = "",
        beginning start: String = ""
    )
        throws -> DrawnLine
    {
        var middle = must
        if must.isEmpty, Bool.random(using: &random) {
            middle = Self.legal.randomElement(using: &random) ?? ""
        }
        let core = "的" + middle + "的"
        let taken = try DrawnLine(text: start + core + end).naturalWidth(book)
        let rest = Int(Double(measure) - indent - taken)
        let before = Int.random(in: 1..<max(2, rest), using: &random)
        let seed = Int.random(in: 0..<80, using: &random)
        let text =
            start + Filler.han(before, from: seed) + core + Filler.han(max(0, rest - before), from: seed + 40) + end
        return DrawnLine(text: text, left: indent, right: Double(measure))
    }

    private mutating func paragraphs(_ measure: Int) throws -> [DrawnLine] {
        var lines: [DrawnLine] = []
        for _ in 0..<2 {
            lines.append(try line(measure, indent: 2))
            for _ in 0..<Int.random(in: 3...5, using: &random) { lines.append(try line(measure)) }
            lines.append(
                DrawnLine(text: Filler.han(Int.random(in: 2..<measure - 2, using: &random), from: lines.count)))
        }
        let leading = Double.random(in: 1.5...2, using: &random)
        return lines.map { line in
            var line = line
            line.leading = leading
            return line
        }
    }

    @Test mutating func whatIsRightIsLeftAlone() throws {
        var pages: [[DrawnLine]] = []
        for _ in 0..<60 { pages.append(try paragraphs(Int.random(in: 16...30, using: &random))) }
        let found = try Sheet(width: 450, height: 640).findings(pages)
        #expect(found.isEmpty, "\(found.map { "\($0.page):\($0.line) \($0.rule.number) \($0.detail.en) \($0.text)" })")
    }

    @Test mutating func whatGoesWrongIsFoundAndNothingElse() throws {
        var pages: [[DrawnLine]] = []
        var rules: [Int] = []
        for round in 0..<60 {
            let measure = Int.random(in: 16...30, using: &random)
            var lines = try paragraphs(measure)
            let leading = lines[0].leading
            if round % 2 == 0 {
                let wrong = Self.wrong[round / 2 % Self.wrong.count]
                lines[2] = try line(measure, holding: wrong.text)
                rules.append(wrong.rule)
            } else {
                let wrong = Self.parted[round / 2 % Self.parted.count]
                lines[1] = try line(measure, ending: wrong.end)
                lines[2] = try line(measure, beginning: wrong.start)
                rules.append(wrong.rule)
            }
            for index in lines.indices { lines[index].leading = leading }
            pages.append(lines)
        }
        let found = try Sheet(width: 450, height: 640).findings(pages)
        for (index, rule) in rules.enumerated() {
            let here = found.filter { $0.page == index + 1 }
            #expect(
                here.map(\.rule.number) == [rule],
                "\(here.map { "\($0.line) \($0.rule.number) \($0.detail.en) \($0.text)" }) \(pages[index].map(\.text))")
        }
    }
}
