import Drawing

/// All that seams of one direction across one band must go around, and where they may run.
struct SeamField {
    /// A box as the seam sees it: across the seam and along it.
    struct Obstacle {
        /// Of the planner's boxes.
        var index: Int
        var across: ClosedRange<Points>
        var along: ClosedRange<Points>
        var isCode: Bool
    }

    /// A seam and what it costs; a sheet of paper costs `TilePlanner.sheet`.
    struct Way {
        var seam: Seam
        var cost: Double
    }

    /// By where they begin across the seams.
    private let obstacles: [Obstacle]
    /// The band across the seams: 0 to the last position.
    private let length: Points
    /// The stretch of every seam.
    private let stretch: ClosedRange<Points>
    private let widest: Points
    /// Where a straight seam meets nothing.
    private let gaps: [ClosedRange<Points>]

    /// Paper is cut by hand: seams keep this far from ink.
    private static let clearance = Points.millimetres(0.1)
    /// The distance of the positions that are tried.
    private static let grain = Points.millimetres(10)
    private static let fineGrain = Points.millimetres(3)
    /// Dearer than any number of sheets and steps.
    private static let cutCost = 10_000.0

    init(obstacles: [Obstacle], length: Points, stretch: ClosedRange<Points>) {
        self.obstacles = obstacles.sorted { $0.across.lowerBound < $1.across.lowerBound }
        self.length = length
        self.stretch = stretch
        widest = obstacles.map { $0.across.upperBound - $0.across.lowerBound }.max() ?? 0
        gaps = Self.gaps(in: 0...length, among: self.obstacles[...])
    }

    /// Straight seams through the gaps, in the order of their positions.
    func straightWays() -> [Way] {
        gaps.flatMap { gap in
            let (middle, half) = ((gap.lowerBound + gap.upperBound) / 2, (gap.upperBound - gap.lowerBound) / 2)
            var ways = [straight(at: middle, free: half)]
            var distance = Self.grain
            while distance < half - Self.fineGrain {
                ways.insert(straight(at: middle - distance, free: half - distance), at: 0)
                ways.append(straight(at: middle + distance, free: half - distance))
                distance += Self.grain
            }
            return ways
        }
    }

    /// Seams with steps, where no straight one goes.
    func steppedWays() -> [Way] {
        stride(from: Self.fineGrain, to: length - Seam.mostSpread, by: Self.fineGrain).compactMap { position in
            let window = position...position + Seam.mostSpread
            return gaps.contains { $0.overlaps(window) } ? nil : stepped(in: window)
        }
    }

    /// Straight seams that cut: the last resort.
    func cuttingWays() -> [Way] {
        stride(from: Self.grain, to: length, by: Self.grain).compactMap { position in
            gaps.contains { $0.contains(position) } ? nil : cutting(at: position)
        }
    }

    /// The obstacles that reach into a window.
    private func near(_ window: ClosedRange<Points>) -> [Obstacle] {
        let (start, end) = (window.lowerBound - Self.clearance, window.upperBound + Self.clearance)
        var (low, high) = (0, obstacles.count)
        while low < high {
            let middle = (low + high) / 2
            if obstacles[middle].across.lowerBound < start - widest { low = middle + 1 } else { high = middle }
        }
        return obstacles[low...].prefix { $0.across.lowerBound < end }.filter { $0.across.upperBound > start }
    }

    /// The parts of a window that no obstacle reaches into; obstacles in the order of their beginnings.
    private static func gaps(
        in window: ClosedRange<Points>, among obstacles: ArraySlice<Obstacle>
    ) -> [ClosedRange<Points>] {
        var gaps: [ClosedRange<Points>] = []
        var free = window.lowerBound
        for obstacle in obstacles {
            let start = min(window.upperBound, obstacle.across.lowerBound - clearance)
            if start > free { gaps.append(free...start) }
            free = max(free, obstacle.across.upperBound + clearance)
        }
        if free < window.upperBound { gaps.append(free...window.upperBound) }
        return gaps
    }

    /// Scissors go astray: a seam with less room than this on both sides is a little dearer.
    private static let comfort = Points.millimetres(5)

    private func straight(at position: Points, free: Points) -> Way {
        let part = Seam.Part(position: position, from: stretch.lowerBound, to: stretch.upperBound)
        return Way(seam: Seam(parts: [part]), cost: max(0, 1 - free / Self.comfort))
    }

    private func cutting(at position: Points) -> Way {
        let cut = near(position...position).filter {
            $0.across.lowerBound < position && position < $0.across.upperBound
        }
        let part = Seam.Part(position: position, from: stretch.lowerBound, to: stretch.upperBound)
        let cost = cut.reduce(0) { $0 + ($1.isCode ? 20 : 1) * Self.cutCost }
        return Way(seam: Seam(parts: [part], cut: cut.map(\.index)), cost: cost)
    }

    /// A seam that stays within a window and goes around every obstacle in it; nil if there is none. It steps aside between
    /// lines of text, as seldom as can be.
    private func stepped(in window: ClosedRange<Points>) -> Way? {
        let lines = self.lines(in: window)
        var parts: [Seam.Part] = []
        var start = stretch.lowerBound
        var open: [ClosedRange<Points>] = [window]
        for (index, line) in lines.enumerated() {
            if line.gaps.isEmpty { return nil }
            let common = Self.common(open, line.gaps)
            if common.isEmpty {
                let end = (lines[index - 1].along.upperBound + line.along.lowerBound) / 2
                parts.append(Seam.Part(position: Self.middle(of: open), from: start, to: end))
                (start, open) = (end, line.gaps)
            } else {
                open = common
            }
        }
        parts.append(Seam.Part(position: Self.middle(of: open), from: start, to: stretch.upperBound))
        return Way(seam: Seam(parts: parts), cost: Double(parts.count))
    }

    private struct TextLine {
        var along: ClosedRange<Points>
        var gaps: [ClosedRange<Points>]
    }

    /// The obstacles of a window, together where their stretches overlap: between two such lines a seam can step aside.
    private func lines(in window: ClosedRange<Points>) -> [TextLine] {
        var lines: [TextLine] = []
        var obstacles: [Obstacle] = []
        func close(_ along: ClosedRange<Points>) {
            obstacles.sort { $0.across.lowerBound < $1.across.lowerBound }
            lines.append(TextLine(along: along, gaps: Self.gaps(in: window, among: obstacles[...])))
            obstacles.removeAll(keepingCapacity: true)
        }
        var along: ClosedRange<Points>?
        for obstacle in near(window).sorted(by: { $0.along.lowerBound < $1.along.lowerBound }) {
            if let open = along {
                if obstacle.along.lowerBound < open.upperBound + 2 * Self.clearance {
                    along = open.lowerBound...max(open.upperBound, obstacle.along.upperBound)
                } else {
                    close(open)
                    along = obstacle.along
                }
            } else {
                along = obstacle.along
            }
            obstacles.append(obstacle)
        }
        if let open = along { close(open) }
        return lines
    }

    private static func common(
        _ a: [ClosedRange<Points>], _ b: [ClosedRange<Points>]
    ) -> [ClosedRange<Points>] {
        a.flatMap { first in b.filter { $0.overlaps(first) }.map { $0.clamped(to: first) } }
    }

    /// In the widest gap, where the scissors have most room.
    private static func middle(of gaps: [ClosedRange<Points>]) -> Points {
        let widest = gaps.max { $0.upperBound - $0.lowerBound < $1.upperBound - $1.lowerBound }
        return widest.map { ($0.lowerBound + $0.upperBound) / 2 } ?? 0
    }
}
