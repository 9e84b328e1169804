import Diagnostics
import Markdown
import Testing

@Suite struct TableFenceTests {
    @Test func pipesMakeATable() {
        #expect(
            html("```table\n| 单位 | **人数** |\n|:--|--:|\n| 商城`x` | 12 |\n| [a](b) |  |\n```\n") == """
                <div class="table" role="region" tabindex="0">
                <table>
                <thead>
                <tr>
                <th scope="col" class="left">单位</th>
                <th scope="col" class="right"><strong>人数</strong></th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="left">商城<code>x</code></td>
                <td class="right">12</td>
                </tr>
                <tr>
                <td class="left"><a href="b">a</a></td>
                <td class="right"></td>
                </tr>
                </tbody>
                </table>
                </div>

                """)
    }

    private func cells(_ table: String) -> [String] {
        let tree = document(table)
        return tree.nodes.indices.filter { tree.nodes[$0].kind == .tableCell }.map {
            String(decoding: HTMLRenderer.render(childrenOf: $0, in: tree), as: UTF8.self)
        }
    }

    @Test func commasMakeATable() {
        #expect(
            cells("```table\n甲,乙\n\"a, \"\"b\"\"\",\"1\n2\"\n:--,# x\n```\n")
                == ["甲", "乙", "a, &quot;b&quot;", "1<br />\n2", ":--", "# x"])
        #expect(cells("```table\n甲,乙\n:--,--:\n1,2\n```\n") == ["甲", "乙", "1", "2"])
    }

    @Test func whatBeginsABlockElsewhereIsTextInACell() {
        #expect(
            cells(
                "```table\n|a|b|\n| - x | 1. y |\n| > z | ``` |\n| <b> | ===|\n| [a]: b | \\| |\n| **「a」**字 | \"字\" |\n```\n"
            )
                == [
                    "a", "b", "- x", "1. y", "&gt; z", "```", "<!-- raw HTML omitted -->", "===", "[a]: b", "|",
                    "<strong>「a」</strong>字", "“字”",
                ])
    }

    @Test func placesInCellsAreThoseOfTheFile() {
        let tree = document("> ```table\n> | a | *b* |\n>  | c\\|d | \"\" |\n> ```\n")
        let places = tree.nodes.indices.compactMap { id -> String? in
            let place = tree.place(of: id)
            switch tree.nodes[id].kind {
            case .tableRow, .tableCell, .text, .emphasis: return "\(place.line):\(place.column)"
            default: return nil
            }
        }
        #expect(places == ["2:3", "2:5", "2:5", "2:9", "2:9", "2:10", "3:4", "3:6", "3:6", "3:13", "3:13"])
        let escaped = tree.nodes.first { tree.string($0.literal) == "c|d" }
        #expect(escaped.map { tree.place(ofText: $0.literal.range.lowerBound + 1).column } == 8)
    }

    @Test func faultsOfTablesAreLocated() {
        #expect(faults("字\n\n```table\n```\n") == ["BB130 3:1"])
        #expect(faults("```table\n|a|b|\n```\n") == ["BB130 1:1"])
        #expect(faults("```table\n|a|b|\n|1|\n|1|2|3|\n```\n") == ["BB131 3:1", "BB131 4:6"])
        #expect(faults("```table\na,b\n\"1\n```\n").contains { $0.hasSuffix("3:1") })
        #expect(
            faults("```table\n\(String(repeating: "|a", count: 33))|\n\(String(repeating: "|a", count: 33))|\n```\n")
                == ["BB132 2:1"])
        #expect(faults("> ```table\n> |a|b|\n> |1|2|\n") == ["BB135 1:3"])
    }
}

@Suite struct QRFenceTests {
    @Test func aCodeHasPayloadAndCaption() {
        #expect(
            html("```qr\nhttps://a.cn/b?c&d\n扫码**举报**\n第二行\n```\n")
                == "<figure class=\"qr\">\n<p>https://a.cn/b?c&amp;d</p>\n<figcaption>扫码<strong>举报</strong>第二行</figcaption>\n</figure>\n"
        )
        #expect(html("```qr\n96110\n```\n") == "<figure class=\"qr\">\n<p>96110</p>\n</figure>\n")
        var options = HTMLOptions()
        options.qrPicture = { _ in .init(source: "c/03.png", alternative: "二维码\"", side: 120) }
        #expect(
            html("```qr\n96110\n```\n", options: options)
                == "<figure class=\"qr\">\n<img src=\"c/03.png\" alt=\"二维码&quot;\" width=\"120\" height=\"120\" />\n</figure>\n"
        )
    }

    @Test func anEmptyCodeIsAFault() { #expect(faults("```qr\n\n字\n```\n") == ["BB133 1:1"]) }
}

@Suite struct NoticeFenceTests {
    @Test func aNoticeHoldsBlocks() {
        #expect(
            html("```` notice 特别 *提醒*\n# 字\n\n- 一\n- 二\n\n```notice\n内\n```\n````\n\n后\n")
                == """
                <aside class="notice">
                <p class="notice-title">特别 *提醒*</p>
                <h1>字</h1>
                <ul>
                <li>一</li>
                <li>二</li>
                </ul>
                <aside class="notice">
                <p>内</p>
                </aside>
                </aside>
                <p>后</p>

                """)
    }

    @Test func placesInNoticesAreThoseOfTheFile() {
        #expect(
            inlines("- ```notice 题\n  > 字*斜*\n  续 `码`\n  ```\n")
                == ["text 字 2:5", "em 2:6", "text 斜 2:7", "text 续  3:3", "code 码 3:5"])
        #expect(faults("   ```notice\n    字\"字\n\t字\n   ```") == ["BB103 2:6"])
        #expect(faults("字**「字」**字\n\n```notice **「字」**字\n#标题**「字」**字\n```") == ["BB110 4:1"])
    }

    @Test func noticesNestToABound() {
        func nested(_ depth: Int) -> String {
            (0..<depth).map { String(repeating: "`", count: 20 - $0) + "notice\n" }.joined() + "字\n"
                + (0..<depth).reversed().map { String(repeating: "`", count: 20 - $0) + "\n" }.joined()
        }
        #expect(faults(nested(4)) == [])
        #expect(faults(nested(5)) == ["BB134 5:1"])
    }
}

@Suite struct PlainTextTests {
    @Test func blocksStandOnLinesWithoutMarkup() {
        #expect(
            String(
                decoding: PlainTextRenderer.render(
                    document(
                        "# 标题\n\n段*落*\n续 a\nb<i>\n\n- 一\n- 二\n\n```table\n|甲|乙|\n|1|2|\n```\n\n```notice 题\n内容\n```\n\n```qr\nhttp://x\n说明\n```\n\n![图](a.png)"
                    )), as: UTF8.self) == "标题\n段落续 a b\n一\n二\n甲 乙\n1 2\n题\n内容\n说明\n图")
    }
}
