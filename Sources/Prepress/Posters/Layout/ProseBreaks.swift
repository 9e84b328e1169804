/// Headlines that are no verse: a title of one long clause, a slogan of many. Their lines end between words and are about
/// equally long; an end of a clause is welcome at the end of a line, but not asked for.
extension HeadlineBreaks {
    /// A headline of more lines than this is no headline any more.
    private static let mostLines = 8
    /// Longer texts are not divided by words: they would not come out as a headline anyhow.
    private static let longestText = 300
    /// A way may be this much wider than the narrowest of as many lines, if it reads better.
    private static let widening = 1.06

    /// For each number of lines the narrowest way, and the one that reads best of those nearly as narrow. Whole ways come with
    /// those that part a word from what leans on it; none cuts a word.
    func proseWays() -> [Way] {
        guard scalars.count > 1, scalars.count <= Self.longestText else { return [] }
        var ways: Set<Way> = []
        for isStrict in [true, false] {
            let places = places(isStrict: isStrict)
            for count in 1...Self.mostLines {
                guard let narrowest = divided(at: places, into: count, atMost: .infinity) else { continue }
                let widest = narrowest.map(width).max() ?? 0
                let chosen = [widest, widest * Self.widening].compactMap {
                    divided(at: places, into: count, atMost: $0, byCost: true)
                }
                for lines in [narrowest] + chosen {
                    let isWhole = isStrict && lines.allSatisfy(isLong)
                    ways.insert(Way(lines: lines.map(trimmed), cost: cost(ofProse: lines), isWhole: isWhole))
                }
            }
        }
        return ways.sorted { ($0.cost, $0.lines.count) < ($1.cost, $1.lines.count) }
    }

    /// Where lines may begin, from the start of the text to its end; strictly, only where nothing leans on what it is parted from.
    private func places(isStrict: Bool) -> [Int] {
        let starts = Set(clauses.map(\.lowerBound))
        let inner = scalars.indices.dropFirst().filter { index in
            if starts.contains(index) { return true }
            guard mayBreak(before: index) || scalars[index - 1] == " " else { return false }
            return isStrict ? isWhole(before: index) : beginsWord(index)
        }
        return [0] + inner + [scalars.count]
    }

    /// The lines whose longest is shortest; or, `byCost`, those that read best of which none is longer than a width. Nil if
    /// there is no way.
    private func divided(
        at places: [Int], into count: Int, atMost limit: Double, byCost: Bool = false
    ) -> [Range<Int>]? {
        guard places.count > count else { return nil }
        let ideal = width(0..<scalars.count) / Double(count)
        var costs: [[Double]] = [[0] + places.dropFirst().map { _ in .infinity }]
        var previous: [[Int]] = [places.map { _ in 0 }]
        for line in 1...count {
            var row = places.map { _ in Double.infinity }
            var from = places.map { _ in 0 }
            for end in line..<places.count {
                for start in 0..<end where costs[line - 1][start].isFinite {
                    let range = places[start]..<places[end]
                    let width = width(range)
                    guard width <= limit, count == 1 || isLong(range) else { continue }
                    let before = costs[line - 1][start]
                    let cost = byCost ? before + lineCost(range, ideal) : max(before, width)
                    if cost < row[end] {
                        row[end] = cost
                        from[end] = start
                    }
                }
            }
            costs.append(row)
            previous.append(from)
        }
        guard costs[count][places.count - 1].isFinite else { return nil }
        var lines: [Range<Int>] = []
        var end = places.count - 1
        for line in stride(from: count, to: 0, by: -1) {
            let start = previous[line][end]
            lines.append(places[start]..<places[end])
            end = start
        }
        return lines.reversed()
    }

    private func cost(ofProse lines: [Range<Int>]) -> Double {
        let ideal = width(0..<scalars.count) / Double(lines.count)
        return lines.reduce(0) { $0 + lineCost($1, ideal) }
    }

    /// Where a line begins, and how far it is from as long as the others.
    private func lineCost(_ line: Range<Int>, _ ideal: Double) -> Double {
        let off = (width(line) - ideal) / ideal
        let isClause = line.lowerBound == 0 || clauseStarts.contains(line.lowerBound)
        return 0.15 * off * off + (isClause ? 0 : startCost(of: line))
    }

    /// In em, a mark at the end counting as half, and a space there as nothing.
    private func width(_ line: Range<Int>) -> Double {
        let line = trimmed(line)
        guard let last = line.last else { return 0 }
        return widths[line.upperBound] - widths[line.lowerBound] - (Self.isMark(scalars[last]) ? 0.5 : 0)
    }

    private func trimmed(_ line: Range<Int>) -> Range<Int> {
        guard let last = line.last, line.count > 1, scalars[last] == " " else { return line }
        return line.lowerBound..<last
    }
}
