/// Divides a block into the text of its column and what stands inside it with edges of its own: quotes, the items of lists,
/// notices, and those inside each other.
struct BlockParts {
    private let whole: Block
    /// Where the column begins, when it is known.
    private let columnLeft: Double?
    private var found: [Block] = []

    /// From the top. The edges of its column are known better than one block tells.
    static func parts(of block: Block, in column: Block.Measure?, between edges: Block.Edges) -> [Block] {
        var parts = Self(whole: block, columnLeft: column?.left)
        parts.divide(block.lines.indices, [edges])
        return parts.found
    }

    private init(whole: Block, columnLeft: Double?) {
        self.whole = whole
        self.columnLeft = columnLeft
    }

    private var em: Double { whole.size }
    private func line(_ index: Int) -> TextLine { whole.lines[index] }

    /// `outer`: the edges of the texts around, from the column's to those of the lines.
    private mutating func divide(_ range: Range<Int>, _ outer: [Block.Edges]) {
        let edges = outer[outer.count - 1]
        let isAway = Block.isAway(whole.lines[range], from: edges.left)
        var start = range.lowerBound
        var index = start
        var end = start
        while index < range.upperBound {
            if index >= end { end = range[index...].first { !isAway[$0 - range.lowerBound] } ?? range.upperBound }
            let inner = inner(index..<end, in: range, edges)
            if !inner.isEmpty {
                add(start..<inner.lowerBound, edges, isInset: outer.count > 1)
                divide(inner, outer + [self.edges(of: inner, inside: outer)])
                start = inner.upperBound
            }
            index = inner.isEmpty ? max(end, index + 1) : inner.upperBound
        }
        add(start..<range.upperBound, edges, isInset: outer.count > 1)
    }

    private mutating func add(_ range: Range<Int>, _ edges: Block.Edges, isInset: Bool) {
        guard !range.isEmpty else { return }
        found.append(
            Block(
                whole.lines[range], of: whole, edges, isInset: isInset, inset: columnLeft.map { edges.left - $0 }))
    }

    // MARK: Lines

    /// Of lines that all stand away from the edge, those that are not first lines of the text around them.
    private func inner(_ run: Range<Int>, in range: Range<Int>, _ edges: Block.Edges) -> Range<Int> {
        var (start, end) = (run.lowerBound, run.upperBound)
        if end > start, end < range.upperBound, begins(end - 1, above: end, run, edges) { end -= 1 }
        while start < end, isFirstLine(start, edges), !goesOnInside(start, end, edges) { start += 1 }
        while end > start, isFirstLine(end - 1, edges), end - 1 == start || !isBelow(end - 2, end - 1) { end -= 1 }
        let inside = (start..<end).dropFirst().first {
            isFirstLine($0, edges) && !isBelow($0 - 1, $0) && !goesOnInside($0, end, edges)
                && lack($0 - 1, edges) > BreakToken.width(of: line($0))
        }
        return start..<(inside ?? end)
    }

    /// Whether a line is the first of a paragraph that goes on in the flush line below it: such a line is full.
    private func begins(_ index: Int, above next: Int, _ run: Range<Int>, _ edges: Block.Edges) -> Bool {
        if line(next).base - line(index).base > whole.pitch + 0.3 * em { return false }
        if !isFirstLine(index, edges), index > run.lowerBound, isBelow(index - 1, index) { return false }
        let most = edges.isJustified ? max(BreakToken.width(of: line(next)), 0.1 * em) : 4 * em
        return lack(index, edges) <= most
    }

    private func lack(_ index: Int, _ edges: Block.Edges) -> Double { edges.right - line(index).inkRight }

    private func isFirstLine(_ index: Int, _ edges: Block.Edges) -> Bool {
        !line(index).beginsItem && line(index).isIndented(from: edges.left)
    }

    /// Whether a line and the one below it are one paragraph away from the edge.
    private func goesOnInside(_ index: Int, _ end: Int, _ edges: Block.Edges) -> Bool {
        guard index + 1 < end else { return false }
        let lack = lack(index, edges)
        if isBelow(index, index + 1) { return lack <= BreakToken.width(of: line(index + 1)) }
        return lack < 3 * em && line(index).isIndented(from: line(index + 1).inkLeft)
    }

    /// Two lines begin at one place.
    private func isBelow(_ above: Int, _ index: Int) -> Bool {
        abs(line(above).inkLeft - line(index).inkLeft) < 0.3 * em
    }

    // MARK: Edges

    /// Lines inside a text begin where the least of them do. They end where one of the texts around them does, at the last whole
    /// character before, or as far from there as they begin from the left.
    private func edges(of run: Range<Int>, inside outer: [Block.Edges]) -> Block.Edges {
        let (column, around) = (outer[0], outer[outer.count - 1])
        let least = Block.grouped(Block.starts(of: whole.lines[run]), within: Block.tolerance * em).first?.value
        let left = max(least ?? around.left, around.left)
        let lines = zip(whole.lines[run], Block.isDirect(whole.lines[run], from: left)).filter(\.1).map(\.0)
        guard !lines.isEmpty else { return .init(left: left, right: around.right) }
        let block = Block(lines, of: whole, .init(left: left, right: around.right), isInset: true)
        let own = block.rightEdge(nil)
        if own.isJustified, own.right < column.right + Block.tolerance * em { return own }
        guard column.isJustified || columnLeft != nil else { return own }
        let full = lines.indices.dropLast().filter { !block.isParted(from: $0) }.map { lines[$0] }
        // The ink of a trimmed mark ends where the cell of an untrimmed one ends inside a narrower text: what could be right is
        // taken for it.
        let places = outer.reversed().flatMap { ends(from: left, inside: $0) }
        let slack = Block.tolerance * em
        let known =
            places.first { place in full.contains { abs($0.inkRight - place) < slack } }
            ?? places.first { place in full.contains { $0.ends(at: place, within: slack) } }
        if let known {
            let count = full.count { $0.ends(at: known, within: slack) }
            let isMeant = count > 1 || full.contains { abs($0.inkRight - known) < slack }
            let isShared = isMeant && (full.count > 3 ? count * 5 >= full.count * 3 : count == full.count)
            return .init(left: left, right: known, isJustified: isShared)
        }
        // Nothing is known but that stretched lines end where they were meant to.
        let farthest = lines.max { $0.inkRight < $1.inkRight }
        return .init(left: left, right: farthest.map { $0.isSpread ? $0.inkRight : around.right } ?? around.right)
    }

    private func ends(from left: Double, inside around: Block.Edges) -> [Double] {
        let characters = ((around.right - left) / em + Block.tolerance).rounded(.down)
        return [around.right, left + characters * em, around.right - (left - around.left)]
    }
}
