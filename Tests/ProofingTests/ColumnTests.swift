import Testing
@testable import Proofing

/// Columns beside each other, columns of vertical text, and tables.
struct ColumnTests {
    /// Characters one below the other, each upright, in columns from right to left, as browsers write vertical text.
    private func vertical(_ columns: [String]) -> PageBoxes {
        var page = PageBoxes(number: 1, width: 400, height: 400)
        page.fonts = ["A"]
        for (column, text) in columns.enumerated() {
            for (place, scalar) in text.unicodeScalars.enumerated() {
                page.characters.append(
                    .init(
                        scalar: scalar.value, x: 300 - 17 * Double(column), y: 58.8 + 10 * Double(place), advance: 10,
                        size: 10, font: 0, turn: .upright))
            }
        }
        return page
    }

    private func findings(_ page: PageBoxes) -> [String] {
        var proofreader = Proofreader()
        var found: [Finding] = []
        proofreader.read(page) { found.append($0) }
        proofreader.finish { found.append($0) }
        return found.map { "\($0.rule.number) \($0.line) \($0.text.prefix(3))" }
    }

    @Test func verticalTextIsReadInItsColumns() {
        let right = [Filler.han(20), Filler.han(20, from: 7), Filler.han(20, from: 31), Filler.han(9, from: 57)]
        #expect(findings(vertical(right)) == [])
        var wrong = right
        // The vertical form of the comma, first in a column.
        wrong[2] = "\u{FE10}" + Filler.han(19, from: 31)
        #expect(findings(vertical(wrong)) == ["1 3 ，" + Filler.han(2, from: 31)])
        wrong[2] = Filler.han(18, from: 31) + "的\u{FE35}"
        #expect(findings(vertical(wrong)) == ["3 3 " + Filler.han(3, from: 31)])
    }

    /// Two digits side by side in the cell of one character.
    @Test func uprightNumbersBelongToTheirColumn() {
        var page = vertical([
            Filler.han(20), Filler.han(20, from: 7), Filler.han(20, from: 31), Filler.han(9, from: 57),
        ])
        let place = 29
        let cell = page.characters[place]
        let digits = [("2", 0.0), ("4", 5)].map { digit, shift in
            PageBoxes.Character(
                scalar: digit.unicodeScalars.first?.value ?? 0, x: cell.x + shift, y: cell.y, advance: 5, size: 10,
                font: 0, turn: .upright)
        }
        page.characters.replaceSubrange(place...place, with: digits)
        #expect(findings(page) == [])
        let texts = PageText(page).blocks.flatMap(\.lines).map(\.text)
        #expect(texts.contains { $0.contains("24") && $0.count == 21 }, "\(texts)")
    }

    /// Two columns of nine lines; `ends` are the last line of the first and the first of the second.
    private func columns(end: String, start: String) -> [DrawnLine] {
        func line(_ text: String, _ place: Int, isRight: Bool) -> DrawnLine {
            DrawnLine(
                text: text, left: isRight ? 20 : 0, right: isRight ? 38 : 18, leading: isRight ? 0 : 1.7)
        }
        return (0..<10).flatMap { row in
            var left = line(Filler.han(18, from: row * 5), row, isRight: false)
            var right = line(Filler.han(18, from: row * 7 + 40), row, isRight: true)
            if row == 0 {
                left.text = Filler.han(16)
                left.left = 2
                right.text = start + Filler.han(17, from: 11)
            }
            if row == 9 { left.text = Filler.han(17, from: 61) + end }
            return [left, right]
        }
    }

    @Test func lineEndsAreWatchedBetweenColumns() throws {
        let sheet = Sheet()
        #expect(try sheet.findings([columns(end: "说", start: "的")]).map(\.rule.number) == [])
        #expect(try sheet.findings([columns(end: "说", start: "，")]).map(\.rule.number) == [1])
        #expect(try sheet.findings([columns(end: "（", start: "的")]).map(\.rule.number) == [3])
    }

    @Test func cellsOfATableAreNoParagraphs() throws {
        let rows = [("名称", "12"), ("甲乙丙", "4,000"), ("丁", "50"), ("张三", "%"), ("数字", "300"), ("单位", "kg")]
        let table = rows.flatMap { name, value in
            [DrawnLine(text: name), DrawnLine(text: value, left: 12, leading: 0)]
        }
        #expect(try Sheet().findings([table]).map(\.rule.number) == [])
    }
}
