import Drawing
import Theme
import Typesetting

/// Short texts side by side, each with a head: what happens in each phase, where each visit goes.
struct ColumnsFigure {
    struct Column {
        var head: String
        var text: String
        var isLit = false
    }

    let columns: [Column]
    let head: TypeStyle
    /// Of the text, as a part of the head's size.
    let textRatio: Double
    let textColour: Colour
    let lit: Colour
    let sizes: ClosedRange<Points>
    let gutter: Points

    func placed(in rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        guard !columns.isEmpty else { return FigureResult() }
        return FigureResult.largest(in: sizes) { placed(in: rect, size: $0, &setter) }
    }

    private func placed(in rect: Rect, size: Points, _ setter: inout TextSetter) -> FigureResult {
        var result = FigureResult()
        let width = (rect.width - gutter * Double(columns.count - 1)) / Double(columns.count)
        let text = TypeStyle(font: .text, size: size * textRatio, colour: textColour, leading: 1.5)
        for (index, column) in columns.enumerated() {
            let x = rect.x + Double(index) * (width + gutter)
            let colour = column.isLit ? lit : head.colour
            let set = setter.text(column.head, head.sized(size).coloured(colour), width: width)
            result.marks += set.placed(at: Point(x: x, y: rect.y), as: .paragraph)
            let words = setter.text(column.text, text, width: width)
            let top = rect.y + set.height + text.size * 0.65
            result.marks += words.placed(at: Point(x: x, y: top), as: .paragraph)
            result.excess = max(result.excess, top + words.height - rect.maxY, set.excess, words.excess)
            if set.lines.count > 1 { result.excess = max(result.excess, set.height - size) }
        }
        return result
    }
}
