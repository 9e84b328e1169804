import Foundation
import TestSupport
import Testing

/// Rules for what is written in the files.
struct HouseRuleTests {
    private static let longestFile = 400

    @Test func noFileIsLongerThanAPersonReadsAtOnce() throws {
        for file in try HouseFile.all(below: "Sources") + HouseFile.all(below: "Tests") {
            #expect(file.lines.count <= Self.longestFile, "\(file.path)")
        }
    }

    @Test(arguments: [
        // The program never gives up on its user, and nothing is left for later.
        "fatalError", "preconditionFailure", "try!", "TODO", "FIXME",
        // Foundation's way of writing syncs every file: half a second for a thousand pages.
        ".write(to:",
    ])
    func sourcesDoNotContain(words: String) throws {
        for file in try HouseFile.all(below: "Sources") {
            let found = file.linesContaining(words)
            #expect(found.isEmpty, "\(file.path):\(found.map(\.number)): \(words)")
        }
    }

    /// What the program and its templates say about a campaign comes from the campaign's own files.
    @Test(arguments: ["反诈", "96110", "断卡"])
    func noCampaignIsHardWired(words: String) throws {
        for path in try HouseFile.paths(below: "Sources") + HouseFile.paths(below: "templates") {
            let bytes = try Data(contentsOf: Repository.root.appending(path: path))
            #expect(bytes.range(of: Data(words.utf8)) == nil, "\(path)")
        }
    }

    @Test func nothingIsPublicBecauseNobodyElseLinksIt() throws {
        for file in try HouseFile.all(below: "Sources") {
            let found = file.linesContaining("public ").filter { $0.text.contains(/^\s*public\s/) }
            #expect(found.isEmpty, "\(file.path):\(found.map(\.number))")
        }
    }
}
