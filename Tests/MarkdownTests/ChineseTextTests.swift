import Diagnostics
import Markdown
import TestSupport
import Testing

/// The HTML of one paragraph without its element.
private func inline(_ markdown: String) -> String {
    let page = html(markdown)
    guard page.hasPrefix("<p>"), page.hasSuffix("</p>\n") else { return page }
    return String(page.dropFirst(3).dropLast(5))
}

/// The diagnostics of a text as `BB103 1:4`.
func faults(_ markdown: String) -> [String] {
    var report = Report()
    let file = SourceFile(path: "test.md", bytes: Array(markdown.utf8))
    _ = MarkdownParser.parse(file, from: FrontMatter.split(file).bodyStart, reporting: &report)
    return report.sorted.map { "\($0.code.id) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
}

@Suite struct EmphasisTests {
    /// Marks and neighbours that CommonMark leaves literal.
    @Test(arguments: [
        ("**「文字。」**文字", "<strong>「文字。」</strong>文字"), ("**注意：**不要", "<strong>注意：</strong>不要"),
        ("**50%**的", "<strong>50%</strong>的"), ("**[链接](u)**查看", "<strong><a href=\"u\">链接</a></strong>查看"),
        ("拨打**“96110”**", "拨打<strong>“96110”</strong>"), ("拨打**“96110”**吧", "拨打<strong>“96110”</strong>吧"),
        ("打**`码`**看", "打<strong><code>码</code></strong>看"), ("见**（附件）**后", "见<strong>（附件）</strong>后"),
        ("*。*字", "<em>。</em>字"), ("字*「a」*b", "字<em>「a」</em>b"), ("a**「字」**b", "a<strong>「字」</strong>b"),
        ("**字。*字。*字**字", "<strong>字。<em>字。</em>字</strong>字"), ("***字！***字", "<em><strong>字！</strong></em>字"),
        ("文**&amp;文**文", "文<strong>&amp;文</strong>文"), ("文**\\*注\\***文", "文<strong>*注*</strong>文"),
        ("文**_a_**文", "文<strong><em>a</em></strong>文"), ("文*__a__*文", "文<em><strong>a</strong></em>文"),
        ("한국**「어」**입니다", "한국<strong>「어」</strong>입니다"),
        ("字**<http://a.cn>**字", "字<strong><a href=\"http://a.cn\">http://a.cn</a></strong>字"),
        ("- **说明：**字", "<ul>\n<li><strong>说明：</strong>字</li>\n</ul>\n"),
        ("# **说：**字", "<h1><strong>说：</strong>字</h1>\n"),
        ("字**“a”**字", "字<strong>“a”</strong>字"), ("字**…**字", "字<strong>…</strong>字"),
        ("（**“字”**）", "（<strong>“字”</strong>）"),
    ])
    func aRunBesidePunctuationAndChineseIsEmphasis(_ markdown: String, _ expected: String) {
        #expect(inline(markdown) == expected)
    }

    /// Each closing mark that offices use, before a Han character, and each opening mark behind one.
    @Test(arguments: Array("，。、；：？！）》」』】〕”’…—·％%.!?)]"))
    func everyClosingMarkMayEndEmphasis(_ mark: Character) {
        for run in ["*", "**", "***"] {
            let (open, close) =
                run == "*"
                ? ("<em>", "</em>") : run == "**" ? ("<strong>", "</strong>") : ("<em><strong>", "</strong></em>")
            #expect(inline("字\(run)词\(mark)\(run)字") == "字\(open)词\(mark)\(close)字")
        }
    }

    @Test(arguments: Array("（《「『【〔“‘…—￥$([#@"))
    func everyOpeningMarkMayBeginEmphasis(_ mark: Character) {
        for (run, open, close) in [("*", "<em>", "</em>"), ("**", "<strong>", "</strong>")] {
            #expect(inline("字\(run)\(mark)词\(run)字") == "字\(open)\(mark)词\(close)字")
        }
    }

    @Test(arguments: [
        ("\\*备注", "*备注"), ("\\**注*", "*<em>注</em>"), ("\\\\**注！**字", "\\<strong>注！</strong>字"),
        ("字\\*\\*「字」\\*\\*", "字**「字」**"),
        ("2**3**4", "2<strong>3</strong>4"), ("字 ** 字", "字 ** 字"), ("**字", "**字"), ("字_「字」_字", "字_「字」_字"),
        ("a**(b)**c", "a**(b)**c"), ("`字**「字」**字`", "<code>字**「字」**字</code>"),
        ("[字**「字」](u**「)", "<a href=\"u**%E3%80%8C\">字**「字」</a>"),
        ("![字**「](u \"字**「\")", "<img src=\"u\" alt=\"字**「\" title=\"字**「\" />"),
    ])
    func escapesCodeAndAddressesStayAsTheyAre(_ markdown: String, _ expected: String) {
        #expect(inline(markdown) == expected)
    }

    @Test func marksThatTheTextItselfHoldsAreNotTakenOut() {
        let text = inline("字**「字」**字&#xFDD0;&#xA6F2;꛳")
        #expect(text.unicodeScalars.map(\.value).suffix(3) == [0xFDD0, 0xA6F2, 0xA6F3])
    }

    @Test func codeBlocksAndInfoStringsKeepTheirText() {
        #expect(
            html("```字**「\n字**「字」**字\n```\n\n    字**「字」**字\n")
                == "<pre><code class=\"language-字**「\">字**「字」**字\n</code></pre>\n<pre><code>字**「字」**字\n</code></pre>\n")
    }
}

