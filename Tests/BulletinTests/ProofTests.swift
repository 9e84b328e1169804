import Foundation
import TestSupport
import Testing

/// `bulletin proof`: its words and exit statuses, and what it says of the product's own work.
@Suite struct ProofTests {
    /// The campaign's sheets and books, made for these tests.
    private static let made = Result {
        let scratch = try Scratch()
        let built = try Command.bulletin(
            [
                "build", "--content", Repository.root.appending(path: "content").path, "--templates",
                Repository.root.appending(path: "templates").path, "--output", scratch.path + "/output", "--on",
                "2024-07-10", "--only", "posters,handbook", "--formats", "pdf", "--quiet",
            ])
        #expect(built.status == 0, "\(built.errors)")
        return scratch
    }

    /// Paths of PDFs below a folder of the output, sorted.
    private func files(_ folder: String) throws -> [String] {
        let root = try Self.made.get().url.appending(path: "output/\(folder)")
        return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".pdf") }.sorted()
            .map { root.appending(path: $0).path }
    }

    /// Every poster, and the handbooks of the first and the last unit: they differ in the unit's name alone.
    @Test func `nothing is found in the campaign's own posters and handbooks`() throws {
        let posters = try files("posters")
        let handbooks = try files("handbook")
        #expect(posters.count > 100 && handbooks.count > 10)
        let books = [handbooks[0], handbooks[handbooks.count - 1]]
        let proof = try Command.bulletin(["proof", "--lang", "en"] + posters + books)
        #expect(proof.status == 0, "\(proof.outputText.prefix(4000))\(proof.errors)")
        #expect(proof.outputText == "Nothing found.\n")
    }

    /// What a clerk writes, on the paper that she has: lists in lists, quotes with several paragraphs, notices, tables, numbers past
    /// ten, long words and addresses, notes at the foot.
    @Test(arguments: [
        ["lists.md", "--size", "A5"], ["lists.md", "--size", "A5", "--measure", "24em"], ["lists.md", "--size", "A4"],
        ["lists.md", "--size", "105x148mm", "--measure", "18em"], ["lists.md", "--size", "A4", "--columns", "2"],
        ["lists.md", "--size", "A4", "--columns", "3"], ["lists.md", "--vertical"],
        ["lists.md", "--style", "official"],
        ["boxes.md", "--size", "A5"], ["boxes.md", "--size", "A5", "--measure", "24em"], ["boxes.md", "--size", "A4"],
        ["boxes.md", "--size", "A4", "--columns", "2"], ["boxes.md", "--vertical"],
        ["official.md", "--style", "official"],
        ["official.md"],
    ])
    func `nothing is found in a single file that was set`(words: [String]) throws {
        try expectNothing(in: Repository.fixtures.appending(path: "proof/\(words[0])").path, Array(words.dropFirst()))
    }

    /// Every chapter one after the other, on the page of the handbook and on a smaller one.
    @Test(arguments: [["--size", "A5", "--measure", "28em"], ["--size", "105x148mm", "--measure", "18em"]])
    func `nothing is found in the handbook's chapters set as one file`(words: [String]) throws {
        let folder = Repository.root.appending(path: "content/handbook")
        let chapters = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
        let texts = try chapters.sorted().map { name in
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            // Without front matter and fences, which stand for more than their text.
            return text.replacing(/^---\n[\s\S]*?\n---\n/, with: "").replacing(/```[\s\S]*?```/, with: "")
        }
        #expect(texts.count > 5)
        let scratch = try Scratch()
        try expectNothing(in: try scratch.write(texts.joined(separator: "\n"), to: "chapters.md").path, words)
    }

    private func expectNothing(in file: String, _ words: [String]) throws {
        let scratch = try Scratch()
        let pdf = scratch.path + "/set.pdf"
        let set = try Command.bulletin(["typeset", file, "--out", pdf, "--quiet"] + words)
        #expect(set.status == 0, "\(set.errors)")
        let proof = try Command.bulletin(["proof", "--lang", "en", pdf])
        #expect(proof.outputText == "Nothing found.\n", "\(proof.outputText.prefix(4000))\(proof.errors)")
    }

    /// The first line of the fixture's text with the mark that another program would have put there.
    private func faulty(_ scratch: Scratch) throws -> String {
        try scratch.write(
            """
            <!doctype html><meta charset="utf-8"><style>@page{size:300pt 300pt;margin:20pt}
            p{font:12pt/1.7 "Noto Serif CJK SC";width:17em;margin:0;white-space:pre}</style>
            <p>反诈宣传进了社区进了学校进了企业全\n，说明会上人人都听得认真也都记在了心\n里回家以后又讲给老人听</p>
            """, to: "a.html")
        let pdf = scratch.path + "/a b.pdf"
        _ = try Command.run(
            "chromium",
            ["--headless", "--no-sandbox", "--no-pdf-header-footer", "--print-to-pdf=\(pdf)", scratch.path + "/a.html"])
        return pdf
    }

    @Test func `findings are told in words and as objects`() throws {
        let scratch = try Scratch()
        let pdf = try faulty(scratch)
        let chinese = try Command.bulletin(["proof", pdf, "--lang", "zh"])
        #expect(chinese.status == 1)
        #expect(chinese.outputText.contains("\(pdf): 第 1 页第 2 行：规则 1，点号不在行首（行首是“，”）\n    ，说明会上人人都听得认真"))
        #expect(chinese.outputText.contains("    改法：把它挤进上一行"))
        let json = try Command.bulletin(["proof", pdf, "--format", "json", "--lang", "en"])
        #expect(json.status == 1)
        let objects = try json.outputText.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        let first = try #require(objects.first { $0["rule"] as? Int == 1 })
        #expect(first["page"] as? Int == 1)
        #expect(first["line"] as? Int == 2)
        #expect((first["text"] as? String)?.hasPrefix("，说明会上") == true)
        #expect(first["file"] as? String == pdf)
    }

    @Test func `a missing mutool is status 3 and says what to install`() throws {
        let scratch = try Scratch()
        let pdf = try #require(try files("handbook").first)
        let proof = try Command.run(
            "/usr/bin/env", ["PATH=\(scratch.path)", Repository.binary.path, "proof", pdf, "--lang", "zh"])
        #expect(proof.status == 3)
        #expect(proof.errors.contains("apt-get install mupdf-tools"))
    }

    @Test func `one file that cannot be read does not keep the others from being checked`() throws {
        let scratch = try Scratch()
        try scratch.write("no pdf", to: "-x.pdf")
        let pdf = try faulty(scratch)
        let proof = try Command.bulletin(["proof", "--lang", "en", "--", "-x.pdf", pdf], in: scratch.url)
        #expect(proof.status == 1)
        #expect(proof.errors.contains("-x.pdf: error[BB901]: this is not a PDF file"))
        #expect(proof.outputText.contains("rule 1,"))
    }
}
