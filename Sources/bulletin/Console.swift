import ArgumentParser
import Diagnostics
import Glibc

/// How a command speaks: results on standard output, diagnostics and progress on standard error.
struct Console: Sendable {
    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case text, json }

    let language: Language
    let format: Format
    let quiet: Bool

    /// Prints every diagnostic, and a last line that counts them.
    func show(_ report: Report) {
        let printer = DiagnosticPrinter(language: language)
        let diagnostics = report.sorted.filter { !quiet || $0.code.severity == .error }
        for diagnostic in diagnostics {
            Self.writeError(format == .json ? printer.json(of: diagnostic) : printer.text(of: diagnostic))
        }
        guard format == .text, !diagnostics.isEmpty else { return }
        let errors = diagnostics.count { $0.code.severity == .error }
        Self.writeError(
            say(
                "共 \(errors) 个错误，\(diagnostics.count - errors) 个警告。\n",
                "\(errors) errors, \(diagnostics.count - errors) warnings.\n"))
    }

    func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

    /// A line of the result, unless the user asked for quiet.
    func answer(_ line: String) {
        if !quiet { Self.writeOutput(line + "\n") }
    }

    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static func writeOutput(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }
    static func writeOutput(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
    static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    /// A closed pipe ends the output, not the program.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        unsafe bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = unsafe Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return }
                written += count
            }
        }
    }
}

/// Words that every command understands.
struct ConsoleOptions: ParsableArguments {
    @Option(help: "提示用的语言：zh 或 en；不写则按系统语言。 / language of messages")
    var lang: Language?

    @Option(help: "输出格式：text 给人看，json 给程序看。 / text for people, json for programs")
    var format: Console.Format = .text

    @Flag(help: "只说错误。 / say errors only")
    var quiet = false

    var console: Console { Console(language: lang ?? .ofLocale, format: format, quiet: quiet) }
}

extension Language: ExpressibleByArgument {}

extension Language {
    /// The language of the first of LC_ALL, LC_MESSAGES and LANG that is set, as POSIX orders them.
    static var ofLocale: Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = unsafe getenv(name), case let text = unsafe String(cString: value), !text.isEmpty {
                return Language(localeName: text)
            }
        }
        return Language(localeName: "")
    }
}
