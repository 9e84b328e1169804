import Diagnostics
import Yams

/// Says in a clerk's words why YAML could not be read. The parser names the place where it gave up, which is often a line
/// or two behind the slip; so the usual slips are looked for first, and all of them are named at once.
enum YAMLFaults {
    static func report(
        _ error: any Error, in file: SourceFile, range: Range<Int>, firstLine: Int, to report: inout Report
    ) {
        if reportSlips(in: file, range: range, to: &report) { return }
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            let isReference =
                problem.contains("alias") || ["alias", "anchor"].contains { context?.text.contains($0) == true }
            // For something that is never closed, the place where it was opened says more than the end of the file.
            let isOpen =
                problem.contains("unexpected end of stream") || problem.contains("unexpected document indicator")
            let chosen = isReference || isOpen ? context?.mark ?? mark : mark
            let start = min(YAMLReader.byte(of: chosen, in: file, firstLine: firstLine), range.upperBound)
            let span = Span(start: start, length: 1)
            if isReference {
                report.add(.yamlReference, in: file, at: span)
            } else {
                report.add(.yamlSyntax, in: file, at: span, ["reason": reason(problem)])
            }
        case YamlError.reader(let problem, let offset, _, _):
            let start = min(range.lowerBound + (offset ?? 0), range.upperBound)
            report.add(.yamlSyntax, in: file, at: Span(start: start, length: 1), ["reason": reason(problem)])
        default:
            let span = Span(start: range.lowerBound, length: 1)
            report.add(.yamlSyntax, in: file, at: span, ["reason": reason("")])
        }
    }

    /// Lines that show one of the usual slips: `标题：…`, `title:…`, a tab as indentation.
    static func reportSlips(in file: SourceFile, range: Range<Int>, to report: inout Report) -> Bool {
        var found = false
        var start = range.lowerBound
        while start < range.upperBound {
            let end = file.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
            if let slip = slip(of: Array(file.bytes[start..<end])) {
                let span = Span(start: start + slip.offset, length: slip.length)
                report.add(slip.code, in: file, at: span, slip.arguments)
                found = true
            }
            start = end + 1
        }
        return found
    }

    private static func slip(
        of line: [UInt8]
    ) -> (code: DiagnosticCode, offset: Int, length: Int, arguments: [String: Wording])? {
        let indent = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        if let tab = indent.firstIndex(of: UInt8(ascii: "\t")), indent.count < line.count {
            return (.tabIndentation, tab, 1, [:])
        }
        var key: [UInt8] = []
        for index in indent.count..<line.count {
            if line[index...].starts(with: fullWidthColon), !key.isEmpty, !key.contains(UInt8(ascii: " ")) {
                return (.fullWidthColon, index, 3, ["field": .init(String(decoding: key, as: UTF8.self))])
            }
            if line[index] == UInt8(ascii: ":") {
                let isLast = index + 1 == line.count || line[index + 1] <= UInt8(ascii: " ")
                if isLast || key.isEmpty { return openQuote(in: line, from: index + 1) }
                if line[index + 1] == UInt8(ascii: "/") { return nil }
                return (.colonWithoutSpace, index, 1, ["field": .init(String(decoding: key, as: UTF8.self))])
            }
            guard line[index] >= 0x80 || isWordByte(line[index]) else { return nil }
            key.append(line[index])
        }
        return nil
    }

    /// A value that begins with a double quotation mark and has none at its end.
    private static func openQuote(
        in line: [UInt8], from start: Int
    ) -> (code: DiagnosticCode, offset: Int, length: Int, arguments: [String: Wording])? {
        let value = line[start...].drop { $0 <= UInt8(ascii: " ") }
        let marks = value.count { $0 == UInt8(ascii: "\"") }
        guard value.first == UInt8(ascii: "\""), marks == 1 else { return nil }
        return (.yamlSyntax, value.startIndex, value.count, ["reason": reason("found unexpected end of stream")])
    }

    private static let fullWidthColon = Array("：".utf8)

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        default: false
        }
    }

    /// libyaml's messages that authors meet, in their own language; the rest stay as they are.
    private static func reason(_ problem: String) -> Wording {
        for (part, wording) in reasons where problem.contains(part) { return wording }
        return problem.isEmpty ? .init("结构不完整", "incomplete structure") : .init(problem)
    }

    private static let reasons: [(String, Wording)] = [
        ("mapping values are not allowed", .init("这里不该再出现冒号", "a colon is not allowed here")),
        ("could not find expected ':'", .init("这一行缺少冒号", "this line lacks a colon")),
        ("did not find expected key", .init("缩进没有对齐，或引号、括号没有配对", "wrong indentation, or an unpaired quote or bracket")),
        ("did not find expected ',' or ']'", .init("方括号没有配对，或各项之间缺逗号", "the list lacks “]” or a comma")),
        ("did not find expected ',' or '}'", .init("花括号没有配对，或各项之间缺逗号", "the group lacks “}” or a comma")),
        ("did not find expected '-' indicator", .init("列表的缩进没有对齐", "the list's items are not aligned")),
        ("found unexpected end of stream", .init("引号没有配对", "a quotation mark is not closed")),
        ("found unexpected document indicator", .init("引号没有配对", "a quotation mark is not closed")),
        (
            "found character that cannot start any token",
            .init("这个字符不能放在开头，请加引号", "this character cannot stand here unquoted")
        ),
        ("found unknown escape character", .init("双引号里的反斜杠用错了", "wrong backslash in double quotes")),
        ("control characters are not allowed", .init("含有看不见的控制字符", "an invisible control character")),
        ("found another document", .init("出现了第二个“---”", "a second “---”")),
    ]
}
