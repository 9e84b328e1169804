import Foundation
import TestSupport
import Testing

/// A build with nothing to do is known to be one before anything is read; it must say and leave what a whole one would.
@Suite struct RepeatedBuildTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch(inMemory: true)
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "templates/starter"), to: scratch.url.appending(path: "content"))
    }

    private func build(_ others: String..., environment: [String: String] = [:]) throws -> Command {
        try Command.bulletin(
            [
                "build", "--formats", "html,css,xml", "--templates",
                Repository.root.appending(path: "templates").path, "--jobs", "1",
            ] + others,
            in: scratch.url, environment: ["LC_ALL": "zh_CN.UTF-8"].merging(environment) { _, new in new })
    }

    @Test func `it says the same, whether it was planned or stood`() throws {
        let first = try build("--on", "2025-07-08")
        try #require(first.status == 0, "\(first.errors)")
        #expect(!first.errors.isEmpty, "the starter has warnings")
        let standing = try build("--on", "2025-07-08")
        // A new name in the folder: everything is planned again, and nothing is found to do.
        try scratch.write("", to: "content/images/.note")
        let planned = try build("--on", "2025-07-08")
        #expect(standing.outputText == planned.outputText)
        #expect(standing.errors == planned.errors)
        // The first told of its progress before.
        #expect(first.errors.hasSuffix(standing.errors))
        let english = try build("--on", "2025-07-08", "--lang", "en")
        #expect(english.errors.contains("warning[") && english.outputText.contains("unchanged"))
    }

    @Test func `another day, other words or another file are seen`() throws {
        func home() throws -> String { String(decoding: try scratch.read("output/site/index.html"), as: UTF8.self) }
        func settled(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
            for _ in 0..<2 {
                let built = try Command.bulletin(
                    [
                        "build", "--formats", "html,css,xml", "--quiet", "--jobs", "1", "--templates",
                        Repository.root.appending(path: "templates").path,
                    ] + arguments,
                    in: scratch.url, environment: environment)
                try #require(built.status == 0, "\(built.errors)")
            }
            return try home()
        }
        let july = try settled("--on", "2025-07-08")
        let later = try settled("--on", "2027-01-01")
        #expect(july != later)
        #expect(try settled("--on", "2025-07-08") == july)
        // 2027-01-01 08:00 in Shanghai.
        #expect(try settled(environment: ["SOURCE_DATE_EPOCH": "1798761600"]) == later)
        #expect(try settled("--on", "2025-07-08") == july)
        let settings = String(decoding: try scratch.read("content/campaign.yaml"), as: UTF8.self)
        let name = try #require(settings.firstMatch(of: /(?m)^name: (.+)$/)?.1)
        // As many bytes as before.
        try scratch.write(
            settings.replacing("name: \(name)", with: "name: \(String(name.reversed()))"), to: "content/campaign.yaml")
        #expect(try settled("--on", "2025-07-08") != july)
        try scratch.write(settings, to: "content/campaign.yaml")
        #expect(try settled("--on", "2025-07-08") == july)
    }

    @Test func `a file of the output that someone changed is made again`() throws {
        for _ in 0..<2 { try #require(try build("--on", "2025-07-08").status == 0) }
        let before = try scratch.read("output/site/index.html")
        try scratch.write("spoilt", to: "output/site/index.html")
        #expect(try build("--on", "2025-07-08").status == 0)
        #expect(try scratch.read("output/site/index.html") == before)
    }
}
