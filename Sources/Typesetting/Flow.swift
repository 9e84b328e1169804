package import Diagnostics
package import Drawing

/// Blocks that run through frames: pages of a book, columns of a poster.
package struct Flow: Sendable {
    package var blocks: [Block]
    package var style: FlowStyle
    package let fonts: FontBook

    package init(_ blocks: [Block], style: FlowStyle, fonts: FontBook) {
        self.blocks = blocks
        self.style = style
        self.fonts = fonts
    }

    /// Fills the frames that `next` gives for 0, 1, 2 … until the text or the frames come to an end.
    package func filled(into next: (_ index: Int) -> FrameBox?, reporting report: inout Report) -> Filled {
        guard style.isVertical else { return lyingFilled(into: next, reporting: &report) }
        var sheets: [Size] = []
        var filled = lyingFilled(
            into: { index in
                let box = next(index)
                if let box, index == sheets.count { sheets.append(box.sheet) }
                return box?.lying
            }, reporting: &report)
        filled.frames = filled.frames.map { $0.turned() }
        for index in filled.headings.indices {
            let turn = QuarterTurn(width: sheets[filled.headings[index].frame].width)
            filled.headings[index].point = turn.turned(filled.headings[index].point)
        }
        return filled
    }

    /// All is set in lines from left to right.
    private func lyingFilled(into next: (_ index: Int) -> FrameBox?, reporting report: inout Report) -> Filled {
        var result = Filled()
        var cursor = FlowCursor.start
        guard var box = next(0) else {
            result.overflow = Overflow(
                composed(to: 100, from: cursor, reporting: &report), from: 0, noteRoom: style.noteRule.room)
            return result
        }
        // Frames of one column width share a galley.
        while true {
            let galley = composed(to: box.columnWidth, from: cursor, reporting: &report)
            let run = FrameRun(galley, style: style, first: box, index: result.frames.count, next: next)
            for filler in run.fillers() { result.add(filler) }
            report.add(contentsOf: galley.strips[..<run.end].flatMap(\.faults))
            guard let following = run.following, run.end < galley.strips.count else {
                result.overflow = Overflow(galley, from: run.end, noteRoom: style.noteRule.room)
                return result
            }
            cursor = galley.strips[run.end].cursor
            box = following
        }
    }

    /// Fills some frames in order; what is left over is in the result.
    package func filled(into boxes: [FrameBox], reporting report: inout Report) -> Filled {
        filled(into: { $0 < boxes.count ? boxes[$0] : nil }, reporting: &report)
    }

    private func composed(to width: Points, from cursor: FlowCursor, reporting report: inout Report) -> Galley {
        var composer = Composer(style: style, fonts: fonts, from: cursor)
        composer.compose(blocks, width: width)
        report.add(contentsOf: composer.report.diagnostics)
        return composer.galley
    }
}

/// A place for text on a sheet.
package struct FrameBox: Hashable, Sendable {
    package enum Vertical: Hashable, Sendable { case top, middle, bottom }

    /// The size of the whole sheet.
    package var sheet: Size
    /// Where text may stand on it.
    package var area: Rect
    package var columns: Int
    package var gutter: Points
    /// Where text stands that does not fill the area.
    package var vertical: Vertical
    /// Columns of equal height when everything that is left fits.
    package var isBalanced: Bool

    package init(
        sheet: Size, area: Rect, columns: Int = 1, gutter: Points = 0, vertical: Vertical = .top,
        isBalanced: Bool = true
    ) {
        self.sheet = sheet
        self.area = area
        self.columns = max(1, columns)
        self.gutter = gutter
        self.vertical = vertical
        self.isBalanced = isBalanced
    }

    package var columnWidth: Points { (area.width - gutter * Double(columns - 1)) / Double(columns) }
}

/// Frames with text in them, and what did not fit.
package struct Filled: Sendable {
    package var frames: [Frame] = []
    /// How much of each frame's area is used, from its top; of vertical text, from its right edge.
    package var heights: [Points] = []
    /// Every heading with its place, for contents and outlines.
    package var headings: [PlacedHeading] = []
    package var overflow: Overflow?

    mutating func add(_ filler: FrameFiller) {
        frames.append(filler.frame)
        heights.append(filler.height)
        headings += filler.headings
    }
}

package struct PlacedHeading: Hashable, Sendable {
    package var level: Int
    package var number: String
    package var title: String
    package var anchor: String
    /// From 0.
    package var frame: Int
    package var point: Point
}

/// Text that found no place.
package struct Overflow: Sendable {
    /// Where the first line that did not fit was written.
    package var place: SourcePlace?
    /// The first words of it.
    package var text: String
    /// How much higher the frames would have to be, in one column.
    package var height: Points
    /// The height of what is next alone, which no frame divides: a row with its header, a line with its notes.
    package var nextHeight: Points

    init?(_ galley: Galley, from position: Int, noteRoom: Points) {
        let strips = galley.strips[position...]
        guard let first = strips.first else { return nil }
        height = strips.reduce(0) { $0 + $1.before + $1.height } - first.before
        let header = first.header.map { galley.headers[$0].height } ?? 0
        nextHeight = first.notes.reduce(header + first.height + (first.notes.isEmpty ? 0 : noteRoom)) {
            $0 + galley.notes[$1].height
        }
        place = first.source?.place ?? strips.lazy.compactMap { $0.source?.place }.first
        text = strips.lazy.map(\.text).first { !$0.isEmpty } ?? ""
    }
}

extension Strip {
    /// The text of the strip's glyphs.
    var text: String {
        var bytes: [UInt8] = []
        for item in items {
            if case .glyphs(let run, _) = item.mark { bytes += run.text }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
