import Drawing
@testable import Typesetting

/// The checklist held against glyphs in a frame. Written from the rules alone: it knows no classes, gaps or costs of the
/// composer, only characters, their origins and their ink.
struct CompositionChecker {
    struct Violation: Hashable, CustomStringConvertible {
        var row: Int
        var text: String
        var note: String
        var description: String { "row \(row): \(note) in “\(text)”" }
    }

    /// A character with its place, in em from the left edge of the measure.
    struct Character {
        var text: Swift.Character
        var origin: Double
        var ink: ClosedRange<Double>
        var advance: Double
        var baseline: Double

        var isHan: Bool { text.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false }
        var isWestern: Bool { text.isASCII && (text.isLetter || text.isNumber) }
    }

    let measure: Double
    let em: Double
    private(set) var checks = 0
    private(set) var violations: [Violation] = []

    init(measure: Double, em: Double) {
        self.measure = measure
        self.em = em
    }

    static let stops: Set<Swift.Character> = ["，", "。", "、", "；", "：", "？", "！"]
    static let closing: Set<Swift.Character> = ["）", "》", "”", "」", "』", "】", "〕"]
    static let opening: Set<Swift.Character> = ["（", "《", "“", "「", "『", "【", "〔"]
    private static let fullWidth = stops.union(closing).union(opening)

    /// The lines of a frame whose measure begins at `left`: characters by baseline, from left to right.
    static func lines(of items: [Placed], left: Points, em: Points, fonts: FontBook) -> [[Character]] {
        var characters: [Character] = []
        for item in items {
            guard case .glyphs(let run, let origin) = item.mark, item.element != .artifact else { continue }
            var glyph = 0
            for (text, count) in zip(run.string, run.clusters.map { Int($0.glyphs) }) {
                let first = run.glyphs[glyph]
                let ink = fonts.ink(of: first.id, in: run.face) ?? 0...0
                let x = (origin.x + first.x - left) / em
                let scale = run.size / em
                characters.append(
                    Character(
                        text: text, origin: x, ink: x + ink.lowerBound * scale...x + ink.upperBound * scale,
                        advance: fonts.advance(of: first.id, in: run.face) * scale, baseline: origin.y))
                glyph += count
            }
        }
        var lines: [[Character]] = []
        for character in characters where character.text != " " {
            if let last = lines.last?.last, abs(last.baseline - character.baseline) < 0.01 {
                lines[lines.count - 1].append(character)
            } else {
                lines.append([character])
            }
        }
        return lines
    }

    mutating func check(_ lines: [[Character]], of text: String) {
        for (index, line) in lines.enumerated() {
            let isLast = index == lines.count - 1
            checkEdges(line, isFirst: index == 0, isLast: isLast)
            let spread = spread(of: line)
            checkWidths(line, spread: spread, isLast: isLast)
            checkWestern(line, spread: spread, isLast: isLast)
        }
        checkWholes(lines, text)
        if let last = lines.last, lines.count > 1 {
            let words = last.filter { $0.isHan || $0.isWestern || "①②③℃%".contains($0.text) }
            expect(words.count >= 2, 22, "a character alone in the last line", last)
        }
    }

    private mutating func expect(_ holds: Bool, _ row: Int, _ note: @autoclosure () -> String, _ line: [Character]) {
        checks += 1
        if !holds { violations.append(Violation(row: row, text: String(line.map(\.text)), note: note())) }
    }

    // MARK: Line edges

    private mutating func checkEdges(_ line: [Character], isFirst: Bool, isLast: Bool) {
        guard let first = line.first, let last = line.last else { return }
        if !isFirst {
            expect(!Self.stops.contains(first.text), 1, "\(first.text) first", line)
            expect(!Self.closing.contains(first.text), 2, "\(first.text) first", line)
            expect(first.text != "·", 4, "· first", line)
            expect(first.text != "～", 5, "～ first", line)
            expect(first.text != "/", 6, "/ first", line)
        }
        expect(!Self.opening.contains(last.text), 3, "\(last.text) last", line)
        expect(last.text != "/", 6, "/ last", line)
        checkStart(first, line, isFirst: isFirst)
        if Self.fullWidth.contains(last.text) {
            let width = last.ink.upperBound - line[line.count - 2].origin - line[line.count - 2].advance
            if !isLast { expect(measure - last.ink.upperBound < 0.5, 15, "\(last.text) leaves \(width)", line) }
            expect(last.ink.upperBound <= measure + 0.001, 34, "\(last.text) hangs out", line)
        }
        guard !isLast else { return }
        if last.isHan {
            expect(abs(last.origin + 1 - measure) < 0.002, 19, "ends at \(last.origin + 1)", line)
        } else {
            let end = last.ink.upperBound
            expect(end > measure - 0.5 && end < measure + 0.002, 19, "ends at \(end)", line)
        }
    }

    private mutating func checkStart(_ first: Character, _ line: [Character], isFirst: Bool) {
        let indent = isFirst ? 2.0 : 0
        if Self.opening.contains(first.text) {
            let row = isFirst ? 16 : 14
            let left = isFirst ? 1.5 : 0
            expect((left...left + 0.45).contains(first.ink.lowerBound), row, "ink at \(first.ink.lowerBound)", line)
            if line.count > 1, line[1].isHan {
                expect(abs(line[1].origin - left - 0.5) < 0.5, row, "next at \(line[1].origin)", line)
            }
        } else if first.isHan {
            expect(abs(first.origin - indent) < 0.002, isFirst ? 18 : 14, "begins at \(first.origin)", line)
        }
    }

    // MARK: Widths

