import Diagnostics
import TestSupport
import Testing
@testable import Markdown

/// 注音 in braces, which is plain text to CommonMark and a `<ruby>` to us.
struct RubyTests {
    private func html(_ markdown: String) -> String {
        var report = Report()
        let file = SourceFile(path: "a.md", bytes: Array(markdown.utf8))
        return String(decoding: HTMLRenderer.render(MarkdownParser.parse(file, reporting: &report)), as: UTF8.self)
    }

    private func ruby(_ base: String, _ annotation: String) -> String {
        "<ruby>\(base)<rp>（</rp><rt>\(annotation)</rt><rp>）</rp></ruby>"
    }

    @Test func aTextAndItsAnnotationBecomeRuby() {
        #expect(html("警惕{诈骗|zhàpiàn}！\n") == "<p>警惕\(ruby("诈骗", "zhàpiàn"))！</p>\n")
    }

    @Test func asManySyllablesAsCharactersStandAboveEach() {
        #expect(html("{诈骗|zhà piàn}短信\n") == "<p>\(ruby("诈", "zhà"))\(ruby("骗", "piàn"))短信</p>\n")
        #expect(html("{反诈骗|fǎn zhà}\n") == "<p>\(ruby("反诈骗", "fǎn zhà"))</p>\n")
    }

    @Test func insideEmphasisAndBesideQuotesAndLinks() {
        #expect(html("**{诈|zhà}骗**\n") == "<p><strong>\(ruby("诈", "zhà"))骗</strong></p>\n")
        #expect(
            html("他说\"{诈|zhà}骗\"，见https://a.cn/x{骗|piàn}\n")
                == "<p>他说“\(ruby("诈", "zhà"))骗”，见<a href=\"https://a.cn/x\">https://a.cn/x</a>\(ruby("骗", "piàn"))</p>\n"
        )
    }

    @Test(arguments: [
        "{abc|def}中", "{诈骗}", "{诈|}", "{|zhà}", "{诈|a|b}", "{诈骗 App|x}", "`{诈|zhà}`中", "\\{诈 zhà}", "{诈|zhà",
    ])
    func otherBracesStayAsTheyAre(_ markdown: String) {
        #expect(!html(markdown + "\n").contains("<ruby>"))
    }

    @Test func annotationsAreEscaped() {
        #expect(html("{诈|<b>&}\n").contains("<rt>&lt;b&gt;&amp;</rt>") || !html("{诈|<b>&}\n").contains("<b>"))
    }

    @Test func plainTextLeavesTheAnnotationOut() {
        var report = Report()
        let file = SourceFile(path: "a.md", bytes: Array("警惕{诈骗|zhà piàn}！\n".utf8))
        let document = MarkdownParser.parse(file, reporting: &report)
        #expect(String(decoding: PlainTextRenderer.render(document), as: UTF8.self) == "警惕诈骗！")
        #expect(report.diagnostics.isEmpty)
    }
}
