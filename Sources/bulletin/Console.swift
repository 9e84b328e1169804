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
        let warnings = diagnostics.count - errors
        Self.writeError(
            say(
                "共 \(errors) 个错误，\(warnings) 个警告。\n",
                "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s").\n"))
    }

    func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

    /// A line of the result, unless the user asked for quiet.
    func answer(_ line: String) {
        if !quiet { Self.writeOutput(line + "\n") }
    }

    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static func writeOutput(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }
    static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    /// Bytes that are the command's whole result: the machine is at fault when they cannot be had.
    static func deliver(_ bytes: [UInt8]) throws(Fault) {
        let number = write(bytes, to: STDOUT_FILENO)
        guard number != 0 else { return }
        throw OutputFile.failure(Wording("标准输出", "standard output"), number)
    }

    /// A closed pipe ends the output, not the program: who reads no further has what he wants.
    ///
    /// - Returns: `errno`, when not everything could be written.
    @discardableResult
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        unsafe bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = unsafe Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return errno == EPIPE ? 0 : errno }
                written += count
            }
            return 0
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
