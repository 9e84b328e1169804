/// A page as lines and blocks, numbered in the order of reading, and its dots of emphasis.
struct PageText: Sendable {
    let number: Int
    let width: Double
    let height: Double
    let blocks: [Block]
    /// Rows of dots, which belong to the line above or below.
    let dots: [TextLine]
    /// Characters in directions that are not checked.
    let turned: Int

    /// `usual`: the measure that body text had on the pages before.
    init(_ page: PageBoxes, usual: Block.Measure? = nil) {
        number = page.number
        width = page.width
        height = page.height
        let layers = BoxLayers(page)
        turned = layers.turned
        let finder = LineFinder(page: page.number, fonts: page.fonts)
        var blocks: [Block] = []
        var dots: [TextLine] = []
        for (boxes, isVertical) in [(layers.horizontal, false), (layers.vertical, true)] where !boxes.isEmpty {
            let lines = finder.lines(of: boxes)
            dots += lines.filter(\.isDots)
            let found = BlockFinder(isVertical: isVertical, usual: usual).blocks(of: lines.filter { !$0.isDots })
            blocks += BlockFinder.numbered(found, from: 1 + blocks.reduce(0) { $0 + $1.lines.count })
        }
        self.blocks = blocks
        self.dots = dots
    }

    /// As large as 大 32 开 (148 × 210 mm) at most: the page of a handbook.
    var isHandbookPage: Bool { min(width, height) < 430 && max(width, height) < 620 }
}

extension TextLine {
    /// Nothing but dots: emphasis, or a line of leaders.
    var isDots: Bool { boxes.allSatisfy { $0.kind == .dot || $0.kind == .interpunct } }
}
