import Foundation
import TestSupport

/// Markdown that tries to confuse a reader of it; each text follows from its seed alone.
struct HostileMarkdown {
    private var random: SeededGenerator
    private let examples: [String]

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        examples = SpecExamples.all
    }

    /// A text without CJK characters.
    mutating func text() -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4: fragments(Self.fragments, count: 1...40)
        case 4..<6: lines(count: 1...12)
        case 6..<8: splicedExamples()
        case 8: mutated(splicedExamples())
        default: fragments(Self.delimiters, count: 1...60)
        }
    }

    /// A text of Chinese, Latin and Markdown marks.
    mutating func chineseText() -> String { fragments(Self.chinese + Self.fragments, count: 1...40) }

    private mutating func fragments(_ parts: [String], count: ClosedRange<Int>) -> String {
        var text = ""
        for _ in 0..<Int.random(in: count, using: &random) {
            text += parts[Int.random(in: 0..<parts.count, using: &random)]
        }
        return text
    }

    /// Lines with nested containers and continuation lines that are indented anyhow.
    private mutating func lines(count: ClosedRange<Int>) -> String {
        var text = ""
        for _ in 0..<Int.random(in: count, using: &random) {
            text += fragments(Self.prefixes, count: 0...4) + fragments(Self.inlines, count: 0...5)
            text += ["\n", "\n", "\n", "\r\n", "\n\n", "  \n", "\\\n", "\r"].randomElement(using: &random) ?? "\n"
        }
        return text
    }

    private mutating func splicedExamples() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let example = examples[Int.random(in: 0..<examples.count, using: &random)]
            text += Bool.random(using: &random) ? example : indented(example)
        }
        return text
    }

    private mutating func indented(_ text: String) -> String {
        let prefix = fragments(Self.prefixes, count: 1...2)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }.joined(separator: "\n")
    }

    private mutating func mutated(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...8, using: &random) where !scalars.isEmpty {
            let place = Int.random(in: 0..<scalars.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: scalars.remove(at: place)
            case 1: scalars.insert(contentsOf: fragments(Self.fragments, count: 1...1).unicodeScalars, at: place)
            default: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &random))
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    private static let noncharacter = String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self)

    static let delimiters = [
        "*", "**", "***", "_", "__", "a", "b c", " ", "(", ")", "é", "“", ".", "!", "\n", "`", "[", "]", "\\",
    ]

    static let prefixes = [
        "", " ", "  ", "   ", "    ", "\t", "> ", ">", " >\t", "- ", "-   ", "-\t", "* ", "1. ", "12) ", "+     ",
        "  - ",
    ]

    static let inlines = [
        "foo", "bar baz", "*em*", "**st**", "`code`", "`` a`b ``", "`multi", "line`", "[a](/u)", "[a](</u v> \"t\")",
        "[ref]", "[x][ref]", "[ref][]", "![img](i.png 't')", "<http://x.y/a\\*b>", "<a href=\"x\">", "<!-- c -->",
        "&amp;",
        "&lt;", "&#42;", "&copy;", "&NotEqualTilde;", "&nosuch;", "\\*", "\\\\", "\\[", "[a](", "b \"title", "\")", " ",
        "<a@b.c>",
        "[a](/u\n\"t\")", "![", "](/x)", "*", "_", "# h", "#", "===", "---", "```", "~~~", "é", "\"q\"", "...",
    ]

    static let fragments =
        inlines + prefixes + delimiters + [
            "\n", "\n", "\n\n", "\r\n", "\r", "[ref]: /url \"title\"\n", "[ref]: <u>\n'multi\nline'\n", "[x]:\n/u\n",
            "<div>\n",
            "</div>", "<script>", "</script>", "<?php", "?>", "<![CDATA[", "]]>", "<!X", "\u{0}", "\u{B}", "\u{C}",
            "\u{A0}",
            "\u{2003}", "\u{1F600}", noncharacter, "\u{A6F2}", "&#xFDD0;", "&#0;", "&#x110000;", "```js\n", "~~~\n",
            "***\n",
            "* * *\n", "javascript:", "[x](JAVASCRIPT:y)", "<data:image/png;x>", "<data:text/html,x>", "[f](file:/x)",
            "ﬁ", "ß", "%20", "%", "'", "{", "}", "|", "~~", "$", "^", "+", "=", "<", ">", "&",
        ]

    static let chinese = [
        "反诈", "“文字”", "「文」", "，", "。", "！", "**", "**", "*", "\n", "\n\n", "\"", "'", "...", "。。。", "--", "——", "……",
        "·",
        "https://a.cn/x?y=1", "http://b.com", "（", "）", "[链接](u)", "![图](i.png)", "`代码`", "\\*", "&amp;", "96110", "한글",
        "   ",
        "　　", "# ", "#标题", "1.第", "１. ", "- ", "> ", "~~删~~", "[文字]（网址）", "😀", "❤️", "\u{20000}", "_", "<b>", "\t",
    ]
}

/// The inputs of the examples of the CommonMark specification.
enum SpecExamples {
    static let all: [String] = {
        let file = Repository.fixtures.appending(path: "commonmark/0.30-examples.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.components(separatedBy: "␞\n").dropFirst().map { $0 }
    }()
}
