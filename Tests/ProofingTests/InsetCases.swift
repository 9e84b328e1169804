// What stands inside a column with edges of its own: quotes, lists with hanging markers, lists in lists, notices.
extension RuleCase {
    private static func full(_ start: Int, _ left: Double = 0, _ right: Double = 20) -> DrawnLine {
        DrawnLine(text: Filler.han(Int(right - left), from: start), left: left, right: right)
    }
    private static func short(_ count: Int, _ left: Double = 0) -> DrawnLine {
        DrawnLine(text: Filler.han(count, from: 80) + "。", left: left)
    }

    /// A paragraph of the column, something inside it, and another paragraph.
    private static func around(_ inside: [DrawnLine]) -> [DrawnLine] {
        [full(0, 2), full(11), short(8)] + inside + [full(31, 2), full(57), short(5)]
    }

    /// A line with a drawn bullet an em before its text.
    private static func item(_ line: DrawnLine) -> DrawnLine {
        var line = line
        line.dots = [line.left - 1]
        return line
    }

    /// A line with a number that hangs two em before its text.
    private static func item(_ number: Int, _ text: String, _ left: Double, _ right: Double? = nil) -> DrawnLine {
        let digits = "\(number)."
        // The digits and the point are about half an em wide each.
        let gap = 2 - (number < 10 ? 0.83 : 1.39)
        return DrawnLine(text: digits + "{\(gap)}" + text, left: left - 2, right: right)
    }

    private static func dots(_ depth: Double, _ places: [Double], on line: DrawnLine) -> DrawnLine {
        var line = line
        line.dots = places
        line.dotDepth = depth
        line.dotRadius = 0.065
        return line
    }

    static let insetViolations: [RuleCase] = [
        RuleCase(
            1, "in a quote", around([full(3, 3), DrawnLine(text: "，" + Filler.han(18, from: 9), left: 1, right: 20)])),
        RuleCase(
            3, "in an item",
            around([
                item(DrawnLine(text: Filler.han(17, from: 9) + "（", left: 1.5, right: 19.5)), full(7, 1.5, 19.5),
                short(4, 1.5),
            ])),
        RuleCase(
            11, "in an item of a list in a list",
            around([
                item(short(9, 1.5)), item(DrawnLine(text: Filler.han(16, from: 9) + "12", left: 3, right: 20)),
                DrawnLine(text: "kg" + Filler.han(5), left: 3),
            ])),
        RuleCase(
            14, "in a quote",
            around([
                full(3, 3), DrawnLine(text: "（甲）" + Filler.han(16, from: 7), left: 1, right: 20, isRaw: true),
                short(4, 1),
            ])),
        RuleCase(
            14, "in an item",
            around([
                item(full(3, 1.5, 19.5)),
                DrawnLine(text: "“甲”" + Filler.han(15, from: 7), left: 1.5, right: 19.5, isRaw: true),
                short(4, 1.5),
            ])),
        RuleCase(
            14, "at the beginning of an item",
            around([
                item(short(9, 1.5)), item(full(3, 1.5, 19.5)), short(3, 1.5),
                item(DrawnLine(text: "“甲”" + Filler.han(5, from: 7), left: 1.5, isRaw: true)),
            ])),
        RuleCase(
            15, "in a quote",
            around([
                full(3, 3), DrawnLine(text: Filler.han(18, from: 7) + "，", left: 1, right: 20, isRaw: true),
                short(4, 1),
            ])),
        RuleCase(
            15, "in an item",
            around([
                item(full(3, 1.5, 19.5)),
                DrawnLine(text: Filler.han(17, from: 7) + "。", left: 1.5, right: 19.5, isRaw: true),
                short(4, 1.5),
            ])),
        RuleCase(
            16, "in a quote",
            around([DrawnLine(text: "《书》" + Filler.han(14, from: 7), left: 3, right: 20), full(9, 1), short(4, 1)])),
        RuleCase(
            19, "in a quote",
            around([
                full(3, 3), DrawnLine(text: Filler.han(18, from: 7), left: 1, right: 19.5), full(9, 1), full(31, 1),
                full(47, 1), short(4, 1),
            ])),
        RuleCase(
            19, "in an item",
            around([
                item(full(3, 1.5, 19.5)), DrawnLine(text: Filler.han(17, from: 7), left: 1.5, right: 19),
                full(9, 1.5, 19.5),
                full(19, 1.5, 19.5), short(4, 1.5),
            ])),
        RuleCase(22, "in a notice", around([full(3, 3, 19), full(9, 1, 19), DrawnLine(text: "的。", left: 1)])),
        RuleCase(25, "drawn above", around([dots(-1.05, [2.5, 3.5, 4.5], on: full(3, 2)), short(4)])),
        RuleCase(25, "drawn above one word", around([dots(-1.1, [7.5, 8.5], on: full(3, 2)), short(4)])),
        RuleCase(
            34, "in a quote",
            around([
                full(3, 3), DrawnLine(text: Filler.han(19, from: 7) + "，", left: 1, right: 20.5), full(9, 1),
                full(31, 1), full(47, 1), full(5, 1), short(4, 1),
            ])),
    ]

