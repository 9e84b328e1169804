import Drawing
import Theme
import Typesetting

/// The heading of a page that is no chapter, with a rule below it.
struct PageHeading {
    let look: ContentsLook
    let grid: PageGrid

    func items(_ heading: String, in area: Rect, by setter: inout Typesetter) -> [Placed] {
        var items: [Placed] = []
        let base = area.y + EmBox.ascent * look.title
        setter.line(
            heading, .headline, look.title, setter.colours.ink, at: Point(x: area.x, y: base), role: .heading(1),
            into: &items)
        let rule = area.y + (Double(look.lines) - 1.5) * grid.leading
        items.append(
            Placed(
                .rule(
                    from: Point(x: area.x, y: rule), to: Point(x: area.maxX, y: rule), width: 0.5, setter.colours.red),
                as: .artifact))
        return items
    }
}

/// The table of contents: number, title, leaders and page of each chapter, its sentence below.
struct ContentsPages {
    struct Entry {
        var title: String
        var summary: String
        /// The destination of the chapter's first page.
        var target: String
    }

    let look: ContentsLook
    let heading: String
    let grid: PageGrid
    let entries: [Entry]

    /// Entries never run over a page's end; the division does not depend on the numbers, so that it can be known first.
    func division(by setter: inout Typesetter) -> [Range<Int>] {
        var pages: [Range<Int>] = []
        var start = 0
        var free = Double(grid.lines - look.lines) * grid.leading
        for index in entries.indices {
            let height = height(of: entries[index], by: &setter)
            if height > free + 0.01, index > start {
                pages.append(start..<index)
                start = index
                free = grid.height
            }
            free -= height
        }
        return pages + [start..<entries.count]
    }

    /// The pages' marks. `first` is the number of the first contents page, `numbers` the page of each chapter.
    func pages(_ division: [Range<Int>], first: Int, numbers: [Int], by setter: inout Typesetter) -> [[Placed]] {
        let table = StructureElement(.contents)
        return division.enumerated().map { offset, range in
            let area = grid.area(ofPage: first + offset)
            var items: [Placed] = []
            var y = area.y
            if offset == 0 {
                items += PageHeading(look: look, grid: grid).items(heading, in: area, by: &setter)
                y += Double(look.lines) * grid.leading
            }
            // What is left of the page is shared among the entries, up to a quarter of a line each.
            let used = range.reduce(0) { $0 + height(of: entries[$1], by: &setter) }
            let spare = max(0, area.maxY - y - used) / Double(max(1, range.count))
            for index in range {
                let height = height(of: entries[index], by: &setter)
                add(
                    index, in: table, page: numbers[index],
                    at: Rect(x: area.x, y: y, width: area.width, height: height),
                    by: &setter, to: &items)
                y += height + min(spare, 0.25 * grid.leading)
            }
            return items
        }
    }

    private var indent: Points { 2 * grid.em }
    private var small: Points { look.summary }
    private var smallLeading: Points { small * 1.5 }

    /// Titles stand closer than lines of the body, because a sentence belongs to each.
    private var titleLeading: Points { look.summaries ? 0.9 * grid.leading : grid.leading }

    private func height(of entry: Entry, by setter: inout Typesetter) -> Points {
        guard look.summaries, !entry.summary.isEmpty else { return titleLeading }
        let summary = setter.paragraph(entry.summary, .serif, small, setter.colours.grey, leading: smallLeading)
        return titleLeading + Double(summary.broken(to: grid.measure - indent).count) * smallLeading
    }

    private func add(
        _ index: Int, in table: StructureElement, page: Int, at box: Rect, by setter: inout Typesetter,
        to items: inout [Placed]
    ) {
        let entry = entries[index]
        let item = StructureElement(.contentsItem, in: table)
        let link = StructureElement(.link, in: StructureElement(.reference, in: item))
        let base = box.y + EmBox.baseline(leading: titleLeading, size: grid.em)
        let colours = setter.colours
        setter.line(
            "\(index + 1)", .headline, grid.em, colours.red, at: Point(x: box.x + 1.2 * grid.em, y: base),
            align: .right, role: StructureElement(.label, in: item), into: &items)
        // The page stands at the right, and is read behind the title.
        var pageItems: [Placed] = []
        let pageWidth = setter.line(
            "\(page)", .serif, grid.em, colours.ink, at: Point(x: box.maxX, y: base), align: .right,
            role: link, into: &pageItems)
        let room = box.width - indent - pageWidth - 2 * grid.em
        let look = FrameLook(face: .serifBold, size: grid.em, least: small, align: .left, colour: "ink")
        let line = Rect(x: box.x + indent, y: base - EmBox.ascent * grid.em, width: room, height: grid.em)
        items += FrameText(lines: [entry.title], look: look)
            .setOrReported(in: line, named: heading, by: &setter, role: link)
        items += pageItems
        let width = setter.paragraph(entry.title, .serifBold, grid.em, colours.ink).naturalWidth
        addLeaders(
            from: box.x + indent + min(width, room) + 0.5 * grid.em, to: box.maxX - pageWidth - 0.5 * grid.em, base,
            colours.grey, to: &items)
        if self.look.summaries, !entry.summary.isEmpty {
            _ = setter.lines(
                entry.summary, .serif, small, colours.grey, leading: smallLeading,
                in: Rect(x: box.x + indent, y: box.y + titleLeading, width: grid.measure - indent, height: 0),
                role: StructureElement(.paragraph, in: item), into: &items)
        }
        items.append(Placed(.link(box, to: "#\(entry.target)"), as: link))
    }

    /// Dots a third of an em apart, the same grid for all lines, so that they stand below each other.
    private func addLeaders(
        from left: Points, to right: Points, _ base: Points, _ colour: Colour, to items: inout [Placed]
    ) {
        let step = grid.em / 2.5
        var dots: [Path.Element] = []
        var x = (left / step).rounded(.up) * step
        while x <= right {
            dots += Path.circle(centre: Point(x: x, y: base - 0.1 * grid.em), radius: 0.45).elements
            x += step
        }
        if !dots.isEmpty { items.append(Placed(.fill(Path(dots), colour), as: .artifact)) }
    }
}
