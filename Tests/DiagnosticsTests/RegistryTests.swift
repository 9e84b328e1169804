import Diagnostics
import Testing

@Suite struct RegistryTests {
    @Test func everyCodeIsUnique() {
        var seen: Set<String> = []
        #expect(DiagnosticCode.all.map(\.id).filter { !seen.insert($0).inserted } == [])
    }

    @Test(arguments: DiagnosticCode.all)
    func everyCodeIsInARange(code: DiagnosticCode) {
        let number = Int(code.id.dropFirst(2)) ?? 0
        #expect(code.id.hasPrefix("BB") && code.id.count == 5)
        #expect((1...59).contains(number) || (100...799).contains(number))
    }

    @Test(arguments: DiagnosticCode.all)
    func everyCodeSpeaksBothLanguages(code: DiagnosticCode) {
        for wording in [code.summary, code.mend] {
            #expect(!wording.zh.isEmpty && !wording.en.isEmpty)
            #expect(wording.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
            #expect(wording.zh != wording.en)
            // English words in Chinese wording are names; Chinese words in English wording are quoted names of ours.
            #expect(wording.en.first.map { $0.isASCII || $0 == "“" || $0 == "{" } == true)
        }
        #expect(code.mend.zh.hasSuffix("。"))
        #expect(code.mend.en.hasSuffix("."))
        #expect(!code.summary.zh.hasSuffix("。"))
        #expect(!code.summary.en.hasSuffix("."))
    }

    /// A place that only one language names would be empty in the other.
    @Test(arguments: DiagnosticCode.all)
    func bothLanguagesNameTheSameThings(code: DiagnosticCode) {
        #expect(placeholders(code.summary.zh) == placeholders(code.summary.en))
        // A mend may leave out in one language what the other explains, but names nothing that the summary's caller
        // does not know: the names are those of either wording.
        #expect(
            placeholders(code.mend.en).isSubset(of: placeholders(code.mend.zh).union(placeholders(code.summary.en))))
    }

    @Test(arguments: DiagnosticCode.all)
    func bracketsArePaired(code: DiagnosticCode) {
        for text in [code.summary.zh, code.summary.en, code.mend.zh, code.mend.en] {
            for (open, close) in [("{", "}"), ("[", "]"), ("“", "”"), ("（", "）")] {
                #expect(text.count { String($0) == open } == text.count { String($0) == close }, "\(text)")
            }
        }
    }

    private func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{([^}]*)\}/).map { String($0.1) })
    }
}
