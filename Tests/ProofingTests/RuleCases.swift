/// Lines that go against one rule each, and lines that look as if they did and do not.
struct RuleCase: CustomStringConvertible, Sendable {
    let rule: Int
    let name: String
    let lines: [DrawnLine]

    init(_ rule: Int, _ name: String, _ lines: [DrawnLine]) {
        self.rule = rule
        self.name = name
        self.lines = lines
    }

    var description: String { "\(rule): \(name)" }
}

// Where lines end: rules 1 to 11.
extension RuleCase {
    static let lineEndViolations: [RuleCase] = [
        RuleCase(1, "，", Setting.lineBreak("说", 1, "，", 0.5)),
        RuleCase(1, "。 raw", Setting.lineBreak("说", 1, "。", 1)),
        RuleCase(1, "？", Setting.lineBreak("说", 1, "？", 1)),
        RuleCase(1, "、", Setting.lineBreak("A", 1, "、", 1)),
        RuleCase(2, "）", Setting.lineBreak("说", 1, "）", 1)),
        RuleCase(2, "》", Setting.lineBreak("12", 1, "》", 1)),
        RuleCase(2, "”", Setting.lineBreak("说", 1, "”", 1)),
        RuleCase(3, "（", Setting.lineBreak("（", 1, "说", 1)),
        RuleCase(3, "《", Setting.lineBreak("《", 1, "书", 1)),
        RuleCase(3, "“", Setting.lineBreak("“", 1, "我", 1)),
        RuleCase(4, "a name", Setting.lineBreak("阿卜杜拉", 4, "·{0.1}买提", 3)),
        RuleCase(4, "another name", Setting.lineBreak("甲", 1, "·{0.1}乙丙", 3)),
        RuleCase(4, "between letters", Setting.lineBreak("A", 1, "·{0.1}B", 1)),
        RuleCase(5, "～", Setting.lineBreak("3", 1, "～5", 2)),
        RuleCase(5, "a single —", Setting.lineBreak("甲", 1, "—{0.1}乙", 2)),
        RuleCase(5, "～ between Han", Setting.lineBreak("甲", 1, "～乙", 2)),
        RuleCase(6, "first", Setting.lineBreak("米", 1, "/秒", 2)),
        RuleCase(6, "last", Setting.lineBreak("米/", 2, "时", 1)),
        RuleCase(6, "in an address", Setting.lineBreak("example.com/", 6, "page", 3)),
        RuleCase(7, "split", Setting.lineBreak("对—", 2, "—{0.1}的", 2)),
        RuleCase(8, "split", Setting.lineBreak("对…", 2, "…的", 2)),
        RuleCase(8, "two of them split", Setting.lineBreak("对……", 3, "……的", 3)),
        RuleCase(10, "thousands", Setting.lineBreak("12,", 2, "000", 2)),
        RuleCase(10, "%", Setting.lineBreak("50", 1, "%", 1)),
        RuleCase(10, "￥", Setting.lineBreak("￥", 1, "500", 2)),
        RuleCase(10, "℃", Setting.lineBreak("37", 1, "℃", 1)),
        RuleCase(10, "①②③", Setting.lineBreak("①", 1, "②③", 2)),
        RuleCase(10, "digits", Setting.lineBreak("20", 1, "24", 1)),
        RuleCase(11, "kg", Setting.lineBreak("12", 1, "kg", 1)),
        RuleCase(11, "km with a number before", Setting.lineBreak("4.5", 1.5, "km", 1.5)),
        RuleCase(11, "MB", Setting.lineBreak("300", 1.5, "MB", 1.5)),
    ]

