import Diagnostics
import Testing
@testable import Proofing

/// Rule 45: characters of the text layer that only look like what people type.
struct LookalikeTests {
    private func found(_ text: String) -> [Finding] {
        var page = PageBoxes(number: 1, width: 400, height: 600, fonts: ["F"])
        for (index, scalar) in text.unicodeScalars.enumerated() {
            page.characters.append(
                .init(
                    scalar: scalar.value, x: 40 + 10 * Double(index % 20), y: 50 + 20 * Double(index / 20), advance: 10,
                    size: 10, font: 0, turn: .upright))
        }
        var proofreader = Proofreader()
        var found: [Finding] = []
        proofreader.read(page) { found.append($0) }
        proofreader.finish { found.append($0) }
        return found.filter { $0.rule == .plainIdeographs }
    }

    @Test func radicalsAndCompatibilityIdeographsAreFound() {
        #expect(found("今⽇").map(\.detail.zh) == ["写的是部首 U+2F47，看起来是“日” U+65E5"])
        #expect(found("看⻅").map(\.detail.zh) == ["写的是部首 U+2EC5，看起来是“见” U+89C1"])
        #expect(found("\u{F9B2}售").map(\.detail.en) == ["\u{F9B2} is the compatibility ideograph U+F9B2"])
        #expect(found("\u{2F800}字").count == 1)
        #expect(found("⽇⽉⽔⽕").count == 4)
    }

    @Test func eachIsToldOnceWithItsLine() {
        let found = found(String(repeating: "国", count: 20) + "⽇⽇" + String(repeating: "国", count: 18) + "⽇⽉")
        #expect(found.map { "\($0.page) \($0.line) \($0.detail.en.contains("2F47"))" } == ["1 2 true", "1 3 false"])
    }

    @Test(arguments: [
        // The ideographs themselves; those of their own among the compatibility ideographs; radicals that look like no
        // ideograph, as dictionaries have them; 〇 and the like; vertical forms, which rows 1 to 3 read as what they are.
        "日月水火见", "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩", "⺀⺄⺈", "〇〡㐀𠀀", "︐︑（",
    ])
    func whatIsItselfIsLegal(text: String) { #expect(found(text).isEmpty) }
}
