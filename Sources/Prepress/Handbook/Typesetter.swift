import Diagnostics
import Drawing
import Theme
import Typesetting

/// Sets short texts: heads, feet, labels. Collects what the fonts lack.
struct Typesetter {
    let fonts: FontBook
    let colours: Colours
    var report = Report()

    init(fonts: FontBook, colours: Colours) {
        self.fonts = fonts
        self.colours = colours
    }

    /// Gives a place to what was reported since; the same fault is said once a place.
    mutating func locateNew(since count: Int, at place: SourcePlace?) {
        var placed = Report()
        for (index, diagnostic) in report.diagnostics.enumerated() {
            guard index >= count else {
                placed.add(diagnostic)
                continue
            }
            var located = diagnostic
            located.place = place
            if !placed.diagnostics.dropFirst(count).contains(located) { placed.add(located) }
        }
        report = placed
    }

    func colour(_ name: String) -> Colour { colours.named(name) ?? colours.ink }

    /// A text that is broken and placed line by line.
    mutating func paragraph(
        _ text: String, _ face: FontRole, _ size: Points, _ colour: Colour,
        align: ParagraphStyle.Alignment = .ragged, leading: Points = 0, keepsPhrases: Bool = false,
        isVertical: Bool = false
    ) -> Paragraph {
        var style = ParagraphStyle(
            alignment: align, leading: leading, floorsMeasure: false, keepsPhrases: keepsPhrases)
        style.isVertical = isVertical
        return Paragraph(
            [Inline(text)], look: TextLook(face: face, strongFace: face, size: size, colour: colour), style: style,
            fonts: fonts, reporting: &report)
    }

    /// One line from a point on its baseline; its width.
    @discardableResult
    mutating func line(
        _ text: String, _ face: FontRole, _ size: Points, _ colour: Colour, at origin: Point,
        align: FrameLook.Alignment = .left,
        role: StructureElement? = .paragraph, into items: inout [Placed]
    ) -> Points {
        let paragraph = paragraph(text, face, size, colour)
        let width = paragraph.naturalWidth
        guard let line = paragraph.broken(to: width + 0.01).first else { return 0 }
        let x =
            switch align {
            case .left: origin.x
            case .centre: origin.x - width / 2
            case .right: origin.x - width
            }
        items += paragraph.marks(of: line, at: Point(x: x, y: origin.y), role: role)
        return width
    }

    /// Lines below each other in a box whose top is given; the height that they take.
    mutating func lines(
        _ text: String, _ face: FontRole, _ size: Points, _ colour: Colour, leading: Points, in box: Rect,
        keepsPhrases: Bool = false, role: StructureElement? = .paragraph, into items: inout [Placed]
    ) -> Points {
        let paragraph = paragraph(text, face, size, colour, leading: leading, keepsPhrases: keepsPhrases)
        let lines = paragraph.broken(to: box.width)
        for (index, line) in lines.enumerated() {
            let y = box.y + Double(index) * leading + EmBox.baseline(leading: leading, size: size)
            items += paragraph.marks(of: line, at: Point(x: box.x, y: y), role: role)
        }
        return Double(lines.count) * leading
    }
}
