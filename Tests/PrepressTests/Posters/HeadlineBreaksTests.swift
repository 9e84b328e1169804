import Testing

@testable import Prepress

struct HeadlineBreaksTests {
    /// The lines of the way that costs least among those of a number of lines.
    private func best(_ text: String, lines: Int) -> [String] {
        let breaks = HeadlineBreaks(text)
        let ways = breaks.ways().filter { $0.lines.count == lines }
        guard let best = ways.min(by: { $0.cost < $1.cost }) else { return [] }
        return best.lines.map(breaks.string)
    }

    @Test(arguments: [
        ("转账慢一步，核实多一遍", ["转账", "慢一步，", "核实", "多一遍"]),
        ("征信没有橡皮擦，花钱洗白是假话", ["征信没有", "橡皮擦，", "花钱洗白", "是假话"]),
        ("防沉迷没有钥匙，花钱解锁是骗子", ["防沉迷", "没有钥匙，", "花钱解锁", "是骗子"]),
        ("屏幕里谈情，谈到钱就停", ["屏幕里", "谈情，", "谈到钱", "就停"]),
        ("人情可以借，银行卡不借", ["人情", "可以借，", "银行卡", "不借"]),
        ("供货商换账号，拨老号问一道", ["供货商", "换账号，", "拨老号", "问一道"]),
    ])
    func slogansBreakAtTheirCaesura(text: String, lines: [String]) {
        #expect(best(text, lines: 4) == lines)
    }

    @Test(arguments: ["反诈专线96110，先问再转不吃亏", "96110来电，生意再忙也接", "“警官”让她住进宾馆，谁也别告诉"])
    func numbersAndQuotationMarksAreNeverTornApart(text: String) {
        for way in HeadlineBreaks(text).ways() {
            let lines = way.lines.map(HeadlineBreaks(text).string)
            #expect(lines.joined() == text)
            #expect(!lines.contains { $0.hasSuffix("“") || $0.hasPrefix("”") || $0.hasPrefix("，") })
            #expect(text.contains("96110") == lines.contains { $0.contains("96110") })
        }
    }

    @Test func aCharacterAloneIsTheDearestWay() {
        let ways = HeadlineBreaks("买卖做").ways()
        let alone = ways.filter { $0.lines.contains { $0.count == 1 } }
        #expect(alone.allSatisfy { $0.cost > 0.5 })
        #expect(HeadlineBreaks("拨").ways().map(\.lines.count) == [1])
    }

    /// A title of one long clause is no verse: its lines end between words all the same.
    @Test(arguments: [
        (2, ["“全民反诈在行动”集中", "宣传月工作方案政策解读"]), (3, ["“全民反诈在行动”", "集中宣传月工作", "方案政策解读"]),
    ])
    func longTitlesBreakBetweenWords(count: Int, lines: [String]) throws {
        let breaks = HeadlineBreaks("“全民反诈在行动”集中宣传月工作方案政策解读")
        #expect(breaks.ways().isEmpty)
        let ways = breaks.proseWays().filter(\.isWhole)
        let best = try #require(ways.filter { $0.lines.count == count }.min { $0.cost < $1.cost })
        #expect(best.lines.map(breaks.string) == lines)
        #expect(ways.allSatisfy { way in way.lines.allSatisfy { $0.count > 1 } })
    }

    @Test func longTextIsNoVerse() {
        #expect(HeadlineBreaks(String(repeating: "防骗知识", count: 50)).ways().isEmpty)
        #expect(HeadlineBreaks("").ways().isEmpty)
    }
}
