/// A slogan in two: its first clause, and the others, which answer it.
struct SloganHalves {
    let first: String
    /// Empty for a slogan of one clause.
    let others: String

    init(_ text: String) {
        let breaks = HeadlineBreaks(text)
        let end = breaks.clauses.first?.upperBound ?? 0
        first = breaks.string(0..<end)
        others = breaks.string(end..<breaks.scalars.count)
    }
}

/// Where a headline's lines may end, and what each way of ending them costs.
///
/// A slogan is verse: two clauses of 5, 6 or 7 characters with a caesura after 2 or 4. So clauses are broken at their
/// caesura, both clauses alike where they can be, never inside a word, and no line is a single character.
struct HeadlineBreaks {
    /// One way to break the whole text: for each line the scalars, and the cost (0 is perfect).
    struct Way: Hashable {
        var lines: [Range<Int>]
        var cost: Double
    }

    let scalars: [Unicode.Scalar]
    private let wordStarts: [Bool]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        wordStarts = WordBreaks.starts(in: text)
    }

    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// Clauses longer than this, and texts of more clauses, are running text and left to the paragraph.
    private static let longestClause = 14
    private static let mostClauses = 4
    /// Ways kept for each clause, so that their combinations stay few.
    private static let waysKept = 10

    /// The scalars of each clause with the mark that ends it.
    var clauses: [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for (index, scalar) in scalars.enumerated() {
            let isEnd = "，、；：。！？".unicodeScalars.contains(scalar)
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            let isClosed = next.map { !"”』」）》，、；：。！？".unicodeScalars.contains($0) } ?? true
            if isEnd && isClosed || next == nil {
                result.append(start..<index + 1)
                start = index + 1
            }
        }
        return result
    }

    /// Every sensible way, or none for a text that is no headline.
    func ways() -> [Way] {
        let clauses = clauses
        guard !clauses.isEmpty, clauses.count <= Self.mostClauses,
            clauses.allSatisfy({ units($0) <= Self.longestClause })
        else { return [] }
        var combined: [(lines: [Range<Int>], cost: Double, rhythm: [Int]?)] = [([], 0, nil)]
        for clause in clauses {
            let options = splits(of: clause)
            var next: [(lines: [Range<Int>], cost: Double, rhythm: [Int]?)] = []
            for way in combined {
                for option in options {
                    let rhythm = option.map(units)
                    let limp = way.rhythm.map { Self.limp($0, rhythm) } ?? 0
                    let cost = way.cost + self.cost(of: option, in: clause) + limp
                    next.append((way.lines + option, cost, rhythm))
                }
            }
            combined = Array(next.sorted { $0.cost < $1.cost }.prefix(Self.waysKept * 20))
        }
        var ways = combined.map { Way(lines: $0.lines, cost: $0.cost) }
        ways.append(contentsOf: joined(clauses))
        return ways
    }

    /// Clauses of equal length in unequal rhythm limp; the longer they are, the less it is heard.
    private static func limp(_ before: [Int], _ after: [Int]) -> Double {
        let length = after.reduce(0, +)
        guard before.reduce(0, +) == length, before != after else { return 0 }
        if before.count != after.count { return 0.08 }
        return length < 7 ? 0.06 : 0.02
    }

    /// Short clauses may share a line: 不轻信、不透露、不转账.
    private func joined(_ clauses: [Range<Int>]) -> [Way] {
        guard clauses.count > 1 else { return [] }
        var ways = [Way(lines: [0..<scalars.count], cost: 0.05)]
        if clauses.count > 2 {
            for cut in 1..<clauses.count {
                let middle = clauses[cut].lowerBound
                ways.append(Way(lines: [0..<middle, middle..<scalars.count], cost: 0.04))
            }
        }
        return ways
    }

    /// Characters, a number or a Latin word counting as half its letters; marks count nothing.
    private func units(_ range: Range<Int>) -> Int {
        var halves = 0
        for scalar in scalars[range] {
            if Self.isNarrow(scalar) { halves += 1 } else if !Self.isMark(scalar) { halves += 2 }
        }
        return (halves + 1) / 2
    }

    private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x2000 }
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        "，、；：。！？“”‘’《》（）「」『』…—·".unicodeScalars.contains(scalar)
    }

    /// The clause in one, two and three lines.
    private func splits(of clause: Range<Int>) -> [[Range<Int>]] {
        var result = [[clause]]
        let places = clause.dropFirst().filter { mayBreak(before: $0) }
        for first in places {
            result.append([clause.lowerBound..<first, first..<clause.upperBound])
            for second in places where second > first && units(clause) > 5 {
                result.append([clause.lowerBound..<first, first..<second, second..<clause.upperBound])
            }
        }
        let costs = result.map { cost(of: $0, in: clause) }
        return zip(result, costs).sorted { $0.1 < $1.1 }.prefix(Self.waysKept).map(\.0)
    }

    private func mayBreak(before index: Int) -> Bool {
        let (left, right) = (scalars[index - 1], scalars[index])
        if "，、；：。！？”』」）》…—·%".unicodeScalars.contains(right) { return false }
        if "“『「（《—…".unicodeScalars.contains(left) { return false }
        if Self.isNarrow(left) && Self.isNarrow(right) { return false }
        return true
    }

    /// Particles, measure words and suffixes that lean on the word before them.
    private static let leaning = Set("的了着过里上下中内外边们吗呢吧呀啊地得之卡号码员商店机款".unicodeScalars)
    /// Words that lean on what follows.
    private static let reaching = Set("不没一两几再先就也都还最很太把被给向从对在和与跟别莫勿请要".unicodeScalars)

    private func cost(of lines: [Range<Int>], in clause: Range<Int>) -> Double {
        guard lines.count > 1 else { return 0 }
        var cost = 0.0
        let lengths = lines.map(units)
        for (line, length) in zip(lines, lengths) where line.upperBound <= clause.upperBound {
            if length < 2 { cost += 0.6 }
        }
        for line in lines.dropFirst() {
            let start = line.lowerBound
            cost += 0.02
            if !wordStarts[start] { cost += 0.45 }
            // 过 leans on the verb before it, but not in 过夜.
            let isWord = start + 1 < line.upperBound && !wordStarts[start + 1]
            if Self.leaning.contains(scalars[start]), !isWord { cost += 0.35 }
            // Doubled characters stay together: 一天天, 家家.
            if scalars[start] == scalars[start - 1] { cost += 0.3 }
            if Self.reaching.contains(scalars[start - 1]) { cost += 0.12 }
            // 面 in 没见过面的 belongs to what stands before it.
            if start + 1 < line.upperBound, "的得地".unicodeScalars.contains(scalars[start + 1]) { cost += 0.25 }
            if "的了着过".unicodeScalars.contains(scalars[start - 1]) { cost -= 0.08 }
        }
        return max(0, cost + rhythmCost(lengths))
    }

    /// The caesuras of Chinese verse: 2+3, 2+4, 4+3, 4+4; else lines about equally long.
    private func rhythmCost(_ lengths: [Int]) -> Double {
        switch lengths {
        case [2, 3], [4, 3], [4, 4], [2, 2], [3, 3, 3]: return 0
        case [2, 4]: return 0.02
        case [3, 3], [4, 2], [3, 2], [3, 4]: return 0.05
        default:
            let longest = lengths.max() ?? 0
            let shortest = lengths.min() ?? 0
            return 0.04 + 0.02 * Double(longest - shortest)
        }
    }
}
