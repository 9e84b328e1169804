import Campaign
import Drawing
import Theme
import Typesetting

/// Where to ask: the numbers as large as their room allows, the words beside or below them.
struct HotlinesFigure {
    let hotlines: [Hotline]
    /// Lines that follow the words of a single hotline, such as where to search.
    let channels: [String]
    /// Of the words; the numbers' style is given.
    let wordColour: Colour
    let number: TypeStyle
    let sizes: ClosedRange<Points>
    let columns: Int
    let gutter: Points
    /// The smallest words: what would be smaller is left out.
    var leastWords: Points = 0
    /// The words' size below a number, as a part of its own.
    var wordRatio = 0.28

    func placed(in rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        // A narrow frame has no room beside a number.
        columns == 1 && rect.width > 2 * rect.height ? beside(rect, &setter) : below(rect, &setter)
    }

    /// Digits stand between the baseline and about 0.73 em above it.
    private static let digitHeight = 0.73

    /// One number at the left, its words at the right, both centred on the same line.
    private func beside(_ rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        guard let hotline = hotlines.first else { return FigureResult() }
        let probe = setter.line(hotline.number, number.sized(100)).width
        let byHeight = rect.height / Self.digitHeight
        let size = min(sizes.upperBound, byHeight, rect.width * 0.52 / probe * 100)
        let set = setter.line(hotline.number, number.sized(size))
        let digits = size * Self.digitHeight
        let left = rect.x + set.width + gutter
        let words = fittedWords(hotline, lines: channels, width: rect.maxX - left, height: rect.height, size, &setter)
        let middle = rect.y + rect.height / 2
        let baseline = middle + digits / 2
        var marks = set.placed(at: Point(x: rect.x, y: baseline - EmBox.ascent * size), as: .paragraph)
        marks += words.placed(at: Point(x: left, y: middle - words.height / 2))
        return FigureResult(marks: marks, excess: max(0, words.height - rect.height, sizes.lowerBound - size))
    }

    /// Numbers side by side, the words below each.
    private func below(_ rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        let shown = hotlines.prefix(columns)
        let width = (rect.width - gutter * Double(columns - 1)) / Double(columns)
        let widest = shown.map { setter.line($0.number, number.sized(100)).width }.max() ?? 100
        var size = min(sizes.upperBound, width / widest * 100)
        var result = FigureResult()
        while true {
            result = columns(Array(shown), size: size, width: width, rect, &setter)
            if result.excess <= 0.01 || size <= sizes.lowerBound { return result }
            size = max(sizes.lowerBound, size * 0.96)
        }
    }

    private func columns(
        _ shown: [Hotline], size: Points, width: Points, _ rect: Rect, _ setter: inout TextSetter
    ) -> FigureResult {
        var result = FigureResult()
        for (index, hotline) in shown.enumerated() {
            let x = rect.x + Double(index) * (width + gutter)
            let digits = size * Self.digitHeight
            let set = setter.line(hotline.number, number.sized(size))
            let colour = index == 0 ? number.colour : wordColour
            let line = index == 0 ? set : setter.line(hotline.number, number.sized(size).coloured(colour))
            result.marks += line.placed(at: Point(x: x, y: rect.y + digits - EmBox.ascent * size), as: .paragraph)
            let words = words(hotline, lines: [], width: width, size: max(size * wordRatio, leastWords), &setter)
            let top = rect.y + digits + size * 0.2
            result.marks += words.placed(at: Point(x: x, y: top))
            result.excess = max(result.excess, top + words.height - rect.maxY)
        }
        return result
    }

    /// The largest words that fit beside the number. What would be smaller than `leastWords` is left out: first
    /// where to search, then the sentence; the name stays.
    private func fittedWords(
        _ hotline: Hotline, lines: [String], width: Points, height: Points, _ size: Points, _ setter: inout TextSetter
    ) -> Words {
        var silent = hotline
        silent.text = ""
        let choices = [(hotline, lines), (hotline, []), (silent, [])]
        for (hotline, lines) in choices {
            var text = size * 0.19
            while text >= leastWords, text >= size * 0.1 {
                let words = words(hotline, lines: lines, width: width, size: text, &setter)
                if words.height <= height, words.excess <= 0.01 { return words }
                text *= 0.97
            }
        }
        return words(silent, lines: [], width: width, size: max(size * 0.15, leastWords), &setter)
    }

    private struct Words {
        var parts: [(set: SetText, top: Points)] = []
        var height: Points = 0
        var excess: Points = 0

        mutating func add(_ set: SetText, gap: Points) {
            excess = max(excess, set.excess)
            if !parts.isEmpty { height += gap }
            parts.append((set, height))
            height += set.height
        }

        func placed(at origin: Point) -> [Placed] {
            parts.flatMap { $0.set.placed(at: origin.moved(by: 0, $0.top), as: .paragraph) }
        }
    }

    private func words(
        _ hotline: Hotline, lines: [String], width: Points, size: Points, _ setter: inout TextSetter
    ) -> Words {
        var words = Words()
        let text = TypeStyle(font: .text, size: size, colour: wordColour, leading: 1.45)
        words.add(setter.text(hotline.name, text.font(.textBold).sized(size * 1.2), width: width), gap: 0)
        if !hotline.text.isEmpty { words.add(setter.text(hotline.text, text, width: width), gap: size * 0.5) }
        for line in lines { words.add(setter.text(line, text, width: width), gap: size * 0.5) }
        return words
    }
}
