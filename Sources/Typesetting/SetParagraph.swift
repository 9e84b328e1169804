import Diagnostics
import Drawing

/// A paragraph broken and set, which needs nothing of what stands before or behind it.
struct SetParagraph: Sendable {
    let paragraph: Paragraph
    let lines: [(line: Line, items: [Placed])]
    /// What was found in it.
    let report: Report

    init(
        _ inlines: [Inline], _ look: TextLook, _ paragraphStyle: ParagraphStyle, _ context: Composer.Context,
        as element: StructureElement, resuming cursor: LineCursor = .start, in style: FlowStyle, _ fonts: FontBook
    ) {
        var report = Report()
        var paragraphStyle = paragraphStyle
        paragraphStyle.isVertical = style.isVertical
        let paragraph = Paragraph(inlines, look: look, style: paragraphStyle, fonts: fonts, reporting: &report)
        let baseline = EmBox.baseline(leading: paragraphStyle.leading, size: look.size)
        lines = paragraph.broken(to: context.width, resuming: cursor).map { line in
            (line, paragraph.marks(of: line, at: Point(x: context.left, y: baseline), role: element))
        }
        self.paragraph = paragraph
        self.report = report
    }
}

/// Sets the paragraphs of a flow on all processors, a batch before the first of them is wanted: what stands before or behind a
/// paragraph changes nothing in it. A long flow never holds more than a batch.
struct ParagraphsAhead {
    let blocks: [Block]
    let context: Composer.Context
    let style: FlowStyle
    let fonts: FontBook
    private var set: [Int: SetParagraph] = [:]

    private static let batch = 64
    /// Fewer are set faster one after the other.
    private static let fewest = 8

    init(_ blocks: [Block], _ context: Composer.Context, _ style: FlowStyle, _ fonts: FontBook) {
        self.blocks = blocks
        self.context = context
        self.style = style
        self.fonts = fonts
    }

    /// The paragraph that a block is; nil when too few follow.
    mutating func paragraph(at index: Int) -> SetParagraph? {
        if set.isEmpty { setBatch(from: index) }
        return set.removeValue(forKey: index)
    }

    private mutating func setBatch(from start: Int) {
        var paragraphs: [(index: Int, inlines: [Inline])] = []
        for index in start..<blocks.count {
            guard case .paragraph(let inlines) = blocks[index].kind else { continue }
            paragraphs.append((index, inlines))
            if paragraphs.count == Self.batch { break }
        }
        guard paragraphs.count >= Self.fewest else { return }
        let made = Parallel.map(paragraphs) { [context, style, fonts] paragraph in
            SetParagraph(
                paragraph.inlines, context.look, context.paragraph, context, as: StructureElement(.paragraph),
                in: style,
                fonts)
        }
        for (paragraph, made) in zip(paragraphs, made) { set[paragraph.index] = made }
    }
}