    /// How much wider all gaps of a line were made: what stands between two Han that touch.
    private func spread(of line: [Character]) -> Double? {
        zip(line, line.dropFirst()).first { $0.isHan && $1.isHan }.map { $1.origin - $0.origin - 1 }
    }

    /// The width between two Han of the marks that stand there, and what they may take.
    private mutating func checkWidths(_ line: [Character], spread: Double?, isLast: Bool) {
        guard let spread else { return }
        expect(spread > -0.002, 19, "Han overlap by \(spread)", line)
        if isLast { expect(spread < 0.002, 19, "the last line is spread", line) }
        for (left, right) in zip(line, line.dropFirst()) where left.isHan && right.isHan {
            expect(abs(right.origin - left.origin - 1 - spread) < 0.002, 19, "unevenly spread", line)
        }
        var start = 0
        while start < line.count {
            guard line[start].isHan else {
                start += 1
                continue
            }
            var end = start + 1
            while end < line.count, !line[end].isHan { end += 1 }
            if end < line.count, end > start + 1 {
                let marks = line[start + 1..<end]
                let width = line[end].origin - line[start].origin - 1 - spread * Double(gaps(marks))
                checkMarks(Array(marks), width: width, isSqueezable: spread < 0.002, line)
            }
            start = end
        }
    }

    /// The gaps that were spread around and between marks.
    private func gaps(_ marks: ArraySlice<Character>) -> Int {
        let text = String(marks.map(\.text))
        if text.allSatisfy({ $0 == "—" }) || text.allSatisfy({ $0 == "…" }) || text == "①②③" { return 2 }
        return marks.count + 1
    }

    private mutating func checkMarks(_ marks: [Character], width: Double, isSqueezable: Bool, _ line: [Character]) {
        let text = String(marks.map(\.text))
        func near(_ wanted: Double) -> Bool { abs(width - wanted) < 0.004 }
        switch text {
        case "——": expect(near(2), 7, "\(text) is \(width)", line)
        case "……": expect(near(2), 8, "\(text) is \(width)", line)
        case "…………": expect(near(4), 8, "\(text) is \(width)", line)
        case "·": expect(near(0.5), 27, "· is \(width)", line)
        case "？？", "？！": expect(near(1), 28, "\(text) is \(width)", line)
        case "？？？", "！！！":
            expect(near(2) || (isSqueezable && width < 2 && width > 1.49), 28, "\(text) is \(width)", line)
        default:
            guard marks.allSatisfy({ Self.fullWidth.contains($0.text) }) else { return }
            let natural = naturalWidth(text)
            let least = 0.5 * Double(marks.count)
            expect(
                near(natural) || (isSqueezable && width >= least - 0.004 && width < natural),
                marks.count > 1 ? 13 : 21, "\(text) is \(width), not \(natural)", line)
        }
    }

    /// Half an em a mark, and half an em for each empty half that no other mark shares (row 13).
    private func naturalWidth(_ text: String) -> Double {
        let marks = Array(text)
        var width = 0.5 * Double(marks.count)
        if Self.opening.contains(marks[0]) { width += 0.5 }
        for (left, right) in zip(marks, marks.dropFirst())
        where !Self.opening.contains(left) && Self.opening.contains(right) { width += 0.5 }
        if !Self.opening.contains(marks[marks.count - 1]) { width += 0.5 }
        return width
    }

    // MARK: Han beside Latin

    private mutating func checkWestern(_ line: [Character], spread: Double?, isLast: Bool) {
        guard let spread else { return }
        for (left, right) in zip(line, line.dropFirst()) {
            let gap = right.origin - left.origin - left.advance
            if left.isHan && right.isWestern || left.isWestern && right.isHan {
                let most = spread < 0.002 ? 0.5 : 0.5 + spread
                expect(gap > 0.124 && gap < most + 0.002, 17, "\(left.text)\(right.text) \(gap) apart", line)
                // Han–Latin spaces grow before all gaps do.
                if spread > 0.002 { expect(gap > 0.498, 21, "\(gap) while all are spread", line) }
                if isLast { expect(gap < 0.252, 17, "\(gap) in a last line", line) }
            }
            if Self.opening.contains(left.text), right.isWestern {
                expect(right.ink.lowerBound - left.ink.upperBound < 0.45 + spread, 17, "a space in the bracket", line)
            }
            if left.isWestern, Self.stops.union(Self.closing).contains(right.text) {
                expect(right.ink.lowerBound - left.ink.upperBound < 0.45 + spread, 17, "a space before the mark", line)
            }
        }
    }

    // MARK: What stays whole

    private mutating func checkWholes(_ lines: [[Character]], _ text: String) {
        let rows: [(Int, [String])] = [
            (7, ["——"]), (8, ["……", "…………"]),
            (10, ["25℃", "95%", "￥3000", "12,000", "96110", "3～5", "5%～10%", "①②③"]),
            (11, ["12kg", "100MB", "0.5mm", "24h"]),
        ]
        let joined = lines.map { String($0.map(\.text)) }
        let source = text.filter { $0 != " " }
        for (row, wholes) in rows {
            for whole in wholes {
                let wanted = source.occurrences(of: whole)
                guard wanted > 0 else { continue }
                let found = joined.reduce(0) { $0 + $1.occurrences(of: whole) }
                expect(found == wanted, row, "\(whole) is broken", lines.flatMap { $0 })
            }
        }
    }
}

extension String {
    fileprivate func occurrences(of part: String) -> Int {
        let (text, part) = (Array(self), Array(part))
        guard text.count >= part.count else { return 0 }
        return (0...(text.count - part.count)).count { text[$0..<$0 + part.count].elementsEqual(part) }
    }
}
