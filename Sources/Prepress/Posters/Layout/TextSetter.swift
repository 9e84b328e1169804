import Diagnostics
import Drawing
import Theme
import Typesetting

/// How a short text of a poster looks.
struct TypeStyle {
    var font: FontRole
    var size: Points
    var colour: Colour
    /// From baseline to baseline, as a multiple of the size.
    var leading = 1.5
    var alignment = ParagraphStyle.Alignment.ragged
    /// Set lying, to be turned: see `Frame.turned`.
    var isVertical = false

    func sized(_ size: Points) -> TypeStyle {
        var style = self
        style.size = size
        return style
    }

    func coloured(_ colour: Colour) -> TypeStyle {
        var style = self
        style.colour = colour
        return style
    }

    func font(_ font: FontRole) -> TypeStyle {
        var style = self
        style.font = font
        return style
    }
}

/// Sets short texts of posters: labels, headlines, captions. Lines that need not fill their measure are about equally long, and
/// end between phrases and words: a last line of a character or two looks lost on a wall. Boxes are solid: a text's box begins at the top of its first
/// line's em boxes and ends at the bottom of its last line's.
struct TextSetter {
    let fonts: FontBook
    var report = Report()

    init(fonts: FontBook) { self.fonts = fonts }

    /// One line at its natural width.
    mutating func line(_ text: String, _ style: TypeStyle, source: SourcePoint? = nil) -> SetText {
        self.text(text, style, width: .greatestFiniteMagnitude, source: source)
    }

    /// Lines of at most a width.
    mutating func text(
        _ text: String, _ style: TypeStyle, width: Points, source: SourcePoint? = nil
    ) -> SetText {
        self.text([Inline(text, source: source)], style, width: width)
    }

    mutating func text(_ inlines: [Inline], _ style: TypeStyle, width: Points) -> SetText {
        let look = TextLook(
            face: style.font, strongFace: style.font == .text ? .textBold : style.font, size: style.size,
            colour: style.colour)
        let isLine = !width.isFinite || width >= 1e6
        var paragraphStyle = ParagraphStyle(
            alignment: isLine ? .ragged : style.alignment, leading: style.size * style.leading, floorsMeasure: false,
            keepsPhrases: !isLine && style.alignment != .justified)
        paragraphStyle.words = WordBreaks.finder
        paragraphStyle.isVertical = style.isVertical
        let paragraph = Paragraph(inlines, look: look, style: paragraphStyle, fonts: fonts, reporting: &report)
        let measure = min(width, 1e6)
        return SetText(paragraph: paragraph, lines: paragraph.broken(to: measure), style: style, measure: measure)
    }
}

/// A text broken into lines, without a place yet.
struct SetText {
    let paragraph: Paragraph
    let lines: [Line]
    let style: TypeStyle
    let measure: Points

    var width: Points { lines.map(\.natural).max() ?? 0 }
    var height: Points { lines.isEmpty ? 0 : style.size * (1 + style.leading * Double(lines.count - 1)) }
    /// How far the longest unbreakable part sticks out.
    var excess: Points { lines.map(\.excess).max() ?? 0 }

    func placed(at origin: Point, as role: StructureElement?) -> [Placed] {
        lines.enumerated().flatMap { index, line in
            let top = origin.y + Double(index) * style.size * style.leading
            return paragraph.marks(of: line, at: Point(x: origin.x, y: top + EmBox.ascent * style.size), role: role)
        }
    }

    /// A text of one line within a box's width, by the alignment.
    func placed(
        within x: ClosedRange<Points>, top: Points, _ alignment: FrameSpec.Alignment, as role: StructureElement?
    )
        -> [Placed]
    {
        let slack = x.upperBound - x.lowerBound - width
        let offset =
            switch alignment {
            case .left, .justified: 0.0
            case .centre: slack / 2
            case .right: slack
            }
        return placed(at: Point(x: x.lowerBound + offset, y: top), as: role)
    }
}
