import Diagnostics

/// Rule 25: dots of emphasis, characters of a font or drawn.
struct EmphasisRule {
    let page: PageText

    func check(_ report: inout FindingList) {
        var told: Set<Int> = []
        for row in page.dots {
            guard let host = host(of: row), told.insert(host.line.number).inserted else { continue }
            if host.isAbove {
                report.add(.emphasisDots, host.line, .init("着重号在字的上方", "the dots stand above the characters"))
            }
        }
    }

    /// The line whose characters the dots stand below (by about 0.3 em) or above (by about 1.05 em from its baseline).
    private func host(of row: DotRow) -> (line: TextLine, isAbove: Bool)? {
        var best: (line: TextLine, isAbove: Bool, error: Double)?
        for block in page.blocks
        where !block.isVertical && row.size < 0.4 * block.size && block.top - 2 * block.size < row.middle
            && row.middle < block.bottom + 2 * block.size
        {
            for line in block.lines {
                let depth = (row.middle - line.base) / line.size
                guard depth > -1.5, depth < 0.7, abs(depth + 0.4) > 0.35, isCentred(row, on: line) else { continue }
                let isAbove = depth < 0
                let error = abs(depth - (isAbove ? -1.05 : 0.3))
                if error < best?.error ?? .infinity { best = (line, isAbove, error) }
            }
        }
        return best.map { ($0.line, $0.isAbove) }
    }

    private func isCentred(_ row: DotRow, on line: TextLine) -> Bool {
        row.places.allSatisfy { place in
            line.boxes.contains { abs(($0.start + $0.end) / 2 - place) < 0.15 * line.size && $0.isHan }
        }
    }
}
