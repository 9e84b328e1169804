import Diagnostics

/// Holds a document against the checklist, page by page, in memory for two pages.
struct Proofreader {
    private var list = FindingList()
    private var sizes = SizeCensus()
    private var grids = GridRule()
    private var lookalikes = LookalikeRule()
    /// Paragraphs are indented in this document.
    private var indents = false
    /// The column of justified body text on the pages before.
    private var usual: Block.Measure?
    /// The same of even pages and of odd ones.
    private var usualOfSide: [Block.Measure?] = [nil, nil]
    private var previous: PageText?

    init(_ facts: FileFacts = FileFacts()) { FileRules(facts: facts).check(&list) }

    /// Reads the next page; hands on the findings of pages that are settled.
    mutating func read(_ boxes: PageBoxes, found: (Finding) -> Void) {
        let side = boxes.number % 2
        let page = PageText(boxes, usual: usual, usualHere: usualOfSide[side])
        indents = indents || page.blocks.contains { $0.isJustified && $0.isChinese && $0.hasIndents }
        sizes.count(page)
        if let body = page.blocks.first(where: {
            $0.isJustified && $0.hasIndents && !$0.isInset && abs($0.size - sizes.body) < 0.02 * $0.size
        }) {
            usual = Block.Measure(size: body.size, left: body.left, right: body.right)
            usualOfSide[side] = usual
        }
        for block in page.blocks where block.hanCount > 0 { check(block) }
        lookalikes.check(page, &list)
        EmphasisRule(page: page).check(&list)
        let turn = PageTurn(body: sizes.body, indents: indents)
        turn.checkColumns(of: page, &list)
        if let previous { turn.check(from: previous, to: page, &list) }
        list.take(before: page.number).forEach(found)
        previous = page
    }

    /// Hands on what is left when the last page was read.
    mutating func finish(found: (Finding) -> Void) {
        // A file without pages has worse faults than those of its facts.
        guard previous != nil else { return }
        sizes.check(&list)
        list.take(before: .max).forEach(found)
    }

    private mutating func check(_ block: Block) {
        for (index, line) in block.lines.enumerated() where line.boxes.count > 2 && line.boxes.contains(where: \.isHan)
        {
            let goesOn = block.goesOn(index)
            WidthRules(line, isStretchable: goesOn || block.mayGoOnElsewhere(index)).check(&list)
            if goesOn, block.isRunning || block.lines[index + 1].first.isClosingMark || line.last.kind == .opening {
                LineEndRules.check(line, block.lines[index + 1], &list)
            }
        }
        guard block.isChinese, block.lines.count > 1 else { return }
        ParagraphRules(block).check(&list)
        grids.check(block, &list)
    }
}
