import Templating
import TestSupport
import Testing

@Suite struct EscapingTests {
    /// Texts that would become markup, leave an attribute or start a program if one byte slipped through.
    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "</title><svg/onload=a>",
        // A combining mark makes one Character of itself and the mark before it.
        "\"\u{301} onfocus=alert(1) autofocus x=\"\u{301}", "<\u{338}script>", "'\u{20DD}>", "&\u{301}lt;", ">\u{FE0F}",
        "<\u{200D}b>", "javascript:alert(1)", "&lt;script&gt;", "&#60;b>", "<!--", "--><b>", "]]>", "\u{0}<b>",
        "`onload=x`",
        "<a href=\"javascript:x\">", "\u{2028}</script>", "＜script＞", "{{title}}", "{{{body}}}",
    ]

    @Test(arguments: hostile)
    func noTextBecomesMarkup(text: String) throws {
        let compiled = Compiled("<p title=\"{{title}}\" id='{{title}}'>{{title}}</p>{{#stamp}}{{/stamp}}")
        #expect(compiled.said == [])
        var record = Record<SamplePage>()
        record[.title] = .text(text)
        let page = Array(try #require(compiled.page(record)).utf8)
        for dangerous in [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'")] {
            // What the template itself writes, and nothing more.
            let own = Array("<p title=\"\" id=''></p>".utf8).filter { $0 == dangerous }.count
            #expect(page.filter { $0 == dangerous }.count == own)
        }
        #expect(unescaped(page.dropFirst(10).prefix { $0 != UInt8(ascii: "\"") }) == Array(text.utf8))
    }

    /// The type of the value decides, whatever the template asks for.
    @Test func textInThePlaceOfMarkupIsEscaped() {
        var record = Record<SamplePage>()
        record[.body] = .text("<script>")
        #expect(Compiled("{{{body}}}{{#stamp}}{{/stamp}}").page(record) == "&lt;script&gt;")
    }

    private func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var text = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { String($0) }.joined()
        for (entity, plain) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.replacingBytes(entity, with: plain)
        }
        return Array(text.utf8)
    }
}

extension String {
    /// By bytes, because Foundation's replacing works by characters too.
    fileprivate func replacingBytes(_ needle: String, with replacement: String) -> String {
        let (bytes, needle) = (Array(utf8), Array(needle.utf8))
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: needle) {
                result += Array(replacement.utf8)
                index += needle.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
