import Drawing
import TestSupport
import Testing
import Theme
@testable import Typesetting

/// Rows 23 and 24 over whole flows, and what makes a last page worth its paper.
struct PageBreakTests {
    /// A paragraph of so many full lines, each begun with a sign of its own: which paragraph it is and how many lines it has.
    private struct Text {
        var lines: Int
        var isHeading: Bool
        var sign: Character
        var block: Block {
            isHeading
                ? .heading(String(repeating: sign, count: 4))
                : .paragraph(String(repeating: sign, count: lines * 20 - 2 - 8))
        }
    }

    private static let signs = Array("国家反诈中心提醒您不轻信透露转账任何要求先交费后放款的都是骗局")

    private func texts(_ random: inout SeededGenerator) -> [Text] {
        var texts: [Text] = []
        for sign in Self.signs.prefix(Int.random(in: 6...Self.signs.count, using: &random)) {
            // More headings in a row than a column is high would have to be divided.
            let mayHead = texts.last.map { !$0.isHeading } ?? true
            let isHeading = mayHead && Int.random(in: 0..<3, using: &random) == 0
            texts.append(Text(lines: Int.random(in: 1...9, using: &random), isHeading: isHeading, sign: sign))
        }
        return texts
    }

    /// The sign of each line, column by column.
    private func columns(_ set: SetFlow, count: Int) -> [[Character]] {
        set.filled.frames.flatMap { frame -> [[Character]] in
            var columns = [[(y: Double, sign: Character)]](repeating: [], count: count)
            for item in frame.items {
                guard case .glyphs(let run, let origin) = item.mark, let sign = run.string.first else { continue }
                let column = min(count - 1, Int((origin.x - 20) / 220))
                if columns[column].last?.y != origin.y { columns[column].append((origin.y, sign)) }
            }
            return columns.map { $0.map(\.sign) }
        }
    }

    @Test(arguments: [1, 2, 3]) func rows23And24HoldInEveryColumn(_ count: Int) throws {
        var random = SeededGenerator(seed: UInt64(count))
        for _ in 0..<60 {
            var texts = texts(&random)
            // A heading at the very end heads nothing.
            while texts.last?.isHeading == true { texts.removeLast() }
            let height = Double(Int.random(in: 8...24, using: &random))
            let set = try SetFlow(texts.map(\.block)) { _ in
                SetFlow.box(lines: height, width: Double(count) * 220 - 20, columns: count)
            }
            #expect(set.filled.overflow == nil)
            let columns = columns(set, count: count)
            #expect(columns.joined().count == texts.reduce(0) { $0 + ($1.isHeading ? 1 : $1.lines) })
            for column in columns {
                guard let last = column.last, let first = column.first else { continue }
                for (sign, place) in [(first, "top"), (last, "bottom")] {
                    let text = try #require(texts.first { $0.sign == sign })
                    let here = column.filter { $0 == sign }.count
                    #expect(text.isHeading || here == text.lines || here >= 2, "one line of \(sign) at the \(place)")
                }
                #expect(texts.first { $0.sign == last }?.isHeading == false, "\(last) heads the next column")
            }
        }
    }

    @Test func theLastPageIsNotNearlyEmptyWhereSpreadingAvoidsIt() throws {
        for lines in 1...5 {
            let set = try SetFlow([.body(lines: 17), .body(lines: 17), .body(lines: 6 + lines)], lines: 20)
            #expect(set.filled.frames.count == 3)
            #expect(set.lines[2].count >= 4, "\(set.lines.map(\.count))")
            #expect(set.lines.map(\.count).reduce(0, +) == 40 + lines)
        }
    }

    @Test func aHoleBeforeSomethingTallIsSharedWithThePagesBefore() throws {
        let rows = [[Table.Cell([Inline(String(repeating: "家", count: 20 * 7))])]]
        let table = Block(.table(Table(columns: [.leading], header: [], rows: rows)))
        let set = try SetFlow([.body(lines: 24), table, .body(lines: 8)], lines: 12)
        #expect(set.filled.overflow == nil)
        // Filled up, the second page would hold twelve lines and the third begin with the table.
        #expect(set.filled.frames.count == 4)
    }

    @Test func noMoreFramesAreTakenThanFillingUpTakes() throws {
        var random = SeededGenerator(seed: 77)
        for _ in 0..<30 {
            let texts = texts(&random)
            let box = SetFlow.box(lines: 13)
            let set = try SetFlow(texts.map(\.block)) { _ in box }
            var report = set.report
            let flow = Flow(texts.map(\.block), style: SetFlow.style, fonts: set.fonts)
            // One frame fewer is not enough.
            let fewer = flow.filled(
                into: [FrameBox](repeating: box, count: set.filled.frames.count - 1), reporting: &report)
            #expect(fewer.overflow != nil)
        }
    }

    // MARK: Notes at the foot

    private func noted(_ text: String, _ number: Int) -> [Inline] {
        [
            Inline(text),
            Inline("\(number)", marks: .superscript, note: [Inline("\(number) "), Inline("见反诈条款第\(number)条")]),
            Inline("。"),
        ]
    }

    @Test func aNoteStandsAtTheFootOfTheColumnThatRefersToIt() throws {
        let blocks = (1...9).map { number in
            Block(.paragraph(noted(String(repeating: "国", count: 20 * 3 - 10), number)))
        }
        let set = try SetFlow(blocks, lines: 10)
        #expect(set.filled.overflow == nil)
        var seen = 0
        for (index, frame) in set.filled.frames.enumerated() {
            var marks: [String] = []
            var notes: [String] = []
            var lowest = 0.0
            var firstNote = Double.infinity
            for item in frame.items {
                guard case .glyphs(let run, let origin) = item.mark else { continue }
                #expect(origin.y < 20 + 160, "inside the area")
                if run.size == 6 { marks.append(run.string) }
                if run.size == SetFlow.style.note.size {
                    firstNote = min(firstNote, origin.y)
                    notes.append(String(run.string.prefix(1)))
                } else {
                    lowest = max(lowest, origin.y)
                }
            }
            #expect(
                marks.count == Set(notes).count - (notes.contains("见") ? 1 : 0), "frame \(index): \(marks) \(notes)")
            #expect(lowest < firstNote)
            seen += marks.count
        }
        #expect(seen == 9)
    }
}
