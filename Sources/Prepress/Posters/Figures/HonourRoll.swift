import Drawing
import Theme
import Typesetting

/// Who is praised, in calm columns of rows as high as each other: a short rule, a name, and under it for what.
struct HonourRoll {
    let entries: [(who: [Inline], what: [Inline])]
    /// Of the names; the size is found.
    let name: TypeStyle
    let textColour: Colour
    let rule: Colour
    let sizes: ClosedRange<Points>
    /// At most: no column stays empty.
    let columns: Int
    let gutter: Points

    /// The deed's size as a part of the name's.
    private static let textRatio = 0.56

    func placed(in rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        FigureResult.largest(in: sizes) { placed(in: rect, size: $0, &setter) }
    }

    /// Names go down the columns, as a list is read.
    private func placed(in rect: Rect, size: Points, _ setter: inout TextSetter) -> FigureResult {
        let rows = max(1, (entries.count + columns - 1) / columns)
        let columns = max(1, (entries.count + rows - 1) / rows)
        let width = (rect.width - gutter * Double(columns - 1)) / Double(columns)
        let text = TypeStyle(font: .text, size: size * Self.textRatio, colour: textColour, leading: 1.55)
        let sets = entries.map { entry in
            (
                who: setter.text(entry.who, name.sized(size), width: width),
                what: setter.text(entry.what, text, width: width)
            )
        }
        let heights = sets.map {
            size * 0.5 + $0.who.height + ($0.what.lines.isEmpty ? 0 : size * 0.4 + $0.what.height)
        }
        let row = heights.max() ?? 0
        let least = Double(rows) * row + Double(rows - 1) * size * 0.7
        var result = FigureResult(excess: max(0, least - rect.height))
        // Rows spread over the height, but not so far that they fall apart.
        let pitch = rows > 1 ? min((rect.height - row) / Double(rows - 1), row + size * 2.4) : 0
        for (index, set) in sets.enumerated() {
            let x = rect.x + Double(index / rows) * (width + gutter)
            let y = rect.y + Double(index % rows) * pitch
            result.marks.append(
                Placed(.fill(.rect(Rect(x: x, y: y, width: size, height: size * 0.12)), rule), as: .artifact))
            result.marks += set.who.placed(at: Point(x: x, y: y + size * 0.5), as: .heading(2))
            let below = y + size * 0.9 + set.who.height
            result.marks += set.what.placed(at: Point(x: x, y: below), as: .paragraph)
            result.excess = max(result.excess, set.who.excess, set.what.excess)
        }
        return result
    }
}
