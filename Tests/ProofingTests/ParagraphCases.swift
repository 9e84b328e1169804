// How lines stand in their measure: rules 14 to 19, 22, 25, 30 and 34.
extension RuleCase {
    private static func full(_ start: Int, indent: Double = 0) -> DrawnLine { Setting.full(start, indent: indent) }
    private static func last(_ count: Int = 9) -> DrawnLine { DrawnLine(text: Filler.han(count, from: 80)) }

    /// A paragraph of four lines whose second is given.
    private static func second(_ line: DrawnLine) -> [DrawnLine] {
        [full(0, indent: 2), line, full(31), full(57), last()]
    }

    /// A paragraph of four lines whose first is given.
    private static func first(_ line: DrawnLine) -> [DrawnLine] { [line, full(11), full(31), full(57), last()] }

    /// A paragraph whose last line is given.
    private static func ending(_ line: DrawnLine) -> [DrawnLine] { [full(0, indent: 2), full(11), full(31), line] }

    /// Lines of one text at one leading.
    private static func set(_ count: Int, measure: Double, leading: Double) -> [DrawnLine] {
        (0..<count).map {
            DrawnLine(text: Filler.han(Int(measure), from: $0 * 17), right: measure, leading: leading)
        } + [DrawnLine(text: Filler.han(7, from: 90), leading: leading)]
    }

    /// Dots below (or above) the first characters of a line.
    private static func dots(_ leading: Double, _ mark: String = "•") -> DrawnLine {
        // The font sets • in a cell of its own, · narrow.
        DrawnLine(text: mark == "•" ? "•••" : "{0.32}·{0.66}·{0.66}·", leading: leading)
    }

    static let paragraphViolations: [RuleCase] = [
        RuleCase(14, "（", second(DrawnLine(text: "（甲）" + Filler.han(17, from: 7), right: 20, isRaw: true))),
        RuleCase(14, "“", second(DrawnLine(text: "“甲”" + Filler.han(17, from: 7), right: 20, isRaw: true))),
        RuleCase(14, "《 in the last line", ending(DrawnLine(text: "《书名》的", isRaw: true))),
        RuleCase(15, "，", second(DrawnLine(text: Filler.han(19, from: 7) + "，", right: 20, isRaw: true))),
        RuleCase(15, "。", second(DrawnLine(text: Filler.han(19, from: 7) + "。", right: 20, isRaw: true))),
        RuleCase(15, "）", second(DrawnLine(text: "甲（" + Filler.han(17, from: 7) + "）", right: 20, isRaw: true))),
        RuleCase(
            16, "“ whole", first(DrawnLine(text: "“甲”" + Filler.han(15, from: 7), left: 2, right: 20, isRaw: true))),
        RuleCase(
            16, "《 trimmed, at two em", first(DrawnLine(text: "《书》" + Filler.han(15, from: 7), left: 2, right: 20))),
        RuleCase(
            16, "（ whole, at two em",
            first(DrawnLine(text: "（甲）" + Filler.han(15, from: 7), left: 2, right: 20, isRaw: true))),
        RuleCase(18, "one em", first(DrawnLine(text: Filler.han(19, from: 7), left: 1, right: 20))),
        RuleCase(18, "three em", first(DrawnLine(text: Filler.han(17, from: 7), left: 3, right: 20))),
        RuleCase(18, "none, where others have it", ending(last()) + [full(7), full(11), last(5)]),
        RuleCase(19, "an em short", second(DrawnLine(text: Filler.han(19, from: 7)))),
        RuleCase(19, "half an em short", second(DrawnLine(text: Filler.han(19, from: 7), right: 19.5))),
        RuleCase(19, "beyond", second(DrawnLine(text: Filler.han(20, from: 7), right: 20.4))),
        RuleCase(
            19, "unevenly stretched",
            second(
                DrawnLine(text: Filler.han(9, from: 7) + "{0.12}" + Filler.han(11, from: 60), right: 20))),
        RuleCase(22, "one character", ending(DrawnLine(text: "的"))),
        RuleCase(22, "and a full stop", ending(DrawnLine(text: "的。"))),
        RuleCase(22, "and marks on both sides", ending(DrawnLine(text: "好！{-0.5}”"))),
        RuleCase(
            25, "above",
            second(full(7)).enumerated().flatMap { index, line in
                index == 2 ? [dots(1.1), DrawnLine(text: line.text, right: 20, leading: 0.6)] : [line]
            }),
        RuleCase(
            25, "above the first line",
            [dots(1), DrawnLine(text: Filler.han(20), right: 20, leading: 0.6), full(7), full(11), last()]),
        RuleCase(
            25, "above the last line",
            [full(0), full(7), full(11), dots(1.1, "·"), DrawnLine(text: Filler.han(9, from: 80), leading: 0.6)]),
        RuleCase(30, "a measure with half an em", set(4, measure: 18.5, leading: 1.7)),
        RuleCase(30, "too tight", set(4, measure: 20, leading: 1.4)),
        RuleCase(30, "too wide", set(4, measure: 20, leading: 2.2)),
        RuleCase(30, "not constant", second(DrawnLine(text: Filler.han(20, from: 7), right: 20, leading: 1.9))),
        RuleCase(34, "a comma", second(DrawnLine(text: Filler.han(20, from: 7) + "，", right: 20.5))),
        RuleCase(34, "a full stop", second(DrawnLine(text: Filler.han(20, from: 7) + "。", right: 20.5))),
        RuleCase(34, "a closing mark", second(DrawnLine(text: Filler.han(20, from: 7) + "”", right: 20.5))),
    ]

