package import Drawing

/// Where a paragraph goes on.
package struct LineCursor: Hashable, Sendable, Comparable {
    /// The first box of the next line.
    var item: Int

    package static let start = LineCursor(item: 0)
    package static func < (left: Self, right: Self) -> Bool { left.item < right.item }
}

/// One line of a paragraph, before it has a place.
package struct Line: Hashable, Sendable {
    var items: Range<Int>
    /// The width that the line is set to.
    package var measure: Points
    package var indent: Points
    /// The width of the boxes and gaps by themselves, without the indent.
    package var natural: Points
    /// The last line of a paragraph, or the one before a forced break: not spread out.
    package var isLast: Bool

    /// Where the next line begins.
    package var end: LineCursor { LineCursor(item: items.upperBound) }
    /// How far it sticks out of the measure, for lines that cannot be broken: 0 for all others.
    package var excess: Points
}

extension Paragraph {
    /// Breaks what follows a cursor into lines of one measure, so that the sum of all lines' costs is least (Knuth and
    /// Plass 1981). A page may take some of the lines and ask again, with another measure, from where the last ended.
    package func broken(to measure: Points, resuming cursor: LineCursor = .start) -> [Line] {
        guard cursor.item < items.count else { return [] }
        return LineBreaker(self, measure: flooredMeasure(measure), from: cursor.item).lines()
    }

    /// The measure as it is used: whole em, if the style says so (rule 30).
    package func flooredMeasure(_ measure: Points) -> Points {
        style.floorsMeasure && measure >= em ? (measure / em + 1e-6).rounded(.down) * em : measure
    }
}

/// Total-fit line breaking over boxes and gaps (Knuth and Plass, “Breaking Paragraphs into Lines”, 1981).
struct LineBreaker {
    private let paragraph: Paragraph
    private let items: [Paragraph.Item]
    private let measure: Points
    private let first: Int
    /// Sums over the items before each: widths, shrink, stretch, and gaps that spread.
    private var widths: [Double] = [0]
    private var shrinks: [Double] = [0]
    private var stretches: [Double] = [0]
    private var spreads: [Double] = [0]
    /// What it costs to end a line before each item.
    private(set) var breaks: [Double] = []

    /// How far a gap is spread, in em, at ratio 1: what the eye hardly sees.
    static let easySpread = 0.05
    /// What a ratio of 1 costs: squeezing costs less than stretching (rule 20).
    static let squeezeCost = 100.0
    static let stretchCost = 150.0
    /// What a line costs that is short and has no gap to stretch, or would need gaps beyond all reason.
    static let unstretchable = 100_000.0
    /// What a line costs for each point that it is too long and a point more.
    static let overfull = 1e9
    /// What it costs to break a word that is longer than the measure, the least harm first: between letters, inside a
    /// number or another unit, where a mark would stand wrong.
    static let brokenWord = 2000.0
    static let brokenUnit = 8000.0
    static let brokenRule = 30_000.0
    /// What it costs to break a long address that would fit in one line: only gaps beyond a quarter em are worse.
    static let brokenAddress = 20_000.0

    init(_ paragraph: Paragraph, measure: Points, from first: Int) {
        self.paragraph = paragraph
        self.measure = measure
        self.first = first
        items = paragraph.items
        let em = paragraph.em
        widths.reserveCapacity(items.count + 1)
        for item in items {
            widths.append(widths[widths.count - 1] + item.width + item.gap.natural)
            shrinks.append(shrinks[shrinks.count - 1] + item.gap.shrink)
            stretches.append(stretches[stretches.count - 1] + item.gap.stretch)
            spreads.append(spreads[spreads.count - 1] + (item.gap.spreads ? em * Self.easySpread : 0))
        }
        breaks = items.map(\.gap.breakCost)
        allowEmergencyBreaks()
    }

    /// A part that cannot be broken and is longer than the measure may be broken anywhere, at a high cost; a long address
    /// at a higher one, because it need not be.
    private mutating func allowEmergencyBreaks() {
        var start = first
        for index in (first + 1)..<max(items.count + 1, first + 2) where index <= items.count {
            guard index == items.count || breaks[index].isFinite else { continue }
            let least = natural(start, index) - shrink(start, index)
            if least > measure - indent(of: start) {
                for inner in (start + 1)..<max(index, start + 1) where !items[inner].gap.isBound {
                    breaks[inner] = emergencyCost(inner)
                }
            } else if least > measure / 3, isAddress(start..<index) {
                for inner in (start + 2)..<max(index - 1, start + 2) where emergencyCost(inner) == Self.brokenWord {
                    breaks[inner] = Self.brokenAddress
                }
            }
            start = index
        }
    }

