import Drawing
import Theme
import Typesetting

/// A short headline or slogan that fills its frame in width and height, broken as verse is.
struct VerseHeadline {
    let text: String
    let source: SourcePoint?
    let style: TypeStyle
    /// The colour of what follows the first clause, so that the answer of a slogan stands out.
    let accent: Colour?
    let sizes: ClosedRange<Points>

    struct Fitted {
        var lines: [SetText]
        var size: Points
        var leading: Points
        var width: Points { lines.map(\.width).max() ?? 0 }
        var height: Points { size + leading * Double(lines.count - 1) }
    }

    /// What a cost of 1 takes off the size of a way to break the text, when ways are compared.
    private static let weight = 2.2

    /// The best setting in a room; nil for a text that is no verse or does not fit at the least size.
    func fitted(in room: Size, _ setter: inout TextSetter) -> Fitted? {
        let breaks = HeadlineBreaks(text)
        let probe = style.sized(100)
        var widths: [Range<Int>: Double] = [:]
        var best: (way: HeadlineBreaks.Way, size: Points, score: Double)?
        for way in breaks.ways() {
            var widest = 1.0
            for line in way.lines {
                let width = widths[line] ?? setter.line(breaks.string(line), probe, source: source).width
                widths[line] = width
                widest = max(widest, width)
            }
            let byHeight = room.height / (1 + style.leading * Double(way.lines.count - 1))
            let size = min(byHeight, room.width * 100 / widest, sizes.upperBound)
            guard size >= sizes.lowerBound else { continue }
            let score = size / (1 + way.cost * Self.weight)
            if score > (best?.score ?? 0) + 1e-9 { best = (way, size, score) }
        }
        guard let best else { return nil }
        let firstClause = breaks.clauses.first?.upperBound ?? 0
        let lines = best.way.lines.map { line in
            let isAnswer = line.lowerBound >= firstClause
            return setter.line(
                breaks.string(line), style.sized(best.size).coloured(isAnswer ? accent ?? style.colour : style.colour),
                source: source)
        }
        return Fitted(lines: lines, size: best.size, leading: best.size * style.leading)
    }
}