    static let lineEndLegal: [RuleCase] = [
        RuleCase(1, "marks at line ends", Setting.lineBreak("说，", 1.5, "说", 1)),
        RuleCase(1, "a comma in a number", Setting.lineBreak("说", 1, "1,000", 2)),
        RuleCase(1, "a Latin point", Setting.lineBreak("A.", 1, "B", 1)),
        RuleCase(2, "closing at the end", Setting.lineBreak("说）", 1.5, "说", 1)),
        RuleCase(2, "both at the end", Setting.lineBreak("说》{-0.5}”", 2, "说", 1)),
        RuleCase(2, "opening first", Setting.lineBreak("说", 1, "（甲）", 2.5)),
        RuleCase(3, "opening first", Setting.lineBreak("说", 1, "《书名》", 3.5)),
        RuleCase(3, "a Latin parenthesis", Setting.lineBreak("(a)", 1, "b", 1)),
        RuleCase(3, "a quotation of one word", Setting.lineBreak("“好”", 2, "说", 1)),
        RuleCase(4, "inside a line", Setting.lineBreak("拉{0.1}·{0.1}买提", 4, "说", 1)),
        RuleCase(4, "last in a line", Setting.lineBreak("阿卜杜拉{0.1}·", 5, "买提", 2)),
        RuleCase(
            4, "a bullet",
            [
                DrawnLine(text: Filler.han(20), right: 20), DrawnLine(text: "·{0.6}" + Filler.han(12, from: 9)),
                DrawnLine(text: "·{0.6}" + Filler.han(9, from: 29)),
            ]),
        RuleCase(5, "～ at the end", Setting.lineBreak("3～", 2, "甲", 1)),
        RuleCase(5, "a dash of two em", Setting.lineBreak("说", 1, "——说", 3)),
        RuleCase(5, "inside", Setting.lineBreak("甲～乙", 3, "丙", 1)),
        RuleCase(6, "inside", Setting.lineBreak("米/秒", 3, "说", 1)),
        RuleCase(6, "a path at a paragraph's start", Setting.lastLine("") + [DrawnLine(text: "/page", leading: 2.4)]),
        RuleCase(6, "a backslash", Setting.lineBreak("a\\", 1, "b", 1)),
        RuleCase(7, "whole, last", Setting.lineBreak("说——", 3, "说", 1)),
        RuleCase(7, "whole, first", Setting.lineBreak("说", 1, "——说", 3)),
        RuleCase(7, "whole, inside", Setting.inLine("——", width: 2)),
        RuleCase(8, "whole, last", Setting.lineBreak("说……", 3, "说", 1)),
        RuleCase(8, "whole, first", Setting.lineBreak("说", 1, "……说", 3)),
        RuleCase(8, "two of them inside", Setting.inLine("…………", width: 4)),
        RuleCase(10, "a list after a number", Setting.lineBreak("12", 1, "说", 1)),
        RuleCase(10, "whole", Setting.lineBreak("12,000", 3, "50%", 2)).spaced,
        RuleCase(10, "①② whole", Setting.lineBreak("①②", 2, "说", 1)),
        RuleCase(11, "whole", Setting.lineBreak("12{0.25}kg", 2.5, "说", 1)),
        RuleCase(11, "a word", Setting.lineBreak("12", 1, "kings", 2)),
        RuleCase(11, "a unit of Han", Setting.lineBreak("12", 1, "千米", 2)),
    ]

    /// The break between the two numbers is at a typed space.
    private var spaced: RuleCase {
        var lines = self.lines
        lines[1].text = lines[1].text.replacing("12,000", with: "12,000甲")
        return RuleCase(rule, name, lines)
    }
}

