import Drawing

/// Lists with their markers, and boxes: blocks that hold blocks.
extension Composer {
    mutating func list(_ items: [ListItem], _ context: Context) {
        let em = context.look.size
        var indent = style.list.indent * em
        let markers = items.map { item -> Paragraph? in
            guard case .text(let text) = item.marker else { return nil }
            let paragraph = self.paragraph(
                [Inline(text)], context.look, ParagraphStyle(alignment: .ragged, leading: context.paragraph.leading))
            indent = max(indent, style.list.orderedIndent * em, paragraph.naturalWidth + em / 2)
            return paragraph
        }
        indent = (indent / em * 2).rounded(.up) / 2 * em
        var inner = context
        inner.left += indent
        inner.width -= indent
        inner.paragraph.indent = 0
        let isOrdered = items.contains { if case .text = $0.marker { true } else { false } }
        let list = StructureElement(.list(isOrdered: isOrdered), in: context.parent)
        for (index, item) in items.enumerated() {
            let element = StructureElement(.listItem, in: list)
            inner.parent = StructureElement(.listBody, in: element)
            let first = galley.strips.count
            let isWhole = leaf + 1 > start.leaf || start == .start || (leaf + 1 == start.leaf && start.line == .start)
            if index > 0 { addSpace(style.list.spacing) }
            compose(item.blocks, inner)
            guard isWhole, galley.strips.count > first else { continue }
            let marker = self.marker(item.marker, markers[index], context, in: element)
            galley.strips[first].items.insert(contentsOf: marker, at: 0)
        }
    }

    private func marker(
        _ marker: ListItem.Marker, _ text: Paragraph?, _ context: Context, in item: StructureElement
    ) -> [Placed] {
        let em = context.look.size
        let baseline = EmBox.baseline(leading: context.paragraph.leading, size: em)
        let centre = Point(x: context.left + em / 2, y: baseline - 0.38 * em)
        switch marker {
        case .bullet:
            return [Placed(.fill(.circle(centre: centre, radius: 0.13 * em), style.list.markerColour), as: .artifact)]
        case .square:
            let side = 0.62 * em
            let box = Rect(x: centre.x - side / 2, y: centre.y - side / 2, width: side, height: side)
            return [Placed(.stroke(.rect(box), width: 0.07 * em, style.list.markerColour), as: .artifact)]
        case .text:
            guard let text, let line = text.broken(to: context.width).first else { return [] }
            return text.marks(
                of: line, at: Point(x: context.left, y: baseline), role: StructureElement(.label, in: item))
        }
    }

    /// Blocks on a ground of their own, with air above and below that no column end divides from them.
    mutating func box(
        _ boxStyle: BoxStyle, as kind: StructureElement.Kind, title: [Inline], _ blocks: [Block], _ context: Context,
        _ source: SourcePoint?
    ) {
        galley.grounds.append(Ground(left: context.left, width: context.width, style: boxStyle))
        var inner = context
        inner.grounds.append(galley.grounds.count - 1)
        inner.look = boxStyle.look ?? context.look
        let inset = boxStyle.inset
        inner.left += inset
        inner.width -= boxStyle.fill == nil ? inset : 2 * inset
        inner.parent = StructureElement(kind, in: context.parent)
        let first = galley.strips.count
        let isContinued = leaf + 1 < start.leaf
        if !isContinued { padding(boxStyle.padding, before: style.spacing, inner, keepsNext: true, source) }
        let filled = galley.strips.count
        if !title.isEmpty {
            var centred = ParagraphStyle(leading: context.paragraph.leading, floorsMeasure: false)
            centred.alignment = .ragged
            text(title, style.noticeTitle.sized(context.look.size), centred, inner, before: 0, source, keepsNext: true)
        }
        compose(blocks, inner)
        // Everything inside was placed before, or there is nothing inside.
        guard galley.strips.count > filled else {
            galley.strips.removeSubrange(first...)
            return
        }
        galley.strips[galley.strips.count - 1].keepsNext = true
        padding(boxStyle.padding, before: 0, inner, keepsNext: false, source)
        addSpace(style.spacing)
    }

    private mutating func padding(
        _ height: Points, before: Points, _ context: Context, keepsNext: Bool, _ source: SourcePoint?
    ) {
        append(
            Strip(
                before: before, height: height, items: [], keepsNext: keepsNext, grounds: context.grounds,
                cursor: FlowCursor(leaf: leaf + 1, line: .start), source: source))
    }
}
