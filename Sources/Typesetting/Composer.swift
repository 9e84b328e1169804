import Diagnostics
import Drawing
import Theme

/// Sets the blocks of a flow in one width: a galley of strips, not yet divided into columns.
struct Composer {
    let style: FlowStyle
    let fonts: FontBook
    /// Everything before this has been placed already.
    let start: FlowCursor
    var galley = Galley()
    /// What holds for every width.
    var report = Report()
    /// What is to be said of the strip in the making.
    private var faults: [Diagnostic] = []
    private(set) var leaf = -1
    private var pendingBreak = false
    private var pendingSpace = 0.0
    /// Of the column.
    private var width = 0.0
    /// A flow that is far too narrow is said to be so often enough.
    private var excesses = 0
    private static let mostExcesses = 100

    /// What a block inherits from the blocks around it.
    struct Context {
        var left: Points
        var width: Points
        var look: TextLook
        var paragraph: ParagraphStyle
        /// Nil for the document itself.
        var parent: StructureElement?
        var grounds: [Int] = []
    }

    init(style: FlowStyle, fonts: FontBook, from start: FlowCursor) {
        self.style = style
        self.fonts = fonts
        self.start = start
    }

    mutating func compose(_ blocks: [Block], width: Points) {
        self.width = width
        let context = Context(left: 0, width: width, look: style.body, paragraph: style.paragraph)
        // A flow that is resumed may begin inside a paragraph.
        var ahead = start == .start ? ParagraphsAhead(blocks, context, style, fonts) : nil
        compose(blocks, context) { ahead?.paragraph(at: $0) }
    }

    /// `ahead` gives the paragraph at a place where it is set already.
    mutating func compose(_ blocks: [Block], _ context: Context, ahead: (Int) -> SetParagraph? = { _ in nil }) {
        for (index, block) in blocks.enumerated() {
            let before = index == 0 ? 0 : style.paragraphSpacing
            switch block.kind {
            case .heading(let level, let number, let anchor, let title):
                heading(level, number, anchor, title, block.source, context)
            case .paragraph(let inlines):
                text(
                    inlines, context.look, context.paragraph, context, before: before, block.source, ahead: ahead(index)
                )
            case .line(let inlines, let alignment, let inset):
                line(inlines, alignment, inset: inset, context, block.source)
            case .list(let items): list(items, context)
            case .quote(let blocks): box(style.quote, as: .quote, title: [], blocks, context, block.source)
            case .notice(let title, let blocks):
                box(style.notice, as: .division, title: title, blocks, context, block.source)
            case .table(let table): tableRows(table, context, block.source)
            case .picture(let picture, let caption): self.picture(picture, caption, context, block.source)
            case .code(let text): code(text, context, block.source)
            case .rule: rule(context, block.source)
            case .frameBreak: pendingBreak = true
            case .space(let lines): pendingSpace += lines * style.paragraph.leading
            }
        }
    }

    /// Counts a text; nil when it has been placed whole already.
    mutating func nextLeaf() -> Int? {
        leaf += 1
        return leaf >= start.leaf ? leaf : nil
    }

    /// A header that was placed before is still set, to be repeated.
    func leafForHeader() -> Int? { leaf }
    var firstOpenLeaf: Int { start.leaf }
    mutating func addSpace(_ space: Points) { pendingSpace += space }

    /// Adds a strip, with the space and frame break that wait for it.
    mutating func append(_ strip: Strip) {
        var strip = strip
        strip.before += pendingSpace
        strip.startsFrame = strip.startsFrame || pendingBreak
        strip.faults = faults
        faults = []
        pendingSpace = 0
        pendingBreak = false
        galley.strips.append(strip)
    }

    mutating func fault(_ diagnostic: Diagnostic) { faults.append(diagnostic) }
    mutating func dropFaults() { faults = [] }

    mutating func append(header: Strip) -> Int {
        galley.headers.append(header)
        return galley.headers.count - 1
    }

