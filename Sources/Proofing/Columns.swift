/// The columns of a page, and of the pages before, that blocks stand in.
struct Columns {
    private var columns: [Block.Measure]

    /// `usual`: the column that body text had on the pages before; `usualHere`: on those of the same side.
    init(_ blocks: [Block], usual: Block.Measure?, usualHere: Block.Measure?) {
        columns = blocks.filter { $0.isJustified && $0.hasIndents }.map { block in
            var column = Block.Measure(size: block.size, left: block.left, right: block.right)
            // Text a little narrower than usual is a quote on a page without other text.
            if usualHere == nil, let usual, abs(usual.size - block.size) < 0.02 * block.size,
                column.width < usual.width - 0.5 * block.size, column.width > usual.width - 6 * block.size
            {
                column.left = block.right - usual.width
            }
            return column
        }
        if let usualHere { columns.append(usualHere) }
    }

    /// The parts of a block, from the top.
    func parts(of block: Block) -> [Block] {
        guard let column = columns.filter({ holds($0, block) }).max(by: { $0.width < $1.width }) else {
            return BlockParts.parts(of: block, in: nil, between: block.edges)
        }
        let block = block.alone(in: column)
        return BlockParts.parts(of: block, in: column, between: edges(of: block, in: column))
    }

    private func holds(_ column: Block.Measure, _ block: Block) -> Bool {
        let slack = 0.1 * block.size
        return abs(column.size - block.size) < 0.02 * block.size
            && block.lines.allSatisfy { $0.inkLeft > column.left - slack && $0.inkRight < column.right + slack }
    }

    /// The edges of the text around. A few lines show no edges of their own: when one of them fills the column, they are
    /// meant to.
    private func edges(of block: Block, in column: Block.Measure) -> Block.Edges {
        let slack = 0.1 * block.size
        if block.isJustified {
            let isNarrower = block.left < column.left + 0.3 * block.size && block.right < column.right - slack
            return isNarrower ? block.edges : column.edges
        }
        let isFilled = block.lines.count < 4 && block.lines.contains { $0.ends(at: column.right, within: slack) }
        return Block.Edges(left: column.left, right: column.right, isJustified: isFilled)
    }
}
