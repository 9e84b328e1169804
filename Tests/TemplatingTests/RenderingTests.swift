import Diagnostics
import Mustache
import Templating
import TestSupport
import Testing

@Suite struct RenderingTests {
    private func fullRecord() -> Record<SamplePage> {
        var record = Record<SamplePage>()
        record[.title] = .text("“甲” & <乙>")
        record[.body] = .html(Array("<p>正文</p>".utf8))
        record[.link] = .text("cases/a.html?x=1&y=2")
        record[.open] = .flag(true)
        record[.items] = .list(items(["一", "二"]))
        record[.place] = .group(items(["处"])[0])
        return record
    }

    /// The same values as swift-mustache wants them.
    private var oracleContext: [String: Any] {
        func items(_ labels: [String]) -> [[String: Any]] {
            labels.enumerated().map { ["label": $1, "last": $0 == labels.count - 1] }
        }
        return [
            "stamp": [
                "line": sampleStamp.line, "lines": sampleStamp.lockup.map { ["text": $0] as [String: Any] },
            ] as [String: Any],
            "name": "商城", "menu": items(["案例", "标语"]), "title": "“甲” & <乙>", "body": "<p>正文</p>",
            "link": "cases/a.html?x=1&y=2", "open": true, "items": items(["一", "二"]), "place": items(["处"])[0],
        ]
    }

    /// Our pages are what swift-mustache makes of the same template, for everything that this house supports.
    @Test(arguments: [
        "{{title}}{{{body}}}{{&body}}", "{{ title }}|{{#stamp}}{{line}}{{#lines}}<b>{{text}}</b>{{/lines}}{{/stamp}}",
        "{{#items}}{{label}}{{^last}}，{{/last}}{{/items}}", "{{#items}}{{title}}{{#menu}}{{label}}{{/menu}}{{/items}}",
        "{{#open}}\n  yes\n{{/open}}\n{{^open}}\nno\n{{/open}}\nend", "a {{! remark }} b\n  {{! alone }}\nc",
        "{{#place}}{{label}}{{/place}} {{place.label}}", "{{#menu}}\r\n- {{label}}\r\n{{/menu}}\r\n",
        "{{> head}}\nx {{> head}} y", "{{#items}}{{> row}}{{/items}}", "<a href=\"{{link}}\" title='{{title}}'>x</a>",
        "{ {{title}} } {x}", "{{#items}}\n{{#last}}\n{{label}}\n{{/last}}\n{{/items}}\n",
        "{{#title}}<h1>{{title}}</h1>{{/title}}",
    ])
    func pagesEqualThoseOfMustache(body: String) throws {
        // The pragma gives both sides the same escaping; that ours is the stronger one is tested below.
        let text = body + "<i>{{stamp.line}}</i>"
        let partials = ["head": "<head>{{name}}</head>\n", "row": "[{{label}}]"]
        let used = partials.filter { text.contains("{{> \($0.key)}}") }
        let compiled = Compiled(text, partials: used)
        #expect(compiled.said == [])
        var library: [String: MustacheTemplate] = ["page": try MustacheTemplate(string: text)]
        for (name, partial) in used { library[name] = try MustacheTemplate(string: partial) }
        let expected = MustacheLibrary(templates: library).render(oracleContext, withTemplate: "page")
        #expect(compiled.page(fullRecord()) == expected)
    }

    @Test func absentAndEmptyValuesLeaveNothing() {
        let compiled = Compiled(
            "{{title}}{{#title}}T{{/title}}{{^title}}-{{/title}}{{^items}}none{{/items}}{{place.label}}{{{body}}}"
                + "{{#stamp}}{{/stamp}}")
        var record = Record<SamplePage>()
        #expect(compiled.page(record) == "-none")
        record[.title] = .text("")
        record[.items] = .list([Record<SampleItem>]())
        #expect(compiled.page(record) == "-none")
    }

    @Test func whatIsTheSameOnAllPagesIsWrittenInOnce() throws {
        let text =
            "{{#menu}}{{#items}}{{label}}{{/items}}{{label}};{{/menu}}{{#items}}{{#menu}}{{label}}{{/menu}}{{/items}}"
        let compiled = Compiled(text + "{{stamp.line}}")
        #expect(compiled.said == [])
        #expect(compiled.page(fullRecord()) == "一二案例;一二标语;案例标语案例标语警惕&lt;火&gt;，不烧")
    }

    @Test func fingerprintsFollowWhatThePageShows() throws {
        let template = try #require(Compiled("{{stamp.line}}{{#menu}}{{label}}{{/menu}}{{title}}").template)
        func bytes(_ change: (inout Record<SampleSite>) -> Void, stamp: Stamp = sampleStamp) -> [UInt8] {
            var site = sampleSite()
            change(&site)
            return StampedTemplate(template, stamp: stamp, site: site).canonicalBytes
        }
        let usual = bytes { _ in }
        #expect(bytes { $0[.name] = .text("not shown") } == usual)
        #expect(bytes { $0[.menu] = .list(items(["案例"])) } != usual)
        #expect(bytes({ _ in }, stamp: Stamp(line: "别的", lockup: [])) != usual)
        var record = fullRecord()
        let before = record.canonicalBytes
        record[.items] = .list(items(["一二", ""]))
        #expect(record.canonicalBytes != before)
    }
}
