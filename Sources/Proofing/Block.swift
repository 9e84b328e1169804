/// Lines of one size that stand below each other between two edges: the text of a column, a quote or a list inside it, a
/// cell. Measures are in points.
struct Block: Sendable {
    var lines: [TextLine]
    let size: Double
    let isVertical: Bool
    private(set) var edges: Edges
    /// How far its left edge is from the column's: not at all for the text of the column itself, more for what stands inside it, a
    /// quote, the items of a list, a notice. Nil when no column is known.
    let inset: Double?
    /// It is a part that stands inside another text, with a left edge of its own.
    let isInset: Bool
    /// The distance of baselines inside paragraphs; 0 for one line.
    private(set) var pitch = 0.0
    private(set) var paragraphs: [Paragraph] = []
    /// Some paragraph has the indent of two em, here or in the text that it is a part of.
    private(set) var hasIndents = false

    /// Where its lines begin and end.
    struct Edges: Sendable {
        /// Where lines begin that are not indented.
        var left: Double
        /// Where full lines end.
        var right: Double
        /// Full lines end at one place: two of them at least.
        var isJustified = false
    }

    struct Paragraph: Sendable {
        /// Of the block's lines.
        var lines: Range<Int>
        /// Of the first line, in points; negative for an opening mark that lost its half.
        var indent: Double
        /// The block begins with it, flush: it may go on from the column before.
        var mayContinue = false
    }

    /// A column that justified text of a size had on a page.
    struct Measure: Sendable {
        var size: Double
        var left: Double
        var right: Double

        var width: Double { right - left }
        var edges: Edges { Edges(left: left, right: right, isJustified: true) }
    }

    /// Two places are the same within this part of an em.
    static let tolerance = 0.06

    /// One line at least, from the top. `usual`: the column that body text had on the pages before, and where it begins on this
    /// one, if that is known; `pitch`: the distance of such lines elsewhere on the page.
    init(
        _ lines: [TextLine], isVertical: Bool, usual: Measure? = nil, beginsAt usualLeft: Double? = nil,
        pitch usualPitch: Double = 0
    ) {
        self.lines = ListMarkers.marked(lines)
        self.isVertical = isVertical
        size = lines[0].size
        isInset = false
        inset = nil
        edges = Edges(left: 0, right: 0)
        edges.left = Self.leftEdge(self.lines, size)
        pitch = Self.pitch(lines, onPage: usualPitch)
        // Text that is farther in than body text is of another measure.
        let isUsual = usualLeft.map { abs($0 - edges.left) < 0.3 * size } ?? true
        edges = rightEdge(isUsual ? usual : nil)
        paragraphs = findParagraphs()
        hasIndents = paragraphs.contains { isIndented($0) }
    }

    /// A part of a block, between edges that are known.
    init(_ lines: some Sequence<TextLine>, of whole: Block, _ edges: Edges, isInset: Bool, inset: Double? = nil) {
        self.lines = Array(lines)
        isVertical = whole.isVertical
        size = whole.size
        self.edges = edges
        self.isInset = isInset
        self.inset = inset
        pitch = self.lines.count > 2 ? Self.pitch(self.lines, onPage: whole.pitch) : whole.pitch
        paragraphs = findParagraphs()
        hasIndents = !isInset && whole.hasIndents || paragraphs.contains { isIndented($0) }
    }

    var left: Double { edges.left }
    var right: Double { edges.right }
    var isJustified: Bool { edges.isJustified }
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

    /// What stands beside its column is not beside it in a table.
    func alone(in column: Measure) -> Block {
        var block = self
        for index in lines.indices {
            if let before = lines[index].neighbours.before, before < column.left {
                block.lines[index].neighbours.before = nil
            }
            if let after = lines[index].neighbours.after, after > column.right {
                block.lines[index].neighbours.after = nil
            }
        }
        return block
    }

    /// Whether a line goes on in the next one.
    func goesOn(_ line: Int) -> Bool {
        paragraphs.contains { $0.lines.contains(line) && line + 1 < $0.lines.upperBound }
    }

    /// Whether a line may go on in another column or on another page: the last one, when it is full.
    func mayGoOnElsewhere(_ line: Int) -> Bool {
        line > 0 && line + 1 == lines.count && abs(shortfall(lines[line])) < 0.1 * size
    }

    private func isIndented(_ paragraph: Paragraph) -> Bool {
        let wanted = lines[paragraph.lines.lowerBound].first.kind == .opening ? 1.5 : 2
        return abs(paragraph.indent - wanted * size) < 0.15 * size && paragraph.lines.count > 1
    }

    /// How far a line's ink ends before the edge.
    func shortfall(_ line: TextLine) -> Double { right - line.inkRight }

    /// From the left edge to the text, in points; to the inked half of an opening mark.
    func indent(of line: TextLine) -> Double { line.inkLeft - left }

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
                    mayContinue: start == 0 && indent < 0.7 * size && !lines[0].beginsItem))
            start = index + 1
        }
        return result
    }

    private func ends(_ index: Int, indents: Bool) -> Bool {
        let (line, next) = (lines[index], lines[index + 1])
        if next.first.isClosingMark { return false }
        if isParted(from: index) { return true }
        // Below a list that is two em in, the first line of a paragraph looks like more of its last item.
        if isInset, inset.map({ abs($0 - 2 * size) < 0.3 * size }) ?? true, shortfall(line) > Self.tolerance * size {
            return true
        }
        // A heading of the text's size.
        if let face = line.face, let other = next.face, face != other, shortfall(line) > Self.tolerance * size {
            return true
        }
        let token = BreakToken.width(of: next)
        return shortfall(line) > (indents ? max(token, 3 * size) : token - Self.tolerance * size)
    }

    /// A paragraph ends after a line, as its place tells: space below it, an indent or a list marker in the next line.
    func isParted(from index: Int) -> Bool {
        let (line, next) = (lines[index], lines[index + 1])
        if next.base - line.base > pitch + 0.3 * size { return true }
        if next.beginsItem { return true }
        let indent = self.indent(of: next)
        return indent > 1.2 * size || indent < -0.7 * size
            || abs(indent) > 0.6 * size && next.textStart.kind != .opening
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
