import Drawing

/// Successive frames whose columns are equally wide, and the strips that they take.
struct FrameRun {
    private let setter: ColumnSetter
    private let noteRule: NoteRule
    private let index: Int
    private var boxes: [FrameBox] = []
    /// The ends of each frame's columns, filled up.
    private var filled: [[Int]] = []
    /// The first strip that found no place.
    private(set) var end = 0
    /// The frame that goes on with other columns; nil when all is placed, when there is no more frame, or when a strip has no
    /// room even in an empty one.
    private(set) var following: FrameBox?

    /// Takes frames as `next` gives them, the first of which has the index `index`.
    init(_ galley: Galley, style: FlowStyle, first: FrameBox, index: Int, next: (_ index: Int) -> FrameBox?) {
        noteRule = style.noteRule
        setter = ColumnSetter(galley: galley, grid: style.grid, noteRoom: style.noteRule.room)
        self.index = index
        var box: FrameBox? = first
        while let current = box, end < galley.strips.count {
            guard current.columnWidth == first.columnWidth else {
                following = current
                return
            }
            let ends = Pagination.filled(current, from: end, setter)
            boxes.append(current)
            filled.append(ends)
            guard let last = ends.last, last > end else { return }
            end = last
            if end < galley.strips.count { box = next(index + boxes.count) }
        }
    }

    /// The frames with their marks.
    func fillers() -> [FrameFiller] {
        var start = 0
        return zip(boxes, ends()).enumerated().map { offset, frame in
            var filler = FrameFiller(setter, box: frame.0, noteRule: noteRule, index: index + offset)
            filler.fill(from: start, to: frame.1)
            start = frame.1.last ?? start
            return filler
        }
    }

    /// The ends of all columns, chosen anew for each part of the flow that came to its own end.
    private func ends() -> [[Int]] {
        let strips = setter.galley.strips
        let pagination = Pagination(setter: setter, boxes: boxes)
        var result: [[Int]] = []
        var part: [[Int]] = []
        var start = 0
        for columns in filled {
            part.append(columns)
            guard let last = columns.last, last == strips.count || strips[last].startsFrame else { continue }
            result += pagination.cheapest(part, from: start, first: result.count)
            start = last
            part = []
        }
        return result + part
    }
}
