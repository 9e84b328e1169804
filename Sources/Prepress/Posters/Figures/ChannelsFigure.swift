import Campaign
import Drawing
import Theme
import Typesetting

/// The accounts whose codes were supplied, each code over its name, and beside them the names to search for.
struct ChannelsFigure {
    let codes: [AccountCode]
    let lines: [String]
    let style: TypeStyle
    let sizes: ClosedRange<Points>

    init(_ channels: [Channel], style: TypeStyle, sizes: ClosedRange<Points>) {
        codes = channels.compactMap(AccountCode.init)
        lines = channels.filter { $0.code == nil }.searchLines
        self.style = style
        self.sizes = sizes
    }

    func placed(in rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        let caption = sizes.lowerBound
        // Codes leave the lines beside them half of the width.
        let width = rect.width * (lines.isEmpty ? 1 : 0.5)
        let side = min(rect.height - caption * 1.4, width / (Double(codes.count) * 7 / 6))
        let gap = side / 6
        var result = FigureResult()
        var x = rect.x
        for code in codes {
            let square = Rect(x: x, y: rect.y, width: side, height: side)
            result.marks += code.placed(in: square)
            let name = fitted(code.name, caption, width: side + gap * 0.8, &setter)
            let centre = square.x + (side - name.width) / 2
            result.marks += name.placed(
                at: Point(x: centre, y: square.maxY + caption * 1.4 - name.style.size), as: .caption)
            result.excess = max(result.excess, name.width - side - gap, square.maxX - rect.maxX)
            x = square.maxX + gap
        }
        guard !lines.isEmpty else { return result }
        let room = Rect(x: x + gap / 2, y: rect.y, width: rect.maxX - x - gap / 2, height: rect.height)
        let words = text(in: room, &setter)
        result.marks += words.marks
        result.excess = max(result.excess, words.excess)
        return result
    }

    /// One line, at most a third smaller than wished.
    private func fitted(_ text: String, _ size: Points, width: Points, _ setter: inout TextSetter) -> SetText {
        let natural = setter.line(text, style.sized(size)).width
        return setter.line(text, style.sized(max(size * 0.66, min(size, size * width / max(natural, 1)))))
    }

    /// The lines at the largest size that fits, in the middle of the height.
    private func text(in room: Rect, _ setter: inout TextSetter) -> FigureResult {
        var size = sizes.upperBound
        while true {
            let sets = lines.map { setter.text($0, style.sized(size), width: max(room.width, size)) }
            let height = sets.map(\.height).reduce(0, +) + size * 0.5 * Double(sets.count - 1)
            let excess = max(height - room.height, sets.map(\.excess).max() ?? 0)
            if excess <= 0.01 || size <= sizes.lowerBound {
                var y = room.y + max(0, room.height - height) / 2
                var result = FigureResult(excess: max(0, excess))
                for set in sets {
                    result.marks += set.placed(at: Point(x: room.x, y: y), as: .paragraph)
                    y += set.height + size * 0.5
                }
                return result
            }
            size = max(sizes.lowerBound, size * 0.97)
        }
    }
}
