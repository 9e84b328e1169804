import ArgumentParser
import Diagnostics
import Glibc

/// The command line: it parses words, calls one story function a command, and turns the outcome into an exit status.
@main
struct Bulletin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulletin",
        abstract: "把一个文件夹的 Markdown 变成一场宣传：网站、海报和人手一份的手册。",
        discussion: """
            A campaign in one command: a site, posters and a handbook for every unit from a folder of Markdown.

            退出码 / exit status: 0 完成（可有警告）done · 1 内容有错，什么都没有写 faults in the content, nothing written ·
            2 用法错误 wrong usage · 3 本机缺少字体、工具、空间或权限 the machine lacks something
            """,
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, CheckCommand.self, NewCommand.self, RenderCommand.self, TypesetCommand.self,
            PosterCommand.self, ProofCommand.self,
        ])

    static func main() {
        // Whoever reads our output may stop: `bulletin build 2>&1 | head` still builds.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if let speaking = command as? any SpeakingCommand { MissingLibrary.say(on: speaking.options.console) }
            try command.run()
        } catch {
            exit(reporting: error)
        }
    }

    /// Help and version are answers; anything else that the parser says is wrong usage, explained in Chinese first.
    private static func exit(reporting error: any Error) -> Never {
        let status = exitCode(for: error)
        if let status = error as? ExitCode { Glibc.exit(status.rawValue) }
        let message = fullMessage(for: error)
        if status == .success {
            Console.writeOutput(message + "\n")
            Glibc.exit(0)
        }
        let words = UsageFault(message, commands: configuration.subcommands.compactMap { $0.configuration.commandName })
        Console.writeError("用法不对：\(words.chinese)\n\(message)\n")
        Glibc.exit(ExitStatus.usage)
    }
}

enum ExitStatus {
    static let usage: Int32 = 2
    static let machine: Int32 = 3
}
