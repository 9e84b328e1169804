import Diagnostics
import Drawing
import Foundation
import TestSupport
import Testing
import Theme
@testable import Typesetting

/// Generated documents of everything that a file may hold: nothing crashes, nothing hangs, and every character stands on a
/// page or in a diagnostic. `BULLETIN_FUZZ_CHARACTERS` sets more of them; docs/developer.md says how to run a million under
/// Address Sanitizer.
struct FuzzTests {
    private static let characters: Int =
        ProcessInfo.processInfo.environment["BULLETIN_FUZZ_CHARACTERS"].flatMap { Int($0) } ?? 40_000

    @Test(arguments: [false, true]) func everyCharacterIsOnAPageOrInADiagnostic(_ isVertical: Bool) throws {
        var generator = Generator(random: SeededGenerator(seed: isVertical ? 2 : 1))
        var left = Self.characters / 2
        var round = 0
        while left > 0 {
            let blocks = (0..<Int.random(in: 1...14, using: &generator.random)).map { _ in generator.block(depth: 0) }
            let text = blocks.map(\.allText).joined()
            try check(blocks, isVertical: isVertical, round, &generator.random)
            left -= max(1, text.unicodeScalars.count)
            round += 1
        }
    }

    private func check(_ blocks: [Block], isVertical: Bool, _ round: Int, _ random: inout SeededGenerator) throws {
        var style = SetFlow.style
        style.isVertical = isVertical
        if round % 3 == 0 { style.grid = nil }
        style.paragraph.alignment = [.justified, .ragged, .centred, .trailing, .distributed][round % 5]
        let fonts = try FontBook(
            try #require(TestFonts.sources), roles: [.serif, .serifBold, .text],
            characters: Swift.Set(blocks.map(\.allText).joined().unicodeScalars).union(VerticalForms.all))
        let sizes = (0..<7).map { _ in
            (
                width: Double(Int.random(in: 4...40, using: &random)) * 10,
                lines: Double(Int.random(in: 3...30, using: &random))
            )
        }
        var report = Report()
        var last = 0.0
        let filled = Flow(blocks, style: style, fonts: fonts).filled(
            into: { index in
                let size = sizes[index / 3 % sizes.count]
                let box = SetFlow.box(lines: size.lines, width: size.width, columns: round % 3 + 1)
                last = isVertical ? box.area.width : box.area.height
                return index < 5000 ? box : nil
            }, reporting: &report)
        var found = Counter()
        for item in filled.frames.flatMap(\.items) {
            guard case .glyphs(let run, let origin) = item.mark else { continue }
            #expect(run.clusters.reduce(0) { $0 + Int($1.bytes) } == run.text.count)
            #expect(run.clusters.reduce(0) { $0 + Int($1.glyphs) } == run.glyphs.count)
            #expect(run.glyphs.allSatisfy { $0.x.isFinite && $0.y.isFinite } && origin.x.isFinite && origin.y.isFinite)
            found.add(run.string)
        }
        // Every fault has been said; the same one not once for each of its characters.
        #expect(report.sorted.count <= 400 + blocks.count)
        if let overflow = filled.overflow {
            // With frames to spare, only what is higher than a frame is left over.
            #expect(filled.frames.count >= 5000 || overflow.nextHeight > last, "round \(round)")
            return
        }
        var wanted = Counter()
        for block in blocks { wanted.add(block.allText) }
        let lost = wanted.counts.filter { found.counts[$0.key, default: 0] < $0.value }.map(\.key).sorted()
        #expect(lost.isEmpty, "round \(round) lost \(lost.map { String($0.value, radix: 16) })")
    }

    /// How often each character that is drawn stands in a text.
    private struct Counter {
        var counts: [Unicode.Scalar: Int] = [:]

        mutating func add(_ text: String) {
            for scalar in text.unicodeScalars where !Self.isSpace(scalar) { counts[scalar, default: 0] += 1 }
        }

        private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            let isInvisible = scalar.properties.isDefaultIgnorableCodePoint
            return isControl || isInvisible || scalar.properties.isWhitespace
        }
    }
}

/// Documents of all kinds of blocks and texts.
private struct Generator {
    var random: SeededGenerator

    private static let pieces: [String] = [
        "国", "家", "反", "诈", "中心", "提醒您", "，", "。", "、", "；", "：", "？", "！", "（", "）", "《", "》", "“", "”", "‘", "’", "「",
        "」", "【", "】", "—", "——", "…", "……", "·", "～", "/", "％", "%", "℃", "￥", "①", "②", "12", "96110", "3.5", " kg",
        "App",
        "https://www.example.com/a/b?c=d&e=f", "e\u{301}", "אבג", "ابجد", "😀", "👨‍👩‍👧", "🇨🇳", "\u{200B}", "\u{A0}",
        "\u{3000}", " ", "  ",
        "\n", "\t", "ｱ", "가", "ㄅ", "𠮷", "\u{FE0F}", "\u{202E}", "ﬁ", "①", "㎡", "々", "ー", "Ａ", "\u{10FFFD}", "\u{0}",
        "🏽",
    ]

    mutating func text(most: Int) -> String {
        let count = Int.random(in: 0...most, using: &random)
        // Now and then one thing alone, many times.
        if Int.random(in: 0..<12, using: &random) == 0 {
            let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
            return String(repeating: piece, count: count)
        }
        return (0..<count).map { _ in
            let isHan = Int.random(in: 0..<3, using: &random) == 0
            return Self.pieces[Int.random(in: 0..<(isHan ? 6 : Self.pieces.count), using: &random)]
        }.joined()
    }

    mutating func inlines(most: Int) -> [Inline] {
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
            var inline = Inline(text(most: most), marks: .init(rawValue: UInt8.random(in: 0..<64, using: &random)))
            switch Int.random(in: 0..<8, using: &random) {
            case 0: inline.link = "https://example.com/"
            case 1: inline.ruby = "hàn zì"
            case 2: inline.note = [Inline("注家")]
            default: break
            }
            return inline
        }
    }

    mutating func block(depth: Int) -> Block {
        switch Int.random(in: 0..<(depth > 2 ? 6 : 12), using: &random) {
        case 0, 1, 2: return Block(.paragraph(inlines(most: 60)))
        case 3:
            return Block(
                .heading(level: Int.random(in: 1...6, using: &random), number: "一、", anchor: "", inlines(most: 8)))
        case 4: return Block(.code(text(most: 40)))
        case 5: return Block(.line(inlines(most: 6), .trailing, inset: 2))
        case 6: return Block(.list((0..<3).map { _ in ListItem(.text("1."), [block(depth: depth + 1)]) }))
        case 7: return Block(.quote([block(depth: depth + 1), block(depth: depth + 1)]))
        case 8: return Block(.notice(title: inlines(most: 4), [block(depth: depth + 1)]))
        case 9:
            let columns = Int.random(in: 1...9, using: &random)
            let rows = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                (0..<columns).map { _ in inlines(most: 4) }
            }
            return Block(.table(Table(columns: [.leading, .trailing], header: [], rows: rows)))
        case 10: return Block(.space(lines: 1.5))
        default: return Block(Int.random(in: 0..<4, using: &random) == 0 ? .frameBreak : .rule)
        }
    }
}