@Suite struct SoftBreakTests {
    @Test(arguments: [
        ("字\n字", "字字"), ("字，\n字", "字，字"), ("字\n“字", "字“字"), ("字……\n字", "字……字"), ("——\n字", "——字"),
        ("**字**\n字", "<strong>字</strong>字"),
        ("字\n[字](u)", "字<a href=\"u\">字</a>"), ("字，\nAPP", "字，APP"), ("APP\n，字", "APP，字"),
        ("字。\n`a`字", "字。<code>a</code>字"),
        ("字\nAPP", "字\nAPP"), ("字 word\nword", "字 word\nword"), ("한국\n한국", "한국\n한국"), ("字\n😀", "字\n😀"),
        ("字\n`a`", "字\n<code>a</code>"),
        ("字  \n字", "字<br />\n字"), ("字\\\n字", "字<br />\n字"), ("字·\n字", "字·字"), ("word\nword", "word\nword"),
        ("“a”\n“b”", "“a”\n“b”"),
        ("字\n\"字\"", "字“字”"), ("字\n字\n字", "字字字"), ("> 字\n> 字", "<blockquote>\n<p>字字</p>\n</blockquote>\n"),
        ("字　\n字", "字　字"),
    ])
    func aLineEndBetweenChineseCharactersIsNoSpace(_ markdown: String, _ expected: String) {
        #expect(inline(markdown) == expected)
    }
}

@Suite struct TypedMarksTests {
    @Test(arguments: [
        ("他说\"转账\"就是", "他说“转账”就是"), ("'字'", "‘字’"), ("\"**字**\"", "“<strong>字</strong>”"),
        ("**\"字\"**字", "<strong>“字”</strong>字"),
        ("\"字\"、\"词\"", "“字”、“词”"), ("字don't字", "字don't字"), ("字 \"APP\" 字", "字 &quot;APP&quot; 字"),
        ("say \"hi\"", "say &quot;hi&quot;"),
        ("字...", "字……"), ("字。。。", "字……"), ("字......字", "字……字"), ("a... 字", "a... 字"), ("字--字", "字——字"),
        ("字---字", "字——字"),
        ("a--b 字", "a--b 字"), ("字`\"...--\"`字", "字<code>&quot;...--&quot;</code>字"), ("字\\\"a\\\"字", "字&quot;a&quot;字"),
        ("字&quot;a&quot;字", "字&quot;a&quot;字"), ("字..", "字.."), ("\"字\n字\"", "“字字”"), ("字“字”字", "字“字”字"),
        ("3.5字", "3.5字"),
    ])
    func marksBesideChineseBecomeChinese(_ markdown: String, _ expected: String) {
        #expect(inline(markdown) == expected)
    }

    @Test func aQuoteWithoutPartnerIsReportedAtItsPlace() {
        #expect(faults("他说\"转账") == ["BB103 1:3"])
        #expect(faults("第一行\n字，\"转账\"，说'字") == ["BB103 2:9"])
        #expect(faults("\"字\"  5\" a") == [])
    }
}

