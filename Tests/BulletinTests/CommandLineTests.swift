import Foundation
import TestSupport
import Testing

/// The command line's contract: words, exit statuses, and where things are said.
@Suite struct CommandLineTests {
    @Test func `help is complete and an answer`() throws {
        let help = try Command.bulletin(["--help"])
        #expect(help.status == 0)
        for command in ["build", "check", "new", "render"] {
            #expect(help.outputText.contains("  \(command) "))
            let own = try Command.bulletin([command, "--help"])
            #expect(own.status == 0)
            #expect(own.outputText.contains("USAGE: bulletin \(command)"))
        }
    }

    @Test(arguments: [
        ["fly"], ["new"], ["build", "--on"], ["build", "--jobs", "many"], ["build", "--shard", "3/2"], ["render"],
    ])
    func `wrong usage is status 2 and says so in Chinese first`(arguments: [String]) throws {
        let wrong = try Command.bulletin(arguments)
        #expect(wrong.status == 2)
        #expect(wrong.errors.hasPrefix("用法不对"))
        #expect(wrong.output.isEmpty)
    }

    @Test func `a date that does not exist is wrong usage`() throws {
        let wrong = try Command.bulletin(["build", "--on", "2024-02-30"])
        #expect(wrong.status == 2)
        #expect(wrong.errors.hasPrefix("用法不对"))
    }

    @Test func `the language is the locale's, and --lang overrides it`() throws {
        let scratch = try Scratch()
        let chinese = try Command.bulletin(
            ["check", "--content", "absent"], in: scratch.url, environment: ["LC_ALL": "zh_CN.UTF-8"])
        let english = try Command.bulletin(
            ["check", "--content", "absent"], in: scratch.url, environment: ["LC_ALL": "en_GB.UTF-8"])
        let overridden = try Command.bulletin(
            ["check", "--content", "absent", "--lang", "zh"], in: scratch.url, environment: ["LC_ALL": "en_GB.UTF-8"])
        #expect(chinese.errors.contains("改法："))
        #expect(english.errors.contains("mend: "))
        #expect(overridden.errors == chinese.errors)
    }

    @Test func `render writes one file's HTML or text to standard output`() throws {
        let scratch = try Scratch()
        try scratch.write("# 求助\n\n拨打**“96110”**就行。\n", to: "a.md")
        let html = try Command.bulletin(["render", "a.md"], in: scratch.url)
        #expect(html.status == 0)
        #expect(html.outputText.contains("拨打<strong>“96110”</strong>就行。"))
        let text = try Command.bulletin(["render", "a.md", "--to", "text"], in: scratch.url)
        #expect(text.outputText == "求助\n拨打“96110”就行。\n")
    }

    @Test func `json puts one object on each line of standard error`() throws {
        let scratch = try Scratch()
        let result = try Command.bulletin(["check", "--content", "absent", "--format", "json"], in: scratch.url)
        let lines = result.errors.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["code"] is String)
            #expect(object?["message"] is String)
        }
    }
}
