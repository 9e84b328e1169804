import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct RegistryTests {
    @Test func codesAreUniqueAndRise() {
        let ids = DiagnosticCode.all.map(\.id)
        for (left, right) in zip(ids, ids.dropFirst()) {
            #expect(left < right, "\(right) stands behind \(left)")
        }
    }

    @Test(arguments: DiagnosticCode.all)
    func everyCodeIsInARange(code: DiagnosticCode) { #expect(CodeRange.of(code) != nil) }

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

    @Test(arguments: DiagnosticCode.all)
    func bothLanguagesLeaveOutTheSameThings(code: DiagnosticCode) {
        #expect(optionalPlaceholders(code.summary.zh) == optionalPlaceholders(code.summary.en))
    }

    @Test func everyCodeOfTheSourceIsRegisteredAndReported() throws {
        var declared: [String: String] = [:]
        for text in try swiftTexts(below: "Sources/Diagnostics/Registry") {
            for match in text.matches(of: /let (\w+) = DiagnosticCode\(\s*"(BB\d+)"/) {
                declared[String(match.2)] = String(match.1)
            }
        }
        #expect(declared.keys.sorted() == DiagnosticCode.all.map(\.id).sorted())

        let used = try swiftTexts(below: "Sources", except: "/Registry/")
            .reduce(into: Set<String>()) { $0.formUnion(words(of: $1)) }
        let unused = declared.filter { !used.contains($0.value) }
        #expect(unused.keys.sorted() == [], "nothing reports these codes")
    }

    private func words(of source: String) -> [String] {
        source.utf8.split { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                false
            default: true
            }
        }.compactMap { String($0) }
    }

    private func swiftTexts(below folder: String, except part: String? = nil) throws -> [String] {
        let root = Repository.root.appending(path: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return try paths.filter { $0.hasSuffix(".swift") && !"/\($0)".contains(part ?? "//") }
            .map { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }
    }

    private func optionalPlaceholders(_ text: String) -> Set<String> {
        text.matches(of: /\[[^\]]*\]/).reduce(into: []) { $0.formUnion(placeholders(String($1.output))) }
    }

    private func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{([^}]*)\}/).map { String($0.1) })
    }
}
