import Diagnostics
import Markdown
import TestSupport
import Testing

/// Without CJK characters the HTML equals that of the program `cmark` byte for byte.
@Suite struct CommonMarkTests {
    private func htmlBytes(_ text: [UInt8]) -> [UInt8] {
        var report = Report()
        return HTMLRenderer.render(
            MarkdownParser.parse(SourceFile(path: "test.md", bytes: text), reporting: &report))
    }

    private func expectAgreement(on texts: [String]) throws {
        let bytes = texts.map { Array($0.utf8) }
        let expected = try CmarkOracle.html(of: bytes)
        var differences = 0
        for (index, text) in bytes.enumerated() {
            let actual = htmlBytes(text)
            guard actual != expected[index] else { continue }
            differences += 1
            if differences > 5 { break }
            Issue.record(
                """
                text \(index) differs: \(texts[index].debugDescription)
                is       \(String(decoding: actual, as: UTF8.self).debugDescription)
                expected \(String(decoding: expected[index], as: UTF8.self).debugDescription)
                """)
        }
    }

    @Test func theExamplesOfTheSpecificationAgree() throws {
        #expect(SpecExamples.all.count == 652)
        try expectAgreement(on: SpecExamples.all)
    }

    @Test func generatedAndHostileTextsAgree() throws {
        try expectAgreement(
            on: (0..<20_000).map { seed in
                var generator = HostileMarkdown(seed: UInt64(seed))
                return generator.text()
            })
    }
}
