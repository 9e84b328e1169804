import Drawing
import TestSupport
import Testing
@testable import Typesetting

/// Row 20 and total fit, held against an exhaustive search that shares no code with the breaker.
struct OptimalBreakTests {
    private static let alphabet = Array("国家反诈中心提醒您不轻信透露转账的了是一在，。、；：？！（）《》“”·—…ABCabc0123456789 ")

    private func text(_ random: inout SeededGenerator, length: Int) -> String {
        String(
            (0..<length).map { _ in
                let isHan = Int.random(in: 0..<10, using: &random) < 6
                let range = isHan ? 0..<20 : 20..<Self.alphabet.count
                return Self.alphabet[Int.random(in: range, using: &random)]
            })
    }

    /// No division of a paragraph of up to forty boxes costs less than the one that is found.
    @Test(arguments: [ParagraphStyle.Alignment.justified, .ragged])
    func row20TheBreaksFoundAreTheBestOfAllBreaks(_ alignment: ParagraphStyle.Alignment) throws {
        var random = SeededGenerator(seed: 20)
        let book = try TestFonts.book(String(Self.alphabet))
        var severalLines = 0
        for round in 0..<1500 {
            let text = text(&random, length: Int.random(in: 4...44, using: &random))
            let measure = Double(Int.random(in: 4...13, using: &random))
            let set = try SetText(
                text, measure: measure, indent: round % 2 == 0 ? 2 : 0, alignment: alignment, fonts: book)
            guard (2...40).contains(set.paragraph.items.count) else { continue }
            let breaker = LineBreaker(set.paragraph, measure: measure * 10, from: 0)
            let search = ExhaustiveSearch(set.paragraph, breaks: breaker.breaks, measure: measure * 10)
            let starts = set.lines.dropFirst().map(\.items.lowerBound)
            let found = search.total(of: starts)
            #expect(search.better(than: found) == nil, "\(text) at \(measure) em: \(set.texts) costs \(found)")
            if starts.count > 1 { severalLines += 1 }
        }
        #expect(severalLines > 500)
    }

    /// Squeezed and stretched by the same part of what they can give, a line costs more stretched: characters are squeezed in
    /// before they are pushed out.
    @Test func row20SqueezingIsCheaperThanStretching() throws {
        #expect(LineBreaker.stretchCost > LineBreaker.squeezeCost)
        // Eight and a half em for eight: the comma gives half an em, or the last character goes and all gaps grow.
        let set = try SetText("国·国，国国国国国国国国国国国国国国国", measure: 8)
        #expect(set.texts[0] == "国·国，国国国国国")
        #expect(set.gap(before: 4) == 0)
    }
}

/// All divisions of a paragraph into lines, from the rules of cost as they are documented, by depth-first search.
private struct ExhaustiveSearch {
    private let paragraph: Paragraph
    private let breaks: [Double]
    private let measure: Double

    init(_ paragraph: Paragraph, breaks: [Double], measure: Double) {
        self.paragraph = paragraph
        self.breaks = breaks
        self.measure = measure
    }

    func total(of starts: [Int]) -> Double {
        let edges = [0] + starts + [paragraph.items.count]
        return zip(edges, edges.dropFirst()).reduce(0) { $0 + cost($1.0, $1.1) }
    }

    /// The starts of a division that costs less; nil when there is none. Costs are never negative, so that a beginning that
    /// costs as much already need not be followed.
    func better(than bound: Double) -> [Int]? { search(from: 0, spent: 0, bound: bound - 1e-6, []) }

    private func search(from start: Int, spent: Double, bound: Double, _ starts: [Int]) -> [Int]? {
        let count = paragraph.items.count
        if start == count { return starts }
        for end in (start + 1)...count where end == count || breaks[end].isFinite {
            let sum = spent + cost(start, end)
            if sum < bound,
                let found = search(from: end, spent: sum, bound: bound, end == count ? starts : starts + [end])
            {
                return found
            }
        }
        return nil
    }

    private func cost(_ start: Int, _ end: Int) -> Double {
        let items = paragraph.items
        let isLast = end == items.count
        var natural = 0.0
        var shrink = 0.0
        var stretch = 0.0
        for index in start..<end {
            natural += items[index].width
            guard index > start else { continue }
            natural += items[index].gap.natural
            shrink += items[index].gap.shrink
            stretch += items[index].gap.stretch + (items[index].gap.spreads ? 0.05 * paragraph.em : 0)
        }
        if start == 0, paragraph.style.indent > 0 {
            natural += (paragraph.style.indent - (items[0].kind == .opening ? 0.5 : 0)) * paragraph.em
        }
        let slack = measure - natural
        let broken = isLast ? 0 : breaks[end]
        if slack < -1e-6 {
            if shrink + slack < -1e-6 { return broken + 1e9 * (1 - slack) }
            return broken + 1 + 100 * badness(-slack / shrink)
        }
        if isLast { return broken + 1 }
        guard paragraph.style.alignment == .justified else { return broken + 1 + 100 * badness(slack / measure) }
        if stretch == 0 { return broken + (slack > 1e-6 ? 100_000 * (1 + slack / measure) : 1) }
        return broken + 1 + min(100_000, 150 * badness(slack / stretch))
    }

    /// The square up to what the eye bears, the cube beyond.
    private func badness(_ ratio: Double) -> Double { ratio < 1 ? ratio * ratio : ratio * ratio * ratio }
}
