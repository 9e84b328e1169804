import Diagnostics
import Testing

@Suite struct WordingTests {
    private func filled(_ text: String, _ arguments: [String: Wording]) -> String {
        Wording(text).filled(with: arguments, in: .chinese)
    }

    @Test func argumentsReplaceTheirNames() {
        #expect(filled("“{a}”和“{b}”，还有{a}", ["a": "甲", "b": "乙"]) == "“甲”和“乙”，还有甲")
    }

    @Test func argumentsSpeakTheLanguageOfTheSentence() {
        let sentence = Wording("用了{mark}", "separated by {mark}")
        let arguments: [String: Wording] = ["mark": .init("分号", "semicolons")]
        #expect(sentence.filled(with: arguments, in: .chinese) == "用了分号")
        #expect(sentence.filled(with: arguments, in: .english) == "separated by semicolons")
    }

    @Test func aMissingArgumentLeavesNothing() {
        #expect(filled("读不了{path}。", [:]) == "读不了。")
    }

    @Test(arguments: [
        (["field": Wording("titel"), "suggestion": "title"], "未知的字段“titel”，是否应为“title”？"),
        (["field": Wording("titel")], "未知的字段“titel”"),
    ])
    func anOptionalPartStandsOnlyWithAllItsArguments(arguments: [String: Wording], sentence: String) {
        #expect(filled("未知的字段“{field}”[，是否应为“{suggestion}”？]", arguments) == sentence)
    }

    @Test func oneMissingArgumentDropsAWholePartAndNoOther() {
        #expect(filled("甲[（{a}到{b}）]乙[，{c}]丙", ["a": "1", "c": "3"]) == "甲乙，3丙")
    }

    @Test func bracesAndBracketsInsideAnArgumentAreText() {
        #expect(filled("“{slogan}”[：{example}]", ["slogan": "[x] {b}", "example": "{#id}"]) == "“[x] {b}”：{#id}")
    }

    @Test func unpairedBracesAndBracketsAreText() {
        #expect(filled("a } b ] c {", [:]) == "a } b ] c {")
    }

    @Test(arguments: [
        ("", Language.chinese), ("C", .chinese), ("POSIX", .chinese), ("C.UTF-8", .chinese), ("zh_CN.UTF-8", .chinese),
        ("zh_TW", .chinese), ("ZH_cn", .chinese), ("en_US.UTF-8", .english), ("de_DE", .english), ("ca_ES", .english),
    ])
    func machinesWithoutALocaleSpeakChinese(locale: String, language: Language) {
        #expect(Language(localeName: locale) == language)
    }
}
