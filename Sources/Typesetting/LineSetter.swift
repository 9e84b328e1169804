package import Drawing
import Theme

/// Where a line's text stands in its line: the em box of CJK fonts, the same for all faces, so that lines of mixed faces
/// share one baseline.
package enum EmBox {
    /// Above the baseline, in em.
    package static let ascent = 0.88

    /// From the top of a line of some leading to its baseline.
    package static func baseline(leading: Points, size: Points) -> Points { (leading - size) / 2 + ascent * size }
}

extension Paragraph {
    /// The marks of a line whose left edge (before the indent) and baseline are at `origin`.
    package func marks(of line: Line, at origin: Point, role: Placed.Role) -> [Placed] {
        LineSetter(self, line, origin, role).marks()
    }
}

/// Gives a broken line its places: spreads or squeezes its gaps, then gathers glyphs into runs.
struct LineSetter {
    private let paragraph: Paragraph
    private let line: Line
    private let origin: Point
    private let role: Placed.Role

    init(_ paragraph: Paragraph, _ line: Line, _ origin: Point, _ role: Placed.Role) {
        self.paragraph = paragraph
        self.line = line
        self.origin = origin
        self.role = role
    }

    func marks() -> [Placed] {
        let widths = adjustedGaps()
        let lefts = self.lefts(widths)
        var result: [Placed] = []
        var pen: RunPen?
        for (offset, index) in line.items.enumerated() {
            let item = paragraph.items[index]
            let cluster = paragraph.shaped.clusters[Int(item.cluster)]
            let isNew = pen.map { $0.run != cluster.run || $0.glyphs.face != cluster.face } ?? true
            // Typed spaces stay in the text with the glyph of a space, at a line's inside alone.
            if offset > 0, !item.gap.spaces.isEmpty {
                pen?.add(
                    spaces: item.gap.spaces, of: paragraph.shaped,
                    at: lefts[offset - 1] + paragraph.items[index - 1].width)
            }
            if isNew || cluster.level % 2 == 1 {
                if let done = pen { finish(done, &result) }
                pen = RunPen(
                    cluster, x: lefts[offset], colour: paragraph.look.colour(for: inline(cluster)))
            }
            pen?.add(cluster, of: paragraph.shaped, at: lefts[offset], item)
            addDot(item, cluster, at: lefts[offset], &result)
        }
        if let done = pen { finish(done, &result) }
        return result
    }

    /// The left edge and width of each box from the line's origin, in the order of the text.
    func boxes() -> [(left: Points, width: Points)] {
        zip(lefts(adjustedGaps()), line.items).map { ($0, paragraph.items[$1].width) }
    }

    private func inline(_ cluster: ShapedText.Cluster) -> Inline { paragraph.inlines[Int(cluster.run)] }

    private func finish(_ pen: RunPen, _ result: inout [Placed]) {
        guard !pen.glyphs.glyphs.isEmpty else { return }
        let inline = paragraph.inlines[Int(pen.run)]
        let rise = inline.marks.contains(.superscript) ? 0.35 * paragraph.em : 0
        let start = Point(x: origin.x + pen.start, y: origin.y - rise)
        result.append(Placed(.glyphs(pen.glyphs, at: start), as: role))
        if let link = inline.link {
            let size = pen.glyphs.size
            let rect = Rect(
                x: start.x, y: start.y - EmBox.ascent * size, width: pen.end - pen.start, height: size)
            result.append(Placed(.link(rect, to: link), as: role))
        }
    }

    /// Rule 25: a dot under each emphasised character that is not a mark; the line gap stays as it is.
    private func addDot(
        _ item: Paragraph.Item, _ cluster: ShapedText.Cluster, at left: Points, _ result: inout [Placed]
    ) {
        let inline = inline(cluster)
        guard inline.marks.contains(.emphasis), paragraph.look.emphasis == .dots, item.kind == .han || item.kind.isLatin
        else { return }
        let em = cluster.size
        let centre = Point(x: origin.x + left + item.width / 2, y: origin.y + 0.27 * em)
        result.append(
            Placed(
                .fill(.circle(centre: centre, radius: 0.065 * em), paragraph.look.colour(for: inline)), as: .artifact))
    }

    /// The left edge of each box from the line's origin.
    private func lefts(_ gaps: [Double]) -> [Double] {
        let items = paragraph.items
        let width = line.items.reduce(0) { $0 + items[$1].width } + gaps.reduce(0, +)
        let slack = line.measure - line.indent - width
        var x = line.indent
        switch paragraph.style.alignment {
        case .justified, .ragged: break
        case .centred: x += slack / 2
        case .trailing: x += slack
        }
        var lefts = [Double](repeating: 0, count: line.items.count)
        for offset in visualOrder() {
            lefts[offset] = x + gaps[offset]
            x = lefts[offset] + items[line.items.lowerBound + offset].width
        }
        return lefts
    }

