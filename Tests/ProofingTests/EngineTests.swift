import Testing
@testable import Proofing

/// One text that tempts every rule, set by three other programs (Tests/Fixtures/proof/text.txt, remake.py). Each finding was
/// looked at on the page, and every line was read for what might be missing.
struct EngineTests {
    private static let expected: [String: [Int: Int]] = [
        // Typst 0.15.2 squeezes and justifies; it lets · and ～ begin lines, breaks after the / of an address and before kg.
        "typst": [4: 1, 5: 2, 6: 1, 11: 2, 16: 3, 22: 2, 27: 8, 43: 1],
        // WeasyPrint 70 squeezes nothing, stretches spaces alone and tags nothing.
        "weasyprint": [5: 2, 11: 2, 13: 16, 14: 1, 15: 1, 16: 3, 19: 15, 22: 1, 23: 1, 27: 8, 28: 3, 43: 1, 46: 1],
        // Chromium 156 squeezes pairs except ？” and ！”, and writes 37 characters as radicals; the style sheet asks for dots above.
        "chromium": [5: 2, 11: 2, 13: 2, 14: 3, 15: 1, 16: 3, 23: 2, 25: 1, 27: 8, 28: 3, 45: 37],
    ]

    private func findings(_ engine: String) throws -> [Finding] {
        var facts = FileFacts()
        facts.read(try BoxFixture.facts(engine))
        var proofreader = Proofreader(facts)
        var found: [Finding] = []
        for page in try BoxFixture.pages(engine) { proofreader.read(page) { found.append($0) } }
        proofreader.finish { found.append($0) }
        return found
    }

    @Test(arguments: ["typst", "weasyprint", "chromium"])
    func everyFindingIsCounted(engine: String) throws {
        let found = try findings(engine)
        let counts = Dictionary(grouping: found, by: \.rule.number).mapValues(\.count)
        #expect(
            counts == Self.expected[engine], "\(found.map { "\($0.page):\($0.line) \($0.rule.number) \($0.text)" })")
    }

    @Test func findingsNameTheirPlace() throws {
        let found = try findings("typst").filter { [4, 22].contains($0.rule.number) }
        #expect(
            found.map { "\($0.page) \($0.line) \($0.rule.number) \($0.text)" }
                == ["2 6 4 ·扎克尔诸位。", "2 12 22 楚。", "3 13 22 了……"])
    }

    /// Chromium writes ⼈ for 人 and the like into the text layer; people are told what they see.
    @Test func radicalsAreReadAsTheCharactersThatTheyLookLike() throws {
        let texts = try findings("chromium").map(\.text)
        #expect(texts.contains { $0.hasPrefix("“安全账户”“验证流水”") })
        #expect(!texts.joined().unicodeScalars.contains { (0x2E80...0x2FD5).contains($0.value) })
    }

    @Test func pagesComeInOrder() throws {
        for engine in Self.expected.keys {
            let found = try findings(engine)
            for (a, b) in zip(found, found.dropFirst()) {
                #expect((a.page, a.line, a.rule.number) <= (b.page, b.line, b.rule.number))
            }
        }
    }
}
