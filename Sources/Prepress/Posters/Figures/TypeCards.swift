import Drawing
import Theme
import Typesetting

/// Cards in a grid, read row by row: a pictogram on a tile, a name, one telltale sentence. Rules part the rows.
struct TypeCards {
    struct Card {
        var name: String
        var text: String
        /// In the colour of the paper.
        var pictogram: Artwork?
    }

    let cards: [Card]
    let name: TypeStyle
    let textColour: Colour
    let tile: Colour
    let rule: Colour
    /// Of the names.
    let sizes: ClosedRange<Points>
    let columns: Int
    let gutter: Points

    /// The sentence's size as a part of the name's.
    private static let textRatio = 0.6
    /// A tile's side and a pictogram's, as parts of the room between two rules.
    private static let tileSide = 0.62
    private static let pictogramSide = 0.7

    func placed(in rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        guard !cards.isEmpty else { return FigureResult() }
        return FigureResult.largest(in: sizes) { placed(in: rect, size: $0, &setter) }
    }

    private func placed(in rect: Rect, size: Points, _ setter: inout TextSetter) -> FigureResult {
        var result = FigureResult()
        let rows = (cards.count + columns - 1) / columns
        let width = (rect.width - gutter * Double(columns - 1)) / Double(columns)
        let height = rect.height / Double(rows)
        for row in 1..<max(rows, 1) {
            let y = rect.y + Double(row) * height
            for column in 0..<columns where row * columns + column < cards.count {
                let x = rect.x + Double(column) * (width + gutter)
                result.marks.append(
                    Placed(
                        .rule(from: Point(x: x, y: y), to: Point(x: x + width, y: y), width: size * 0.03, rule),
                        as: .artifact))
            }
        }
        for (index, card) in cards.enumerated() {
            let x = rect.x + Double(index % columns) * (width + gutter)
            let y = rect.y + Double(index / columns) * height
            add(card, in: Rect(x: x, y: y, width: width, height: height), size: size, to: &result, &setter)
        }
        return result
    }

    private func add(
        _ card: Card, in cell: Rect, size: Points, to result: inout FigureResult, _ setter: inout TextSetter
    ) {
        let side = cell.height * Self.tileSide
        let box = Rect(x: cell.x, y: cell.y + (cell.height - side) / 2, width: side, height: side)
        var left = cell.x
        if let pictogram = card.pictogram {
            result.marks.append(Placed(.fill(box, tile), as: .artifact))
            let inner = box.inset(by: side * (1 - Self.pictogramSide) / 2)
            result.marks.append(Placed(.art(pictogram, inner), as: .artifact))
            left = box.maxX + size * 0.8
        }
        let width = cell.maxX - left
        let head = setter.text(card.name, name.sized(size), width: width)
        let words = setter.text(
            card.text, TypeStyle(font: .text, size: size * Self.textRatio, colour: textColour, leading: 1.45),
            width: width)
        let gap = size * 0.5
        let height = head.height + gap + words.height
        let top = cell.y + (cell.height - height) / 2
        result.marks += head.placed(at: Point(x: left, y: top), as: .heading(2))
        result.marks += words.placed(at: Point(x: left, y: top + head.height + gap), as: .paragraph)
        result.excess = max(
            result.excess, height - cell.height * 0.8, head.excess, words.excess,
            head.lines.count > 1 ? head.height - size : 0)
    }
}
