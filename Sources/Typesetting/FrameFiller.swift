import Drawing

/// Fills one frame with strips, column by column.
struct FrameFiller {
    private let galley: Galley
    private let box: FrameBox
    private let grid: Points?
    private let index: Int
    private(set) var frame: Frame
    private(set) var height: Points = 0
    private(set) var headings: [PlacedHeading] = []

    /// One column's strips with the top of each, header rows included.
    private struct Column {
        var placed: [(strip: Strip, top: Points)] = []
        /// The first strip that is not in it.
        var end: Int
        var height: Points = 0
    }

    init(_ galley: Galley, box: FrameBox, grid: Points?, index: Int) {
        self.galley = galley
        self.box = box
        self.grid = grid
        self.index = index
        frame = Frame(size: box.sheet)
    }

    /// Places as many strips as there is room for; the first that is left over.
    mutating func fill(from start: Int) -> Int {
        var columns = columns(from: start, height: box.area.height)
        let end = columns.last?.end ?? start
        if box.columns > 1, box.isBalanced, end == galley.strips.count || galley.strips[end].startsFrame {
            columns = balanced(from: start, to: end) ?? columns
        }
        height = columns.map(\.height).max() ?? 0
        let free = max(0, box.area.height - height)
        let shift = box.vertical == .top ? 0 : box.vertical == .middle ? free / 2 : free
        for (number, column) in columns.enumerated() {
            let left = box.area.x + Double(number) * (box.columnWidth + box.gutter)
            place(column, at: Point(x: left, y: box.area.y + shift))
        }
        return end
    }

    private func columns(from start: Int, height: Points) -> [Column] {
        var columns: [Column] = []
        var position = start
        for _ in 0..<box.columns {
            let column = column(from: position, height: height, isFirst: position == start)
            position = column.end
            columns.append(column)
        }
        return columns
    }

    /// The least height, by halving, in which the columns still hold everything.
    private func balanced(from start: Int, to end: Int) -> [Column]? {
        var (low, high) = (0.0, box.area.height)
        var best: [Column]?
        for _ in 0..<24 {
            let middle = (low + high) / 2
            let columns = columns(from: start, height: middle)
            if columns.last?.end == end {
                best = columns
                high = middle
            } else {
                low = middle
            }
        }
        return best
    }

    /// Fills one column up to the last strip below which it may end.
    private func column(from start: Int, height: Points, isFirst: Bool) -> Column {
        var column = Column(end: start)
        // Where the column may end: how many strips it holds then, and how high it is.
        var good: (count: Int, end: Int, height: Points)?
        var y = 0.0
        var position = start
        while position < galley.strips.count {
            let strip = galley.strips[position]
            if strip.startsFrame, !(position == start && isFirst) { break }
            var top = position == start ? 0 : y + strip.before
            if position == start, let header = strip.header {
                var repeated = galley.headers[header]
                repeated.heading = nil
                column.placed.append((repeated, top))
                top += repeated.height
            }
            if position != start || !strip.isOnGrid { top = onGrid(position, top, isFirst: position == start) }
            guard top + strip.height <= height + 1e-6 else { break }
            column.placed.append((strip, top))
            y = top + strip.height
            position += 1
            if !strip.keepsNext { good = (column.placed.count, position, y) }
        }
        column.end = position
        column.height = y
        // A chain of strips that is higher than the whole column is divided after all.
        if position < galley.strips.count, let good {
            column.placed.removeSubrange(good.count...)
            column.end = good.end
            column.height = good.height
        }
        if column.end == start { column.placed = [] }
        return column
    }

    /// Body lines stand on the grid; a heading stands so that the lines below it do, with the spare space above.
    private func onGrid(_ position: Int, _ top: Points, isFirst: Bool) -> Points {
        guard let grid else { return top }
        let previous = isFirst || position == 0 ? nil : galley.strips[position - 1]
        let previousKeeps = previous.map { $0.keepsNext && !$0.isOnGrid } ?? false
        if previousKeeps, galley.strips[position].isOnGrid { return top }
        var chain = 0.0
        var next = position
        while next < galley.strips.count, !galley.strips[next].isOnGrid, galley.strips[next].keepsNext {
            chain += galley.strips[next].height
            next += 1
            if next < galley.strips.count { chain += galley.strips[next].before }
        }
        guard next < galley.strips.count, galley.strips[next].isOnGrid, next == position || !previousKeeps else {
            return top
        }
        let line = ((top + chain) / grid - 1e-6).rounded(.up) * grid
        return line - chain
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

    /// Tints and bars behind the strips of this column, outer ones first.
    private mutating func placeGrounds(_ column: Column, at origin: Point) {
        var spans: [Int: ClosedRange<Points>] = [:]
        for (strip, top) in column.placed {
            for ground in strip.grounds {
                let span = spans[ground] ?? top...top
                spans[ground] = min(span.lowerBound, top)...max(span.upperBound, top + strip.height)
            }
        }
        for index in galley.grounds.indices {
            guard let span = spans[index] else { continue }
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
