import Diagnostics
import Testing

/// What content says may be hostile to the terminal that shows it.
@Suite struct DisplayTextTests {
    private let printer = DiagnosticPrinter(language: .english)

    @Test func controlCharactersNeverReachTheTerminal() {
        let line = "slug: \u{1B}[2J\u{202E}gpj.exe"
        let place = SourcePlace(file: "content/\u{1B}[31m\nx.md", line: 3, column: 7, byte: 6, lineText: line)
        let text = printer.text(
            of: Diagnostic(.badSlug, at: place, ["slug": .init("\u{1B}[2J\u{202E}gpj.exe\n\u{9B}")]))
        let unsafe = text.unicodeScalars.filter { $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value)) }
        #expect(unsafe.isEmpty)
        #expect(!text.unicodeScalars.contains("\u{202E}"))
        #expect(text.split(separator: "\n").count == 4)
        #expect(text.contains("“\u{FFFD}[2J\u{FFFD}gpj.exe\u{FFFD}\u{FFFD}”"))
    }

    @Test func aSlipOfMegabytesIsCut() {
        let text = printer.text(
            of: Diagnostic(.badSlug, at: nil, ["slug": .init(String(repeating: "长", count: 1 << 20))]))
        #expect(text.count < 1000)
        #expect(text.contains("长…”"))
    }
}
