import Diagnostics
import Markdown
import Testing

/// The HTML of a Markdown text, by way of the whole parser.
func html(_ markdown: String, options: HTMLOptions = HTMLOptions()) -> String {
    var report = Report()
    let file = SourceFile(path: "test.md", bytes: Array(markdown.utf8))
    let document = MarkdownParser.parse(file, from: FrontMatter.split(file).bodyStart, reporting: &report)
    return String(decoding: HTMLRenderer.render(document, options: options), as: UTF8.self)
}

@Suite struct HTMLRendererTests {
    @Test func blocksAndInlinesBecomeTheirElements() {
        #expect(
            html("# a *b*\n\n> - c `d`\n\n[e](/f \"g\") ![h *i*](j)\n")
                == """
                <h1>a <em>b</em></h1>
                <blockquote>
                <ul>
                <li>c <code>d</code></li>
                </ul>
                </blockquote>
                <p><a href="/f" title="g">e</a> <img src="j" alt="h i" /></p>

                """)
    }

    @Test func rawHTMLAndUnsafeAddressesAreLeftOut() {
        #expect(
            html("<b>x</b>\n\n<script>y</script>\n\n[a](JAVASCRIPT:x)") == """
                <p><!-- raw HTML omitted -->x<!-- raw HTML omitted --></p>
                <!-- raw HTML omitted -->
                <p><a href="">a</a></p>

                """)
    }
}
