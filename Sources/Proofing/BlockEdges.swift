// Where the lines of a block begin and end, as the lines themselves tell.
extension Block {
    static func leftEdge(_ lines: [TextLine], _ size: Double) -> Double {
        let starts = starts(of: lines)
        let least = starts.min() ?? 0
        let slack = tolerance * size
        let common = grouped(starts, within: slack).first { group in
            lines.count { abs($0.inkLeft - group.value) < slack } > 1
        }?.value
        guard let common else { return least }
        // One flush line below an indented one is the edge; a line that hangs out is not.
        let isBelowIndent = zip(lines, lines.dropFirst()).contains { line, next in
            abs(next.inkLeft - least) < slack && line.isIndented(from: least)
        }
        return isBelowIndent || common - least > 1.5 * size && common - least < 2.5 * size ? least : common
    }

    /// Where the text of lines begins. Lines with an opening mark, which may be trimmed or not, tell only where there are no
    /// others, or where even their ink stands farther left, below an indented line.
    static func starts(of lines: some Collection<TextLine>) -> [Double] {
        let plain = lines.filter { !($0.textStart.kind == .opening && $0.textStart.isFullWidthMark) }
        guard let least = plain.map(\.textStart.start).min() else { return lines.map(\.inkLeft) }
        let farther = zip(lines, lines.dropFirst()).filter { above, line in
            line.inkLeft < least - 0.3 * line.size && above.isIndented(from: line.inkLeft)
        }
        return plain.map(\.textStart.start) + farther.map(\.1.inkLeft)
    }

    /// Which lines do not begin at an edge. The ink of an opening mark that was not trimmed stands half an em from it; so does the
    /// ink of a trimmed one in a text half an em further in: there the lines beside it tell.
    static func isAway(_ lines: ArraySlice<TextLine>, from left: Double) -> [Bool] {
        let lines = Array(lines)
        func offset(_ index: Int) -> Double { (lines[index].inkLeft - left) / lines[index].size }
        // Of items of one list the markers stand below each other.
        let markers = lines.indices.filter { abs(offset($0)) < 0.3 }.compactMap { lines[$0].markerStart }
        func isOpen(_ line: TextLine) -> Bool {
            guard line.textStart.kind == .opening else { return false }
            guard let start = line.markerStart else { return true }
            return markers.contains { abs($0 - start) < 0.3 * line.size }
        }
        var result = lines.indices.map { offset($0) > (isOpen(lines[$0]) ? 0.6 : 0.3) }
        func follow(_ index: Int, _ beside: Int) {
            guard !result[index], result[beside] else { return }
            result[index] = offset(index) > 0.3 && abs(offset(index) - offset(beside)) < 0.3
        }
        for index in lines.indices.dropFirst() { follow(index, index - 1) }
        for index in lines.indices.dropLast().reversed() { follow(index, index + 1) }
        return result
    }

    /// Which lines begin at an edge or begin a paragraph that does; the others are of a text farther inside.
    static func isDirect(_ lines: ArraySlice<TextLine>, from left: Double) -> [Bool] {
        let isAway = isAway(lines, from: left)
        return zip(lines, isAway.indices).map { line, index in
            !isAway[index]
                || index + 1 < isAway.count && !isAway[index + 1] && !line.beginsItem && line.isIndented(from: left)
        }
    }

    /// The distance of baselines inside paragraphs. Lines of one paragraph are never farther apart than paragraphs are: so of the
    /// distances that are common the least; and a few lines that are farther apart than others of the page are paragraphs.
    static func pitch(_ lines: [TextLine], onPage usual: Double = 0) -> Double {
        guard let size = lines.first?.size else { return 0 }
        let own = pitch(zip(lines, lines.dropFirst()).map { $1.base - $0.base }, size)
        return usual > 0 && own.value > usual + 0.3 * size && own.count < 3 ? usual : own.value
    }

    /// Of distances between lines of one size.
    static func pitch(_ steps: [Double], _ size: Double) -> (value: Double, count: Int) {
        let groups = grouped(steps, within: 0.03 * size)
        let most = groups.map(\.count).max() ?? 0
        return groups.first { $0.count * 2 >= most && ($0.count > 1 || most == 1) } ?? (0, 0)
    }

    /// Full lines end at one place: of the lines that a flush one follows, two at least, and most; all when they are few.
    /// Indented paragraphs are body text, which is meant to be justified: there fewer lines tell, or the pages before.
    /// Else the farthest end of any line.
    func rightEdge(_ usual: Measure?) -> Edges {
        let slack = Self.tolerance * size
        let isDirect = Self.isDirect(lines[...], from: left)
        let full = lines.indices.dropLast().filter { isDirect[$0] && isDirect[$0 + 1] && !isParted(from: $0) }
            .map { lines[$0] }
        let isCell = isCell(full)
        let isBody =
            !isCell && lines.indices.dropLast().contains { isIndented(lines[$0]) && !isIndented(lines[$0 + 1]) }
        let ends = full.filter { !$0.last.isFullWidthMark }.map(\.right)
        for place in Self.grouped(ends, within: slack).map(\.value).sorted(by: >) where place - left > 8 * size {
            let count = full.count { $0.ends(at: place, within: slack) }
            if isShared(by: count, of: full, isCell: isCell, isBody: isBody) {
                return Edges(left: left, right: place, isJustified: true)
            }
        }
        let farthest = lines.map(\.inkRight).max() ?? left
        if isBody, let usual, abs(usual.size - size) < 0.02 * size, full.count > 1 {
            let place = left + usual.width
            if farthest < place + slack, farthest > place - 2.5 * size {
                return Edges(left: left, right: place, isJustified: true)
            }
        }
        return Edges(left: left, right: farthest)
    }

    /// Lines of which most have something beside them, or which begin anew where something is: the rows of a table.
    private func isCell(_ full: [TextLine]) -> Bool {
        if full.count(where: \.hasNeighbour) * 2 > full.count { return true }
        let farthest = lines.map(\.inkRight).max() ?? left
        let first = lines.indices.filter { $0 == 0 || farthest - lines[$0 - 1].inkRight > 1.2 * size }
        return first.count { lines[$0].hasNeighbour } * 2 > first.count
    }

    /// Whether so many of the full lines are enough to make an edge. A few ragged lines of Han characters alone may end at
    /// one place by chance, unless they are indented or one of them is stretched to it; the cells of a table do so more often still.
    private func isShared(by count: Int, of full: [TextLine], isCell: Bool, isBody: Bool) -> Bool {
        let share = Double(count) / Double(max(1, full.count))
        if isCell { return count >= 8 && share >= 0.9 }
        if full.count > 3 { return count >= 2 && share >= (isBody ? 0.4 : 0.6) }
        return share == 1 && count >= 2 && (isBody || full.contains { $0.isSpread })
    }

    /// As the first line of a paragraph is, with a mark or without.
    private func isIndented(_ line: TextLine) -> Bool {
        abs(indent(of: line) - 2 * size) < 0.6 * size && line.marker == 0
    }

    /// Values that lie within a distance of each other, each group by its mean, from the least.
    static func grouped(_ values: [Double], within distance: Double) -> [(value: Double, count: Int)] {
        var groups: [(sum: Double, count: Int, last: Double)] = []
        for value in values.sorted() {
            if let group = groups.last, value - group.last < distance {
                groups[groups.count - 1] = (group.sum + value, group.count + 1, value)
            } else {
                groups.append((value, 1, value))
            }
        }
        return groups.map { ($0.sum / Double($0.count), $0.count) }
    }
}
