import Campaign
import Drawing
import Edition
import Theme

extension FixedFrame {
    /// The figure that the frame takes; nil for one that takes words.
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
}
