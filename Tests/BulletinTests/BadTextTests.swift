import Foundation
import TestSupport
import Testing

/// Text that no page was made for, through the whole way from the file to the PDF: all of it is printed, or said to be missing.
@Suite struct BadTextTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var text: String
        var options: [String] = []
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "a word of 500 letters", text: String(repeating: "abcdefghij", count: 50)),
        Case(
            name: "an address longer than the measure",
            text: "https://example.com/" + String(repeating: "path/", count: 60)),
        Case(
            name: "a measure of 4 em", text: "国家反诈中心提醒您（不轻信，不透露，不转账）：拨打“96110”。Bulletin 也要排完。",
            options: ["--measure", "4em"]),
        Case(name: "an empty paragraph", text: "国家\n\n&nbsp;\n\n反诈"),
        Case(name: "nothing but marks", text: String(repeating: "，。！？；：、（）《》“”——……·", count: 20)),
        Case(name: "combining marks", text: String(repeating: "e\u{301}a\u{300}u\u{30C}", count: 60)),
        Case(
            name: "a table wider than the page",
            text: "```table\n" + (1...30).map { "第\($0)项" }.joined(separator: "|") + "\n"
                + (1...30).map { "第\($0)格" }.joined(separator: "|") + "\n```"),
    ]

    /// What is visible, sorted: the order in which poppler reads cells is not ours to test here.
    private func letters(_ text: String) -> [Unicode.Scalar] {
        text.decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { !$0.properties.isWhitespace && $0.value != 0x200B && $0.properties.generalCategory != .control }
            .sorted()
    }

    @Test(arguments: cases, [[], ["--vertical"], ["--columns", "2", "--size", "A4"], ["--style", "official"]])
    func `every character is on a page`(_ bad: Case, options: [String]) throws {
        let scratch = try Scratch()
        try scratch.write("\(bad.text)\n", to: "a.md")
        let all = ["typeset", "a.md", "--out", "a.pdf"] + bad.options + options
        let result = try Command.bulletin(all, in: scratch.url)
        #expect(result.status == 0, "\(result.errors)")
        let read = try Command.run("pdftotext", ["-raw", "a.pdf", "-"], in: scratch.url).outputText
        var found = letters(read).reduce(into: [Unicode.Scalar: Int]()) { $0[$1, default: 0] += 1 }
        let typed = bad.text.replacing("```table", with: "").replacing("```", with: "").replacing("|", with: "")
            .replacing("&nbsp;", with: "")
        for letter in letters(typed) { found[letter, default: 0] -= 1 }
        #expect(found.filter { $0.value < 0 }.map(\.key).sorted() == [], "\(result.errors)")
    }

    /// No font that is asked for has them: each character is named once, where it first stands, and nothing is drawn as a box.
    @Test(arguments: [
        (String(repeating: "😀", count: 10_000), "U+1F600"), ("国家 עברית 反诈", "U+05E2"), ("国家 ابجد 反诈", "U+0627"),
    ])
    func `a character that no font has is named with its place`(text: String, code: String) throws {
        let scratch = try Scratch()
        try scratch.write("# 书\n\n\(text)\n", to: "a.md")
        let result = try Command.bulletin(["typeset", "a.md", "--out", "a.pdf"], in: scratch.url)
        if result.status == 0 {
            let read = try Command.run("pdftotext", ["a.pdf", "-"], in: scratch.url).outputText
            #expect(letters(read).count >= letters(text).count)
        } else {
            #expect(result.status == 1)
            #expect(result.errors.contains("a.md:3:") && result.errors.contains(code), "\(result.errors)")
            #expect(result.errors.split(separator: "\n").count { $0.contains(code) } == 1)
        }
    }
}
