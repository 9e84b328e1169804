import Drawing
import Theme
import Typesetting

/// A headline or slogan that fills its frame in width and height, broken as verse is, or between words where it is none.
struct VerseHeadline {
    let text: String
    let source: SourcePoint?
    let style: TypeStyle
    /// The colour of what follows the first clause, so that the answer of a slogan stands out.
    let accent: Colour?
    let sizes: ClosedRange<Points>
    /// Nil for as many as make it largest.
    var mostLines: Int?

    struct Fitted {
        var lines: [SetText]
        var size: Points
        var leading: Points
        var width: Points { lines.map(\.width).max() ?? 0 }
        var height: Points { size + leading * Double(lines.count - 1) }
    }

    /// A way that reads better is taken for one that is larger by no more than this.
    private static let sacrifice = 0.95

    /// The best setting in a room; nil for a text that does not fit at the least size without cutting words, or is far too
    /// long. Of the ways that come near to the largest size, the one that reads best; words of verse are cut only where
    /// nothing else fits.
    func fitted(in room: Size, _ setter: inout TextSetter) -> Fitted? {
        let breaks = HeadlineBreaks(text)
        let verse = breaks.ways()
        let ways = (verse.isEmpty ? breaks.proseWays() : verse).filter { $0.lines.count <= mostLines ?? .max }
        var fitting = sized(ways, of: breaks, in: room, &setter)
        if fitting.contains(where: \.way.isWhole) { fitting.removeAll { !$0.way.isWhole } }
        let largest = fitting.map(\.size).max() ?? 0
        fitting.removeAll { $0.size < largest * Self.sacrifice }
        guard let best = fitting.min(by: { ($0.way.cost, -$0.size) < ($1.way.cost, -$1.size) }) else { return nil }
        let firstClause = breaks.clauses.first?.upperBound ?? 0
        // A line holds one colour: where none begins with the answer, it does not stand out.
        let standsOut = best.way.lines.contains { $0.lowerBound == firstClause }
        let lines = best.way.lines.map { line in
            let isAnswer = standsOut && line.lowerBound >= firstClause
            return setter.line(
                breaks.string(line), style.sized(best.size).coloured(isAnswer ? accent ?? style.colour : style.colour),
                source: source)
        }
        return Fitted(lines: lines, size: best.size, leading: best.size * style.leading)
    }

    /// The ways that fit at the least size or above, with the largest at which they do.
    private func sized(
        _ ways: [HeadlineBreaks.Way], of breaks: HeadlineBreaks, in room: Size, _ setter: inout TextSetter
    ) -> [(way: HeadlineBreaks.Way, size: Points)] {
        let probe = style.sized(100)
        var widths: [Range<Int>: Double] = [:]
        var result: [(way: HeadlineBreaks.Way, size: Points)] = []
        for way in ways {
            var widest = 1.0
            for line in way.lines {
                let width = widths[line] ?? setter.line(breaks.string(line), probe, source: source).width
                widths[line] = width
                widest = max(widest, width)
            }
            let byHeight = room.height / (1 + style.leading * Double(way.lines.count - 1))
            let size = min(byHeight, room.width * 100 / widest, sizes.upperBound)
            if size >= sizes.lowerBound { result.append((way, size)) }
        }
        return result
    }
}
