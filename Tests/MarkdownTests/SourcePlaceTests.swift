import Diagnostics
import Markdown
import TestSupport
import Testing

func document(_ markdown: String) -> Document {
    var report = Report()
    let file = SourceFile(path: "test.md", bytes: Array(markdown.utf8))
    return MarkdownParser.parse(file, from: FrontMatter.split(file).bodyStart, reporting: &report)
}

/// The inline nodes of a text with their places, as `text "foo" 1:3`.
func inlines(_ markdown: String) -> [String] {
    let tree = document(markdown)
    return tree.nodes.indices.compactMap { id in
        let node = tree.nodes[id]
        let place = tree.place(of: id)
        let at = "\(place.line):\(place.column)"
        switch node.kind {
        case .text: return "text \(tree.string(node.literal)) \(at)"
        case .code: return "code \(tree.string(node.literal)) \(at)"
        case .emphasis: return "em \(at)"
        case .strong: return "strong \(at)"
        case .link: return "link \(at)"
        case .image: return "image \(at)"
        case .softBreak: return "break \(at)"
        default: return nil
        }
    }
}

@Suite struct SourcePlaceTests {
    @Test func aLazyContinuationLineHasItsOwnColumns() {
        #expect(inlines("> a\nb *c*") == ["text a 1:3", "break 1:4", "text b  2:1", "em 2:3", "text c 2:4"])
        #expect(inlines("> a\n>    b *c*") == ["text a 1:3", "break 1:4", "text b  2:6", "em 2:8", "text c 2:9"])
    }

    @Test func nestedListsAndTabsAreFollowed() {
        #expect(
            inlines("1. a\n   - b\n     *c*\n\n\td")
                == ["text a 1:4", "text b 2:6", "break 2:7", "em 3:6", "text c 3:7", "text d 5:2"])
    }

    @Test func placesBehindReferenceDefinitionsAreRight() {
        #expect(inlines("[a]: /u\n\"t\"\n[a] b\n") == ["link 3:1", "text a 3:2", "text  b 3:4"])
    }

    @Test func escapesReferencesAndLineEndsInLinksAreCounted() {
        #expect(
            inlines("\\*&amp;x*y*\r\n[z](/u\r\n'w') `k`")
                == [
                    "text *&x 1:1", "em 1:9", "text y 1:10", "break 1:12", "link 2:1", "text z 2:2", "text   3:5",
                    "code k 3:6",
                ])
    }

    @Test func onlyTextThatTheFileDoesNotHoldIsKeptBesideIt() {
        func ownText(_ markdown: String) -> String { String(decoding: document(markdown).ownText, as: UTF8.self) }
        #expect(ownText("# 题\n\n> 字**「文」**字 `码`\n\n```\n码\n```\n\n```\n```\n").isEmpty)
        #expect(ownText("字\\*字\n\n甲\n乙\n\n丙...\n") == "字*字甲乙丙……")
    }

    @Test func placesBehindEmphasisBesidePunctuationAreRight() {
        #expect(
            inlines("打**“96110”**吧*「文」*")
                == ["text 打 1:1", "strong 1:2", "text “96110” 1:4", "text 吧 1:13", "em 1:14", "text 「文」 1:15"])
    }

    @Test func everyByteOfTextComesFromItsSource() {
        var faults = 0
        for seed in 1_000_000..<1_040_000 where faults < 5 {
            var generator = HostileMarkdown(seed: UInt64(seed))
            let markdown = seed % 2 == 0 ? generator.text() : generator.chineseText()
            if let fault = misplacedByte(in: document(markdown)) {
                Issue.record("seed \(seed): \(fault) in \(markdown.debugDescription)")
                faults += 1
            }
        }
    }

    /// A byte of the text that its source place does not explain, or a node that does not begin with its mark.
    private func misplacedByte(in tree: Document) -> String? {
        let source = tree.file.bytes
        for (id, node) in tree.nodes.enumerated() {
            let first =
                Int(node.sourceByte) < source.count ? Character(Unicode.Scalar(source[Int(node.sourceByte)])) : " "
            switch node.kind {
            case .emphasis, .strong: if !"*_".contains(first) { return "emphasis \(id) at \(first)" }
            case .link: if !"[<h".contains(first) { return "link \(id) at \(first)" }
            case .image: if first != "!" { return "image \(id) at \(first)" }
            case .code: if first != "`" { return "code \(id) at \(first)" }
            case .text:
                for (offset, byte) in zip(node.literal.range, tree.bytes(node.literal)) where byte & 0xC0 != 0x80 {
                    let at = tree.sourceByte(ofText: offset)
                    guard at < source.count, source[at] == byte || explains(source[at], byte)
                    else { return "text byte \(offset) of node \(id) at source byte \(at)" }
                }
            default: break
            }
        }
        return nil
    }

    /// Escapes, references and NUL stand for other bytes; straight quotes, dots and dashes are replaced.
    private func explains(_ source: UInt8, _ byte: UInt8) -> Bool {
        let isSecondOfReference = byte == 0xCC  // U+0338 of &NotEqualTilde;
        let isReplacement = byte == 0xE2 && "\"'.-\u{3002}".utf8.contains(source)
        return source == UInt8(ascii: "\\") || source == UInt8(ascii: "&") || source == 0 || isReplacement
            || isSecondOfReference || (source == 0x09 && byte == 0x20)
    }
}
