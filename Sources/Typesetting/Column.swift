import Drawing

/// One column's strips with the top of each, header rows included.
struct Column {
    var placed: [(strip: Strip, top: Points)] = []
    /// The first strip that is not in it.
    var end: Int
    /// Of the text, without the notes.
    var height: Points = 0
    /// Indices of the galley's notes.
    var notes: [Int] = []
}

/// Lays strips below each other in a column and says where it may end.
struct ColumnSetter {
    let galley: Galley
    private let grid: Points?
    /// Between text and notes.
    let noteRoom: Points
    private let outlines: [Outline]

    /// What of a strip decides where it may stand. Trying places for columns looks at every strip many times, and a strip with
    /// its marks is dear to copy.
    private struct Outline {
        var before: Points
        var height: Points
        /// Of the header that stands above the strip where it comes first in a column.
        var header: Points
        /// Of the notes that its text refers to; nil without any.
        var notes: Points?
        var keepsNext: Bool
        var startsFrame: Bool
        var isOnGrid: Bool
    }

    init(galley: Galley, grid: Points?, noteRoom: Points) {
        self.galley = galley
        self.grid = grid
        self.noteRoom = noteRoom
        outlines = galley.strips.map { strip in
            Outline(
                before: strip.before, height: strip.height,
                header: strip.header.map { galley.headers[$0].height } ?? 0,
                notes: strip.notes.isEmpty ? nil : strip.notes.reduce(0) { $0 + galley.notes[$1].height },
                keepsNext: strip.keepsNext, startsFrame: strip.startsFrame, isOnGrid: strip.isOnGrid)
        }
    }

    /// Where a column may end.
    struct End: Hashable {
        /// The first strip that is not in it.
        var position: Int
        /// What it is filled up to, notes included.
        var height: Points
        /// No strip allows an end here: a chain that is higher than the column is divided in need.
        var isForced = false
    }

    /// Every place where a column that begins at a strip may end, in order; empty when not even the first strip has room.
    func ends(from start: Int, height: Points, isFirst: Bool) -> [End] {
        var ends: [End] = []
        var last = End(position: start, height: 0, isForced: true)
        walk(from: start, height: height, isFirst: isFirst) { position, _, bottom, notes in
            last = End(position: position + 1, height: bottom + notes, isForced: true)
            if position + 1 == outlines.count || !outlines[position].keepsNext {
                ends.append(End(position: position + 1, height: bottom + notes))
            }
        }
        return ends.isEmpty && last.position > start ? [last] : ends
    }

    /// The column from one strip up to another.
    func column(from start: Int, to end: Int, height: Points, isFirst: Bool) -> Column {
        var column = Column(end: end)
        guard start < end else { return column }
        if let header = galley.strips[start].header {
            var repeated = galley.headers[header]
            repeated.heading = nil
            column.placed.append((repeated, 0))
        }
        walk(from: start, height: height, isFirst: isFirst) { position, top, bottom, _ in
            guard position < end else { return }
            column.placed.append((galley.strips[position], top))
            column.notes += galley.strips[position].notes
            column.height = bottom
        }
        return column
    }

    /// The height of notes at the foot, with what sets them apart.
    func height(of notes: [Int]) -> Points {
        notes.isEmpty ? 0 : notes.reduce(noteRoom) { $0 + galley.notes[$1].height }
    }

    /// Visits the strips that have room in a column, with the top and bottom of each and the height of all notes up to it.
    private func walk(
        from start: Int, height: Points, isFirst: Bool,
        _ visit: (_ position: Int, _ top: Points, _ bottom: Points, _ notes: Points) -> Void
    ) {
        var y = 0.0
        var notes = 0.0
        var position = start
        while position < outlines.count {
            let strip = outlines[position]
            if strip.startsFrame, !(position == start && isFirst) { return }
            var top = position == start ? strip.header : y + strip.before
            if let ownNotes = strip.notes { notes = (notes == 0 ? noteRoom : notes) + ownNotes }
            if position != start || !strip.isOnGrid {
                let onGrid = onGrid(position, top, isFirst: position == start)
                // What just fits into an empty column is not pushed out of it for the lines below.
                if position != start || onGrid + strip.height + notes <= height + 1e-6 { top = onGrid }
            }
            y = top + strip.height
            guard y + notes <= height + 1e-6 else { return }
            visit(position, top, y, notes)
            position += 1
        }
    }

    /// Body lines stand on the grid; a heading stands so that the lines below it do, with the spare space above.
    private func onGrid(_ position: Int, _ top: Points, isFirst: Bool) -> Points {
        guard let grid else { return top }
        let previous = isFirst || position == 0 ? nil : outlines[position - 1]
        let previousKeeps = previous.map { $0.keepsNext && !$0.isOnGrid } ?? false
        if previousKeeps, outlines[position].isOnGrid { return top }
        var chain = 0.0
        var next = position
        while next < outlines.count, !outlines[next].isOnGrid, outlines[next].keepsNext {
            chain += outlines[next].height
            next += 1
            if next < outlines.count { chain += outlines[next].before }
        }
        guard next < outlines.count, outlines[next].isOnGrid, next == position || !previousKeeps else {
            return top
        }
        let line = ((top + chain) / grid - 1e-6).rounded(.up) * grid
        return line - chain
    }
}
