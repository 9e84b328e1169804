import Drawing

/// Tables: columns as wide as their content needs, rows that no page divides, the header above every part.
extension Composer {
    mutating func tableRows(_ table: Table, _ context: Context, _ source: SourcePoint?) {
        let look = style.table
        let header = table.header.map { cell($0, look.header) }
        let rows = table.rows.map { $0.map { cell($0, look.look) } }
        let columns = ColumnWidths.divide(
            context.width, naturals: naturals([header] + rows, count: table.columns.count), em: look.look.size,
            padding: look.padding.width)
        let element = StructureElement(.table, in: context.parent)
        var headerIndex: Int?
        if !header.isEmpty, let leaf = nextLeaf() ?? leafForHeader() {
            var strip = row(header, table.columns, columns, context, element, leaf: leaf, isHeader: true, source)
            strip.keepsNext = true
            headerIndex = append(header: strip.repeated)
            if leaf >= firstOpenLeaf { append(strip) } else { dropFaults() }
        }
        for (index, cells) in rows.enumerated() {
            guard let leaf = nextLeaf() else { continue }
            var strip = row(cells, table.columns, columns, context, element, leaf: leaf, isHeader: false, source)
            strip.header = headerIndex
            if index == 0, headerIndex == nil { strip.before = style.spacing }
            append(strip)
        }
        if !rows.isEmpty || headerIndex != nil { addSpace(style.spacing) }
    }

    private mutating func cell(_ inlines: Table.Cell, _ look: TextLook) -> Paragraph {
        paragraph(
            inlines, look, ParagraphStyle(alignment: .ragged, leading: style.table.leading, floorsMeasure: false))
    }

    private func naturals(_ rows: [[Paragraph]], count: Int) -> [Points] {
        (0..<count).map { column in
            rows.map { column < $0.count ? $0[column].naturalWidth : 0 }.max() ?? 0
        }
    }

    private mutating func row(
        _ cells: [Paragraph], _ alignments: [Table.Alignment], _ columns: [Points], _ context: Context,
        _ table: StructureElement, leaf: Int, isHeader: Bool, _ source: SourcePoint?
    ) -> Strip {
        let row = StructureElement(.row, in: table)
        let padding = style.table.padding
        let leading = style.table.leading
        var items: [Placed] = []
        var x = context.left
        var lines = 1
        for (index, cell) in cells.enumerated() {
            let measure = columns[index] - 2 * padding.width
            let broken = cell.broken(to: measure)
            let element = StructureElement(.cell(isHeader: isHeader), in: row)
            // A cell without text is a cell all the same: else those behind it would move up in the row.
            if broken.isEmpty { items += [Placed(.begin(nil, clip: nil), as: element), Placed(.end, as: element)] }
            lines = max(lines, broken.count)
            for (number, line) in broken.enumerated() {
                reportExcess(line, cell, cell.source ?? source)
                let slack = max(0, measure - line.natural)
                let shift =
                    switch alignments[index] {
                    case .leading: 0.0
                    case .centred: slack / 2
                    case .trailing: slack
                    }
                let baseline =
                    padding.height + Double(number) * leading + EmBox.baseline(leading: leading, size: cell.em)
                items += cell.marks(
                    of: line, at: Point(x: x + padding.width + shift, y: baseline), role: element)
            }
            x += columns[index]
        }
        let height = Double(lines) * leading + 2 * padding.height
        let right = context.left + columns.reduce(0, +)
        let rules: [(y: Points, width: Points, isStrong: Bool)] =
            isHeader ? [(0, 0.8, true), (height, 0.5, true)] : [(height, 0.25, false)]
        for rule in rules {
            items.append(
                Placed(
                    .rule(
                        from: Point(x: context.left, y: rule.y), to: Point(x: right, y: rule.y), width: rule.width,
                        rule.isStrong ? style.table.strongRule : style.table.rule), as: .artifact))
        }
        return Strip(
            before: isHeader ? style.spacing : 0, height: height, items: items, grounds: context.grounds,
            cursor: FlowCursor(leaf: leaf, line: .start), source: cells.lazy.compactMap(\.source).first ?? source)
    }
}

extension Strip {
    /// The strip as it is shown once more: no part of the structure, in which it stands already.
    var repeated: Strip {
        var strip = self
        strip.items = items.compactMap { item in
            if case .link = item.mark { return nil }
            return Placed(item.mark, as: .artifact, isUpright: item.isUpright)
        }
        return strip
    }
}

/// How a table's width is shared out.
enum ColumnWidths {
    /// Every column gets what it asks for if the table is wide enough, and an even part of the rest; otherwise the widest
    /// give way first, down to four em.
    static func divide(_ width: Points, naturals: [Points], em: Points, padding: Points) -> [Points] {
        guard !naturals.isEmpty else { return [] }
        let count = Double(naturals.count)
        let wanted = naturals.map { $0 + 2 * padding + 0.01 }
        let sum = wanted.reduce(0, +)
        if sum <= width {
            let rest = (width - sum) / count
            return wanted.map { $0 + rest }
        }
        let least = min(4 * em + 2 * padding, width / count)
        var cap = width
        var low = least
        for _ in 0..<50 {
            let middle = (low + cap) / 2
            if wanted.reduce(0, { $0 + max(least, min($1, middle)) }) > width { cap = middle } else { low = middle }
        }
        return wanted.map { max(least, min($0, low)) }
    }
}
