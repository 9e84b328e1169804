/// Puts boxes together into lines, and cuts lines where columns or cells part.
struct LineFinder {
    private let page: Int
    private let boldFonts: [Bool]

    /// The names of the page's fonts stand in the order of their numbers.
    init(page: Int, fonts: [String]) {
        self.page = page
        let heavy = ["bold", "black", "heavy", "semibold", "demi"]
        boldFonts = fonts.map { name in heavy.contains { name.lowercased().contains($0) } }
    }

    /// The pieces of text of a page, from the top, from left to right.
    func lines(of boxes: [Box]) -> [TextLine] {
        let rows = rows(of: boxes)
        var result: [TextLine] = []
        for (index, row) in rows.enumerated() {
            let near = [index - 2, index - 1, index + 1, index + 2].filter(rows.indices.contains).map { rows[$0] }
            let pieces = pieces(of: row, near: near)
            var found: [TextLine] = []
            for (place, piece) in pieces.enumerated() {
                var line = TextLine(piece, page: page, boldFonts: boldFonts)
                if let before = found.last, before.label.isEmpty, isMarker(pieces[place - 1], before: line),
                    found.count == 1 || before.left - found[found.count - 2].right > line.left - before.right
                {
                    line.label = before.boxes
                    found.removeLast()
                }
                found.append(line)
            }
            for (index, next) in zip(found.indices, found.indices.dropFirst()) {
                found[index].neighbours.after = found[next].label.first?.start ?? found[next].left
                found[next].neighbours.before = found[index].right
            }
            result += found
        }
        return result
    }

    /// Boxes with one baseline, sorted by their starts; what is drawn twice counts once.
    private func rows(of boxes: [Box]) -> [[Box]] {
        var rows: [[Box]] = []
        for box in boxes.sorted(by: { ($0.base, $0.start) < ($1.base, $1.start) }) {
            if let first = rows.last?.first, box.base - first.base < 0.2 * min(first.size, box.size) {
                rows[rows.count - 1].append(box)
            } else {
                rows.append([box])
            }
        }
        return rows.map { row in
            var result: [Box] = []
            for box in row.sorted(by: { $0.start < $1.start }) {
                // Bold by drawing twice, and shadows.
                if let last = result.last, last.scalar == box.scalar, box.advance > 0,
                    box.start - last.start < 0.12 * box.size
                {
                    continue
                }
                result.append(box)
            }
            return result
        }
    }

    /// A row is cut at gaps of an em and more, unless the text above or below runs through: then the gap is a space that
    /// was stretched.
    private func pieces(of row: [Box], near: [[Box]]) -> [[Box]] {
        var pieces: [[Box]] = []
        var reach = -Double.infinity
        for box in row {
            let gap = box.start - reach
            if let last = pieces.last?.last,
                gap < 0.9 * max(last.size, box.size)
                    || gap < 2.5 * box.size && isCovered(reach, box.start, size: box.size, by: near)
            {
                pieces[pieces.count - 1].append(box)
            } else {
                pieces.append([box])
            }
            reach = max(reach, box.end)
        }
        return pieces
    }

    /// A bullet, a number: a few characters that are not words, right before the text.
    private func isMarker(_ piece: [Box], before line: TextLine) -> Bool {
        guard let last = piece.last, piece.count < 5, line.left - last.end < 2.5 * line.size else { return false }
        return !piece.contains { $0.isHan } || last.scalar == "、" || last.scalar == "）"
    }

    /// Whether the nearest rows, two at least, run through a gap, and none has a gap there.
    private func isCovered(_ start: Double, _ end: Double, size: Double, by rows: [[Box]]) -> Bool {
        var covering = 0
        for row in rows {
            var left: Box?
            var right: Box?
            var isInside = false
            for box in row where abs(box.size - size) < 0.03 * size {
                if box.end <= start + 0.3 * size { left = box }
                if box.start < end - 0.3 * size, box.end > start + 0.3 * size { isInside = true }
                if box.start >= end - 0.3 * size, right == nil { right = box }
            }
            guard left != nil, right != nil else { continue }
            if !isInside { return false }
            covering += 1
        }
        return covering >= 2
    }
}
