import Chinese
import Testing

@Suite struct WidthTests {
    @Test func hanMarksAndFullWidthFormsAreWide() {
        for scalar: Unicode.Scalar in ["字", "，", "（", "Ａ", "　", "가", "あ", "𠮷", "\u{1F600}", "㎡"] {
            #expect(scalar.isWide, "\(scalar)")
        }
        for scalar: Unicode.Scalar in ["a", "“", "—", "…", "·", "é", "ｱ", "\u{2713}"] {
            #expect(!scalar.isWide, "\(scalar)")
        }
    }

    @Test func marksThatLatinSharesAreNotCJK() {
        for scalar: Unicode.Scalar in ["字", "。", "「", "ｱ", "한", "ㄅ", "！", "𠮷"] { #expect(scalar.isCJK, "\(scalar)") }
        for scalar: Unicode.Scalar in ["“", "…", "·", "a", "1", "\u{1F600}", "é"] {
            #expect(!scalar.isCJK, "\(scalar)")
        }
    }

    @Test func emojiAreTold() {
        for scalar: Unicode.Scalar in ["\u{1F600}", "\u{1F44D}", "\u{FE0F}", "\u{2B50}"] { #expect(scalar.isEmoji) }
        for scalar: Unicode.Scalar in ["1", "字", "©", "①"] { #expect(!scalar.isEmoji) }
    }
}

@Suite struct TypographicClassTests {
    @Test(arguments: [
        ("（", TypographicClass.openingBracket), ("“", .openingBracket), ("》", .closingBracket), ("’", .closingBracket),
        ("，", .pauseMark), ("、", .pauseMark), ("；", .pauseMark), ("：", .pauseMark), ("。", .stopMark), ("？", .stopMark),
        ("！", .stopMark), ("·", .middleDot), ("～", .connector), ("—", .dash), ("…", .ellipsis), ("／", .solidus),
        ("％", .numericSuffix), ("℃", .numericSuffix), ("￥", .numericPrefix), ("7", .digit), ("A", .latin),
        ("é", .latin),
        ("反", .han), ("①", .han), ("か", .kana), ("っ", .smallKana), ("한", .hangul), ("\u{1F600}", .emoji),
        (" ", .space), ("　", .ideographicSpace), ("\u{A0}", .joiner), (",", .latinMark), ("Я", .latin),
    ])
    func aCharacterHasTheClassOfCLREQ(_ text: String, _ expected: TypographicClass) throws {
        let scalar = try #require(text.unicodeScalars.first)
        #expect(scalar.typographicClass == expected)
    }

    @Test func marksKeepToTheirSideOfALine() {
        for mark: Unicode.Scalar in ["，", "。", "）", "”", "·", "—", "…", "～"] {
            #expect(!mark.typographicClass.mayBeginLine, "\(mark)")
            #expect(mark.typographicClass.mayEndLine, "\(mark)")
        }
        for mark: Unicode.Scalar in ["（", "《", "“", "￥"] {
            #expect(mark.typographicClass.mayBeginLine, "\(mark)")
            #expect(!mark.typographicClass.mayEndLine, "\(mark)")
        }
        #expect(!TypographicClass.solidus.mayBeginLine && !TypographicClass.solidus.mayEndLine)
    }
}

@Suite struct TextCountTests {
    @Test(arguments: [
        ("不轻信、不透露、不转账。", 9), ("下载“国家反诈中心”APP", 9), ("拨打96110。", 3), ("12,000元", 2), ("don’t Wi-Fi", 2),
        ("138-0013-8000", 1), ("", 0), ("……——！？", 0), ("９６１１０", 1), ("www.gov.cn", 1), ("10:30开会", 3), ("3.5%", 1),
    ])
    func hanCharactersLatinWordsAndNumbersCount(_ text: String, _ count: Int) {
        #expect(TextCount.count(text) == count)
    }
}

@Suite struct SummaryTests {
    @Test(arguments: [
        ("短。", 9, "短。"),
        ("第一句话。第二句话很长很长。", 8, "第一句话。"),
        ("他说：“转账吧。”我没有信他的话。", 7, "他说：“转账吧。”"),
        ("没有句号，但是有逗号的一句长话", 8, "没有句号……"),
        ("没有任何标点的一句话", 4, "没有任何……"),
        ("请拨打 138 0013 8000 报警求助", 5, "请拨打……"),
        ("请下载Anti-Fraud应用", 4, "请下载Anti-Fraud……"),
        ("请看“国家反诈中心”的提醒", 5, "请看……"),
        ("；先。后来的话", 3, "；先。"),
    ])
    func aSummaryEndsWell(_ text: String, _ limit: Int, _ expected: String) {
        #expect(Summary.cut(text, to: limit) == expected)
    }
}

@Suite struct UTF8TextTests {
    @Test func scalarsReadForwardsAndBackwards() {
        let text = Array("aé字𠮷".utf8)
        #expect(UTF8Text.scalar(in: text, at: 3) == ("字", 3))
        #expect(UTF8Text.scalar(in: text, before: text.count) == ("𠮷", 4))
        #expect(UTF8Text.scalar(in: text, before: 3) == ("é", 2))
        #expect(UTF8Text.scalar(in: text, before: 1) == ("a", 1))
    }

    @Test func theFirstMalformedByteIsFound() {
        #expect(UTF8Text.firstMalformedByte(in: Array("字a\u{FFFD}".utf8)) == nil)
        let broken: [[UInt8]] = [
            [0x61, 0xFF], [0x61, 0xC0, 0x80], [0x61, 0xE5, 0xAD], [0x61, 0xED, 0xA0, 0x80], [0x61, 0x80],
        ]
        for bytes in broken { #expect(UTF8Text.firstMalformedByte(in: bytes) == 1, "\(bytes)") }
    }

    @Test func fullWidthLettersAndDigitsFold() {
        #expect(FullWidth.folded(Array("拨打９６１１０，ＡＢｃ！".utf8)) == Array("拨打96110，ABc！".utf8))
    }
}
