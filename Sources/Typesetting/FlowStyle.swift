package import Drawing
package import Theme

/// How the blocks of a flow look. Made from a body text; every part may be changed afterwards. Spaces are in points.
package struct FlowStyle: Sendable {
    package var body: TextLook
    package var paragraph: ParagraphStyle
    package var paragraphSpacing: Points
    /// By level from 1; the last serves deeper levels too.
    package var headings: [HeadingStyle]
    /// The level of the first-level headings in the document's structure: a title stands above most flows.
    package var topHeading = 2
    package var list: ListStyle
    package var quote: BoxStyle
    package var notice: BoxStyle
    package var noticeTitle: TextLook
    package var table: TableStyle
    package var code: BoxStyle
    package var caption: TextLook
    /// The text of notes at the foot, and from baseline to baseline.
    package var note: TextLook
    package var noteLeading: Points
    package var ruleColour: Colour
    /// Body lines stand on multiples of this from the top of their column; nil for no grid.
    package var grid: Points?
    /// Lines run from top to bottom and follow each other from right to left.
    package var isVertical = false
    /// Space above and below pictures, tables and boxes.
    package var spacing: Points
    /// The greatest height of a picture.
    package var pictureHeight: Points
    /// Small pictures are enlarged to this part of the column's width, as far as 100 pixels an inch allow; nil for none.
    package var pictureWidth: Double?
    /// A picture of fewer pixels an inch is set with a warning.
    package var pictureDensity: Double

    /// A plain style: headings a step larger each, boxes on a tint, body on its own grid.
    package init(body: TextLook, leading: Points, heading: FontRole, accent: Colour, tint: Colour, rule: Colour) {
        let em = body.size
        let half = leading / 2
        self.body = body
        paragraph = ParagraphStyle(leading: leading, indent: 2)
        paragraphSpacing = 0
        headings = [1.6, 1.3, 1.1].map { factor in
            HeadingStyle(
                look: TextLook(face: heading, strongFace: heading, size: em * factor, colour: accent),
                leading: max(leading, em * factor * 1.35), before: half * factor, after: half / 2)
        }
        list = ListStyle(indent: 1.5, orderedIndent: 2, spacing: 0, markerColour: accent)
        quote = BoxStyle(
            look: nil, fill: nil, bar: BoxStyle.Bar(width: 0.2 * em, colour: accent), padding: 0.25 * em, inset: em)
        notice = BoxStyle(look: nil, fill: tint, bar: nil, padding: half, inset: em)
        noticeTitle = TextLook(face: heading, strongFace: heading, size: em, colour: accent)
        table = TableStyle(
            look: body.sized(em * 0.9),
            header: TextLook(
                face: body.strongFace, strongFace: body.strongFace, size: em * 0.9, colour: body.colour),
            leading: leading * 0.9, padding: Size(width: 0.5 * em, height: 0.2 * em), rule: rule,
            strongRule: body.colour)
        var mono = body.sized(em * 0.9)
        mono.face = body.codeFace
        code = BoxStyle(look: mono, fill: tint, bar: nil, padding: half / 2, inset: em)
        caption = body.sized(em * 0.85)
        note = body.sized(max(em * 0.8, min(em, 7.875)))
        noteLeading = note.size * 1.5
        ruleColour = rule
        grid = nil
        spacing = half
        pictureHeight = 30 * leading
        pictureWidth = nil
        pictureDensity = 150
    }

    var noteRule: NoteRule { NoteRule(room: paragraph.leading * 0.75, width: 8 * body.size, colour: ruleColour) }

    func heading(_ level: Int) -> HeadingStyle? {
        headings.isEmpty ? nil : headings[min(max(level, 1), headings.count) - 1]
    }
}

package struct HeadingStyle: Sendable {
    package var look: TextLook
    package var leading: Points
    package var before: Points
    package var after: Points
    package var alignment: ParagraphStyle.Alignment
    /// Of the first line, in em.
    package var indent: Double

    package init(
        look: TextLook, leading: Points, before: Points, after: Points,
        alignment: ParagraphStyle.Alignment = .ragged, indent: Double = 0
    ) {
        self.look = look
        self.leading = leading
        self.before = before
        self.after = after
        self.alignment = alignment
        self.indent = indent
    }
}

package struct ListStyle: Sendable {
    /// From the left edge to the text, in em, of lists with drawn markers.
    package var indent: Double
    /// The same of lists whose markers are text; longer markers get more.
    package var orderedIndent: Double
    /// Between items.
    package var spacing: Points
    package var markerColour: Colour

    package init(indent: Double, orderedIndent: Double, spacing: Points, markerColour: Colour) {
        self.indent = indent
        self.orderedIndent = orderedIndent
        self.spacing = spacing
        self.markerColour = markerColour
    }
}

/// A part of the flow that is set apart.
package struct BoxStyle: Sendable {
    package struct Bar: Sendable {
        package var width: Points
        package var colour: Colour

        package init(width: Points, colour: Colour) {
            self.width = width
            self.colour = colour
        }
    }

    /// The text inside; nil for the text outside.
    package var look: TextLook?
    package var fill: Colour?
    /// A bar along the left edge.
    package var bar: Bar?
    /// Above and below the text.
    package var padding: Points
    /// At the left and right of the text.
    package var inset: Points
    package var radius: Points

    package init(
        look: TextLook?, fill: Colour?, bar: Bar?, padding: Points, inset: Points, radius: Points = 0
    ) {
        self.look = look
        self.fill = fill
        self.bar = bar
        self.padding = padding
        self.inset = inset
        self.radius = radius
    }
}

package struct TableStyle: Sendable {
    package var look: TextLook
    package var header: TextLook
    package var leading: Points
    /// Inside each cell.
    package var padding: Size
    /// Between rows, and above and below the whole table.
    package var rule: Colour
    package var strongRule: Colour

    package init(
        look: TextLook, header: TextLook, leading: Points, padding: Size, rule: Colour, strongRule: Colour
    ) {
        self.look = look
        self.header = header
        self.leading = leading
        self.padding = padding
        self.rule = rule
        self.strongRule = strongRule
    }
}