    static let insetLegal: [RuleCase] = [
        RuleCase(1, "an item that ends in a mark", around([item(short(9, 1.5)), item(short(12, 1.5))])),
        RuleCase(
            10, "items that end and begin with digits",
            around([
                item(DrawnLine(text: Filler.han(12) + "20", left: 1.5)),
                item(DrawnLine(text: "24" + Filler.han(9), left: 1.5)),
                item(DrawnLine(text: "36" + Filler.han(5, from: 40), left: 1.5)),
            ])),
        RuleCase(
            14, "a quote of one line in marks",
            [
                full(31, 2), full(57), short(5), short(12, 2),
                DrawnLine(text: "“" + Filler.han(9) + "。{-0.5}”", left: 2.5, leading: 2.55),
            ]),
        RuleCase(
            14, "paragraphs of one line each",
            [short(12, 2), short(9, 2), DrawnLine(text: "“" + Filler.han(9) + "。{-0.5}”", left: 1.5), short(11, 2)]),
        RuleCase(
            14, "items in marks",
            around((0..<4).map { item(DrawnLine(text: "“" + Filler.han(5 + $0) + "”", left: 1.5)) })),
        RuleCase(
            14, "a list half an em farther in than the quote above",
            around([
                full(3, 3), full(7, 1), short(6, 1), item(DrawnLine(text: "“甲”" + Filler.han(5), left: 1.5)),
                item(short(7, 1.5)),
            ])),
        RuleCase(
            15, "items that end half an em before the edge",
            around([
                item(full(3, 1.5, 19.5)), short(4, 1.5), item(short(17, 1.5)), item(full(7, 1.5, 19.5)),
                full(9, 1.5, 19.5),
                short(4, 1.5),
            ])),
        RuleCase(
            15, "a list whose edge is half an em before the column's",
            around([item(DrawnLine(text: Filler.han(17) + "，", left: 1.5)), short(4, 1.5), item(short(8, 1.5))])),
        RuleCase(
            17, "stretched in an item of two lines",
            around([
                item(DrawnLine(text: Filler.han(12) + "{0.45}Wi-Fi{0.45}" + Filler.han(2), left: 1.5)), short(6, 1.5),
                item(short(8, 1.5)),
            ])),
        RuleCase(
            17, "stretched in the last line of a page",
            [
                full(0, 2), full(11), full(57),
                DrawnLine(text: Filler.han(10) + "{0.42}8933{0.42}" + Filler.han(7, from: 9)),
            ]),
        RuleCase(
            18, "numbers past ten",
            around([
                item(9, Filler.han(18, from: 5), 2, 20), short(7, 2), item(10, "“甲”" + Filler.han(16, from: 5), 2, 20),
                short(7, 2),
                item(11, Filler.han(9, from: 5), 2),
            ])),
        RuleCase(18, "a quote with indents", around([full(3, 3), full(7, 1), short(4, 1), full(13, 3), short(9, 1)])),
        RuleCase(
            18, "a list in a list in a list",
            around([
                item(full(3, 1.5, 19.5)), short(4, 1.5), item(full(13, 3)), short(4, 3), item(full(23, 4.5, 19.5)),
                full(9, 4.5, 19.5),
                short(4, 4.5), item(short(3, 1.5)),
            ])),
        RuleCase(
            19, "a notice as far from both edges",
            around([full(3, 3, 19), full(7, 1, 19), full(9, 1, 19), short(4, 1)])),
        RuleCase(
            19, "ragged items in justified text",
            around([
                item(DrawnLine(text: Filler.han(17, from: 3), left: 1.5)),
                DrawnLine(text: Filler.han(18, from: 13), left: 1.5),
                DrawnLine(text: Filler.han(16, from: 23), left: 1.5),
                DrawnLine(text: Filler.han(17, from: 33), left: 1.5), short(4, 1.5),
            ])),
        RuleCase(25, "drawn below", around([dots(0.27, [2.5, 3.5, 4.5], on: full(3, 2)), short(4)])),
        RuleCase(
            25, "bullets below each other", around([item(short(9, 1.5)), item(short(7, 1.5)), item(short(5, 1.5))])),
        RuleCase(
            25, "shapes that stand above no characters",
            around([dots(-1.05, [2.1, 2.3, 2.6], on: full(3, 2)), short(4)])),
        RuleCase(
            30, "quotes apart from each other",
            around(
                [short(9, 3), short(7, 3), short(5, 3), short(4, 3)].map { line in
                    var line = line
                    line.leading = 2.55
                    return line
                })),
    ]
}
