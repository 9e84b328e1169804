import Drawing
import Testing

@testable import Prepress

@Suite struct TitleLinesTests {
    @Test(arguments: [
        ("防范电信网络诈骗宣传手册", ["防范电信", "网络诈骗", "宣传手册"]), ("家庭防火手册", ["家庭", "防火手册"]), ("手册", ["手册"]),
    ])
    func aTitleIsDividedBetweenWords(title: String, lines: [String]) {
        let box = Size(width: 351, height: 266)
        #expect(TitleLines(title).divided(for: box, leading: 1.15, largest: 66, mostLines: 5) == lines)
    }

    @Test func everyDivisionHoldsTheWholeTitle() {
        let title = "柳桥镇“119”消防宣传月家庭防火手册（二〇二四年版）"
        for width in stride(from: 50.0, to: 600, by: 25) {
            let lines = TitleLines(title)
                .divided(for: Size(width: width, height: 266), leading: 1.15, largest: 66, mostLines: 6)
            #expect(lines.joined() == title)
        }
    }
}
