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
        /// No word is cut, and no character stands alone.
        var isWhole: Bool
    }

    let scalars: [Unicode.Scalar]
    private let wordStarts: [Bool]
    /// The scalars of each clause with the mark that ends it.
    let clauses: [Range<Int>]
    let clauseStarts: Set<Int>
    /// In em, of what stands before each scalar, and of the whole.
    let widths: [Double]
    /// Of what stands before each scalar: two for a character, one for a letter or digit, nothing for a mark.
    private let halves: [Int]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        wordStarts = WordBreaks.starts(in: text)
        clauses = Self.clauses(of: scalars)
        clauseStarts = Set(clauses.map(\.lowerBound))
        halves = scalars.reduce(into: [0]) {
            $0.append($0[$0.count - 1] + (Self.isNarrow($1) ? 1 : Self.isMark($1) ? 0 : 2))
        }
        widths = scalars.reduce(into: [0]) { $0.append($0[$0.count - 1] + (Self.isNarrow($1) ? 0.5 : 1)) }
    }

    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// Clauses longer than this, and texts of more clauses, are prose.
    private static let longestClause = 14
    private static let mostClauses = 4
    /// Ways kept for each clause and number of lines, so that their combinations stay few.
    private static let waysKept = 4
    /// Clauses with more places between words than this are not tried in every way.
    private static let mostPlaces = 10

    private static func clauses(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
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

    /// Every sensible way, or none for a text that is no verse.
    func ways() -> [Way] {
        guard !clauses.isEmpty, clauses.count <= Self.mostClauses,
            clauses.allSatisfy({ units($0) <= Self.longestClause })
        else { return [] }
        // For each number of clauses, the ways to set them.
        var ways: [[Part]] = [[Part(lines: [], cost: 0, rhythm: nil)]]
        for end in 1...clauses.count {
            let options = splits(of: clauses[end - 1])
            var next: [Part] = ways[end - 1].flatMap { way in options.map { way.followed(by: $0) } }
            // Short clauses may share a line: 不轻信、不透露、不转账.
            for start in 0..<max(0, end - 1) {
                let line = clauses[start].lowerBound..<clauses[end - 1].upperBound
                let shared = Part(lines: [line], cost: 0.05, rhythm: nil)
                next += ways[start].map { $0.followed(by: shared) }
            }
            ways.append(Self.few(next, of: Self.waysKept * 8))
        }
        return ways[clauses.count].map { way in
            let isWhole = way.lines.allSatisfy { line in
                isLong(line) && (clauseStarts.contains(line.lowerBound) || self.isWhole(before: line.lowerBound))
            }
            return Way(lines: way.lines, cost: way.cost, isWhole: isWhole)
        }
    }

    /// The lines of some clauses, and how the last of them is divided.
    private struct Part {
        var lines: [Range<Int>]
        var cost: Double
        var rhythm: [Int]?

        func followed(by next: Part) -> Part {
            var limp = 0.0
            if let rhythm, let following = next.rhythm { limp = HeadlineBreaks.limp(rhythm, following) }
            return Part(lines: lines + next.lines, cost: cost + next.cost + limp, rhythm: next.rhythm)
        }

        /// In characters, as good as: of the longest line.
        var width: Int { lines.map(\.count).max() ?? 0 }
    }

    /// Of each number of lines the cheapest ways, and the narrowest.
    private static func few(_ parts: [Part], of count: Int) -> [Part] {
        var result: [Part] = []
        for lines in Set(parts.map(\.lines.count)).sorted() {
            let own = parts.filter { $0.lines.count == lines }.sorted { $0.cost < $1.cost }
            result += own.prefix(count)
            result += own.dropFirst(count).sorted { ($0.width, $0.cost) < ($1.width, $1.cost) }.prefix(2)
        }
        return result
    }

    /// Clauses of equal length in unequal rhythm limp; the longer they are, the less it is heard.
    private static func limp(_ before: [Int], _ after: [Int]) -> Double {
        let length = after.reduce(0, +)
        guard before.reduce(0, +) == length, before != after else { return 0 }
        if before.count != after.count { return 0.08 }
        return length < 7 ? 0.06 : 0.02
    }

    /// Characters, a number or a Latin word counting as half its letters; marks count nothing.
    private func units(_ range: Range<Int>) -> Int {
        (halves[range.upperBound] - halves[range.lowerBound] + 1) / 2
    }

    private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x2000 }
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        "，、；：。！？“”‘’《》（）「」『』…—·".unicodeScalars.contains(scalar)
    }

    /// The clause in one, two and three lines, and in as many as it has words.
    private func splits(of clause: Range<Int>) -> [Part] {
        var cuts: Set<[Int]> = [[]]
        let places = clause.dropFirst().filter { mayBreak(before: $0) }
        for first in places {
            cuts.insert([first])
            for second in places where second > first && units(clause) > 5 { cuts.insert([first, second]) }
        }
        let words = places.filter(isWhole(before:))
        if words.count <= Self.mostPlaces {
            for chosen in 0..<(1 << words.count) {
                cuts.insert(words.indices.filter { chosen >> $0 & 1 == 1 }.map { words[$0] })
            }
        }
        let parts = cuts.sorted { $0.lexicographicallyPrecedes($1) }.map { cuts in
            let ends = cuts + [clause.upperBound]
            let lines = zip([clause.lowerBound] + cuts, ends).map { $0..<$1 }
            return Part(lines: lines, cost: cost(of: lines, in: clause), rhythm: lines.map(units))
        }
        return Self.few(parts, of: Self.waysKept)
    }

    /// Two characters or more; the whole text may be a single one.
    func isLong(_ line: Range<Int>) -> Bool { line.count == scalars.count || units(line) > 1 }

    func beginsWord(_ index: Int) -> Bool { wordStarts[index] }

    /// Whether a word begins here that does not lean on what stands before it, nor that on it.
    func isWhole(before start: Int) -> Bool {
        guard wordStarts[start], scalars[start] != scalars[start - 1] else { return false }
        if Self.reaching.contains(scalars[start - 1]), wordStarts[start - 1] { return false }
        let isLong = start + 1 < scalars.count && !wordStarts[start + 1]
        if Self.leaning.contains(scalars[start]), !isLong { return false }
        return start + 1 == scalars.count || !"的得地".unicodeScalars.contains(scalars[start + 1])
    }

    func mayBreak(before index: Int) -> Bool {
        let (left, right) = (scalars[index - 1], scalars[index])
        if "，、；：。！？”』」）》…—·%".unicodeScalars.contains(right) { return false }
        if "“『「（《—…".unicodeScalars.contains(left) { return false }
        if Self.isNarrow(left) && Self.isNarrow(right) { return false }
        return true
    }

    /// Particles, measure words and suffixes that lean on the word before them.
    private static let leaning = Set("的了着过里上下中内外边们吗呢吧呀啊地得之卡号码员商店机款".unicodeScalars)
    /// Words that lean on what follows.
    private static let reaching = Set("不没一两几再先就也都还最很太把被给向从对在和与跟别莫勿请要定必才可能会想该".unicodeScalars)

    private func cost(of lines: [Range<Int>], in clause: Range<Int>) -> Double {
        guard lines.count > 1 else { return 0 }
        var cost = 0.0
        let lengths = lines.map(units)
        for (line, length) in zip(lines, lengths) where line.upperBound <= clause.upperBound {
            if length < 2 { cost += 0.6 }
        }
        for line in lines.dropFirst() { cost += startCost(of: line) }
        return max(0, cost + rhythmCost(lengths))
    }

    /// What it costs to part a line from the one before it.
    func startCost(of line: Range<Int>) -> Double {
        let start = line.lowerBound
        var cost = 0.02
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
        return cost
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
