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
    package func marks(of line: Line, at origin: Point, role: StructureElement?) -> [Placed] {
        LineSetter(self, line, origin, role).marks()
    }
}

/// Gives a broken line its places: spreads or squeezes its gaps, then gathers glyphs into runs.
struct LineSetter {
    private let paragraph: Paragraph
    private let line: Line
    private let origin: Point
    private let role: StructureElement?

    init(_ paragraph: Paragraph, _ line: Line, _ origin: Point, _ role: StructureElement?) {
        self.paragraph = paragraph
        self.line = line
        self.origin = origin
        self.role = role
    }

    func marks() -> [Placed] {
        let lefts = self.lefts(adjustedGaps())
        var result: [Placed] = []
        var pen: RunPen?
        var hasDots = false
        for (offset, index) in line.items.enumerated() {
            let item = paragraph.items[index]
            let cluster = paragraph.shaped.clusters[Int(item.cluster)]
            // Typed spaces stay in the text with the glyph of a space, at a line's inside alone.
            if offset > 0, !item.gap.spaces.isEmpty {
                pen?.add(
                    spaces: item.gap.spaces, of: paragraph.shaped,
                    at: lefts[offset - 1] + paragraph.items[index - 1].width)
            }
            if !(pen?.takes(cluster, item) ?? false) {
                if let done = pen { finish(done, &result) }
                let inline = inline(cluster)
                pen = RunPen(
                    cluster, item, of: paragraph.shaped, x: lefts[offset], most: line.items.upperBound - index,
                    colour: paragraph.look.colour(for: inline))
                hasDots = inline.marks.contains(.emphasis) && paragraph.look.emphasis == .dots
            }
            pen?.add(item, of: paragraph.shaped, at: lefts[offset])
            if hasDots { addDot(item, cluster, at: lefts[offset], &result) }
        }
        if let done = pen { finish(done, &result) }
        addRubies(lefts, &result)
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
        let elements = InlineElements(paragraph, in: role)
        result.append(Placed(.glyphs(pen.glyphs, at: start), as: elements.text(Int(pen.run)), isUpright: pen.isUpright))
        if let underline = Underline(inline.marks) {
            result.append(
                Placed(
                    underline.mark(
                        from: start, width: pen.end - pen.start, em: paragraph.em,
                        colour: paragraph.look.colour(for: inline)), as: .artifact))
        }
        if let link = inline.link {
            let size = pen.glyphs.size
            let rect = Rect(
                x: start.x, y: start.y - EmBox.ascent * size, width: pen.end - pen.start, height: size)
            result.append(Placed(.link(rect, to: link), as: elements.link(Int(pen.run))))
        }
    }

    /// Rule 25: a dot under each emphasised character that is not a mark, at the right of vertical text; the line gap stays
    /// as it is (GB/T 15834-2011 §5.1.8, §5.2.5).
    private func addDot(
        _ item: Paragraph.Item, _ cluster: ShapedText.Cluster, at left: Points, _ result: inout [Placed]
    ) {
        guard item.kind == .han || item.kind.isLatin else { return }
        let em = cluster.size
        let below = paragraph.style.isVertical ? -(EmBox.ascent + 0.15) * em : 0.27 * em
        let centre = Point(x: origin.x + left + item.width / 2, y: origin.y + below)
        result.append(
            Placed(
                .fill(.circle(centre: centre, radius: 0.065 * em), paragraph.look.colour(for: inline(cluster))),
                as: .artifact))
    }

    /// Annotations stand centred above their text, at the right of vertical text.
    private func addRubies(_ lefts: [Double], _ result: inout [Placed]) {
        for ruby in paragraph.rubies {
            let offsets = line.items.indices.filter { index in
                paragraph.shaped.clusters[Int(paragraph.items[index].cluster)].run == ruby.run
            }
            // A text that is broken in need has its annotation above its beginning.
            guard let first = offsets.first, let last = offsets.last,
                first == 0 || paragraph.shaped.clusters[Int(paragraph.items[first - 1].cluster)].run != ruby.run
            else { continue }
            let left = lefts[first - line.items.lowerBound]
            let right = lefts[last - line.items.lowerBound] + paragraph.items[last].width
            let inline = paragraph.inlines[Int(ruby.run)]
            let size = ruby.shaped.clusters.first?.size ?? 0
            let start = Point(
                x: origin.x + (left + right - ruby.width) / 2,
                y: origin.y - EmBox.ascent * size / Paragraph.rubySize - 0.2 * size)
            let element = InlineElements(paragraph, in: role).annotation(Int(ruby.run))
            for run in RunPen.runs(of: ruby.shaped, colour: paragraph.look.colour(for: inline)) {
                result.append(Placed(.glyphs(run, at: start), as: element))
            }
        }
    }

