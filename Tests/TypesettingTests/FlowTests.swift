import Diagnostics
import Drawing
import TestSupport
import Testing
import Theme
@testable import Typesetting

struct FlowTests {
    private func cell(_ text: String) -> Table.Cell { text.isEmpty ? [] : [Inline(text)] }

    @Test func textRunsThroughTheFramesInOrder() throws {
        let set = try SetFlow([.body(lines: 5, of: "国"), .body(lines: 5, of: "家")], lines: 4)
        #expect(set.lines.map(\.count) == [3, 4, 3])
        #expect(set.text.filter { $0 == "国" }.count == 90)
        #expect(set.filled.overflow == nil)
    }

    @Test func row23NoLineOfAParagraphIsAloneAtTheTopOrTheBottom() throws {
        // Five lines in frames of four would leave the fifth alone; three lines after three leave the first alone.
        let five = try SetFlow([.body(lines: 5)], lines: 4)
        #expect(five.lines.map(\.count) == [3, 2])
        let three = try SetFlow([.body(lines: 3, of: "家"), .body(lines: 3)], lines: 4)
        #expect(three.lines.map(\.count) == [3, 3])
    }

    @Test func row24AHeadingIsNeverLastAndKeepsTwoLines() throws {
        for before in 1...8 {
            let set = try SetFlow(
                [.body(lines: before, of: "家"), .heading("反诈"), .body(lines: 4)], lines: 8)
            for frame in set.lines { #expect(frame.last != "反诈", "\(set.lines)") }
            let frame = try #require(set.lines.first { $0.contains("反诈") })
            let place = try #require(frame.firstIndex(of: "反诈"))
            #expect(frame.count - place > 2, "two lines stand below it: \(set.lines)")
        }
    }

    @Test func bodyLinesStandOnTheGridAfterAHeadingToo() throws {
        let set = try SetFlow(
            [.heading("反诈", level: 1), .body(lines: 3), .heading("国家", level: 2), .body(lines: 3)], lines: 20)
        for baseline in set.baselines(0).filter({ $0 != set.baselines(0)[0] }).suffix(3) {
            #expect(abs(baseline - baseline.rounded()) < 1e-6)
        }
        let body = set.filled.frames[0].items.compactMap { item -> Double? in
            guard case .glyphs(let run, let origin) = item.mark, run.size == 10, run.string.contains("国国") else {
                return nil
            }
            return (origin.y - 20 - EmBox.baseline(leading: 16, size: 10)) / 16
        }
        #expect(body.count == 6)
        for line in body { #expect(abs(line - line.rounded()) < 1e-6) }
    }

    @Test func whatDoesNotFitIsToldWithItsPlaceItsTextAndItsHeight() throws {
        let file = SourceFile(path: "content/a.md", bytes: Array("第一段。\n\n第二段。\n".utf8))
        let blocks = [
            Block(.paragraph([Inline("第一段。", source: SourcePoint(file: file, byte: 0))])),
            Block(.paragraph([Inline("第二段。", source: SourcePoint(file: file, byte: 14))])),
        ]
        let set = try SetFlow(blocks) { $0 == 0 ? SetFlow.box(lines: 1) : nil }
        let overflow = try #require(set.filled.overflow)
        #expect(overflow.place?.line == 3)
        #expect(overflow.text == "第二段。")
        #expect(overflow.height == 16)
    }

    @Test func withoutAnyFrameEverythingIsLeft() throws {
        let set = try SetFlow([.body(lines: 3)]) { _ in nil }
        #expect(set.filled.frames.isEmpty)
        #expect(set.filled.overflow != nil)
    }

    @Test func aFlowGoesOnInAFrameOfAnotherWidth() throws {
        let text = (1...40).map { "第\($0)句，国家反诈。" }.joined()
        let blocks: [Block] = [
            .paragraph(text),
            Block(.list([ListItem(.bullet, [.paragraph(text)]), ListItem(.bullet, [.paragraph("完")])])),
        ]
        let set = try SetFlow(blocks) { index in SetFlow.box(lines: 5, width: index % 2 == 0 ? 200 : 150) }
        #expect(set.filled.overflow == nil)
        #expect(set.text == text + text + "完")
        let bullets = set.filled.frames.flatMap(\.items).filter {
            if case .fill = $0.mark { true } else { false }
        }
        #expect(bullets.count == 2, "a marker stands once, however often its item is continued")
    }

    /// Where columns change their width, the rest of the text is set for each: only what is placed is spoken of.
    @Test func whatIsTooWideForAColumnThatItDoesNotStandInIsNotSaid() throws {
        let table = Block(.table(Table(columns: [], header: [], rows: [(1...12).map { _ in [Inline("国国")] }])))
        let set = try SetFlow([.body(lines: 2), table]) {
            $0 < 9 ? SetFlow.box(lines: 4, width: $0 == 0 ? 100 : 600) : nil
        }
        #expect(set.filled.overflow == nil)
        #expect(set.report.diagnostics.isEmpty)
    }

    @Test func columnsAreFilledInOrderAndBalancedAtTheEnd() throws {
        let set = try SetFlow([.body(lines: 6)]) { _ in SetFlow.box(lines: 20, width: 420, columns: 2) }
        let lefts = Set(
            set.filled.frames[0].items.compactMap { item -> Bool? in
                guard case .glyphs(_, let origin) = item.mark else { return nil }
                return origin.x > 230
            })
        #expect(lefts == [false, true])
        #expect(set.filled.heights == [48])
        let full = try SetFlow([.body(lines: 6)]) { _ in
            SetFlow.box(lines: 20, width: 420, columns: 2, isBalanced: false)
        }
        #expect(full.filled.heights == [96])
    }

    @Test func aFrameBreakBeginsTheNextFrame() throws {
        let set = try SetFlow([.body(lines: 1), Block(.frameBreak), .body(lines: 1)], lines: 10)
        #expect(set.lines.map(\.count) == [1, 1])
    }

    @Test func headingsAreToldWithTheirPlaces() throws {
        let set = try SetFlow(
            [
                .heading("国家", level: 1, number: "一、", anchor: "a"), .body(lines: 3), .heading("反诈", anchor: "b"),
                .body(lines: 3),
            ],
            lines: 6)
        #expect(set.filled.headings.map(\.title) == ["国家", "反诈"])
        #expect(set.filled.headings.map(\.number) == ["一、", ""])
        #expect(set.filled.headings.map(\.frame) == [0, 1])
        let names = set.filled.frames.flatMap(\.items).compactMap { item -> String? in
            if case .destination(let name, _) = item.mark { name } else { nil }
        }
        #expect(names == ["a", "b"])
    }

    @Test func aTableRepeatsItsHeaderAndNeverDividesARow() throws {
        let rows = (1...9).map { [cell("项\($0)"), cell("国家反诈中心提醒您不轻信不透露不转账国家反诈中心提醒您")] }
        let table = Table(columns: [.leading, .leading], header: [cell("名"), cell("说明")], rows: rows)
        let set = try SetFlow([Block(.table(table))], lines: 8)
        #expect(set.filled.frames.count > 2)
        for frame in set.lines { #expect(frame.first == "名说明") }
        for row in 1...9 {
            let frames = set.lines.filter { $0.contains { $0.hasPrefix("项\(row)") } }
            #expect(frames.count == 1)
        }
        #expect(set.text.filter { $0 == "账" }.count == 9)
    }

    @Test func columnsGetWhatTheirContentNeeds() {
        #expect(ColumnWidths.divide(300, naturals: [20, 60], em: 10, padding: 5).reduce(0, +) == 300)
        let narrow = ColumnWidths.divide(200, naturals: [20, 1000], em: 10, padding: 5)
        #expect(abs(narrow.reduce(0, +) - 200) < 0.001)
        #expect(narrow[0] == 50, "four em and the padding at least")
        #expect(ColumnWidths.divide(30, naturals: [100, 100, 100], em: 10, padding: 5) == [10, 10, 10])
    }

    @Test func aNoticeLiesOnItsTintInEveryFrame() throws {
        let set = try SetFlow(
            [Block(.notice(title: [Inline("国家")], [.body(lines: 8)]))], lines: 6)
        for frame in set.filled.frames {
            guard case .fill(let path, _) = try #require(frame.items.first).mark else {
                Issue.record("the tint comes first")
                continue
            }
            #expect(path.elements.count > 3)
        }
        #expect(set.filled.frames.count == 2)
        #expect(set.lines[0].first == "国家")
    }

    @Test func aPictureIsMadeSmallerAndKeepsItsCaption() throws {
        let marks = [Mark.fill(Rect(x: 0, y: 0, width: 400, height: 100), Colour(red: 0, green: 0, blue: 0))]
        let picture = Illustration(.marks(marks), size: Size(width: 400, height: 100), alternative: "图")
        let set = try SetFlow(
            [.body(lines: 3), Block(.picture(picture, caption: [Inline("国家反诈")])), .body(lines: 2)], lines: 7)
        #expect(set.lines[1].first == "国家反诈")
        let scale = set.filled.frames[1].items.compactMap { item -> Double? in
            if case .begin(let transform?, _) = item.mark, transform.xx != 1 { transform.xx } else { nil }
        }
        #expect(scale == [0.5])
    }

    @Test func codeKeepsItsIndents() throws {
        let set = try SetFlow([Block(.code("ab\n  cd\n"))], lines: 10)
        #expect(set.lines[0] == ["ab", "\u{A0}\u{A0}cd"])
    }

    @Test func anEmptyFlowFillsNothing() throws {
        let set = try SetFlow([], lines: 10)
        #expect(set.filled.frames.isEmpty)
        #expect(set.filled.overflow == nil)
        let hollow = try SetFlow(
            [
                .paragraph(""), Block(.list([])), Block(.quote([])), Block(.notice(title: [], [])),
                Block(.table(Table(columns: [], header: [], rows: []))), Block(.code("")),
            ],
            lines: 10)
        #expect(hollow.text == "")
        #expect(hollow.filled.overflow == nil)
    }

    @Test func somethingHigherThanEveryFrameIsLeftOverNotLost() throws {
        let rows = [[cell(String(repeating: "国", count: 400))], [cell("家")]]
        let set = try SetFlow(
            [.body(lines: 1), Block(.table(Table(columns: [.leading], header: [], rows: rows)))], lines: 5)
        #expect(set.filled.frames.count == 2)
        #expect(set.filled.overflow?.text.hasPrefix("国国") == true)
    }

    /// What is left over is higher than any frame: a row with its header, a line with its notes.
    @Test func whatFitsOnlyWithoutItsHeaderOrItsNotesIsLeftOverWithBoth() throws {
        func cell(_ lines: Int) -> [Inline] { [Inline(String(repeating: "国", count: 18 * lines))] }
        let table = Table(columns: [.leading], header: [cell(3)], rows: [[cell(3)], [cell(4)]])
        let tall = try #require(try SetFlow([Block(.table(table))], lines: 6).filled.overflow)
        #expect(tall.nextHeight > 6 * SetFlow.leading)
        let note = [Inline(String(repeating: "注", count: 300))]
        let noted = Block(.paragraph([Inline("国家"), Inline("1", marks: .superscript, note: note), Inline("。")]))
        let long = try #require(try SetFlow([noted], lines: 9).filled.overflow)
        #expect(long.nextHeight > 9 * SetFlow.leading)
    }

    /// A heading that has room only when the lines below it leave the grid is set all the same.
    @Test func anEmptyColumnTakesWhateverFitsIt() throws {
        var style = SetFlow.style
        style.headings = [
            HeadingStyle(
                look: TextLook(face: .serifBold, strongFace: .serifBold, size: 14, colour: style.ruleColour),
                leading: 20, before: 0, after: 0)
        ]
        let set = try SetFlow([.heading("国家"), .body(lines: 2)], style: style) { index in
            index < 9 ? SetFlow.box(lines: 1.4) : nil
        }
        #expect(set.filled.overflow == nil)
        #expect(set.text.hasPrefix("国家国"))
    }

    /// Whatever the blocks and the frames: each character is on a frame or in what is left.
    @Test func nothingIsEverLost() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<12 {
            let blocks = (0..<12).map { _ in randomBlock(&random, depth: 0) }
            let heights = (0..<100).map { _ in Double(Int.random(in: 4...14, using: &random)) }
            let widths = (0..<100).map { _ in Double(Int.random(in: 12...30, using: &random)) * 10 }
            let set = try SetFlow(blocks) {
                $0 < 100 ? SetFlow.box(lines: heights[$0], width: widths[$0], columns: $0 % 3 + 1) : nil
            }
            let wanted = blocks.map(\.allText).joined().filter { $0 != "名" }
            guard set.filled.overflow == nil else { continue }
            let found = set.text.filter { $0 != "名" }
            let same = zip(found, wanted).prefix { $0 == $1 }.count
            #expect(
                found == wanted,
                "from character \(same): \(found.dropFirst(same).prefix(20)) for \(wanted.dropFirst(same).prefix(20))")
        }
    }

