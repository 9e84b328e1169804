import Campaign
import Diagnostics
import Drawing
import Edition
import QRCode
import Theme
import Typesetting

/// A frame that holds a fact, a headline or a figure.
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

    func figure(in rect: Rect, _ setter: inout TextSetter) -> FigureResult? {
        let edition = context.edition
        let document = DocumentBlocks(context.piece)
        let style = context.style(spec)
        let sizes = context.sizes(spec)
        let gutter = context.art(millimetres: 6.5625)
        switch spec.take {
        case .theme:
            return ThemeLockup(
                lines: edition.theme.lockup, theme: context.theme, leavesRoom: !context.piece.verified
            ).placed(in: rect, spec.alignment, &setter)
        case .qr: return code(in: rect, &setter)
        case .channels: return ChannelsFigure(edition.channels, style: style, sizes: sizes).placed(in: rect, &setter)
        case .period:
            return PeriodFigure(period: edition.period, style: style, sizes: sizes).placed(in: rect, &setter)
        case .phase:
            let rest = context.theme.colours.tint("indigo", 0.62) ?? context.theme.colours.indigo
            return PhaseBar(
                period: edition.period, phases: edition.phases, stage: edition.stage, style: style,
                accent: context.colour(spec.accent), rest: rest, sizes: sizes
            ).placed(in: rect, &setter)
        case .steps:
            let columns = edition.phases.enumerated().map { index, phase in
                ColumnsFigure.Column(
                    head: phase.name, text: phase.text, isLit: edition.stage.kind == .phase(index))
            }
            return self.columns(columns, head: .textBold, ratio: 1 / 1.2, gutter: gutter).placed(in: rect, &setter)
        case .audiences:
            return self.columns(visits, head: spec.font, ratio: 0.5, gutter: gutter / 2).placed(in: rect, &setter)
        case .types(let kind):
            return TypeCards(
                cards: edition.types(of: kind).map { type in
                    .init(
                        name: type.name, text: type.text,
                        pictogram: context.pictograms.art(type.pictogram, in: context.theme.colours.paper))
                },
                name: style, textColour: context.colour(spec.colour), tile: context.colour(spec.accent),
                rule: context.theme.colours.grey, sizes: sizes, columns: spec.columns, gutter: gutter
            ).placed(in: rect, &setter)
        case .tasks:
            return TaskTimeline(
                phases: edition.phases, stage: edition.stage, head: style,
                textColour: context.colour(spec.colour), quiet: context.theme.colours.grey,
                lit: context.colour(spec.accent), sizes: sizes, isAcross: spec.columns > 1
            ).placed(in: rect, &setter)
        case .scale(let heading):
            return ScaleBars(
                rows: document.scale(heading) ?? [], amount: style, textColour: context.colour(spec.colour),
                bar: context.colour(spec.accent), quiet: context.theme.colours.grey, sizes: sizes
            ).placed(in: rect, &setter)
        case .roll:
            return HonourRoll(
                entries: document.roll, name: style, textColour: context.colour(spec.colour),
                rule: context.colour(spec.accent), sizes: sizes, columns: spec.columns, gutter: gutter
            ).placed(in: rect, &setter)
        case .otherHotlines:
            return HotlinesFigure(
                hotlines: Array(edition.hotlines.dropFirst()), channels: [], wordColour: context.colour(spec.colour),
                number: style.coloured(context.colour(spec.accent)), sizes: sizes, columns: max(2, spec.columns),
                gutter: gutter, wordRatio: 0.3
            ).placed(in: rect, &setter)
        case .hotlines:
            let search = edition.channels.first { $0.kind == .app }?.searchLine
            let account = edition.channels.first { $0.kind == .account }?.searchLine
            return HotlinesFigure(
                hotlines: edition.hotlines, channels: [account, search].compactMap { $0 },
                wordColour: context.colour(spec.colour), number: style.coloured(context.colour(spec.accent)),
                sizes: sizes, columns: spec.columns, gutter: gutter, leastWords: 7.9 * context.scale
            ).placed(in: rect, &setter)
        default: return nil
        }
    }

    private func columns(
        _ columns: [ColumnsFigure.Column], head: FontRole, ratio: Double, gutter: Points
    ) -> ColumnsFigure {
        ColumnsFigure(
            columns: columns, head: context.style(spec).font(head), textRatio: ratio,
            textColour: context.colour(spec.colour), lit: context.colour(spec.accent), sizes: context.sizes(spec),
            gutter: gutter)
    }

    /// The groups of visits with whom they go to; the audiences themselves where no visit is planned.
    private var visits: [ColumnsFigure.Column] {
        var columns: [ColumnsFigure.Column] = []
        for audience in context.edition.audiences {
            guard let visit = audience.visit else { continue }
            if let index = columns.firstIndex(where: { $0.head == visit }) {
                columns[index].text += "、\(audience.name)"
            } else {
                columns.append(.init(head: visit, text: audience.name))
            }
        }
        return columns.isEmpty ? context.edition.audiences.map { .init(head: $0.name, text: "") } : columns
    }

    /// Large enough for its distance, and not too dense.
    private func check(_ code: QRCode, of address: String, side: Points, _ setter: inout TextSetter) {
        func text(_ points: Points) -> Wording { .init(Decimal.text(points.inMillimetres, places: 1)) }
        let distance = ReadingDistance(context).code
        let least = Points.millimetres(distance * 1000 * ReadingDistance.codeSide)
        let (module, leastModule) = (
            side / Double(code.size), Points.millimetres(distance * 1000 * ReadingDistance.codeModule)
        )
        var arguments: [String: Wording] = [
            "title": .init(context.shortTitle), "template": .init(context.template.name),
            "size": .init(context.ref.size), "distance": .init(Decimal.text(distance, places: 2)),
        ]
        if side < least - 0.1 {
            arguments["side"] = text(side)
            arguments["least"] = text(least)
            setter.report.add(.posterCodeTooSmall, at: spec.source, arguments)
        }
        if module < leastModule {
            arguments["length"] = .init("\(address.unicodeScalars.count)")
            arguments["module"] = .init(Decimal.text(module.inMillimetres, places: 2))
            arguments["least"] = .init(Decimal.text(leastModule.inMillimetres, places: 2))
            arguments["side"] = text(leastModule * Double(code.size))
            setter.report.add(.posterCodeTooFine, at: context.front.place, arguments)
        }
    }

    private func code(in rect: Rect, _ setter: inout TextSetter) -> FigureResult? {
        guard let address = context.edition.shortURL(of: context.piece) else { return nil }
        let figure = CodeFigure(
            address: address, isReserved: context.edition.site.isReserved, caption: spec.label ?? "扫一扫，看全文",
            captionStyle: context.style(spec), theme: context.theme)
        do throws(QRCodeError) {
            let code = try QRCode(encoding: address)
            let module = try figure.module(in: rect)
            if module < CodeFigure.leastModule {
                setter.report.add(
                    .codeTooFine, at: context.front.place,
                    [
                        "size": .init(context.ref.size), "module": .init(Decimal.text(module.inMillimetres, places: 2)),
                        "least": .init(Decimal.text(CodeFigure.leastModule.inMillimetres, places: 1)),
                    ])
            } else {
                check(code, of: address, side: min(rect.width, rect.height), &setter)
            }
            return figure.placed(code, in: rect, atRight: spec.alignment == .right, &setter)
        } catch {
            setter.report.add(.codeNotEncodable, at: context.front.place, ["address": .init(address)])
            return nil
        }
    }
}
