import Foundation
import TestSupport
import Testing

/// Nothing is hard-wired: a campaign about something else, by another office, with other numbers, laws, audiences and a
/// theme of thirty characters without a comma, gives every output, and none of it knows of the campaign in content/.
@Suite struct FireSafetyTests {
    private static let foreign = ["反诈", "96110", "断卡", "诈骗", "电诈", "警惕", "商城", "莆田"]

    @Test(arguments: ["2024-11-05", "2026-11-05"])
    func `a campaign about fire gives every output, and no word of another`(day: String) throws {
        let scratch = try Scratch()
        let built = try build(day, into: scratch)
        #expect(built.status == 0, "\(built.errors)")
        for word in Self.foreign { #expect(!(built.errors + built.outputText).contains(word)) }

        let files = try FolderContents(of: scratch.url.appending(path: "output")).files
        // Half of the campaign has expired by the second day.
        let kinds = day < "2025" ? ["pdf": 20, "png": 15, "html": 30] : ["pdf": 6, "png": 4, "html": 15]
        for (suffix, least) in kinds.merging(["csv": 1, "xml": 2, "json": 1, "css": 1], uniquingKeysWith: max) {
            #expect(files.keys.count { $0.hasSuffix(".\(suffix)") } >= least, "\(suffix)")
        }
        for path in files.keys.sorted() {
            let text = try Self.text(of: path, in: scratch, files)
            for word in Self.foreign where text.contains(word) || path.contains(word) {
                Issue.record("\(word) stands in \(path)")
            }
        }
    }

    @Test func `its theme stands on every sheet and in every page`() throws {
        let scratch = try Scratch()
        try #require(try build("2024-11-05", into: scratch).status == 0)
        let theme = "会查火患会报火警会逃生让平安住进每一户人家和每一间临街的铺子"
        let files = try FolderContents(of: scratch.url.appending(path: "output")).files
        for path in files.keys.sorted() where [".pdf", ".html"].contains(where: path.hasSuffix) {
            let text = try Self.text(of: path, in: scratch, files).replacing(/<[^>]*>|\s/, with: "")
            #expect(text.contains(theme), "\(path)")
        }
    }

    private func build(_ day: String, into scratch: Scratch) throws -> Command {
        try Command.bulletin(
            [
                "build", "--on", day, "--quiet",
                "--content", Repository.fixtures.appending(path: "fire-safety/content").path,
                "--templates", Repository.root.appending(path: "templates").path,
            ],
            in: scratch.url, environment: ["LC_ALL": "zh_CN.UTF-8"])
    }

    /// What can be read in a file: of a PDF its pages, title, other facts and outline; of others the bytes.
    private static func text(of path: String, in scratch: Scratch, _ files: [String: [UInt8]]) throws -> String {
        guard path.hasSuffix(".pdf") else { return String(decoding: files[path] ?? [], as: UTF8.self) }
        let file = scratch.url.appending(path: "output/\(path)").path
        // No folder's name may count as text: only names inside output/ are looked at, by the caller.
        return try ["pdftotext \"$0\" -", "pdfinfo \"$0\"", "qpdf --json --json-key=outlines \"$0\""]
            .map { try Command.run("bash", ["-c", $0, file]).outputText }.joined()
    }
}
