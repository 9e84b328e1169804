import Diagnostics
import Markdown
import TestSupport
import Testing

@Suite struct BadInputTests {
    private func parsed(_ bytes: [UInt8]) -> (document: Document, report: Report) {
        var report = Report()
        let document = MarkdownParser.parse(SourceFile(path: "a.md", bytes: bytes), reporting: &report)
        return (document, report)
    }

    @Test func aFileOverEightMegabytesIsRefused() {
        let (document, report) = parsed([UInt8](repeating: UInt8(ascii: "a"), count: MarkdownParser.sizeLimit + 1))
        #expect(report.diagnostics.map(\.code) == [.fileTooLarge])
        #expect(report.diagnostics.first?.summary(in: .english) == "the file is too large: 8.1 MB, the limit is 8 MB")
        #expect(document.nodes.count == 1)
    }

    @Test func malformedUTF8IsRefusedByItsOffset() {
        let (document, report) = parsed(Array("字\na".utf8) + [0xFF, 0x62])
        #expect(report.diagnostics.map(\.code) == [.invalidUTF8])
        #expect(report.diagnostics.first?.arguments["offset"] == "5")
        #expect(report.diagnostics.first?.place?.line == 2)
        #expect(document.nodes.count == 1)
    }

    @Test func aByteOrderMarkIsPassedWithAWarning() {
        let (document, report) = parsed(FrontMatterTests.mark + Array("# 字".utf8))
        #expect(report.diagnostics.map(\.code) == [.byteOrderMark])
        #expect(HTMLRenderer.render(document) == Array("<h1>字</h1>\n".utf8))
        #expect(document.nodes[1].sourceByte == 3)
    }

    @Test func aNoncharacterIsReported() {
        let (document, report) = parsed(Array("字a".utf8) + [0xEF, 0xB7, 0x90] + Array("b".utf8))
        #expect(report.diagnostics.map(\.code) == [.noncharacter])
        #expect(report.diagnostics.first?.place?.column == 3)
        #expect(HTMLRenderer.render(document).contains(0x90))
    }

    @Test func nullIsWrittenAsTheReplacementCharacter() { #expect(html("a\u{0}字") == "<p>a\u{FFFD}字</p>\n") }

    @Test func carriageReturnsChangeNoPlace() {
        #expect(
            inlines("字\r\n\r\n> 字*a*\r\nb") == [
                "text 字 1:1", "text 字 3:3", "em 3:4", "text a 3:5", "break 3:7", "text b 4:1",
            ])
    }

    @Test func twoHundredThousandQuotesNeitherCrashNorHang() {
        let (document, report) = parsed([UInt8](repeating: UInt8(ascii: ">"), count: 200_000) + Array(" 字\n".utf8))
        #expect(report.diagnostics.map(\.code) == [.nestedTooDeep])
        #expect(report.diagnostics.first?.place?.column == 101)
        #expect(document.nodes.count == 200_003)
        #expect(HTMLRenderer.render(document).count > 200_000 * 20)
        #expect(PlainTextRenderer.render(document) == Array("字".utf8))
    }

    /// Texts on which a careless reader takes the square of the length, or loses its way.
    @Test(arguments: [
        "- ", "* a\n ", "[", "![", "[a](", "[a]（", "~~字", "**字「", "\"字", "字--", "字https://", "字https://a)", "](", "`",
        "``` ", "<b", "&",
        "_字", "> - ", "|", "a\n", "字\n", "*a **a ", "[a]: b\n", "\\", "字…\n", "![a](b)", "<http://a>", "1. ",
    ])
    func longRepetitionsKeepTheirText(_ part: String) {
        let text = String(repeating: part, count: 3_000)
        let (document, _) = parsed(Array("字".utf8) + Array(text.utf8))
        let han = Array("字".utf8)[0]
        let expected = 1 + text.utf8.count { $0 == han }
        let count = document.nodes.filter { $0.kind == .text }.reduce(0) {
            $0 + document.bytes($1.literal).count { $0 == han }
        }
        #expect(count >= expected)
    }
}

