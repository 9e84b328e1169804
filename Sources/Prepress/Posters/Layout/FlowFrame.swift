import Diagnostics
import Drawing
import Theme
import Typesetting

/// A frame of running text: a panel, a head, and blocks that fill what is left.
struct FlowFrame {
    let spec: FrameSpec
    let blocks: [Block]
    let context: PosterContext
    let fonts: FontBook

    /// Ground to text.
    private var padding: Points { context.art(millimetres: spec.padding) }
    private var gutter: Points { context.art(millimetres: 6.5625) }

    /// Heads are a step of the scale larger than the text.
    private func headSize(_ size: Points) -> Points { size * context.theme.scale.ratio }
    private func headHeight(_ size: Points) -> Points {
        // Below a band, the text has as much air as the heading has in it.
        spec.label == nil ? 0 : headSize(size) + (spec.band == nil ? size * 0.65 : padding + size * 0.5)
    }

    /// A justified column is a whole number of em wide, so that lists in it end where its paragraphs do.
    private func measure(_ width: Points, _ size: Points) -> Points {
        guard spec.alignment == .justified, spec.columns == 1, width >= size else { return width }
        return (width / size + 1e-6).rounded(.down) * size
    }

    /// What the text of a size needs in a frame of a width.
    func height(width: Points, size: Points, reporting report: inout Report) -> Points {
        if spec.isVertical { return verticalHeight(width: width, size: size, reporting: &report) }
        let inner = measure(width - 2 * padding, size)
        let box = FrameBox(
            sheet: context.sheet, area: Rect(x: 0, y: 0, width: inner, height: 1e6), columns: 1, isBalanced: false)
        let filled = flow(size).filled(into: [box], reporting: &report)
        return 2 * padding + headHeight(size) + max(0, (filled.heights.first ?? 0) - trim(size))
    }

    /// The least height, by halving, at which lines from top to bottom fit the width.
    private func verticalHeight(width: Points, size: Points, reporting report: inout Report) -> Points {
        let rest = 2 * padding + headHeight(size)
        func fits(_ height: Points, _ report: inout Report) -> Bool {
            let box = box(Rect(x: 0, y: 0, width: width - 2 * padding, height: height), size)
            return flow(size).filled(into: [box], reporting: &report).overflow == nil
        }
        var (low, high) = (size, 2 * context.sheet.height)
        guard fits(high, &report) else { return rest + high }
        var ignored = Report()
        for _ in 0..<20 {
            let middle = (low + high) / 2
            if fits(middle, &ignored) { high = middle } else { low = middle }
        }
        return rest + high
    }

    /// Lines carry half of their leading above and below; the first and the last give theirs back, so that boxes are solid.
    private func trim(_ size: Points) -> Points { size * (spec.leading - 1) }

    /// Sets the frame; on further sheets the text goes on in the rectangles that `next` gives.
    func placed(
        in rect: Rect, size: Points, next: (_ sheet: Int) -> Rect? = { _ in nil }, _ setter: inout TextSetter
    ) -> (sheets: [[Placed]], overflow: Overflow?) {
        let top = padding + headHeight(size)
        let first = Rect(
            x: rect.x + padding, y: rect.y + top, width: rect.width - 2 * padding, height: rect.height - top - padding)
        let filled = flow(size).filled(
            into: { index in (index == 0 ? first : next(index)).map { box($0, size) } }, reporting: &setter.report)
        var sheets = filled.frames.map(\.items)
        if sheets.isEmpty { sheets = [[]] }
        let head = head(at: Point(x: rect.x + padding, y: rect.y + padding), size: size, &setter)
        sheets[0] = band(over: rect, size: size) + head + sheets[0]
        return (sheets, filled.overflow)
    }

    private func box(_ rect: Rect, _ size: Points) -> FrameBox {
        let vertical: FrameBox.Vertical =
            switch spec.place {
            case .top: .top
            case .middle: .middle
            case .bottom: .bottom
            }
        let half = trim(size) / 2
        let area =
            spec.isVertical
            ? Rect(x: rect.x - half, y: rect.y, width: rect.width + 2 * half + 0.01, height: rect.height)
            : Rect(
                x: rect.x, y: rect.y - half, width: measure(rect.width, size), height: rect.height + 2 * half + 0.01)
        return FrameBox(
            sheet: context.sheet, area: area, columns: spec.columns, gutter: gutter, vertical: vertical)
    }

