import Testing

@testable import Campaign

/// A theme for which no lines are stated still makes a label of one to three even lines.
@Suite struct LockupTests {
    @Test(arguments: [
        ("厉行节约，反对浪费", ["厉行节约", "反对浪费"]),
        ("警惕诈骗新手法，不做电诈工具人", ["警惕诈骗新手法", "不做电诈工具人"]),
        ("节水、节电、节粮", ["节水", "节电", "节粮"]),
        ("绿色出行", ["绿色出行"]),
    ])
    func `a short theme is cut at its marks`(line: String, lines: [String]) {
        #expect(Lockup(of: line).lines == lines)
        #expect(!Lockup(of: line).isGuessed)
    }

    @Test(arguments: [
        ("会查火患会报火警会逃生让平安住进每一户人家和每一间临街的铺子", 3), ("文明出行从我做起从现在做起", 2),
        ("学、用、讲、传", 2), ("二十四小时热线12345678901234567890随时等您来电", 3),
    ])
    func `a long theme is cut into even lines, and words and numbers stay whole`(line: String, count: Int) {
        let lockup = Lockup(of: line)
        #expect(lockup.lines.count == count)
        #expect(lockup.lines.joined() == ThemeLine.essence(of: line))
        #expect(!lockup.lines.contains { $0.isEmpty })
        for number in ["12345678901234567890"] where line.contains(number) {
            #expect(lockup.lines.contains { $0.contains(number) })
        }
    }

    @Test func `cuts at marks are no guess`() {
        #expect(!Lockup(of: "学、用、讲、传").isGuessed)
        #expect(Lockup(of: "文明出行从我做起从现在做起").isGuessed)
    }
}
