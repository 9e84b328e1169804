import Diagnostics

/// What the parser of the command line found wrong, in Chinese. The parser itself speaks English alone.
struct UsageFault {
    /// One sentence or two, ending with where to read on.
    let chinese: String

    /// - Parameters:
    ///   - message: The parser's own words, with how the command is used.
    ///   - commands: The words that may stand behind the program's name.
    init(_ message: String, commands: [String]) {
        let readOn = "请看下面的说明，或运行 bulletin --help。"
        chinese = Self.sentence(message, commands).map { "\($0)。\(readOn)" } ?? readOn
    }

    /// Nil for words that are Chinese already, and for those that no one has met yet.
    private static func sentence(_ message: String, _ commands: [String]) -> String? {
        if let found = message.firstMatch(of: /^Error: Unknown option '(.+?)'(?:\. Did you mean '(.+?)'\?)?/) {
            return "没有“\(found.1)”这个选项" + suggestion(found.2.map(String.init))
        }
        if let found = message.firstMatch(of: /^Error: Unexpected argument '(.+?)'/) {
            let word = String(found.1)
            guard message.contains("Usage: bulletin <subcommand>") else { return "“\(word)”\(extra)" }
            return "没有“\(word)”这个命令" + suggestion(Suggestion.nearest(to: word, among: commands))
        }
        if let found = message.firstMatch(of: /^Error: \d+ unexpected arguments: '(.+)'/) {
            return "“\(found.1.replacing("', '", with: "”“"))”\(extra)"
        }
        if let found = message.firstMatch(of: /^Error: The value '(.*?)' is invalid for '(\S+)/) {
            return "\(name(found.2)) 不能写“\(found.1)”"
        }
        if let found = message.firstMatch(of: /^Error: Missing value for '(\S+)/) { return "\(name(found.1)) 后面少了内容" }
        if let found = message.firstMatch(of: /^Error: Missing expected argument '(\S+)/) {
            return "少写了 \(name(found.1))"
        }
        return nil
    }

    private static let extra = "是多出来的；名字里有空格的，用引号括起来"

    private static func suggestion(_ word: String?) -> String { word.map { "，是不是“\($0)”" } ?? "" }

    /// An option as it is typed, or an argument's name between its brackets.
    private static func name(_ word: Substring) -> String { word.filter { $0 != "'" } }
}
