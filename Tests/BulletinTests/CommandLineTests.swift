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

    @Test(arguments: [
        (["biuld"], ["没有“biuld”这个命令", "“build”"]), (["build", "--onn", "x"], ["没有“--onn”这个选项", "“--on”"]),
        (["build", "--on", "昨天"], ["--on 不能写“昨天”"]), (["build", "--jobs"], ["--jobs 后面少了内容"]),
        (["new"], ["少写了 <directory>"]), (["typeset", "a.md"], ["少写了 --out"]), (["check", "x"], ["“x”是多出来的"]),
        (["new", "我的", "活动", "材料"], ["“活动”“材料”是多出来的", "引号"]),
    ])
    func `wrong usage is named in Chinese, with the word that was meant`(arguments: [String], words: [String]) throws {
        let first = try #require(try Command.bulletin(arguments).errors.split(separator: "\n").first)
        for word in words { #expect(first.contains(word), "\(first)") }
    }

    @Test(arguments: ["2025年7月8日", "2025/7/8", "2025-07-08"])
    func `a day is written as in the content`(day: String) throws {
        let campaign = try StarterCampaign()
        #expect(try campaign.build("--only", "site", "--on", day).status == 0)
        #expect(
            String(decoding: try campaign.scratch.read("output/manifest.json"), as: UTF8.self).contains("2025-07-08"))
    }

    @Test func `what cannot be written is said in the language of the user`() throws {
        let scratch = try Scratch()
        try scratch.write("字\n", to: "a.md")
        for (arguments, reason) in [
            (["typeset", "a.md", "--out", "nowhere/a.pdf"], "没有这个文件夹"), (["new", "/dev/null/x"], "路径里有一段不是文件夹"),
        ] {
            let result = try Command.bulletin(arguments + ["--lang", "zh"], in: scratch.url)
            #expect(result.status == 3)
            #expect(result.errors.contains("BB008") && result.errors.contains(reason), "\(result.errors)")
        }
        let full = try Command.run(
            "sh", ["-c", "'\(Repository.binary.path)' render a.md --lang zh >/dev/full"], in: scratch.url)
        #expect(full.status == 3)
        #expect(full.errors.contains("磁盘满了"), "\(full.errors)")
    }

    @Test func `who stops listening does not stop a build`() throws {
        let campaign = try StarterCampaign()
        // The reader is gone before anything is said.
        let result = try Command.run(
            "bash",
            [
                "-c",
                "set -o pipefail; { sleep 0.2; '\(Repository.binary.path)' build --only site --on 2025-07-08; } 2>&1 | true",
            ], in: campaign.scratch.url)
        #expect(result.status == 0)
        #expect(try !campaign.output().files.isEmpty)
    }

    @Test(arguments: ["content", "content/output", "content/../content/new/deep", "templates/site", "./templates"])
    func `the output does not go where it is made from`(folder: String) throws {
        let campaign = try StarterCampaign()
        let before = try FolderContents(of: campaign.scratch.url, excluding: [])
        let result = try campaign.build("--output", folder)
        #expect(result.status == 2)
        #expect(result.errors.contains("--output"), "\(result.errors)")
        #expect(try FolderContents(of: campaign.scratch.url, excluding: []) == before)
    }

    /// The line that is printed is copied into a shell.
    @Test(arguments: ["campaign", "我的 活动", "it's #1 & more"])
    func `the way into a new campaign works as printed`(name: String) throws {
        let scratch = try Scratch()
        let made = try Command.bulletin(["new", name, "--lang", "zh"], in: scratch.url)
        let line = try #require(made.outputText.split(separator: "\n").last).replacing("bulletin build", with: "pwd")
        let entered = try Command.run("sh", ["-c", String(line)], in: scratch.url)
        #expect(entered.outputText.hasSuffix("/\(name)\n"), "\(line)")
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
