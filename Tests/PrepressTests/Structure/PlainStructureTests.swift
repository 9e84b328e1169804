import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Prepress

/// The structure of single files: what readers who do not see the page are told is what was written.
@Suite struct PlainStructureTests {
    private static let words = String(repeating: "不轻信来历不明的电话，不透露身份与密码，不向陌生人转账。", count: 30)

    /// Every kind of block and mark.
    private static let source = """
        # 防范电信诈骗

        开头一段，**重点**，见[警察](https://police.example/a)与*着重*的{汉字|hànzì}。

        ## 一个标题

        - 第一项
        - 第二项
          - 内层项
          - 内层二

        1. 甲
        2. 乙

        > 引文一段。

        ### 小标题

        ```table
        名称|数量
        甲|1
        乙| |
        ```

        ![一张图](p.png)

        ```qr
        https://a.example/
        扫码
        ```

        ```notice 注意
        不要转账。
        ```

        ## 另一个标题

        \(words)

        见[上文](#一个标题)。
        """

    private func file(
        _ markdown: String, style: PlainDesign.Style = .book, size: String = "A5", columns: Int = 1,
        isVertical: Bool = false
    ) throws -> [UInt8] {
        let scratch = try Scratch()
        try scratch.write(Pictures.png(900, 600), to: "p.png")
        let file = try scratch.write(markdown, to: "通知.md")
        var report = Report()
        let document = try #require(PlainDocument.read(file.path, reporting: &report))
        let sources = try #require(PlainFonts.find(style, reporting: &report))
        var design = try PlainDesign(style, page: try #require(SheetSize.named(size)), columns: columns)
        design.isVertical = isVertical
        let pdf = try PlainPress(document, design: design, sources: sources).pdf(reporting: &report)
        #expect(!report.hasErrors, "\(report.diagnostics.map { $0.summary(in: .english) })")
        return try #require(pdf)
    }

    @Test func everyKindOfBlockHasItsElement() throws {
        let bytes = try file(Self.source)
        let tagged = try TaggedFile(bytes)
        #expect(tagged.faults == [])
        let blocks = tagged.root.children.map(\.tag)
        #expect(
            blocks == [
                "H1", "P", "H2", "L", "L", "BlockQuote", "H3", "Table", "Note", "Div", "Div", "Div", "H2", "P", "P",
            ])
        #expect(
            tagged.elements.filter { $0.tag == "Figure" }.compactMap { tagged.alternative(of: $0) }
                == ["一张图", "二维码：https://a.example/"])
        let links = tagged.elements.filter { $0.tag == "Link" }
        #expect(links.map(\.path) == ["Document P Link", "Document Note Link", "Document P Link"])
        #expect(tagged.elements.filter { $0.tag == "Ruby" }.map(\.path) == ["Document P Ruby"])
    }

    @Test func theTreesTextIsTheText() throws {
        let heard = try StructureText(of: try file(Self.source))
        let expected = """
            防范电信诈骗 开头一段，重点，见警察1与着重的汉字。一个标题 第一项 第二项 内层项 内层二 1.甲 2.乙 引文一段。小标题
            名称数量甲1乙 一张图 扫码 注意 不要转账。另一个标题 \(Self.words) 见上文。
            """
        #expect(heard.text(without: ["Note", "RT"]) == bare(expected))
        #expect(heard.texts(of: "Note").map(\.text) == ["1police.example/a"])
        #expect(heard.texts(of: "RT").map(\.text) == ["hànzì"])
    }

    @Test func listsAreNestedAsTheyWereWritten() throws {
        let heard = try StructureText(of: try file(Self.source))
        func paths(of text: String) -> [String] {
            heard.pieces.filter { $0.text.contains(text) }.map { $0.tags.dropFirst().joined(separator: " ") }
        }
        #expect(paths(of: "第二项") == ["L LI LBody P"])
        #expect(paths(of: "内层二") == ["L LI LBody L LI LBody P"])
        #expect(paths(of: "2.") == ["L LI Lbl"])
    }

    @Test func tablesHaveTheirHeadsAndEmptyCells() throws {
        let table = try #require(try TaggedFile(try file(Self.source)).elements.first { $0.tag == "Table" })
        #expect(table.children.map { $0.children.map(\.tag) } == [["TH", "TH"], ["TD", "TD"], ["TD", "TD"]])
    }

    /// A paragraph, a list item and a table that go on over pages are one each, and a repeated head is none.
    @Test func whatGoesOnOverPagesIsOneElement() throws {
        let rows = (1...60).map { "第\($0)行|甲" }.joined(separator: "\n")
        let markdown =
            "# 题\n\n\(Self.words)\n\n- \(Self.words)\n- 末项\n\n```table\n名称|数量\n\(rows)\n```\n"
        let bytes = try file(markdown)
        let tagged = try TaggedFile(bytes)
        #expect(tagged.faults == [])
        #expect(tagged.root.children.map(\.tag) == ["H1", "P", "L", "Table"])
        #expect(tagged.elements.filter { $0.tag == "LI" }.count == 2)
        #expect(tagged.elements.filter { $0.tag == "TH" }.count == 2)
        #expect(tagged.elements.filter { $0.tag == "TR" }.count == 61)
        let heard = try StructureText(of: bytes)
        #expect(heard.texts(of: "P").map(\.text) == [Self.words, Self.words, "末项"])
        #expect(try PressFixture.text(of: bytes).ranges(of: "名称数量").count > 1, "the head is repeated on the page")
    }

    @Test(arguments: ["official", "columns", "vertical"])
    func everyDesignIsTagged(kind: String) throws {
        let markdown = "---\n标题: 通知\n发布机构: 某局\n文号: 某发〔2024〕1号\n成文日期: 2024-07-01\n---\n" + Self.source
        let bytes =
            switch kind {
            case "official": try file(markdown, style: .official, size: "A4")
            case "columns": try file(markdown, size: "A4", columns: 2)
            default: try file(markdown, isVertical: true)
            }
        #expect(try TaggedFile(bytes).faults == [])
    }

    @Test func theSameTextGivesTheSameBytes() throws {
        #expect(try file(Self.source) == file(Self.source))
    }
}
