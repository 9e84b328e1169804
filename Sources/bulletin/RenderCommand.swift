import ArgumentParser
import Diagnostics
import Files
import Markdown

/// `bulletin render FILE.md`: one Markdown file to standard output, outside any campaign.
struct RenderCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "把一个 Markdown 文件变成 HTML 或纯文本，写到标准输出。",
        discussion: "One Markdown file to standard output, outside any campaign.")

    enum Target: String, ExpressibleByArgument, CaseIterable { case html, text }

    @Argument(help: "Markdown 文件。 / a Markdown file")
    var file: String

    @Option(help: "变成什么。 / what to make")
    var to: Target = .html

    @OptionGroup var options: ConsoleOptions

    func run() throws {
        var report = Report()
        let rendered = render(reporting: &report)
        options.console.show(report)
        guard let rendered, !report.hasErrors else { throw ExitCode(report.exitStatus) }
        do throws(Fault) {
            try Console.deliver(rendered)
        } catch {
            var report = Report()
            report.add(error.diagnostic)
            options.console.show(report)
            throw ExitCode(report.exitStatus)
        }
    }

    private func render(reporting report: inout Report) -> [UInt8]? {
        guard let source = SourceFile.read(file, limit: MarkdownParser.sizeLimit, reporting: &report) else {
            return nil
        }
        let document = MarkdownParser.parse(source, from: FrontMatter.split(source).bodyStart, reporting: &report)
        switch to {
        case .html: return HTMLRenderer.render(document)
        case .text: return PlainTextRenderer.render(document) + [UInt8(ascii: "\n")]
        }
    }
}
