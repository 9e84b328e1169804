import Drawing

/// Places the strips of one frame's columns, with their tints, their notes and the headings' places.
struct FrameFiller {
    private let setter: ColumnSetter
    private let box: FrameBox
    private let noteRule: NoteRule
    private let index: Int
    private(set) var frame: Frame
    private(set) var height: Points = 0
    private(set) var headings: [PlacedHeading] = []

    private var galley: Galley { setter.galley }

    init(_ setter: ColumnSetter, box: FrameBox, noteRule: NoteRule, index: Int) {
        self.setter = setter
        self.box = box
        self.noteRule = noteRule
        self.index = index
        frame = Frame(size: box.sheet)
    }

    /// Places the columns that begin at a strip and end at the given ones.
    mutating func fill(from start: Int, to ends: [Int]) {
        var columns = self.columns(from: start, to: ends, height: box.area.height)
        let end = ends.last ?? start
        if box.columns > 1, box.isBalanced, end == galley.strips.count || galley.strips[end].startsFrame {
            columns = balanced(from: start, to: end) ?? columns
        }
        height = columns.map { $0.height + setter.height(of: $0.notes) }.max() ?? 0
        let free = max(0, box.area.height - height)
        let shift = box.vertical == .top ? 0 : box.vertical == .middle ? free / 2 : free
        for (number, column) in columns.enumerated() {
            let left = box.area.x + Double(number) * (box.columnWidth + box.gutter)
            place(column, at: Point(x: left, y: box.area.y + shift))
            placeNotes(column.notes, left: left)
        }
        if columns.contains(where: { !$0.notes.isEmpty }) { height = box.area.height }
    }

    private func columns(from start: Int, to ends: [Int], height: Points) -> [Column] {
        var position = start
        return ends.map { end in
            defer { position = end }
            return setter.column(from: position, to: end, height: height, isFirst: position == start)
        }
    }

    /// The least height, by halving, in which the columns still hold everything.
    private func balanced(from start: Int, to end: Int) -> [Column]? {
        var (low, high) = (0.0, box.area.height)
        var best: [Column]?
        for _ in 0..<24 {
            let middle = (low + high) / 2
            var box = box
            box.area.height = middle
            let ends = Pagination.filled(box, from: start, setter, inNeed: false)
            if ends.last == end {
                best = columns(from: start, to: ends, height: middle)
                high = middle
            } else {
                low = middle
            }
        }
        return best
    }

    private mutating func place(_ column: Column, at origin: Point) {
        placeGrounds(column, at: origin)
        for (strip, top) in column.placed {
            frame.add(strip.items, at: origin.moved(by: 0, top))
            guard let heading = strip.heading else { continue }
            headings.append(
                PlacedHeading(
                    level: heading.level, number: heading.number, title: heading.title, anchor: heading.anchor,
                    frame: index, point: origin.moved(by: 0, top)))
        }
    }

    /// Notes stand at the foot of the area, below a short rule.
    private mutating func placeNotes(_ notes: [Int], left: Points) {
        guard !notes.isEmpty else { return }
        var y = box.area.maxY - setter.height(of: notes)
        let rule = y + setter.noteRoom / 2
        frame.items.append(
            Placed(
                .rule(
                    from: Point(x: left, y: rule), to: Point(x: left + noteRule.width, y: rule), width: 0.4,
                    noteRule.colour), as: .artifact))
        y += setter.noteRoom
        for note in notes {
            frame.add(galley.notes[note].items, at: Point(x: left, y: y))
            y += galley.notes[note].height
        }
    }

    /// Tints and bars behind the strips of this column, outer ones first.
    private mutating func placeGrounds(_ column: Column, at origin: Point) {
        var spans: [Int: ClosedRange<Points>] = [:]
        for (strip, top) in column.placed {
            for ground in strip.grounds {
                let span = spans[ground] ?? top...top
                spans[ground] = min(span.lowerBound, top)...max(span.upperBound, top + strip.height)
            }
        }
        for (index, span) in spans.sorted(by: { $0.key < $1.key }) {
            let ground = galley.grounds[index]
            let area = Rect(
                x: origin.x + ground.left, y: origin.y + span.lowerBound, width: ground.width,
                height: span.upperBound - span.lowerBound)
            if let fill = ground.style.fill {
                frame.items.append(Placed(.fill(.rounded(area, radius: ground.style.radius), fill), as: .artifact))
            }
            if let bar = ground.style.bar {
                let rect = Rect(x: area.x, y: area.y, width: bar.width, height: area.height)
                frame.items.append(Placed(.fill(rect, bar.colour), as: .artifact))
            }
        }
    }
}
