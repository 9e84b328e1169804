import Diagnostics

/// Rule 30 over a document: each measure and each line gap that goes against it is told once, where it is first seen.
struct GridRule {
    private var told: Set<[Int]> = []

    mutating func check(_ block: Block, _ report: inout FindingList) {
        guard block.isJustified, block.isRunning, block.lines.count > 2, let line = block.lines.first else { return }
        let em = block.size
        let measure = block.measure / em
        // A quote is as wide as its bar leaves it, a list as its markers do.
        let isPlain = !block.isInset && !block.lines.contains { $0.beginsItem }
        if isPlain, isStretched(block), abs(measure - measure.rounded()) > 0.05,
            isNew([0, hundredths(em), hundredths(measure)])
        {
            report.add(
                .grid, line, .init("行长 \(Figure.text(measure)) 字", "a measure of \(Figure.text(measure)) em"))
        }
        let gap = block.pitch / em - 1
        let isLong = block.paragraphs.contains { $0.lines.count > 2 }
        if isLong, gap < 0.48 || gap > 1.02, isNew([1, hundredths(em), hundredths(gap)]) {
            report.add(.grid, line, .init("行距 \(Figure.text(gap)) 字", "a line gap of \(Figure.text(gap)) em"))
        }
    }

    /// Ragged lines may end at one place by chance; where full lines are stretched, the place is meant.
    private func isStretched(_ block: Block) -> Bool {
        block.lines.contains { line in
            line.isStretched
                && min(abs(line.inkRight - block.right), abs(line.right - block.right)) < Block.tolerance * block.size
        }
    }

    private mutating func isNew(_ key: [Int]) -> Bool { told.count < 1000 && told.insert(key).inserted }

    /// Coarse enough that rounding does not make a new measure.
    private func hundredths(_ value: Double) -> Int { Int((value * 20).rounded()) }
}
