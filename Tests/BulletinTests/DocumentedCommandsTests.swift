import Foundation
import TestSupport
import Testing

/// What the documents tell a clerk to type works as it stands there, on the content that comes with the product, on any day.
@Suite struct DocumentedCommandsTests {
    private static let documents = ["README.md", "README.zh.md", "docs/guide.zh.md"]

    /// The lines that make a file from the content; one with “……” is to be filled in.
    private static let commands: [String] = documents.flatMap { path in
        let text = (try? String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init).filter {
            $0.contains(#/^(\.build/release/)?bulletin poster /#) && !$0.contains("……")
        }
    }

    @Test func `there are such lines`() { #expect(Self.commands.count >= 4) }

    @Test(arguments: commands)
    func `a poster is made as the documents say`(line: String) throws {
        let scratch = try Scratch()
        for folder in ["content", "templates"] {
            try FileManager.default.createSymbolicLink(
                at: scratch.url.appending(path: folder),
                withDestinationURL: Repository.root.appending(path: folder))
        }
        let words = line.split(separator: " ").dropFirst().map(String.init)
        let result = try Command.bulletin(words, in: scratch.url)
        #expect(result.status == 0, "\(line)\n\(result.errors)")
        #expect(FileManager.default.fileExists(atPath: scratch.url.appending(path: words.last ?? "").path))
    }
}
