import Diagnostics

/// What happens to a paragraph at the end of a column and of a page (rules 23 and 24, and the rules of line ends).
struct PageTurn {
    /// The size of the body text.
    let body: Double
    /// The document indents its paragraphs, so that a flush line goes on from the one before.
    let indents: Bool

    /// Between the columns of a page.
    func checkColumns(of page: PageText, _ report: inout FindingList) {
        let columns = text(of: page)
        for (before, after) in zip(columns, columns.dropFirst())
        where isBeside(before, after) && goesOn(before, after, on: page) {
            checkBreak(before, after, &report)
        }
    }

    /// Between two pages.
    func check(from page: PageText, to next: PageText, _ report: inout FindingList) {
        guard let before = text(of: page).last, let after = text(of: next).first else { return }
        if let heading = heading(after: before, on: page) {
            report.add(.headingLast, heading, .init("下面没有正文了", "no text follows it on the page"))
            return
        }
        guard goesOn(before, after, on: next), let start = before.paragraphs.last, let end = after.paragraphs.first
        else {
            return
        }
        checkBreak(before, after, &report)
        if start.lines.count == 1, !start.mayContinue, let line = before.lines.last {
            report.add(
                .singleLine, line, .init("段落的第一行单独在页末", "the first line of a paragraph stands alone at the bottom"))
        }
        if end.lines.count == 1, let line = after.lines.first {
            report.add(.singleLine, line, .init("段落的最后一行单独在页首", "the last line of a paragraph stands alone at the top"))
        }
    }

    /// The line before the break goes on, which its block could not know.
    private func checkBreak(_ before: Block, _ after: Block, _ report: inout FindingList) {
        guard let line = before.lines.last, let next = after.lines.first else { return }
        LineEndRules.check(line, next, &report)
        ParagraphRules(before).checkEnd(of: line, &report)
        if let paragraph = before.paragraphs.last, paragraph.lines.count == 1, !paragraph.mayContinue {
            ParagraphRules(before).checkIndent(paragraph, &report)
        }
        if after.paragraphs.first?.lines.count == 1 { ParagraphRules.checkLastLine(next, &report) }
    }

    /// The blocks of body text of a page, in the order of reading.
    private func text(of page: PageText) -> [Block] {
        page.blocks.filter { block in
            abs(block.size - body) < 0.03 * body && block.isChinese && block.isRunning
        }
    }

    private func isBeside(_ before: Block, _ after: Block) -> Bool {
        after.left > before.right && before.isVertical == after.isVertical && after.top < before.bottom
    }

    /// Whether the paragraph at the end of a block goes on in another, on a page: that begins flush, and the last line is full.
    private func goesOn(_ before: Block, _ after: Block, on page: PageText) -> Bool {
        guard before.isJustified, before.isVertical == after.isVertical, after.paragraphs.first?.mayContinue == true,
            isLike(before, after), !isBelowHeading(after, on: page), let line = before.lines.last,
            let next = after.lines.first
        else { return false }
        if next.first.isClosingMark { return true }
        // A new item of a list begins as flush as the rest of one.
        if before.isInset, !before.hasIndents { return false }
        guard indents, after.isJustified || after.lines.count == 1 || after.lines.count == 2 else {
            return abs(before.shortfall(line)) < Block.tolerance * before.size && indents
        }
        return before.shortfall(line) <= max(BreakToken.width(of: next), 0.1 * before.size)
    }

    /// The text of a column does not go on in a quote, nor a quote in a list.
    private func isLike(_ before: Block, _ after: Block) -> Bool {
        guard let (a, b) = before.inset.flatMap({ a in after.inset.map { (a, $0) } }) else {
            return before.isInset == after.isInset
        }
        return abs(a - b) < 0.3 * before.size
    }

    private func isBelowHeading(_ block: Block, on page: PageText) -> Bool {
        page.blocks.contains { above in
            above.isVertical == block.isVertical && above.bottom < block.top
                && block.top - above.bottom < 5 * block.size && above.lines.count < 4
                && above.lines[0].left < block.right && above.lines[0].right > block.left && isHeading(above.lines[0])
        }
    }

    /// A heading with nothing below it on its page: larger than the body or bolder, in the column of the last text.
    private func heading(after text: Block, on page: PageText) -> TextLine? {
        if let last = text.lines.last, text.paragraphs.last?.lines.count == 1, text.lines.count > 1, isHeading(last) {
            return last
        }
        let below = page.blocks.filter { $0.top > text.bottom && $0.isVertical == text.isVertical && $0.hanCount > 0 }
        return below.first { block in
            let line = block.lines[0]
            let isInColumn = line.left > text.left - text.size && line.right < text.right + text.size
            let isFollowed = below.contains {
                $0.top > block.bottom && $0.top < block.bottom + 5 * block.size && $0.size > 0.85 * body
            }
            return block.lines.count < 4 && isInColumn && !isFollowed && isHeading(line)
        }?.lines.first
    }

    private func isHeading(_ line: TextLine) -> Bool {
        line.size > 1.05 * body || line.isBold && line.size > 0.98 * body && !line.last.isClosingMark
    }
}
