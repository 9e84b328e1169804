package import Settings

/// The fields of campaign.yaml.
package enum CampaignSchema {
    /// Years of the campaign's days: a slip such as 2204 or 0024 must not pass for a date.
    package static let years = 2000...2099

    package static let whole = Schema([
        Field("name", "名称", .text(limit: 80), required: true),
        Field("short", "简称", .text(limit: 12)),
        Field("theme", "主题", .group(theme), required: true),
        Field("period", "时间", .group(period), required: true),
        Field("timezone", "时区", .text(limit: 40)),
        Field("organiser", "主办", .text(limit: 40), required: true),
        Field("logo", "标志", .text(limit: 200)),
        Field("phases", "阶段", .list(of: .group(phase), count: 0...24)),
        Field("before", "开始前", .group(interval)),
        Field("between", "阶段之间", .group(interval)),
        Field("after", "结束后", .group(after)),
        Field("hotlines", "热线", .list(of: .group(hotline), count: 0...20)),
        Field("channels", "渠道", .list(of: .group(channel), count: 0...30)),
        Field("types", "类型", .list(of: .group(type), count: 0...60)),
        Field("audiences", "对象", .list(of: .group(audience), count: 0...40)),
        Field("tags", "标签", .list(of: .group(tag), count: 0...500)),
        Field("sections", "栏目", .group(folders(of: .text(limit: 12)))),
        Field("posters", "海报", .group(folders(of: posters))),
        Field("boards", "点位", .group(boards)),
        Field("wechat", "公众号", .group(folders(of: .list(of: .choice(wechatPictures), count: 0...3)))),
        Field("site", "网站", .group(site)),
        Field("handbook", "手册", .group(handbook)),
        Field("paper", "纸张", .group(paper)),
    ])

    /// Posters of campaign.yaml and of a piece.
    static let posters = Field.Kind.list(of: .group(poster), count: 0...12)

    /// The names of the content's folders, with their Chinese twins.
    static func folders(of kind: Field.Kind) -> Schema {
        Schema(Folder.allCases.map { Field($0.rawValue, $0.chineseName, kind) })
    }

    static let theme = Schema([
        Field("line", "主题句", .text(limit: 60), required: true),
        Field("lockup", "分行", .list(of: .text(limit: 30), count: 1...3)),
    ])
    static let period = Schema([
        Field("from", "起", .date(years: years), required: true),
        Field("to", "止", .date(years: years), required: true),
    ])
    static let phase = Schema([
        Field("name", "名称", .text(limit: 20), required: true),
        Field("from", "起", .date(years: years), required: true),
        Field("to", "止", .date(years: years), required: true),
        Field("text", "说明", .text(limit: 300)),
        Field("tasks", "任务", .list(of: .group(task), count: 0...40)),
    ])
    static let task = Schema([
        Field("what", "事项", .text(limit: 200), required: true),
        Field("who", "责任单位", .text(limit: 80), required: true),
        Field("due", "期限", .date(years: years), required: true),
    ])
    private static let intervalFields = [
        Field("name", "名称", .text(limit: 20), required: true), Field("text", "说明", .text(limit: 300)),
    ]
    static let interval = Schema(intervalFields)
    static let after = Schema(
        intervalFields + [Field("keep", "保留", .list(of: .text(limit: 64), count: 0...500))])
    static let hotline = Schema([
        Field("name", "名称", .text(limit: 30), required: true),
        Field("number", "号码", .text(limit: 20), required: true),
        Field("text", "说明", .text(limit: 200)),
    ])
    static let channel = Schema([
        Field("name", "名称", .text(limit: 40), required: true),
        Field(
            "kind", "类型",
            .choice([
                .init("app", "应用"), .init("account", "公众号"), .init("video", "视频号"), .init("weibo", "微博"),
                .init("site", "网站"), .init("other", "其他"),
            ]), required: true),
        Field("text", "说明", .text(limit: 200)),
        Field("code", "二维码", .text(limit: 200)),
    ])
    static let type = Schema([
        Field("name", "名称", .text(limit: 20), required: true),
        Field("slug", "网址名", .text(limit: 64), required: true),
        Field("text", "说明", .text(limit: 200)),
        Field("kind", "种类", .choice([.init("victim", "受害"), .init("accomplice", "帮凶")])),
        Field("pictogram", "图标", .text(limit: 40)),
    ])
    static let audience = Schema([
        Field("name", "名称", .text(limit: 20), required: true),
        Field("visit", "五进", .text(limit: 20)),
        Field("elderly", "老年人", .flag),
    ])
    static let tag = Schema([
        Field("name", "名称", .text(limit: 20), required: true),
        Field("slug", "网址名", .text(limit: 64), required: true),
    ])
    static let poster = Schema([
        Field("template", "模板", .text(limit: 64), required: true),
        Field("sizes", "尺寸", .list(of: .text(limit: 30), count: 1...12), required: true),
        Field("distance", "视距", .number(0.1...100)),
        Field("items", "条目", .list(of: .text(limit: 64), count: 1...200)),
    ])
    private static let wechatPictures: [Field.Choice] = [
        .init("cover", "封面"), .init("share", "分享图"), .init("long", "长图"),
    ]
    /// Posters by the kind of place, under the names that places.csv uses.
    static let boards = Schema(
        [
            ("board", Place.Kind.board), ("screen", .screen), ("banner", .banner), ("stand", .stand),
            ("card", .tableCard),
        ]
        .map { Field($0.0, $0.1.rawValue, .list(of: .text(limit: 200), count: 0...60)) })
    static let site = Schema([
        Field("base_url", "网址", .text(limit: 200)),
        Field("icp", "备案号", .text(limit: 60)),
        Field("police", "公安备案号", .text(limit: 60)),
    ])
    static let handbook = Schema([
        Field("title", "标题", .text(limit: 40), required: true),
        Field("subtitle", "副标题", .text(limit: 60)),
        Field("size", "尺寸", .text(limit: 30)),
    ])
    static let paper = Schema([
        Field("cover", "封面", .text(limit: 30)),
        Field("text", "内页", .text(limit: 30)),
        Field("poster", "海报", .text(limit: 30)),
        Field("banner", "横幅", .text(limit: 30)),
        Field("stand", "展架", .text(limit: 30)),
        Field("card", "台卡", .text(limit: 30)),
    ])
}