    /// The order of the boxes from left to right (UAX #9, rule L2).
    private func visualOrder() -> [Int] {
        var order = Array(0..<line.items.count)
        let levels = line.items.map { paragraph.shaped.clusters[Int(paragraph.items[$0].cluster)].level }
        guard let highest = levels.max(), highest > 0 else { return order }
        for level in stride(from: highest, to: 0, by: -1) {
            var start = 0
            while start < order.count {
                guard levels[order[start]] >= level else {
                    start += 1
                    continue
                }
                var end = start
                while end < order.count, levels[order[end]] >= level { end += 1 }
                order[start..<end].reverse()
                start = end
            }
        }
        return order
    }

    /// The width of the gap before each box of the line, 0 before the first.
    private func adjustedGaps() -> [Double] {
        let gaps = line.items.map { paragraph.items[$0].gap }
        var widths = gaps.map(\.natural)
        widths[0] = 0
        let slack = line.measure - line.indent - line.natural
        if slack < -1e-9 {
            squeeze(&widths, gaps, by: -slack)
        } else if paragraph.style.alignment == .justified, !line.isLast, slack > 1e-9 {
            stretch(&widths, gaps, by: slack)
        }
        return widths
    }

    /// Turn by turn (rule 21), within a turn evenly.
    private func squeeze(_ widths: inout [Double], _ gaps: [Gap], by need: Double) {
        var need = need
        for turn in Gap.Squeeze.allCases where need > 1e-9 {
            let chosen = gaps.indices.dropFirst().filter { gaps[$0].squeeze == turn && gaps[$0].shrink > 0 }
            let room = chosen.reduce(0) { $0 + gaps[$1].shrink }
            guard room > 0 else { continue }
            let part = min(1, need / room)
            for index in chosen { widths[index] -= gaps[index].shrink * part }
            need -= room * part
        }
    }

    /// Word spaces, then Han–Latin spaces, then all gaps evenly (rule 21).
    private func stretch(_ widths: inout [Double], _ gaps: [Gap], by slack: Double) {
        var slack = slack
        for turn in [Gap.Expansion.wordSpace, .hanLatin] where slack > 1e-9 {
            let chosen = gaps.indices.dropFirst().filter { gaps[$0].expansion == turn }
            let room = chosen.reduce(0) { $0 + gaps[$1].stretch }
            guard room > 0 else { continue }
            let part = min(1, slack / room)
            for index in chosen { widths[index] += gaps[index].stretch * part }
            slack -= room * part
        }
        let spread = gaps.indices.dropFirst().filter { gaps[$0].spreads }
        guard slack > 1e-9, !spread.isEmpty else { return }
        for index in spread { widths[index] += slack / Double(spread.count) }
    }
}

/// Gathers the clusters of one run.
private struct RunPen {
    var glyphs: GlyphRun
    let run: Int32
    /// From the line's origin.
    let start: Double
    private(set) var end: Double

    init(_ cluster: ShapedText.Cluster, x: Double, colour: Colour) {
        glyphs = GlyphRun(face: cluster.face, size: cluster.size, colour: colour)
        run = cluster.run
        start = x
        end = x
    }

    mutating func add(_ cluster: ShapedText.Cluster, of shaped: ShapedText, at left: Double, _ item: Paragraph.Item) {
        var count: Int32 = 0
        for shift in [item.shift, item.secondShift].compactMap({ $0 }) {
            var x = left - start + shift
            for glyph in shaped.glyphs[Int(cluster.firstGlyph)..<Int(cluster.firstGlyph + cluster.glyphCount)] {
                glyphs.glyphs.append(.init(id: glyph.id, x: x + glyph.dx, y: glyph.dy))
                x += glyph.advance
                count += 1
            }
        }
        append(cluster, glyphs: count, of: shaped)
        end = left + item.width
    }

    mutating func add(spaces: Range<Int32>, of shaped: ShapedText, at left: Double) {
        for index in spaces {
            let cluster = shaped.clusters[Int(index)]
            // A zero-width space stays out: who copies an address must not get the places where it might be broken.
            guard cluster.glyphCount > 0, cluster.scalar != 0x200B else { continue }
            for glyph in shaped.glyphs[Int(cluster.firstGlyph)..<Int(cluster.firstGlyph + cluster.glyphCount)] {
                glyphs.glyphs.append(.init(id: glyph.id, x: left - start, y: 0))
            }
            append(cluster, glyphs: cluster.glyphCount, of: shaped)
        }
    }

    private mutating func append(_ cluster: ShapedText.Cluster, glyphs count: Int32, of shaped: ShapedText) {
        glyphs.text += shaped.text[Int(cluster.byte)..<Int(cluster.byte + cluster.length)]
        glyphs.clusters.append(.init(bytes: cluster.length, glyphs: count))
    }
}