@Suite struct BareAddressTests {
    @Test(arguments: [
        ("见https://a.cn/x，请点击", "见<a href=\"https://a.cn/x\">https://a.cn/x</a>，请点击"),
        ("（http://a.cn）", "（<a href=\"http://a.cn\">http://a.cn</a>）"),
        ("字(http://a.cn/b)", "字(<a href=\"http://a.cn/b\">http://a.cn/b</a>)"),
        ("字http://a.cn/b_(c).", "字<a href=\"http://a.cn/b_(c)\">http://a.cn/b_(c)</a>."),
        ("字 HTTPS://A.cn/?x=1&y=2 字", "字 <a href=\"HTTPS://A.cn/?x=1&amp;y=2\">HTTPS://A.cn/?x=1&amp;y=2</a> 字"),
        ("http://a.cn", "http://a.cn"), ("字xhttp://a.cn", "字xhttp://a.cn"), ("字http://", "字http://"),
        ("字http://。", "字http://。"),
        ("[字http://a.cn](http://a.cn)", "<a href=\"http://a.cn\">字http://a.cn</a>"),
        ("字**http://a.cn**", "字<strong><a href=\"http://a.cn\">http://a.cn</a></strong>"),
        ("字http://a.cn\"字\"", "字<a href=\"http://a.cn\">http://a.cn</a>“字”"),
        ("`http://a.cn`字", "<code>http://a.cn</code>字"),
    ])
    func anAddressInChineseTextBecomesALink(_ markdown: String, _ expected: String) {
        #expect(inline(markdown) == expected)
    }
}

@Suite struct LinkHostTests {
    @Test(arguments: [
        "[www.gov.cn](http://evil.com)", "[https://www.gov.cn/a](https://www.gov.cn.evil.com)",
        "[官网 gov.cn](https://www.gov.cn@evil.com)",
        "[gov.cn](https://evil.com\\\\@gov.cn)", "[ｗｗｗ．gov．cn](http://evil.com)", "[**www**.gov.cn](http://evil.com)",
        "[www.gov.cn](../help.md)",
    ])
    func aTextThatNamesAnotherSiteIsAnError(_ markdown: String) { #expect(faults(markdown) == ["BB104 1:1"]) }

    @Test(arguments: [
        "[www.gov.cn](https://gov.cn/x)", "[GOV.CN](http://www.gov.cn:80)", "[帮助](http://a.cn)", "[help.md](help.md)",
        "[a@b.cn](mailto:a@b.cn)",
        "<http://a.cn>", "[第3.5节](x.md)", "字http://a.cn字",
    ])
    func aTextThatNamesItsOwnSiteIsNone(_ markdown: String) { #expect(faults(markdown) == []) }
}

@Suite struct SlipTests {
    @Test(arguments: [
        ("#标题", "BB110 1:1"), ("字\n##标题", "BB110 2:1"), ("＃ 标题", "BB111 1:1"), ("1.第一条", "BB112 1:1"),
        ("12)第一条", "BB112 1:1"),
        ("1．第一条", "BB113 1:1"), ("１. 第一条", "BB113 1:1"), ("－ 项", "BB114 1:1"), ("· 项", "BB114 1:1"),
        ("字\n\n> 　　字", "BB119 3:3"),
        ("见[文字]（http://a.cn）", "BB115 1:2"), ("![图](图片 1.png)", "BB116 1:2"), ("删~~掉~~了", "BB117 1:2"),
        ("| 甲 | 乙 |\n|---|:-:|\n| 1 | 2 |", "BB118 1:1"),
    ])
    func whatRendersAsPlainTextIsReported(_ markdown: String, _ expected: String) {
        #expect(faults(markdown).first == expected)
        #expect(faults(markdown).count == 1)
    }

    @Test(arguments: [
        "#反诈宣传# 话题", "1.5万元", "2024.7月", "#tag", "字[1]（见下文）", "~~~", "a ~~b~~", "3.15晚会", "字~字~字", "96110.", "字 # 字",
        "字[a](b c)",
    ])
    func ordinaryTextIsNot(_ markdown: String) { #expect(faults(markdown) == []) }

    @Test func theMendQuotesTheLine() {
        var report = Report()
        let file = SourceFile(path: "a.md", bytes: Array("##怎么办呢".utf8))
        _ = MarkdownParser.parse(file, reporting: &report)
        #expect(report.diagnostics.map { $0.mend(in: .chinese) } == ["写成“## 怎么办呢”。"])
    }

    @Test func rawHTMLIsReportedOnceAnElement() {
        #expect(faults("字<b>字</b>\n\n<div>\n\n<!-- x -->") == ["BB105 1:2", "BB105 3:1"])
    }
}