    /// The left edge of each box from the line's origin.
    private func lefts(_ gaps: [Double]) -> [Double] {
        let items = paragraph.items
        var x = line.indent
        switch paragraph.style.alignment {
        case .justified, .distributed, .ragged: break
        case .centred: x += slack(gaps) / 2
        case .trailing: x += slack(gaps)
        }
        var lefts = [Double](repeating: 0, count: line.items.count)
        func place(_ offset: Int) {
            lefts[offset] = x + gaps[offset]
            x = lefts[offset] + items[line.items.lowerBound + offset].width
        }
        if let order = visualOrder() { order.forEach(place) } else { lefts.indices.forEach(place) }
        return lefts
    }

    private func slack(_ gaps: [Double]) -> Double {
        let width = line.items.reduce(0) { $0 + paragraph.items[$1].width } + gaps.reduce(0, +)
        return line.measure - line.indent - width
    }

    /// The order of the boxes from left to right (UAX #9, rule L2); nil for the order of the text.
    private func visualOrder() -> [Int]? {
        let highest = line.items.reduce(0) { max($0, level(of: $1)) }
        guard highest > 0 else { return nil }
        var order = Array(0..<line.items.count)
        let levels = line.items.map { level(of: $0) }
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

    private func level(of index: Int) -> UInt8 {
        paragraph.shaped.clusters[Int(paragraph.items[index].cluster)].level
    }

    /// The width of the gap before each box of the line, 0 before the first.
    private func adjustedGaps() -> [Double] {
        var widths = line.items.map { paragraph.items[$0].gap.natural }
        widths[0] = 0
        let slack = line.measure - line.indent - line.natural
        if slack < -1e-9 {
            squeeze(&widths, by: -slack)
        } else if slack > 1e-9, isSpread {
            stretch(&widths, by: slack)
        }
        return widths
    }

    private var isSpread: Bool {
        switch paragraph.style.alignment {
        case .distributed: true
        case .justified: !line.isLast
        case .ragged, .centred, .trailing: false
        }
    }

    /// Turn by turn (rule 21), within a turn evenly.
    private func squeeze(_ widths: inout [Double], by need: Double) {
        var need = need
        for turn in Gap.Squeeze.allCases where need > 1e-9 {
            let room = sum { $0.squeeze == turn ? $0.shrink : 0 }
            guard room > 0 else { continue }
            let part = min(1, need / room)
            change(&widths) { $0.squeeze == turn ? -$0.shrink * part : 0 }
            need -= room * part
        }
    }

    /// Word spaces, then Han–Latin spaces, then all gaps evenly (rule 21).
    private func stretch(_ widths: inout [Double], by slack: Double) {
        var slack = slack
        for turn in [Gap.Expansion.wordSpace, .hanLatin] where slack > 1e-9 {
            let room = sum { $0.expansion == turn ? $0.stretch : 0 }
            guard room > 0 else { continue }
            let part = min(1, slack / room)
            change(&widths) { $0.expansion == turn ? $0.stretch * part : 0 }
            slack -= room * part
        }
        let count = sum { $0.spreads ? 1 : 0 }
        guard slack > 1e-9, count > 0 else { return }
        change(&widths) { $0.spreads ? slack / count : 0 }
    }

    /// Over the gaps inside the line.
    private func sum(_ part: (borrowing Gap) -> Double) -> Double {
        line.items.dropFirst().reduce(0) { $0 + part(paragraph.items[$1].gap) }
    }

    private func change(_ widths: inout [Double], by difference: (borrowing Gap) -> Double) {
        let first = line.items.lowerBound
        for offset in widths.indices.dropFirst() { widths[offset] += difference(paragraph.items[first + offset].gap) }
    }
}
