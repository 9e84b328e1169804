import Drawing
import Theme
import Typesetting

/// What is at stake, drawn to scale: at the left what and on what ground, at the right how much in large figures over its bar.
/// Rows of one unit that follow each other share a scale, which ends with the greatest of them.
struct ScaleBars {
    let rows: [DocumentBlocks.ScaleRow]
    /// Of the amounts; the size is found.
    let amount: TypeStyle
    let textColour: Colour
    let bar: Colour
    let quiet: Colour
    let sizes: ClosedRange<Points>

    /// Sizes as parts of the amount's.
    private static let textRatio = 0.6
    private static let smallRatio = 0.53
    private static let barHeight = 0.42
    /// The words' part of the width.
    private static let words = 0.46
    /// Air between two rows and, more, between two scales, in amounts.
    private static let gap = 0.5
    private static let wideGap = 0.95

    func placed(in rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        FigureResult.largest(in: sizes) { placed(in: rect, size: $0, &setter) }
    }

    private struct Row {
        var words: SetText
        var basis: SetText?
        var amount: SetText
        /// From 0 to 1 along the scale; nil for a row without an amount.
        var bar: ClosedRange<Double>?
        /// The first row of another scale than the one before.
        var begins: Bool
        var height: Points
    }

    private func placed(in rect: Rect, size: Points, _ setter: inout TextSetter) -> FigureResult {
        let width = rect.width * Self.words - size
        let set = rows(size: size, width: width, &setter)
        let begun = set.dropFirst().filter(\.begins).count
        let gaps = size * (Self.gap * Double(set.count - 1) + (Self.wideGap - Self.gap) * Double(begun))
        let height = set.reduce(gaps) { $0 + $1.height }
        var result = FigureResult(excess: max(0, height - rect.height))
        // What is left is shared by the gaps, so that the last bar stands at the frame's foot.
        let spare = max(0, rect.height - height) / Double(max(1, set.count - 1 + begun))
        let left = rect.x + rect.width * Self.words
        let scale = rect.maxX - left
        var top = rect.y
        for (index, row) in set.enumerated() {
            if index > 0 {
                top += size * (row.begins ? Self.wideGap : Self.gap) + spare * (row.begins ? 2 : 1)
                if row.begins {
                    result.marks.append(rule(over: top - (size * Self.wideGap + spare * 2) / 2, in: rect, size))
                }
            }
            result.marks += row.words.placed(at: Point(x: rect.x, y: top), as: .paragraph)
            if let basis = row.basis {
                let below = top + row.words.height + size * 0.2
                result.marks += basis.placed(at: Point(x: rect.x, y: below), as: .paragraph)
            }
            result.marks += row.amount.placed(at: Point(x: left, y: top - size * 0.14), as: .paragraph)
            if let bar = row.bar { result.marks += self.bar(bar, at: Point(x: left, y: top + size * 1.1), scale, size) }
            result.excess = max(
                result.excess, row.words.excess, row.amount.width - scale, row.basis?.excess ?? 0)
            top += row.height
        }
        return result
    }

    private func rows(size: Points, width: Points, _ setter: inout TextSetter) -> [Row] {
        let amounts = rows.map { Amount($0.amount.map(\.text).joined()) }
        let text = TypeStyle(font: .textBold, size: size * Self.textRatio, colour: textColour, leading: 1.3)
        let small = text.font(.text).sized(size * Self.smallRatio).coloured(quiet)
        return rows.indices.map { index in
            let most = greatest(amounts, sharing: index)
            let words = setter.text(rows[index].what, text, width: width)
            let basis = rows[index].basis.isEmpty ? nil : setter.text(rows[index].basis, small, width: width)
            let own = amounts[index]
            let height = words.height + (basis.map { size * 0.2 + $0.height } ?? 0)
            return Row(
                words: words, basis: basis, amount: setter.text(rows[index].amount, amount.sized(size), width: 1e6),
                bar: own.map { $0.range.lowerBound / most...$0.range.upperBound / most },
                begins: index > 0 && amounts[index - 1]?.unit != own?.unit,
                height: max(height, size * (1.1 + Self.barHeight)))
        }
    }

    /// The greatest amount of the rows around one that have its unit.
    private func greatest(_ amounts: [Amount?], sharing index: Int) -> Double {
        let unit = amounts[index]?.unit
        let before = amounts[..<index].reversed().prefix { $0?.unit == unit }
        let after = amounts[index...].prefix { $0?.unit == unit }
        return (Array(before) + Array(after)).compactMap { $0?.range.upperBound }.max() ?? 1
    }

    /// The scale as a hairline from end to end, the amount as a bar on it.
    private func bar(_ part: ClosedRange<Double>, at origin: Point, _ width: Points, _ size: Points) -> [Placed] {
        let height = size * Self.barHeight
        let middle = origin.y + height / 2
        let line = Mark.rule(
            from: Point(x: origin.x, y: middle), to: Point(x: origin.x + width, y: middle), width: size * 0.035, quiet)
        let filled = Rect(
            x: origin.x + part.lowerBound * width, y: origin.y,
            width: (part.upperBound - part.lowerBound) * width, height: height)
        return [Placed(line, as: .artifact), Placed(.fill(.rect(filled), bar), as: .artifact)]
    }

    private func rule(over y: Points, in rect: Rect, _ size: Points) -> Placed {
        Placed(
            .rule(from: Point(x: rect.x, y: y), to: Point(x: rect.maxX, y: y), width: size * 0.035, quiet),
            as: .artifact)
    }
}
