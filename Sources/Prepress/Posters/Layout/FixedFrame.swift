import Drawing
import Theme
import Typesetting

/// A frame that holds a fact, a headline, a figure (`FrameFigures`) or a code (`FrameCode`).
struct FixedFrame {
    let spec: FrameSpec
    let context: PosterContext
    /// The most that a headline may measure beside those of its group; nil without any.
    var headlineCap: Points?

    /// Words with the organiser's mark before them, where the frame asks for it and there is one.
    func words(_ text: String, in rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        guard spec.hasLogo, let mark = context.mark else { return plainWords(text, in: rect, &setter) }
        // Half as high again as the line, and on its middle.
        let size = context.sizes(spec).upperBound
        let line = Rect(
            x: rect.x, y: top(of: size, in: rect) - size * 0.25, width: rect.width, height: size * 1.5)
        let side = mark.placed(in: line).rest
        let rest = Rect(x: side.x, y: rect.y, width: side.width, height: rect.height)
        var result = plainWords(text, in: rest, &setter)
        // Words at the right end take their mark along.
        let slack = spec.alignment == .right ? rest.width - setter.line(text, context.style(spec)).width : 0
        result.marks = mark.placed(in: line.moved(by: max(0, slack), 0)).marks + result.marks
        return result
    }

    /// A line or a few, at the largest size that fits; with a panel, the panel hugs them.
    private func plainWords(_ text: String, in rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        let sizes = context.sizes(spec)
        let padding = context.art(millimetres: spec.padding)
        let inner = rect.inset(by: padding)
        var style = context.style(spec)
        if spec.ground != nil { style.alignment = .ragged }
        var size = sizes.upperBound
        var set = setter.text(text, style.sized(size), width: inner.width)
        while size > sizes.lowerBound, set.height > inner.height + 0.01 || set.excess > 0.01 {
            size = max(sizes.lowerBound, size * 0.98)
            set = setter.text(text, style.sized(size), width: inner.width)
        }
        var result = FigureResult(excess: max(0, set.height - inner.height, set.excess))
        let role = role
        if spec.ground != nil {
            let extent = Rect(x: rect.x, y: rect.y, width: set.width + 2 * padding, height: rect.height)
            result.extent = extent
            let top = extent.y + (extent.height - set.height) / 2
            result.marks = set.placed(within: extent.x...extent.maxX, top: top, .centre, as: role)
        } else {
            result.marks = set.placed(at: Point(x: inner.x, y: top(of: set.height, in: inner)), as: role)
        }
        return result
    }

    /// The campaign's name stands where others have their title; labels in the headline face are heads of what is below them.
    private var role: StructureElement {
        switch spec.take {
        case .short: .heading(1)
        case .label where spec.font == .headline: .heading(2)
        default: .paragraph
        }
    }

    private func top(of height: Points, in rect: Rect) -> Points {
        switch spec.place {
        case .top: rect.y
        case .middle: rect.y + (rect.height - height) / 2
        case .bottom: rect.maxY - height
        }
    }

    /// A headline in a frame, vertical where the frame says so: set lying, and turned.
    func headline(_ text: String, _ source: SourcePoint, in rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        guard spec.isVertical else { return lyingHeadline(text, source, in: rect, &setter) }
        let sheet = context.sheet
        var result = lyingHeadline(text, source, in: rect.lying(onWidth: sheet.width), &setter)
        let lying = Frame(size: Size(width: sheet.height, height: sheet.width), items: result.marks)
        result.marks = lying.turned().items
        return result
    }

    /// The size that a headline has by itself, for groups that share one; nil where it fits only with words cut.
    func headlineSize(_ text: String, in rect: Rect, _ setter: inout TextSetter) -> Points? {
        let room = spec.isVertical ? Size(width: rect.height, height: rect.width) : rect.size
        return verse(text, nil).fitted(in: room, &setter)?.size
    }

    private func verse(_ text: String, _ source: SourcePoint?) -> VerseHeadline {
        var sizes = context.sizes(spec)
        if let cap = headlineCap, cap < sizes.upperBound { sizes = sizes.lowerBound...max(sizes.lowerBound, cap) }
        return VerseHeadline(
            text: text, source: source, style: context.style(spec),
            accent: spec.take == .item ? context.colour(spec.accent) : nil, sizes: sizes,
            mostLines: spec.lines)
    }

    private func lyingHeadline(
        _ text: String, _ source: SourcePoint, in rect: Rect, _ setter: inout TextSetter
    ) -> FigureResult {
        guard let fitted = verse(text, source).fitted(in: rect.size, &setter) else {
            return prose(text, source, in: rect, &setter)
        }
        var result = FigureResult()
        let top = top(of: fitted.height, in: rect)
        let role = StructureElement.heading(1)
        for (index, line) in fitted.lines.enumerated() {
            result.marks += line.placed(
                within: rect.x...rect.maxX, top: top + Double(index) * fitted.leading, spec.alignment, as: role)
        }
        return result
    }

    /// What fits in no other way is broken like text, within words too; or said not to fit.
    private func prose(_ text: String, _ source: SourcePoint, in rect: Rect, _ setter: inout TextSetter) -> FigureResult
    {
        let colour = context.colour(spec.colour)
        let alignment: ParagraphStyle.Alignment =
            switch spec.alignment {
            case .left, .justified: .ragged
            case .centre: .centred
            case .right: .trailing
            }
        let vertical: FrameBox.Vertical =
            switch spec.place {
            case .top: .top
            case .middle: .middle
            case .bottom: .bottom
            }
        let headline = Headline(
            [Inline(text, source: source)],
            look: TextLook(face: spec.font, strongFace: spec.font, size: 1, colour: colour), alignment: alignment,
            vertical: vertical, leading: spec.leading, sizes: context.sizes(spec))
        let fitted = headline.fitted(in: rect, fonts: setter.fonts, reporting: &setter.report)
        return FigureResult(marks: fitted.items, excess: max(fitted.excess.width, fitted.excess.height))
    }
}