    static let paragraphLegal: [RuleCase] = [
        RuleCase(14, "trimmed", second(DrawnLine(text: "（甲）" + Filler.han(17, from: 7), right: 20))),
        RuleCase(14, "inside", second(DrawnLine(text: "甲（乙）" + Filler.han(16, from: 7), right: 20))),
        RuleCase(14, "one line alone", [DrawnLine(text: "《书名》的", isRaw: true)]),
        RuleCase(15, "trimmed", second(DrawnLine(text: Filler.han(19, from: 7) + "，", right: 20))),
        RuleCase(15, "the last line", ending(DrawnLine(text: Filler.han(12, from: 7) + "。", isRaw: true))),
        RuleCase(
            15, "ragged lines",
            [
                DrawnLine(text: Filler.han(18) + "，"), DrawnLine(text: Filler.han(16, from: 9) + "，"),
                DrawnLine(text: Filler.han(17, from: 29) + "，"), DrawnLine(text: Filler.han(9, from: 49) + "。"),
            ]),
        RuleCase(16, "one and a half", first(DrawnLine(text: "“甲”" + Filler.han(15, from: 7), left: 1.5, right: 20))),
        RuleCase(
            16, "an opening mark later", first(DrawnLine(text: "甲（乙）" + Filler.han(14, from: 7), left: 2, right: 20))),
        RuleCase(16, "no indent at all", first(DrawnLine(text: "“甲”" + Filler.han(17, from: 7), right: 20))),
        RuleCase(18, "two em", first(DrawnLine(text: Filler.han(18, from: 7), left: 2, right: 20))),
        RuleCase(
            18, "a list with hanging numbers",
            [
                DrawnLine(text: "1.{0.5}" + Filler.han(18, from: 3), left: 0, right: 20),
                DrawnLine(text: Filler.han(10, from: 9), left: 1.33),
                DrawnLine(text: "2.{0.5}" + Filler.han(18, from: 23), left: 0, right: 20),
                DrawnLine(text: Filler.han(8, from: 9), left: 1.33),
            ]),
        RuleCase(
            18, "centred lines",
            [
                DrawnLine(text: Filler.han(6), left: 7), DrawnLine(text: Filler.han(10, from: 9), left: 5),
                DrawnLine(text: Filler.han(8, from: 19), left: 6),
            ]),
        RuleCase(
            18, "what goes on from another column", [full(0), full(7), last(), full(11, indent: 2), full(31), last(4)]),
        RuleCase(19, "the last line", ending(DrawnLine(text: Filler.han(19, from: 7)))),
        RuleCase(19, "stretched evenly", second(DrawnLine(text: Filler.han(18, from: 7), right: 20))),
        RuleCase(
            19, "ragged on purpose",
            [
                DrawnLine(text: Filler.han(19)), DrawnLine(text: Filler.han(17, from: 9)),
                DrawnLine(text: Filler.han(18, from: 29)),
                DrawnLine(text: Filler.han(15, from: 49)), DrawnLine(text: Filler.han(6, from: 59)),
            ]),
        RuleCase(22, "two characters", ending(DrawnLine(text: "的好。"))),
        RuleCase(22, "a word", ending(DrawnLine(text: "A。"))),
        RuleCase(22, "a number and a character", ending(DrawnLine(text: "8{0.25}的"))),
        RuleCase(22, "a paragraph of one character", ending(last()) + [DrawnLine(text: "的", left: 2)]),
        RuleCase(
            25, "below",
            [
                full(0), DrawnLine(text: Filler.han(20, from: 3), right: 20), dots(0.65),
                DrawnLine(text: Filler.han(20, from: 23), right: 20, leading: 1.05), full(31), last(),
            ]),
        RuleCase(25, "below the last line", ending(last()) + [dots(0.65)]),
        RuleCase(25, "a rule of dots", ending(last()) + [DrawnLine(text: "• • •", left: 9.13, leading: 3)]),
        RuleCase(30, "a whole measure", set(4, measure: 18, leading: 1.7)),
        RuleCase(30, "half an em", set(4, measure: 20, leading: 1.5)),
        RuleCase(30, "an em", set(4, measure: 20, leading: 2)),
        RuleCase(
            30, "ragged, no measure",
            [
                DrawnLine(text: Filler.han(18) + "A"), DrawnLine(text: Filler.han(16, from: 9) + "Wi"),
                DrawnLine(text: Filler.han(9, from: 29)),
            ]),
        RuleCase(
            30, "a headline",
            [
                DrawnLine(text: Filler.han(5), size: 30, leading: 3),
                DrawnLine(text: Filler.han(5, from: 9), size: 30, leading: 3.4),
                DrawnLine(text: Filler.han(3, from: 19), size: 30, leading: 3.4),
            ]),
        RuleCase(34, "inside", second(DrawnLine(text: Filler.han(19, from: 7) + "，", right: 20))),
        RuleCase(34, "in a short line", ending(DrawnLine(text: Filler.han(19, from: 7) + "。"))),
        RuleCase(
            34, "ragged",
            [
                DrawnLine(text: Filler.han(10) + "，"), DrawnLine(text: Filler.han(10, from: 9)),
                DrawnLine(text: Filler.han(9, from: 29)),
            ]),
    ]
}
