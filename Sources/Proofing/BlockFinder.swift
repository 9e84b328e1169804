/// Puts lines together into blocks, and gives the lines of a page their numbers.
struct BlockFinder {
    let isVertical: Bool
    /// The column that body text had on the pages before.
    let usual: Block.Measure?
    /// The same on pages of the same side: books have their margins mirrored.
    let usualHere: Block.Measure?

    /// The lines come from the top, from left to right.
    func blocks(of lines: [TextLine]) -> [Block] {
        var chains: [[TextLine]] = []
        var open: [Int] = []
        for line in lines {
            open.removeAll { line.base - (chains[$0].last?.base ?? 0) > 4 * max(line.size, chains[$0][0].size) }
            let above = open.filter { continues(chains[$0], line) }
            let nearest = above.max { (chains[$0].last?.base ?? 0) < (chains[$1].last?.base ?? 0) }
            if let nearest {
                chains[nearest].append(line)
            } else {
                open.append(chains.count)
                chains.append([line])
            }
        }
        let pitches = Pitches(chains)
        let blocks = chains.map {
            Block(
                $0, isVertical: isVertical, usual: usualHere ?? usual, beginsAt: usualHere?.left,
                pitch: pitches.pitch(of: $0[0].size))
        }
        let columns = Columns(blocks, usual: usual, usualHere: usualHere)
        return blocks.flatMap { columns.parts(of: $0) }
    }

    /// Whether a line may be the next one of a block: as large, right below, and not much wider.
    private func continues(_ chain: [TextLine], _ line: TextLine) -> Bool {
        guard let last = chain.last else { return false }
        let em = line.size
        let distance = line.base - last.base
        guard abs(last.size - em) < 0.03 * em, distance > 0.6 * em, distance < 2.7 * em else { return false }
        let (left, right) = chain.reduce((Double.infinity, -Double.infinity)) {
            (min($0.0, $1.left), max($0.1, $1.right))
        }
        // With the whole block: the last line of a paragraph may be shorter than the indent of the next one.
        let overlap = min(right, line.right) - max(left, line.left)
        guard overlap > 0.5 * em || overlap > 0.3 * (line.right - line.left) else { return false }
        guard chain.count > 1 else { return abs(line.left - last.left) < 4.5 * em }
        return line.left > left - 2.5 * em && line.right < right + 1.5 * em && line.left < left + 6 * em
            || chain.allSatisfy { abs(($0.left + $0.right) - (line.left + line.right)) < 0.2 * em }
    }

    /// Blocks in the order of reading: column by column, each from its top; and their lines numbered from a first number.
    static func numbered(_ blocks: [Block], from first: Int) -> [Block] {
        var columns: [(left: Double, right: Double, blocks: [Block])] = []
        for block in blocks.sorted(by: { ($0.lines[0].left, $0.top) < ($1.lines[0].left, $1.top) }) {
            let left = block.lines.map(\.left).min() ?? 0
            let right = block.lines.map(\.right).max() ?? 0
            if let index = columns.firstIndex(where: {
                min($0.right, right) - max($0.left, left) > 0.5 * min($0.right - $0.left, right - left)
            }) {
                columns[index].left = min(columns[index].left, left)
                columns[index].right = max(columns[index].right, right)
                columns[index].blocks.append(block)
            } else {
                columns.append((left, right, [block]))
            }
        }
        var number = first
        var result: [Block] = []
        for column in columns {
            for var block in column.blocks.sorted(by: { $0.top < $1.top }) {
                for index in block.lines.indices {
                    block.lines[index].number = number
                    number += 1
                }
                result.append(block)
            }
        }
        return result
    }
}
