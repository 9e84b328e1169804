import Campaign
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Files changed at random: whatever stands in them, loading ends, says the same each time, and places its faults in files
/// that are there.
@Suite struct MutationTests {
    @Test(arguments: 0..<8)
    func noChangeBreaksLoading(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let source = Repository.fixtures.appending(path: "fire-safety/content")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: source.path).sorted().filter { path in
            [".md", ".yaml", ".csv"].contains { path.hasSuffix($0) }
        }
        let scratch = try Scratch()
        try FileManager.default.copyItem(at: source, to: scratch.url.appending(path: "content"))
        for _ in 0..<12 {
            let path = paths.randomElement(using: &random)!
            var bytes = Array(try Data(contentsOf: source.appending(path: path)))
            for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
            try scratch.write(bytes, to: "content/\(path)")
            let first = load(scratch)
            #expect(first == load(scratch), "\(path)")
            #expect(first.allSatisfy { !$0.hasPrefix("/") || $0.hasPrefix(scratch.path) })
        }
    }

    private func load(_ scratch: Scratch) -> [String] {
        var report = Report()
        let campaign = Campaign.load(scratch.path + "/content", reporting: &report)
        if campaign == nil { #expect(report.hasErrors) }
        return report.sorted.map { DiagnosticPrinter(language: .chinese).text(of: $0) }
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let pieces: [String] = [
            "\n", "---\n", ": ", "：", "- ", "[", "]", "{", "}", "\"", "'", "#", "## ", "&a ", "*a ", "|\n", "> ", "\t",
            "  ", ",", "\u{FEFF}",
            "```", "{#x}", "../", "\u{0}", "\u{85}", "\u{2028}", "!!int ", "? ", "%YAML 9\n", "...\n", "<<: ", "~",
            "0x", "\r",
        ]
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.insert(contentsOf: pieces.randomElement(using: &random)!.utf8, at: at)
        case 1: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &random)))
        case 3:
            bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + Int.random(in: 1...80, using: &random))], at: at)
        default:
            bytes.insert(
                contentsOf: Array(repeating: bytes[at], count: Int.random(in: 1...300, using: &random)), at: at)
        }
    }
}
