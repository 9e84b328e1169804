import Foundation
import TestSupport
import Testing

/// The command line's contract: words, exit statuses, and where things are said.
@Suite struct CommandLineTests {
    @Test func `help is complete and an answer`() throws {
        let help = try Command.bulletin(["--help"])
        #expect(help.status == 0)
        for command in ["build", "check", "new", "render", "typeset", "poster", "proof"] {
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

    /// Beside the program, below its prefix, and through a link from a folder in PATH, as package managers place it.
    @Test(arguments: ["bin/templates", "templates", "share/bulletin/templates"])
    func `a program found through PATH finds the templates that came with it`(place: String) throws {
        let scratch = try Scratch()
        let manager = FileManager.default
        let prefix = scratch.url.appending(path: "prefix")
        let links = scratch.url.appending(path: "links")
        let work = scratch.url.appending(path: "work")
        let templates = prefix.appending(path: place)
        for folder in [prefix.appending(path: "bin"), links, work, templates.deletingLastPathComponent()] {
            try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        let program = prefix.appending(path: "bin/bulletin")
        try manager.copyItem(at: Repository.binary.resolvingSymlinksInPath(), to: program)
        try manager.copyItem(at: Repository.root.appending(path: "templates"), to: templates)
        try manager.createSymbolicLink(at: links.appending(path: "bulletin"), withDestinationURL: program)
        let others = try #require(ProcessInfo.processInfo.environment["PATH"])
        for folder in [links.path, program.deletingLastPathComponent().path] {
            let campaign = "campaign-\(URL(filePath: folder).lastPathComponent)"
            let made = try Command.run(
                "bulletin", ["new", campaign], in: work, environment: ["PATH": "\(folder):\(others)"])
            #expect(made.status == 0, "\(made.errors)")
            #expect(manager.fileExists(atPath: work.appending(path: "\(campaign)/content/campaign.yaml").path))
        }
    }

    @Test func `without templates anywhere the clerk is told to name them`() throws {
        let scratch = try Scratch()
        let program = scratch.url.appending(path: "bin/bulletin")
        try FileManager.default.createDirectory(
            at: program.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Repository.binary.resolvingSymlinksInPath(), to: program)
        let lost = try Command.run(program.path, ["new", "campaign", "--lang", "zh"], in: scratch.url)
        #expect(lost.status == 3)
        #expect(lost.errors.contains("BB006") && lost.errors.contains("--templates"))
        #expect(!FileManager.default.fileExists(atPath: scratch.url.appending(path: "campaign").path))
    }
}
