/// A page as lines and blocks, numbered in the order of reading, and its dots of emphasis.
struct PageText: Sendable {
    let number: Int
    let width: Double
    let height: Double
    let blocks: [Block]
    /// Rows of dots, which belong to the line above or below.
    let dots: [DotRow]
    /// Characters in directions that are not checked.
    let turned: Int

    /// `usual`: the column that body text had on the pages before; `usualHere`: on those of the same side.
    init(_ page: PageBoxes, usual: Block.Measure? = nil, usualHere: Block.Measure? = nil) {
        number = page.number
        width = page.width
        height = page.height
        let layers = BoxLayers(page)
        turned = layers.turned
        let finder = LineFinder(page: page.number, fonts: page.fonts)
        var blocks: [Block] = []
        var rows: [DotRow] = []
        for (boxes, isVertical) in [(layers.horizontal, false), (layers.vertical, true)] where !boxes.isEmpty {
            let found = finder.lines(of: boxes)
            rows += found.filter(\.isDots).map(DotRow.init)
            var dots = LineDots(page.dots, isVertical: isVertical)
            let lines = dots.label(found.filter { !$0.isDots })
            rows += dots.rows
            let parts = BlockFinder(isVertical: isVertical, usual: usual, usualHere: usualHere).blocks(of: lines)
            blocks += BlockFinder.numbered(parts, from: 1 + blocks.reduce(0) { $0 + $1.lines.count })
        }
        self.blocks = blocks
        dots = rows
    }

    /// As large as 大 32 开 (148 × 210 mm) at most: the page of a handbook.
    var isHandbookPage: Bool { min(width, height) < 430 && max(width, height) < 620 }
}

extension TextLine {
    /// Nothing but dots: emphasis, or a line of leaders.
    var isDots: Bool { boxes.allSatisfy { $0.kind == .dot || $0.kind == .interpunct } }
}