@Suite struct FrontMatterTests {
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private func split(_ text: String) -> String? {
        let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
        let (front, body) = FrontMatter.split(file)
        guard let front else { return nil }
        return String(decoding: file.bytes[front], as: UTF8.self) + "|"
            + String(decoding: file.bytes[body...], as: UTF8.self)
    }

    @Test func aKeyBehindTheDashesMakesFrontMatter() {
        #expect(split("---\ntitle: a\n---\nb") == "title: a\n|b")
        #expect(split("---\r\n标题: a\r\n---\r\nb") == "标题: a\r\n|b")
        #expect(split("---\na:\n---") == "a:\n|")
        #expect(split("---  \na: b\n---\t\n") == "a: b\n|")
        #expect(split("\u{FEFF}---\na: b\n---\nc") == "a: b\n|c")
    }

    @Test(arguments: [
        "---\ntitle: a\n", "---\n# a\n---\n", "---\n\na: b\n---\n", "---\nhttps://a\n---\n", "----\na: b\n---\n",
        " ---\na: b\n---\n", "---\na b\n---",
        "a\n---\na: b\n---\n", "",
    ])
    func anythingElseIsBody(_ text: String) { #expect(split(text) == nil) }
}

@Suite struct SafetyTests {
    /// Ways into a page; what they write must hold no live code.
    static let attacks = [
        "<script>alert(1)</script>", "字<img src=x onerror=alert(1)>", "[字](javascript:alert(1))",
        "[字](  JaVaScRiPt:alert(1))",
        "[字](<javascript:alert(1)>)", "[字](java&#115;cript:alert(1))", "[字](javascript&colon;alert(1))",
        "![字](data:text/html,<script>)",
        "[字](data:text/html;base64,PHNjcmlwdD4=)", "[字](vbscript:x)", "[字](file:///etc/passwd)",
        "<javascript:alert(1)>",
        "[字](u \"><script>alert(1)</script>\")", "![\"><script>](x)", "[字](\"onclick=alert(1))", "```\"><script>\n```",
        "```notice \"><script>\n字\n```",
        "```qr\n\"><script>\n<script>\n```", "```table\n|<script>|\"|\n|[字](javascript:x)|<b onclick=x>|\n```",
        "字`<script>`", "&lt;script&gt;字",
        "字https://a.cn/\"><script>", "字https://a.cn/'onclick='x", "<!--><script>-->", "<![CDATA[<script>]]>字",
        "<?x ?><script>",
        "[x]: javascript:alert(1)\n\n[x]", "[字](\u{1}javascript:x)", "\u{0}<script>", "<scr\u{0}ipt>字",
        "[a](\\javascript:x)",
    ]

    @Test(arguments: attacks)
    func nothingThatRunsPasses(_ markdown: String) {
        let page = html(markdown).lowercased()
        #expect(!page.contains("<script"))
        #expect(!page.contains("<b onclick"))
        for attribute in ["href", "src"] {
            for scheme in ["javascript:", "vbscript:", "data:text", "file:"] {
                #expect(!page.contains("\(attribute)=\"\(scheme)"), "\(page)")
            }
        }
        // Every quote mark inside text is escaped: those that stand belong to our own attributes.
        for tag in page.split(separator: "<").dropFirst() {
            let inside = tag.prefix { $0 != ">" }
            #expect(inside.count { $0 == "\"" } % 2 == 0, "\(page)")
        }
    }

    @Test func addressesFromOptionsAreHeldToTheSameRule() {
        var options = HTMLOptions()
        options.destination = { _ in "javascript:x" }
        options.headingNumber = { _ in "<一>" }
        options.anchor = { _ in "a\"b" }
        #expect(html("# [a](b)", options: options) == "<h1 id=\"a&quot;b\">&lt;一&gt;<a href=\"\">a</a></h1>\n")
    }
}
