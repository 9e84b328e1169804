import Diagnostics
import Templating
import TestSupport
import Testing
import Theme

@Suite struct CheckingTests {
    private static let stamp = "{{stamp.line}}"

    @Test(arguments: [
        ("<p>{{titel}}</p>", "BB410 1:6 这里没有叫“titel”的内容，是否应为“title”？"),
        ("\n  {{#itms}}{{/itms}}", "BB410 2:6 这里没有叫“itms”的内容，是否应为“items”？"),
        ("汉字{{zzzzzz}}", "BB410 1:5 这里没有叫“zzzzzz”的内容"),
        ("{{place.lable}}", "BB410 1:3 这里没有叫“place.lable”的内容"),
        ("{{title.label}}", "BB410 1:3 这里没有叫“title.label”的内容"),
        ("{{> haed}}", "BB411 1:5 没有叫“haed”的局部模板，是否应为“head”？"),
        ("a {{title", "BB412 1:3 左边的花括号没有配上右边的"),
        ("{{#open}}x", "BB413 1:4 “open”这一段没有结束"),
        ("x{{/open}}y", "BB414 1:2 结束标记“/open”没有对应的开头"),
        ("{{#open}}{{/items}}", "BB415 1:10 这一段由“open”开头，却由“/items”结束"),
        ("{{{title}}}", "BB416 1:4 “title”是普通文字，不能用三个花括号"),
        ("{{&title}}", "BB416 1:4 “title”是普通文字，不能用三个花括号"),
        ("{{body}}", "BB417 1:3 “body”是排好版的内容，要用三个花括号"),
        ("{{items}}", "BB418 1:3 “items”只能用作段落的开关或列表，不能直接写出来"),
        ("{{open}}", "BB418 1:3 “open”只能用作段落的开关或列表，不能直接写出来"),
        ("{{=<% %>=}}", "BB419 1:4 不支持这种标记"),
        ("{{$block}}", "BB419 1:4 不支持这种标记"),
        ("<script>var x = \"{{title}}\"</script>", "BB421 1:20 “title”不能放在这里：在 script 或 style 里面"),
        ("<STYLE>{{title}}</STYLE >", "BB421 1:10 “title”不能放在这里：在 script 或 style 里面"),
        ("<p {{title}}>", "BB421 1:6 “title”不能放在这里：在标签里、属性值之外"),
        ("<p id={{title}}>", "BB421 1:9 “title”不能放在这里：属性值没有加引号"),
        ("<p id=a{{title}}>", "BB421 1:10 “title”不能放在这里：属性值没有加引号"),
        ("<!-- {{title}} -->", "BB421 1:8 “title”不能放在这里：在注释里面"),
        ("<p onclick=\"{{title}}\">", "BB421 1:15 “title”不能放在这里：这个属性会被当作程序或样式执行"),
        ("<p style='{{title}}'>", "BB421 1:13 “title”不能放在这里：这个属性会被当作程序或样式执行"),
        ("<a HREF=\"{{title}}\">", "BB421 1:12 “title”不能放在这里：这里要的是网址，而它是普通文字"),
        ("{{#open}}<p title=\"{{/open}}\">", "BB422 1:4 “open”这一段把标签或引号切成了两半"),
    ])
    func aFaultIsNamedWithItsPlace(text: String, expected: String) {
        let compiled = Compiled(text + Self.stamp, partials: text.contains("haed") ? ["head": "x"] : [:])
        #expect(compiled.said.contains(expected), "\(compiled.said)")
        for diagnostic in compiled.report.diagnostics {
            let english = DiagnosticPrinter(language: .english).text(of: diagnostic)
            #expect(!english.contains("{") || text.contains("{"))
            #expect(
                diagnostic.summary(in: .english).unicodeScalars.allSatisfy { $0.value < 0x3000 || $0.value > 0x9FFF })
        }
    }

    @Test(arguments: [
        "<a href=\"{{link}}\">{{title}}</a>", "<a href=\"tel:{{title}}\">x</a>", "<p class=\"a{{#open}} b{{/open}}\">",
        "<p{{#open}} hidden{{/open}}>", "a < b {{title}}", "<br/>{{title}}", "<script>if (a < b) {}</script>{{title}}",
        "<p\ntitle=\"{{title}}\"\n>", "<!-- > -- -->{{title}}", "<img alt='{{title}}' src=\"{{link}}\">",
    ])
    func whatIsSafeIsAllowed(text: String) {
        #expect(Compiled(text + Self.stamp).said == [])
    }

    @Test func allFaultsOfOneTemplateAreReportedAtOnce() {
        let compiled = Compiled("{{a}}\n{{{title}}}\n{{#open}}\n{{> none}}\n")
        #expect(compiled.report.sorted.map(\.code.id) == ["BB423", "BB410", "BB416", "BB413", "BB411"])
    }

    @Test func aPartialThatUsesItselfIsRefused() {
        let compiled = Compiled("{{> a}}" + Self.stamp, partials: ["a": "{{> b}}", "b": "x{{> a}}"])
        #expect(compiled.said == ["BB420 1:6 局部模板“a”绕了一圈又用到自己"])
    }

    @Test func faultsInPartialsAreLocatedThere() {
        let compiled = Compiled("{{> a}}" + Self.stamp, partials: ["a": "\n{{titel}}"])
        #expect(compiled.report.sorted.map(\.place?.file) == ["templates/site/partials/a.mustache"])
        #expect(compiled.report.sorted.map(\.place?.line) == [2])
    }

    @Test func aTemplateWithoutTheThemeIsRefused() {
        #expect(Compiled("{{title}}").report.sorted.map(\.code.id) == ["BB423"])
        #expect(Compiled("{{#stamp}}{{line}}{{/stamp}}").said == [])
    }

    @Test func missingAndUnusedFilesAreNamed() {
        var report = Report()
        let misnamed = SourceFile(path: "templates/site/pgae.mustache", bytes: [])
        let folder = TemplateFolder(path: "templates", files: [("site/pgae.mustache", misnamed)])
        var set = TemplateSet(folder, below: "site/")
        let none = set.template("page", site: SampleSite.self, page: SamplePage.self, reporting: &report)
        #expect(none == nil)
        set.reportUnused(to: &report)
        #expect(
            report.sorted.map { $0.summary(in: .chinese) } == [
                "缺少模板“page.mustache”，“pgae.mustache”是不是写错了名字？", "没有页面用到这个模板",
            ])
    }

    @Test func deepNestingIsRefusedWithoutHarm() {
        let text = String(repeating: "{{#open}}", count: 5000)
        #expect(Compiled(text + Self.stamp).report.sorted.map(\.code.id).contains("BB426"))
    }

    /// Random mixtures of tags and markup neither crash the scanner nor pass it unbalanced.
    @Test func hostileTemplatesAreOnlyRefused() {
        let parts = [
            "{{", "}}", "{{{", "}}}", "{{#open}}", "{{/open}}", "{{^items}}", "{{/items}}", "{{title}}", "{{{body}}}",
            "<", ">", "\"", "'", "<a href=", "=", "<script>", "</script>", "<!--", "-->", "\n", " ", "汉", "{{> a}}",
            "{{!",
        ]
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 1...24, using: &generator)).map { _ in
                parts.randomElement(using: &generator) ?? ""
            }.joined()
            let compiled = Compiled(text, partials: ["a": "{{label}}"])
            #expect(compiled.page(Record<SamplePage>()) != nil)
        }
    }
}
