/// The middles of dots in a row, along their line and across it.
struct DotRow: Sendable {
    var places: [Double]
    var middle: Double
    /// Of the largest, when they are drawn.
    var size = 0.0

    /// Dots that are characters: their ink stands above their own baseline.
    init(_ line: TextLine) {
        places = line.boxes.map { ($0.start + $0.end) / 2 }
        middle = line.base - 0.38 * line.size
    }

    init(places: [Double], middle: Double, size: Double) {
        self.places = places
        self.middle = middle
        self.size = size
    }
}

/// The drawn dots of a page: those before lines are markers of lists, those left over may be dots of emphasis.
struct LineDots {
    private struct Dot {
        /// Of its middle: along the lines and across them.
        var along: Double
        var across: Double
        var size: Double
    }

    /// By their place across the lines.
    private var dots: [Dot]

    init(_ drawn: [DrawnDot], isVertical: Bool) {
        dots = drawn.map { dot in
            let (x, y) = (Double(dot.x), Double(dot.y))
            return Dot(
                along: isVertical ? y : x, across: isVertical ? -x : y, size: Double(max(dot.width, dot.height)))
        }.sorted { $0.across < $1.across }
    }

    /// Gives each line the dot that stands before it, at the height of its letters, as its label.
    mutating func label(_ lines: [TextLine]) -> [TextLine] {
        guard !dots.isEmpty else { return lines }
        var isTaken = [Bool](repeating: false, count: dots.count)
        var lines = lines
        for index in lines.indices where lines[index].label.isEmpty {
            let line = lines[index]
            let em = line.size
            // The middle of vertical text is its base; letters on a baseline have theirs above it.
            let near = places(from: line.base - 0.7 * em, to: line.base + 0.35 * em)
            let before = near.filter { place in
                let dot = dots[place]
                let gap = line.inkLeft - dot.along - dot.size / 2
                return !isTaken[place] && dot.size < 0.9 * em && gap > 0.15 * em && gap < 2.5 * em
            }
            guard let place = before.max(by: { dots[$0].along < dots[$1].along }) else { continue }
            isTaken[place] = true
            lines[index].label = [marker(dots[place], of: line)]
        }
        dots = dots.indices.filter { !isTaken[$0] }.map { dots[$0] }
        return lines
    }

    private func marker(_ dot: Dot, of line: TextLine) -> Box {
        Box(
            "\u{2022}", start: dot.along - dot.size / 2, end: dot.along + dot.size / 2, base: line.base,
            size: line.size, font: line.first.font)
    }

    private func places(from least: Double, to most: Double) -> Range<Int> {
        var (low, high) = (0, dots.count)
        while low < high {
            let middle = (low + high) / 2
            if dots[middle].across < least { low = middle + 1 } else { high = middle }
        }
        return low..<(dots[low...].firstIndex { $0.across > most } ?? dots.count)
    }

    /// Dots side by side, two at least: one alone may be anything.
    var rows: [DotRow] {
        var rows: [DotRow] = []
        for dot in dots {
            if let row = rows.last, abs(row.middle - dot.across) < 0.3 * dot.size {
                rows[rows.count - 1].places.append(dot.along)
                rows[rows.count - 1].size = max(row.size, dot.size)
            } else {
                rows.append(DotRow(places: [dot.along], middle: dot.across, size: dot.size))
            }
        }
        return rows.filter { $0.places.count > 1 }
    }
}