// How wide marks and gaps are.
extension RuleCase {
    static let widthViolations: [RuleCase] = [
        RuleCase(7, "too narrow", Setting.inLine("—{-0.4}—", width: 1.5)),
        RuleCase(7, "pulled apart", Setting.inLine("—{0.7}—", width: 2.5)),
        RuleCase(8, "squeezed", Setting.inLine("…{-0.4}…", width: 1.6)),
        RuleCase(8, "pulled apart", Setting.inLine("…{0.5}…", width: 2.5)),
        RuleCase(8, "two of them too narrow", Setting.inLine("…{-0.3}…{-0.3}…{-0.3}…", width: 3.1)),
        RuleCase(13, "》。", Setting.inLine("《书》。", width: 4)),
        RuleCase(13, "：“", Setting.inLine("说：“好”", width: 5)),
        RuleCase(13, "）（", Setting.inLine("（甲）（乙）", width: 6)),
        RuleCase(13, "！”", Setting.inLine("“好！”", width: 4)),
        RuleCase(17, "too wide in a stretched line", Setting.inLine("用{0.7}Word{0.25}写", width: 6)),
        RuleCase(17, "too wide in the last line", Setting.lastLine("用{0.4}Word{0.25}写")),
        RuleCase(17, "beside a comma", Setting.inLine("说，{0.25}Word{0.25}好", width: 6)),
        RuleCase(17, "before a bracket", Setting.inLine("用{0.25}Word{0.25}（甲）", width: 7)),
        RuleCase(27, "a Latin dot", Setting.inLine("阿卜·买提", width: 4.3)),
        RuleCase(27, "nearly an em", Setting.inLine("阿卜{0.24}·{0.24}买提", width: 4.8)),
        RuleCase(27, "three quarters", Setting.inLine("甲{0.2}·{0.22}乙", width: 2.75)),
        RuleCase(28, "？！", Setting.inLine("吗？！", width: 3)),
        RuleCase(28, "！！", Setting.inLine("啊！！", width: 3)),
        RuleCase(28, "？？？", Setting.inLine("吗？？？", width: 4)),
        RuleCase(29, "closing", Setting.inLine("好”{-0.6}的", width: 3)),
        RuleCase(29, "opening", Setting.inLine("的“{-0.65}好", width: 3)),
        RuleCase(29, "single", Setting.inLine("的‘{-0.6}好", width: 3)),
    ]

    static let widthLegal: [RuleCase] = [
        RuleCase(7, "an English dash", Setting.inLine("a{0.1}—{0.1}b", width: 2)),
        RuleCase(7, "a rule of many", Setting.inLine("———", width: 3)),
        RuleCase(7, "in a stretched line", Setting.inLine("——", width: 3)),
        RuleCase(8, "one alone", Setting.inLine("…", width: 1)),
        RuleCase(8, "three dots of ASCII", Setting.inLine("...", width: 1)),
        RuleCase(8, "in a stretched line", Setting.inLine("……", width: 3)),
        RuleCase(13, "squeezed", Setting.inLine("《书》{-0.5}。", width: 3.5)),
        RuleCase(13, "squeezed more", Setting.inLine("（甲）{-0.8}（乙）", width: 5.2)),
        RuleCase(13, "in a stretched line", Setting.inLine("说：{-0.5}“好”", width: 6)),
        RuleCase(13, "empty brackets", Setting.inLine("（）", width: 2)),
        RuleCase(17, "a quarter in the last line", Setting.lastLine("用{0.25}Word{0.25}写")),
        RuleCase(17, "half an em in a stretched line", Setting.inLine("用{0.5}Word{0.5}写", width: 6)),
        RuleCase(17, "nothing beside a comma", Setting.inLine("Word，Word", width: 6)),
        RuleCase(17, "a number before a title", [DrawnLine(text: "1{0.8}标题")]),
        RuleCase(27, "half an em", Setting.inLine("阿卜{0.08}·{0.09}买提", width: 4.5)),
        RuleCase(27, "between letters", Setting.inLine("a·b", width: 1.5)),
        RuleCase(27, "a separator with spaces", Setting.inLine("甲{0.15} {0.15}·{0.15} {0.15}乙", width: 3.5)),
        RuleCase(28, "half an em each", Setting.inLine("吗？{-0.5}！{-0.5}", width: 2.5)),
        RuleCase(28, "three", Setting.inLine("吗？{-0.5}？{-0.5}？", width: 3)),
        RuleCase(28, "apart", Setting.inLine("吗？好！", width: 4)),
        RuleCase(29, "full width", Setting.inLine("的“好”的", width: 5)),
        RuleCase(29, "squeezed to half", Setting.inLine("的{-0.5}“好”{-0.5}的", width: 4)),
        RuleCase(29, "an apostrophe", Setting.inLine("don’{-0.7}t", width: 3)),
    ]
}

extension Setting {
    /// A text in the last line of a paragraph, at its natural width.
    static func lastLine(_ text: String) -> [DrawnLine] {
        [full(0, indent: 2), full(31), full(57), DrawnLine(text: Filler.han(4, from: 80) + text)]
    }
}
