/// Lines of one size that stand below each other: a column of text, a list, a cell. Measures are in points.
struct Block: Sendable {
    var lines: [TextLine]
    let size: Double
    let isVertical: Bool
    /// Where lines begin that are not indented.
    private(set) var left: Double
    /// Where full lines end.
    private(set) var right: Double
    /// Full lines end at one place: two of them at least.
    private(set) var isJustified = false
    /// The commonest distance of baselines; 0 for one line.
    private(set) var pitch = 0.0
    private(set) var paragraphs: [Paragraph] = []

    struct Paragraph: Sendable {
        /// Of the block's lines.
        var lines: Range<Int>
        /// Of the first line, in points; negative for an opening mark that lost its half.
        var indent: Double
        /// The block begins with it, flush: it may go on from the column before.
        var mayContinue = false
    }

    /// A measure that justified text of a size has.
    struct Measure: Sendable {
        var size: Double
        var width: Double
    }

    /// Two places are the same within this part of an em.
    static let tolerance = 0.06

    /// One line at least, from the top. `usual`: the measure that body text had on the pages before.
    init(_ lines: [TextLine], isVertical: Bool, usual: Measure? = nil) {
        self.lines = lines
        self.isVertical = isVertical
        size = lines[0].size
        left = 0
        right = 0
        markHangingItems()
        left = Self.leftEdge(self.lines, size)
        pitch = Self.commonest(zip(lines, lines.dropFirst()).map { $1.base - $0.base }, within: 0.03 * size)?.value ?? 0
        (right, isJustified) = rightEdge(usual)
        paragraphs = findParagraphs()
    }

    var top: Double { lines[0].base }
    var bottom: Double { lines[lines.count - 1].base }
    var measure: Double { right - left }
    var hanCount: Int { lines.reduce(0) { $0 + $1.boxes.count(where: \.isHan) } }
    var boxCount: Int { lines.reduce(0) { $0 + $1.boxes.count } }
    /// Chinese text of more than labels: what the rules of paragraphs are for.
    var isChinese: Bool { hanCount * 3 >= boxCount }
    /// Not the cell of a table: its lines fill a measure, or nothing stands beside them.
    var isRunning: Bool {
        isJustified && measure >= 6 * size || lines.allSatisfy { !$0.hasNeighbour }
    }

    /// Whether a line goes on in the next one.
    func goesOn(_ line: Int) -> Bool {
        paragraphs.contains { $0.lines.contains(line) && line + 1 < $0.lines.upperBound }
    }

    /// Some paragraph of the block has the indent of two em.
    var hasIndents: Bool {
        paragraphs.contains { paragraph in
            let wanted = lines[paragraph.lines.lowerBound].first.kind == .opening ? 1.5 : 2
            return abs(paragraph.indent - wanted * size) < 0.15 * size && paragraph.lines.count > 1
        }
    }

    /// How far a line's ink ends before the edge.
    func shortfall(_ line: TextLine) -> Double { right - line.inkRight }

    /// A few lines below a heading show no edges of their own: when they fit a column of the page and one of them fills
    /// it, its edges are theirs.
    mutating func join(_ column: Block) {
        let slack = 0.1 * size
        guard !isJustified, abs(column.size - size) < 0.02 * size,
            lines.allSatisfy({ $0.inkLeft > column.left - slack && $0.inkRight < column.right + slack }),
            lines.contains(where: { abs($0.inkRight - column.right) < slack || abs($0.right - column.right) < slack }),
            let offset = lines.map({ $0.inkLeft - column.left }).min(), offset < 2.6 * size
        else { return }
        left = column.left
        right = column.right
        isJustified = true
        if lines.count == 1 { pitch = column.pitch }
        paragraphs = findParagraphs()
    }

    // MARK: Edges

    /// A list marker stands before the text, and the next line begins below the text.
    private mutating func markHangingItems() {
        for index in lines.indices.dropLast() {
            let (line, next) = (lines[index], lines[index + 1])
            guard next.left > line.left + 0.5 * size, line.boxes.count > 2 else { continue }
            let hang = next.inkLeft
            for place in 1..<min(7, line.boxes.count)
            where abs(line.boxes[place].start - hang) < 0.1 * size
                && isMarker(line.boxes[..<place], before: line.boxes[place])
            {
                lines[index].marker = place
            }
        }
    }

    /// •, ①, 1., （一）, 一、, 注： and the like: one sign, or a few characters that a point or a space sets apart. Without
    /// either, the next line is a new paragraph that happens to be indented as far.
    private func isMarker(_ boxes: ArraySlice<Box>, before text: Box) -> Bool {
        guard let first = boxes.first, let last = boxes.last else { return false }
        if ["、", "：", "）", ")", ".", "．"].contains(last.scalar) { return true }
        switch first.kind {
        case .dot, .interpunct, .enclosed, .other: return boxes.count == 1
        case .digit, .letter: return text.start - last.end > 0.2 * size
        default: return false
        }
    }

    private static func leftEdge(_ lines: [TextLine], _ size: Double) -> Double {
        let plain = lines.filter { !($0.textStart.kind == .opening && $0.textStart.isFullWidthMark) }
        let starts = (plain.isEmpty ? lines : plain).map { plain.isEmpty ? $0.inkLeft : $0.textStart.start }
        let least = starts.min() ?? 0
        let groups = grouped(starts, within: tolerance * size)
        guard let common = groups.filter({ $0.count > 1 }).map(\.value).min() else { return least }
        // One flush line below an indented one is the edge; a line that hangs out is not.
        return common - least > 1.5 * size && common - least < 2.5 * size ? least : common
    }