    private func emergencyCost(_ index: Int) -> Double {
        let (before, after) = (items[index - 1].kind, items[index].kind)
        if !before.mayEndLine || !after.mayBeginLine { return Self.brokenRule }
        let isWord = (before == .letter || before == .latinMark) && (after == .letter || after == .latinMark)
        return isWord || before == .han || after == .han ? Self.brokenWord : Self.brokenUnit
    }

    /// Letters and digits held together by / or several other marks.
    private func isAddress(_ part: Range<Int>) -> Bool {
        let marks = part.count { items[$0].kind == .latinMark || items[$0].kind == .solidus }
        let letters = part.count { items[$0].kind == .letter || items[$0].kind == .digit }
        return marks >= 2 && letters > 2 * marks && marks + letters == part.count
    }

    /// The width of a line from one item up to another, without the gaps at its ends.
    private func natural(_ start: Int, _ end: Int) -> Double {
        widths[end] - widths[start] - items[start].gap.natural
    }

    private func shrink(_ start: Int, _ end: Int) -> Double { shrinks[end] - shrinks[start + 1] }

    /// Rule 16: after an indent, an opening mark's empty half is part of the indent.
    private func indent(of start: Int) -> Points {
        guard start == 0, paragraph.style.indent > 0 else { return 0 }
        let isOpening = items[0].kind == .opening && paragraph.style.indent >= 1
        return (paragraph.style.indent - (isOpening ? 0.5 : 0)) * paragraph.em
    }

    func lines() -> [Line] {
        let count = items.count
        var totals = [Double](repeating: .infinity, count: count + 1)
        var previous = [Int](repeating: first, count: count + 1)
        totals[first] = 0
        var starts = [first]
        var oldest = 0
        for end in (first + 1)...count {
            let isForced = end == count || items[end].gap.isForced
            guard isForced || breaks[end].isFinite else { continue }
            while oldest < starts.count - 1, isTooLong(starts[oldest], end) { oldest += 1 }
            for start in starts[oldest...] {
                // A line costs 1 at least.
                guard totals[start] + 1 < totals[end] else { continue }
                let total = totals[start] + cost(start, end, isLast: isForced) + (end < count ? breaks[end] : 0)
                if total < totals[end] {
                    totals[end] = total
                    previous[end] = start
                }
            }
            if isForced {
                starts = []
                oldest = 0
            }
            starts.append(end)
        }
        return traced(previous)
    }

    /// The cost of given breaks: the first items of the second and the following lines.
    func total(of starts: [Int]) -> Double {
        var total = 0.0
        var start = first
        for end in starts + [items.count] {
            let isForced = end == items.count || items[end].gap.isForced
            total += cost(start, end, isLast: isForced) + (end < items.count ? breaks[end] : 0)
            start = end
        }
        return total
    }

    private func isTooLong(_ start: Int, _ end: Int) -> Bool {
        natural(start, end) - shrink(start, end) > measure - indent(of: start) + 1e-6
    }

    private func traced(_ previous: [Int]) -> [Line] {
        var lines: [Line] = []
        var end = items.count
        while end > first {
            let start = previous[end]
            let width = natural(start, end)
            let indent = indent(of: start)
            lines.append(
                Line(
                    items: start..<end, measure: measure, indent: indent, natural: width,
                    isLast: end == items.count || items[end].gap.isForced,
                    excess: max(0, width - shrink(start, end) - (measure - indent))))
            end = start
        }
        return lines.reversed()
    }

    /// What a line costs.
    private func cost(_ start: Int, _ end: Int, isLast: Bool) -> Double {
        let slack = measure - indent(of: start) - natural(start, end)
        if slack < -1e-6 {
            let room = shrink(start, end)
            guard room + slack >= -1e-6 else { return Self.overfull * (1 - slack) }
            return lineCost + Self.squeezeCost * power(-slack / room)
        }
        switch paragraph.style.alignment {
        case .justified, .distributed:
            if isLast, paragraph.style.alignment == .justified { return 1 }
            let room = stretches[end] - stretches[start + 1] + spreads[end] - spreads[start + 1]
            guard room > 0 else { return slack > 1e-6 ? Self.unstretchable * (1 + slack / measure) : 1 }
            return 1 + min(Self.stretchCost * power(slack / room), Self.unstretchable)
        case .ragged, .centred, .trailing:
            if isLast, !paragraph.style.keepsPhrases { return 1 }
            // Headlines: first as few lines as may be, then lines of equal length.
            return lineCost + 100 * power(slack / measure)
        }
    }

    /// What every line costs, squeezed or not: headlines want few.
    private var lineCost: Double { paragraph.style.keepsPhrases ? 1000 : 1 }

    private func power(_ ratio: Double) -> Double { ratio * ratio * max(1, ratio) }
}