    /// The colour behind the heading: as much air below it as above.
    private func band(over rect: Rect, size: Points) -> [Placed] {
        guard spec.label != nil, let colour = spec.band.flatMap({ context.theme.colours.named($0) }) else { return [] }
        let height = 2 * padding + headSize(size)
        return [Placed(.fill(Rect(x: rect.x, y: rect.y, width: rect.width, height: height), colour), as: .artifact)]
    }

    private func head(at origin: Point, size: Points, _ setter: inout TextSetter) -> [Placed] {
        guard let label = spec.label else { return [] }
        let headSize = headSize(size)
        let colour = context.colour(spec.colour)
        let style = TypeStyle(font: .headline, size: headSize, colour: colour)
        var marks: [Placed] = []
        let role = StructureElement.heading(2)
        var x = origin.x
        if let numeral = spec.numeral {
            let accent = context.colour(spec.accent)
            let ground = spec.ground.flatMap { context.theme.colours.tint($0, spec.tint) }
            let radius = headSize * 0.62
            let centre = Point(x: x + radius, y: origin.y + headSize / 2)
            marks.append(Placed(.fill(.circle(centre: centre, radius: radius), accent), as: .artifact))
            let set = setter.line(
                numeral, style.sized(headSize * 0.86).coloured(ground ?? context.theme.colours.paper))
            marks += set.placed(
                at: Point(x: centre.x - set.width / 2, y: centre.y - headSize * 0.86 * 0.515),
                as: StructureElement(.label, in: role))
            x += 2 * radius + headSize * 0.32
        }
        marks += setter.line(label, style).placed(at: Point(x: x, y: origin.y), as: role)
        return marks
    }

    /// Lists and summaries are read at a glance: their lines keep phrases and words whole. Running text fills its lines.
    private var isShort: Bool {
        switch spec.take {
        case .body, .lead: false
        default: true
        }
    }

    private func flow(_ size: Points) -> Flow { Flow(blocks, style: style(size), fonts: fonts) }

    /// As in official documents, levels differ by face and colour more than by size.
    private func headings(_ size: Points, _ leading: Points, _ bold: FontRole) -> [HeadingStyle] {
        let ink = context.colour(spec.colour)
        func level(_ face: FontRole, _ factor: Double, _ colour: Colour, before: Double) -> HeadingStyle {
            HeadingStyle(
                look: TextLook(face: face, strongFace: face, size: size * factor, colour: colour), leading: leading,
                before: leading * before, after: 0)
        }
        return [
            level(.headline, 1.25, context.colour(spec.accent), before: 0.5), level(.headline, 1.05, ink, before: 0.25),
            level(bold, 1, ink, before: 0),
        ]
    }

    private func style(_ size: Points) -> FlowStyle {
        let colours = context.theme.colours
        let colour = context.colour(spec.colour)
        let bold: FontRole =
            switch spec.font {
            case .text: .textBold
            case .serif: .serifBold
            default: spec.font
            }
        let body = TextLook(face: spec.font, strongFace: bold, size: size, colour: colour)
        let leading = size * spec.leading
        var style = FlowStyle(
            body: body, leading: leading, heading: spec.font == .serif ? .headline : .textBold,
            accent: context.colour(spec.accent), tint: colours.tint("grey", 0.12) ?? colours.paper,
            rule: colours.grey)
        let alignment: ParagraphStyle.Alignment =
            switch spec.alignment {
            case .left: .ragged
            case .centre: .centred
            case .right: .trailing
            case .justified: .justified
            }
        style.paragraph = ParagraphStyle(
            alignment: alignment, leading: leading, indent: spec.indent, floorsMeasure: spec.columns > 1,
            keepsPhrases: isShort && spec.alignment != .justified)
        style.paragraph.words = WordBreaks.finder
        // Without indent, paragraphs are told apart by space.
        style.paragraphSpacing = spec.indent == 0 ? size * 0.42 : 0
        style.list = ListStyle(
            indent: spec.marker == .squares ? 1.7 : 1.2, orderedIndent: 1.3, spacing: size * 0.3,
            markerColour: context.colour(spec.accent))
        style.isVertical = spec.isVertical
        style.pictureDensity = context.pictureDensity
        style.topHeading = spec.label == nil ? 2 : 3
        style.headings = headings(size, leading, bold)
        style.quote = BoxStyle(look: nil, fill: nil, bar: nil, padding: 0, inset: 0)
        return style
    }
}