    /// A paragraph's lines. Rule 23: its first and its last line are never alone in a column.
    mutating func text(
        _ inlines: [Inline], _ look: TextLook, _ paragraphStyle: ParagraphStyle, _ context: Context, before: Points,
        _ source: SourcePoint?, as kind: StructureElement.Kind = .paragraph, keepsNext: Bool = false,
        ahead: SetParagraph? = nil
    ) {
        guard let leaf = nextLeaf() else { return }
        let cursor = leaf == start.leaf ? start.line : .start
        let set =
            ahead
            ?? SetParagraph(
                inlines, look, paragraphStyle, context, as: StructureElement(kind, in: context.parent),
                resuming: cursor, in: style, fonts)
        report.add(contentsOf: set.report.diagnostics)
        let (paragraph, lines) = (set.paragraph, set.lines)
        var position = cursor
        for (index, (line, items)) in lines.enumerated() {
            let isInside = index == 0 && cursor == .start || index == lines.count - 2
            var strip = Strip(
                before: index == 0 ? before : 0, height: paragraphStyle.leading,
                items: items, grounds: context.grounds, cursor: FlowCursor(leaf: leaf, line: position),
                source: paragraph.source(of: line) ?? source)
            strip.keepsNext = keepsNext || (isInside && index < lines.count - 1)
            // Text in a box stands with its box, which has half lines of air; what follows finds the grid again.
            strip.isOnGrid = paragraphStyle.leading == style.paragraph.leading && context.grounds.isEmpty
            strip.notes = paragraph.notes(of: line).map { note($0) }
            reportExcess(line, paragraph, strip.source)
            append(strip)
            position = line.end
        }
    }

    /// Sets a note for the foot of a column; its index.
    private mutating func note(_ inlines: [Inline]) -> Int {
        let paragraph = self.paragraph(
            inlines, style.note, ParagraphStyle(leading: style.noteLeading, floorsMeasure: false))
        var note = FootNote(height: 0, items: [])
        let element = StructureElement(.note)
        for line in paragraph.broken(to: width) {
            let baseline = note.height + EmBox.baseline(leading: style.noteLeading, size: style.note.size)
            note.items += paragraph.marks(of: line, at: Point(x: 0, y: baseline), role: element)
            note.height += style.noteLeading
            reportExcess(line, paragraph, paragraph.source)
        }
        galley.notes.append(note)
        return galley.notes.count - 1
    }

    /// Text that sticks out of its measure is set, and said with its place.
    mutating func reportExcess(_ line: Line, _ paragraph: Paragraph, _ source: SourcePoint?) {
        guard line.excess > 0.05, excesses < Self.mostExcesses else { return }
        excesses += 1
        fault(
            Diagnostic(
                .lineTooLong, at: source?.place,
                [
                    "text": .init(paragraph.text(of: line)),
                    "excess": .init(Decimal.text(line.excess.inMillimetres, places: 1)),
                ]))
    }

    mutating func paragraph(_ inlines: [Inline], _ look: TextLook, _ paragraphStyle: ParagraphStyle) -> Paragraph {
        var paragraphStyle = paragraphStyle
        paragraphStyle.isVertical = style.isVertical
        return Paragraph(inlines, look: look, style: paragraphStyle, fonts: fonts, reporting: &report)
    }

    /// Rule 24: a heading keeps the first lines of what follows beside it.
    private mutating func heading(
        _ level: Int, _ number: String, _ anchor: String, _ title: [Inline], _ source: SourcePoint?, _ context: Context
    ) {
        guard let look = style.heading(level) else { return }
        let first = galley.strips.count
        text(
            (number.isEmpty ? [] : [Inline(number)]) + title, look.look,
            ParagraphStyle(
                alignment: look.alignment, leading: look.leading, indent: look.indent, floorsMeasure: false,
                keepsPhrases: true), context, before: look.before, source,
            as: .heading(min(style.topHeading + level - 1, 6)), keepsNext: true)
        guard galley.strips.count > first else { return }
        let text = title.map(\.text).joined()
        galley.strips[first].heading = Strip.Heading(level: level, number: number, title: text, anchor: anchor)
        if !anchor.isEmpty {
            galley.strips[first].items.append(
                Placed(.destination(anchor, at: Point(x: context.left, y: 0)), as: .artifact))
        }
        pendingSpace += look.after
    }

    private mutating func line(
        _ inlines: [Inline], _ alignment: ParagraphStyle.Alignment, inset: Double, _ context: Context,
        _ source: SourcePoint?
    ) {
        var inner = context
        inner.width -= inset * context.look.size
        if alignment != .trailing { inner.left += inset * context.look.size }
        var style = context.paragraph
        style.alignment = alignment
        style.indent = 0
        style.floorsMeasure = false
        text(inlines, context.look, style, inner, before: 0, source)
    }
}
