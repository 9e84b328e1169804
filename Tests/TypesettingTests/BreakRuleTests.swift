import Drawing
import Testing
@testable import Typesetting

/// The rows of the composition checklist that are about where lines end.
struct BreakRuleTests {
    /// Whether a line may end between the two halves of `left|right`, whatever the measure.
    private func mayBreak(_ text: String) throws -> Bool {
        let parts = text.split(separator: "|").map(String.init)
        let set = try SetText(parts.joined(), measure: 60)
        var bytes = 0
        for item in set.paragraph.items {
            let cluster = set.paragraph.shaped.clusters[Int(item.cluster)]
            bytes = Int(cluster.byte)
            if bytes >= parts[0].utf8.count { return item.gap.allowsBreak }
        }
        return true
    }

    @Test(arguments: ["国|，国", "国|。国", "国|、国", "国|；国", "国|：国", "国|？国", "国|！国", "A|，国", "”|。国"])
    func row1StopsAndCommasAreNeverFirst(_ text: String) throws { #expect(try !mayBreak(text)) }

    @Test(arguments: ["国|）国", "国|》国", "国|」国", "国|』国", "国|】国", "国|〕国", "国|”国", "国|’国", "A|）国"])
    func row2ClosingMarksAreNeverFirst(_ text: String) throws { #expect(try !mayBreak(text)) }

    @Test(arguments: ["（|国", "《|国", "「|国", "『|国", "【|国", "〔|国", "“|国国”", "‘|国国’", "（|A"])
    func row3OpeningMarksAreNeverLast(_ text: String) throws { #expect(try !mayBreak(text)) }

    @Test(arguments: ["国|“国”", "国|（国", "A|（国", "国，|“国”", "国国|‘国’"])
    func row3OpeningMarksMayBeFirst(_ text: String) throws { #expect(try mayBreak(text)) }

    @Test(arguments: ["约翰|·史", "国|～国", "3|～5", "国|—国", "国|–国", "和|/或"])
    func rows4To6InterpunctsConnectorsAndSlashesAreNeverFirst(_ text: String) throws { #expect(try !mayBreak(text)) }

    @Test func row6ASlashIsNeverLast() throws { #expect(try !mayBreak("和/|或")) }

    @Test(arguments: ["约翰|·史", "约翰·|史", "A|·史"])
    func row4AnInterpunctIsNeverFirst(_ text: String) throws {
        #expect(try mayBreak(text) == text.contains("·|"), "a name may go on in the next line after its ·")
    }

    @Test(arguments: ["国|/国", "国/|国", "a|/国", "国|／国", "国／|国"])
    func row6ASlashIsNeitherFirstNorLast(_ text: String) throws { #expect(try !mayBreak(text)) }

    @Test(arguments: ["国—|—国", "国…|…国", "国……|……国", "国…|………国", "国—|———国"])
    func rows7And8DashesAndEllipsesAreNeverSplit(_ text: String) throws { #expect(try !mayBreak(text)) }

    @Test(arguments: [
        "95|%的", "￥|300", "25|℃", "12|,000", "12,|000", "①|②③", "3～|5", "3|～5", "5%|～10%", "5%～|10%", "$|10", "96|110",
    ])
    func row10NumbersAreUnbroken(_ text: String) throws { #expect(try !mayBreak(text)) }

    @Test(arguments: ["12| kg", "100| MB", "25| °C"])
    func row11NumberSpaceAndUnitAreUnbroken(_ text: String) throws { #expect(try !mayBreak(text)) }

    @Test(arguments: ["12| apples", "国|国", "国|A", "A|国", "国。|国", "好| 国", "。|A", "99%|的"])
    func elsewhereALineMayEnd(_ text: String) throws { #expect(try mayBreak(text)) }

    @Test func row22TheLastLineHasTwoHanCharacters() throws {
        let set = try SetText(String(repeating: "国", count: 17) + "。", measure: 8)
        #expect(set.texts.map(\.count) == [8, 7, 3] || set.texts.map(\.count) == [7, 8, 3])
    }

    @Test(arguments: ["国。", "国家。", "国，国”。", "国 A", "AB国", "国！", "国”。", "ab", "反诈96"])
    func row22WhateverTheEndTheLastLineHasTwoCharactersBesideMarks(_ end: String) throws {
        for count in 14...26 {
            let set = try SetText(String(repeating: "家", count: count) + end, measure: 8)
            let last = try #require(set.texts.last).filter { !"，。！” ".contains($0) }
            #expect(last.count >= 2, "\(set.texts)")
        }
    }

    @Test func row8TwoEllipsesStayInOneLine() throws {
        for count in 3...9 {
            let set = try SetText(String(repeating: "国", count: count) + "…………国国", measure: 6)
            #expect(set.texts.contains { $0.contains("…………") }, "\(set.texts)")
        }
    }

    @Test func inNeedTheHalvesOfDashesAndEllipsesStayTogether() throws {
        for text in ["国——————————国", "国………………………………国"] {
            for measure in [2.0, 3, 5] {
                let set = try SetText(text, measure: measure)
                #expect(set.texts.joined() == text)
                for line in set.texts { #expect(line.filter { $0 == "—" || $0 == "…" }.count % 2 == 0, "\(set.texts)") }
            }
        }
    }

    @Test func anAddressLongerThanTheMeasureIsBrokenBesideNoSlash() throws {
        let address = "https://www.bulletin.example/cases/2024/brushing-orders/index.html?from=poster&page=12"
        let set = try SetText("请访问" + address + "查看。", measure: 12)
        #expect(set.texts.joined() == "请访问" + address + "查看。")
        for line in set.texts { #expect(line.first != "/" && line.last != "/", "\(set.texts)") }
        for line in set.lines { #expect(line.excess == 0) }
    }

    @Test func row34NoPunctuationHangsOutOfTheMeasure() throws {
        let set = try SetText("国国国国国国国国，国国国国国国国国。国国国国国国", measure: 8)
        for line in set.lines.indices { #expect(set.end(of: line) <= 8) }
    }

    @Test func aForcedBreakEndsALineThatIsNotSpreadOut() throws {
        let set = try SetText("国国国\n国国国国", measure: 8)
        #expect(set.texts == ["国国国", "国国国国"])
        #expect(set.end(of: 0) == 3)
    }
}
