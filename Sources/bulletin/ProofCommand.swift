import ArgumentParser
import Diagnostics
import Proofing

/// `bulletin proof FILE.pdf…`: the composition checklist held against finished PDFs.
struct ProofCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof",
        abstract: "检查成品 PDF 的中文排版：哪一页、哪一行、不合哪条规则。",
        discussion: """
            Holds any finished PDF, of this program or another, against the checklist of Chinese composition, and names page,
            line and rule of each finding. See docs/proof.md for the rules and for what positions cannot tell.

            发现写到标准输出；--format json 每行一个对象：file、rule、page、line、text、name、detail、mend、source。
            退出码 / exit status: 0 没有发现 nothing found · 1 有发现，或文件读不出来 findings, or a file that cannot be read ·
            2 用法错误 wrong usage · 3 本机没有安装 mutool（apt-get install mupdf-tools）mutool is missing
            """)

    @Argument(help: "PDF 文件，可以写几个。 / PDF files")
    var files: [String]

    @OptionGroup var options: ConsoleOptions

    func run() throws {
        let console = options.console
        let printer = FindingPrinter(language: console.language, format: console.format)
        var report = Report()
        var count = 0
        for file in files {
            Proof().check(file, reporting: &report) { finding in
                count += 1
                Console.writeOutput(printer.text(of: finding, in: file))
            }
        }
        console.show(report)
        if console.format == .text, count > 0 || !report.hasErrors { console.answer(summary(count)) }
        if report.hasErrors { throw ExitCode(report.exitStatus) }
        if count > 0 { throw ExitCode(1) }
    }

    private func summary(_ count: Int) -> String {
        let console = options.console
        return count == 0
            ? console.say("没有发现不合规则的地方。", "Nothing found.")
            : console.say("共 \(count) 处。", count == 1 ? "1 finding." : "\(count) findings.")
    }
}

/// Writes findings for people and for programs.
private struct FindingPrinter {
    let language: Language
    let format: Console.Format

    func text(of finding: Finding, in file: String) -> String {
        switch format {
        case .text: sentences(finding, file)
        case .json: object(finding, file)
        }
    }

    /// `a.pdf: 第 2 页第 5 行：规则 13，相邻的两个标点共占一个半字（“》。”占了 2 字，应为 1.5 字）`, the line, and the mend.
    private func sentences(_ finding: Finding, _ file: String) -> String {
        let rule = finding.rule
        let (name, detail) = (rule.name.text(in: language), finding.detail.text(in: language))
        let head =
            language == .chinese
            ? "\(place(of: finding))：规则 \(rule.number)，\(name)（\(detail)）"
            : "\(place(of: finding)): rule \(rule.number), \(name) (\(detail))"
        let mend = (language == .chinese ? "改法：" : "mend: ") + rule.mend.text(in: language)
        let text = finding.text.isEmpty ? "" : "    \(DisplayText.safe(finding.text))\n"
        return "\(DisplayText.safe(file)): \(DisplayText.safe(head))\n\(text)    \(mend)\n"
    }

    private func place(of finding: Finding) -> String {
        let isChinese = language == .chinese
        if finding.page == 0 { return isChinese ? "整个文件" : "the whole file" }
        let page = isChinese ? "第 \(finding.page) 页" : "page \(finding.page)"
        guard finding.line > 0 else { return page }
        return page + (isChinese ? "第 \(finding.line) 行" : ", line \(finding.line)")
    }

    private func object(_ finding: Finding, _ file: String) -> String {
        let rule = finding.rule
        let fields = [
            ("file", JSONText.quoted(file)), ("rule", "\(rule.number)"), ("page", "\(finding.page)"),
            ("line", "\(finding.line)"), ("text", JSONText.quoted(finding.text)),
            ("name", JSONText.quoted(rule.name.text(in: language))),
            ("detail", JSONText.quoted(finding.detail.text(in: language))),
            ("mend", JSONText.quoted(rule.mend.text(in: language))), ("source", JSONText.quoted(rule.source)),
        ]
        return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}\n"
    }
}
