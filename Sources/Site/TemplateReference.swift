import Templating

extension SiteTemplates {
    /// docs/templates.md: the keys that each template may use, from the shapes that check them.
    package static var reference: String {
        let templates: [(name: String, purpose: String, shape: Shape)] = [
            ("home", "首页", HomeKeys.shape), ("section", "栏目", ListingKeys.shape),
            ("slogans", "标语栏目", ListingKeys.shape),
            ("tags", "全部标签", ListingKeys.shape), ("tag", "一个标签", ListingKeys.shape),
            ("handbook", "手册目录", HandbookKeys.shape), ("posters", "海报墙", PostersKeys.shape),
            ("policy", "政策解读", PieceKeys.shape), ("case", "案例", PieceKeys.shape), ("slogan", "一组标语", PieceKeys.shape),
            ("chapter", "手册的一章", PieceKeys.shape), ("page", "其他页面", PieceKeys.shape),
            ("short", "短地址的跳转", ShortKeys.shape), ("ended", "已结束的短地址", ShortKeys.shape),
            ("404", "没有这一页", NotFoundKeys.shape), ("feed", "订阅源（Atom）", FeedKeys.shape),
        ]
        var text = opening + "\n## 每个模板都能用\n\n" + list(SiteKeys.shape, indent: "")
        for (name, purpose, shape) in templates {
            text += "\n## site/\(name).mustache：\(purpose)\n\n" + list(shape, indent: "")
        }
        return text
    }

    private static let opening = """
        # 网页模板能用的内容

        本页由程序生成，与模板检查用的是同一张表。模板用 Mustache 写法：`{{名字}}` 写文字，`{{{名字}}}` 写排好版的内容，
        `{{#名字}}…{{/名字}}` 有内容时才出现、是列表时逐项重复，`{{^名字}}…{{/名字}}` 没有内容时才出现，`{{> 名字}}` 插入
        partials/ 里的局部模板。写错名字，`bulletin build` 会指出在哪一行。

        """

    private static func list(_ shape: Shape, indent: String) -> String {
        shape.keys.map { name, kind in
            switch kind {
            case .text: "\(indent)- `\(name)` 文字\n"
            case .html: "\(indent)- `\(name)` 排好版的内容，用三个花括号\n"
            case .url: "\(indent)- `\(name)` 网址\n"
            case .flag: "\(indent)- `\(name)` 开关\n"
            case .list(let inner): "\(indent)- `\(name)` 列表，每项有：\n" + list(inner, indent: indent + "  ")
            case .group(let inner): "\(indent)- `\(name)` 一组：\n" + list(inner, indent: indent + "  ")
            }
        }.joined()
    }
}
