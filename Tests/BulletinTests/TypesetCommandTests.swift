import TestSupport
import Testing

/// `bulletin typeset`: one file, a PDF, and what is said.
@Suite struct TypesetCommandTests {
    @Test func `a slip of the hand does not replace the text by its pages`() throws {
        let scratch = try Scratch()
        try scratch.write("正文\n", to: "a.md")
        let result = try Command.bulletin(["typeset", "a.md", "--out", "a.md"], in: scratch.url)
        #expect(result.status == 2)
        #expect(try scratch.read("a.md") == Array("正文\n".utf8))
    }

    @Test func `one file becomes a PDF whose text extracts as typed`() throws {
        let scratch = try Scratch()
        try scratch.write("# 求助\n\n拨打**“96110”**就行，见[专页](https://example.com/a)。\n", to: "a.md")
        let result = try Command.bulletin(["typeset", "a.md", "--size", "A5", "--out", "a.pdf"], in: scratch.url)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(result.outputText == "a.pdf\n")
        let text = try Command.run("pdftotext", ["a.pdf", "-"], in: scratch.url).outputText
        #expect(text.contains("求助"))
        #expect(text.filter { !$0.isWhitespace }.contains("拨打“96110”就行，见专页"))
        let facts = try Command.run("pdfinfo", ["a.pdf"], in: scratch.url).outputText
        #expect(facts.contains("Title:           求助"))
        #expect(facts.contains("419.528 x 595.276"))
    }

    @Test func `the same file gives the same bytes`() throws {
        let scratch = try Scratch()
        try scratch.write("# 求助\n\n拨打96110。\n", to: "a.md")
        for name in ["b.pdf", "c.pdf"] {
            let result = try Command.bulletin(["typeset", "a.md", "--out", name], in: scratch.url)
            #expect(result.status == 0)
        }
        #expect(try Command.run("cmp", ["b.pdf", "c.pdf"], in: scratch.url).status == 0)
    }

    @Test func `faults are status 1 and nothing is written`() throws {
        let scratch = try Scratch()
        try scratch.write("# 求助\n\n![图](missing.png)\n", to: "a.md")
        let result = try Command.bulletin(["typeset", "a.md", "--out", "a.pdf", "--lang", "zh"], in: scratch.url)
        #expect(result.status == 1)
        #expect(result.errors.contains("a.md:3:1: error["))
        #expect(try Command.run("ls", [], in: scratch.url).outputText == "a.md\n")
        let absent = try Command.bulletin(["typeset", "absent.md", "--out", "a.pdf"], in: scratch.url)
        // As with `render`: a file that cannot be read is the machine's matter.
        #expect(absent.status == 3)
    }

    @Test func `a place that cannot be written is status 3`() throws {
        let scratch = try Scratch()
        try scratch.write("国家。\n", to: "a.md")
        let result = try Command.bulletin(["typeset", "a.md", "--out", "no/such/folder/a.pdf"], in: scratch.url)
        #expect(result.status == 3)
    }

    @Test(arguments: [
        ["--size", "B9"], ["--measure", "99em"], ["--measure", "wide"], ["--columns", "4"], ["--style", "letter"],
        ["--style", "official", "--vertical"],
    ])
    func `wrong usage is status 2`(words: [String]) throws {
        let scratch = try Scratch()
        try scratch.write("国家。\n", to: "a.md")
        let result = try Command.bulletin(["typeset", "a.md", "--out", "a.pdf"] + words, in: scratch.url)
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("用法不对"))
    }
}