    /// Full lines end at one place: of the lines that a flush one follows, two at least, and most; all when they are few.
    /// Indented paragraphs are body text, which is meant to be justified: there fewer lines tell, or the pages before.
    /// Else the farthest end of any line.
    private func rightEdge(_ usual: Measure?) -> (right: Double, isShared: Bool) {
        let slack = Self.tolerance * size
        let full = lines.indices.dropLast().filter { !isParted(from: $0) }.map { lines[$0] }
        func supports(_ line: TextLine, _ place: Double) -> Bool {
            abs(line.inkRight - place) < slack || abs(line.right - place) < slack
        }
        let isCell = full.count { $0.hasNeighbour } * 2 > full.count
        let isBody =
            !isCell && lines.indices.dropLast().contains { isIndented(lines[$0]) && !isIndented(lines[$0 + 1]) }
        let ends = full.filter { !$0.last.isFullWidthMark }.map(\.right)
        for place in Self.grouped(ends, within: slack).map(\.value).sorted(by: >) where place - left > 8 * size {
            let count = full.count { supports($0, place) }
            if isShared(by: count, of: full, isCell: isCell, isBody: isBody) { return (place, true) }
        }
        let farthest = lines.map(\.inkRight).max() ?? left
        if isBody, let usual, abs(usual.size - size) < 0.02 * size, full.count > 1 {
            let place = left + usual.width
            if farthest < place + slack, farthest > place - 2.5 * size { return (place, true) }
        }
        return (farthest, false)
    }

    /// Whether so many of the full lines are enough to make an edge. A few ragged lines of Han characters alone may end at
    /// one place by chance, unless they are indented or one of them is stretched to it; the cells of a table do so more often still.
    private func isShared(by count: Int, of full: [TextLine], isCell: Bool, isBody: Bool) -> Bool {
        let share = Double(count) / Double(max(1, full.count))
        if isCell { return count >= 8 && share >= 0.9 }
        if full.count > 3 { return count >= 2 && share >= (isBody ? 0.4 : 0.6) }
        return share == 1 && count >= 2 && (isBody || full.contains { $0.isStretched })
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

    /// The value that most share; of two, the smaller.
    static func commonest(_ values: [Double], within distance: Double) -> (value: Double, count: Int)? {
        grouped(values, within: distance).reduce(nil) { best, group in
            guard let best, best.count >= group.count else { return group }
            return best
        }
    }

    // MARK: Paragraphs

    private func findParagraphs() -> [Paragraph] {
        let isIndented = lines.indices.map { indent(of: lines[$0]) > 1.2 * size }
        let indents = isIndented.contains(true) && !isIndented.allSatisfy { $0 }
        var result: [Paragraph] = []
        var start = 0
        for index in lines.indices where index + 1 == lines.count || ends(index, indents: indents) {
            let indent = indent(of: lines[start])
            result.append(
                Paragraph(
                    lines: start..<(index + 1), indent: indent,
                    mayContinue: start == 0 && indent < 0.7 * size && lines[0].marker == 0))
            start = index + 1
        }
        return result
    }

    /// From the left edge to the text, in points; to the inked half of an opening mark.
    func indent(of line: TextLine) -> Double { line.inkLeft - left }

    private func ends(_ index: Int, indents: Bool) -> Bool {
        let (line, next) = (lines[index], lines[index + 1])
        if next.first.isClosingMark { return false }
        if isParted(from: index) { return true }
        let token = BreakToken.width(of: next)
        return shortfall(line) > (indents ? max(token, 3 * size) : token - Self.tolerance * size)
    }

    /// A paragraph ends after a line, as its place tells: space below it, an indent or a list marker in the next line.
    private func isParted(from index: Int) -> Bool {
        let (line, next) = (lines[index], lines[index + 1])
        if next.base - line.base > pitch + 0.3 * size { return true }
        if next.marker > 0 || next.followsMarker || startsItem(next) { return true }
        let indent = self.indent(of: next)
        return indent > 1.2 * size || indent < -0.7 * size
            || abs(indent) > 0.6 * size && next.textStart.kind != .opening
    }

    /// A bullet with space behind it, or a number with its point: • or 1. before the text.
    private func startsItem(_ line: TextLine) -> Bool {
        guard line.boxes.count > 2 else { return false }
        switch line.first.kind {
        case .dot: return true
        case .interpunct: return line.boxes[1].start - line.first.end > 0.3 * size
        case .digit:
            let digits = line.boxes.prefix { $0.kind == .digit }.count
            guard digits < 4, digits + 1 < line.boxes.count else { return false }
            let (point, text) = (line.boxes[digits], line.boxes[digits + 1])
            return [".", "、", "．", ")", "）"].contains(point.scalar)
                && (text.isHan || text.start - point.end > 0.2 * size)
        default: return false
        }
    }
}

/// The least that must go to a line together, from its beginning.
enum BreakToken {
    /// In points: a character with the marks that belong to it, or a word.
    static func width(of line: TextLine) -> Double {
        let boxes = line.boxes[line.marker...]
        guard let first = boxes.first else { return 0 }
        var last = first
        for box in boxes.dropFirst() {
            let isWord =
                (last.isWestern || last.kind == .other) && (box.isWestern || box.kind == .other) && !box.isSpaced
            guard box.isClosingMark || last.kind == .opening || isWord || box.kind == .suffix else { break }
            last = box
        }
        let end = last.isFullWidthMark && last.kind != .opening ? last.start + last.size / 2 : last.end
        return end - line.inkLeft
    }
}