    private func randomBlock(_ random: inout SeededGenerator, depth: Int) -> Block {
        let length = Int.random(in: 1...120, using: &random)
        let text = String((0..<length).map { _ in "国家反诈，。“”（）1a"[Int.random(in: 0..<12, using: &random)] })
        switch Int.random(in: 0..<(depth > 1 ? 3 : 7), using: &random) {
        case 0, 1: return .paragraph(text)
        case 2: return .heading(String(text.prefix(8)))
        case 3:
            return Block(.list((0..<3).map { _ in ListItem(.bullet, [randomBlock(&random, depth: depth + 1)]) }))
        case 4: return Block(.quote([randomBlock(&random, depth: depth + 1)]))
        case 5: return Block(.notice(title: [], [randomBlock(&random, depth: depth + 1)]))
        default:
            return Block(
                .table(
                    Table(
                        columns: [.leading], header: [cell("名")],
                        rows: (0..<4).map { _ in [cell(String(text.prefix(20)))] })))
        }
    }

    @Test func aFrameOfEveryKindOfBlock() throws {
        let blocks: [Block] = [
            .heading("国家", level: 1, number: "一、", anchor: "a"),
            Block(
                .paragraph([
                    Inline("反诈"), Inline("重点", marks: .strong), Inline("着重", marks: .emphasis), Inline("注"),
                    Inline("1", marks: .superscript), Inline("链接", link: "https://bulletin.example/"),
                ])),
            Block(.list([ListItem(.text("1."), [.paragraph("国")]), ListItem(.square, [.paragraph("家")])])),
            Block(.quote([.paragraph("引")])), Block(.notice(title: [Inline("告")], [.paragraph("示")])),
            Block(
                .table(
                    Table(
                        columns: [.leading, .trailing], header: [cell("名"), cell("数")], rows: [[cell("甲"), cell("12")]])
                )),
            Block(.code("ab")), Block(.rule),
        ]
        let set = try SetFlow(blocks, lines: 30)
        try expectGolden(set.filled.frames[0].dump(fonts: set.fonts), named: "every-block.txt")
    }
}

extension String {
    fileprivate subscript(_ offset: Int) -> Character { self[index(startIndex, offsetBy: offset)] }
}
