import ArgumentParser
import Diagnostics

/// `bulletin new DIR`: a campaign to start from, with every template.
struct NewCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "新建一场宣传：可以直接生成的样例内容和全部模板。",
        discussion: "A campaign to start from, with every template: DIR/content and DIR/templates.")

    @Argument(help: "新文件夹；必须还不存在，或者是空的。 / a folder that does not exist yet, or an empty one")
    var directory: String

    @Option(help: "从哪里取模板；不写则用当前文件夹或本程序所带的 templates。 / where the templates come from")
    var templates: String?

    @OptionGroup var options: ConsoleOptions

    func run() throws {
        let console = options.console
        var report = Report()
        do {
            let source = try FoundTemplates.path(stated: templates)
            try NewCampaign(templates: source).written(to: directory)
            let next = "  cd \(Self.quoted(directory)) && bulletin build"
            console.answer(
                console.say(
                    "已新建 \(directory)。下一步：改 \(directory)/content 里的内容，然后运行\n\(next)",
                    "made \(directory). Next: change what is in \(directory)/content, then run\n\(next)"))
        } catch let fault as Fault {
            report.add(fault.diagnostic)
            console.show(report)
            throw ExitCode(report.exitStatus)
        }
    }

    /// A path as a shell takes it for one word (POSIX shell, 2.2.2); one without marks that a shell reads stays as it is.
    private static func quoted(_ path: String) -> String {
        let marks = " \t\n|&;<>()$`\\\"'*?[]#~=%!{}"
        guard path.contains(where: marks.contains) else { return path }
        return "'" + path.replacing("'", with: "'\\''") + "'"
    }
}
