/// The outline and the named places of a file (ISO 32000-1 §12.3).
struct PDFNavigation {
    private let drawn: DrawnPDF
    private let firstPage: Int

    init(_ drawn: DrawnPDF, firstPage: Int) {
        self.drawn = drawn
        self.firstPage = firstPage
    }

    /// What the catalogue says of them.
    func entries(addedTo file: inout PDFFile) -> String {
        let outline = addOutline(to: &file).map { " /Outlines \($0) 0 R /PageMode /UseOutlines" } ?? ""
        guard !drawn.destinations.isEmpty else { return outline }
        // Names stand in the order of their bytes (§7.9.6).
        let names = drawn.destinations.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        let rows = names.map { name, goal in "\(PDFText.literal(name)) \(place(goal.page, goal.point))" }
        return "\(outline) /Names << /Dests << /Names [\(rows.joined(separator: " "))] >> >>"
    }

    private func place(_ page: Int, _ point: Point) -> String {
        let height = drawn.pages[page].size.height
        return "[\(firstPage + page) 0 R /XYZ \(Decimal.text(point.x)) \(Decimal.text(height - point.y)) 0]"
    }

    private struct Item {
        var parent: Int?
        var children: [Int] = []
    }

    private func addOutline(to file: inout PDFFile) -> Int? {
        let entries = drawn.outline.filter { drawn.pages.indices.contains($0.page - 1) }
        guard !entries.isEmpty else { return nil }
        var items: [Item] = []
        var top: [Int] = []
        var open: [(level: Int, index: Int)] = []
        for (index, entry) in entries.enumerated() {
            while let last = open.last, last.level >= entry.level { open.removeLast() }
            items.append(Item(parent: open.last?.index))
            if let parent = open.last?.index { items[parent].children.append(index) } else { top.append(index) }
            open.append((entry.level, index))
        }
        let outline = file.reserve()
        let first = file.reserve(entries.count)
        func reference(_ index: Int) -> String { "\(first + index) 0 R" }
        func ends(_ row: [Int], count: Int) -> String {
            guard let start = row.first, let end = row.last else { return "" }
            return " /First \(reference(start)) /Last \(reference(end)) /Count \(count)"
        }
        // All are open: each counts everything below it.
        var below = [Int](repeating: 0, count: items.count)
        for index in items.indices.reversed() { below[index] = items[index].children.reduce(0) { $0 + 1 + below[$1] } }
        file.write(outline, "<< /Type /Outlines\(ends(top, count: entries.count)) >>")
        for (index, entry) in entries.enumerated() {
            let siblings = items[index].parent.map { items[$0].children } ?? top
            let position = siblings.firstIndex(of: index) ?? 0
            var text = "<< /Title \(PDFText.string(entry.title))"
            text += " /Parent \(items[index].parent.map(reference) ?? "\(outline) 0 R")"
            if position > 0 { text += " /Prev \(reference(siblings[position - 1]))" }
            if position + 1 < siblings.count { text += " /Next \(reference(siblings[position + 1]))" }
            text += ends(items[index].children, count: below[index])
            file.write(first + index, text + " /Dest \(place(entry.page - 1, entry.point)) >>")
        }
        return outline
    }
}
