package import Settings

/// The fields of a piece's front matter: the common ones and those of its folder.
package enum PieceSchema {
    package static func of(_ folder: Folder) -> Schema {
        switch folder {
        case .policy: policy
        case .cases: cases
        case .results, .honours: reports
        case .audiences, .handbook: illustrated
        case .slogans, .pages: plain
        }
    }

    private static let common = [
        Field("title", "标题", .text(limit: 100), required: true),
        Field("slug", "网址名", .text(limit: 64), required: true),
        Field("code", "短码", .text(limit: 6), required: true),
        Field("date", "日期", .date(years: CampaignSchema.years), required: true),
        Field("updated", "更新", .date(years: CampaignSchema.years)),
        Field("publish", "发布", .date(years: CampaignSchema.years)),
        Field("expire", "撤下", .date(years: CampaignSchema.years)),
        Field("summary", "摘要", .text(limit: 200)),
        Field("tags", "标签", .list(of: .text(limit: 20), count: 0...12)),
        Field("audience", "对象", .list(of: .text(limit: 20), count: 0...20)),
        Field("elderly", "老年人", .flag),
        Field("source", "来源", .text(limit: 100)),
        Field("verified", "已核实", .flag),
        Field("cover", "封面", .text(limit: 200)),
        Field("order", "顺序", .whole(0...9999)),
        Field("posters", "海报", CampaignSchema.posters),
    ]

    private static let plain = Schema(common)

    private static let illustrated = Schema(common + [Field("pictogram", "图标", .text(limit: 40))])

    private static let policy = Schema(
        common + [
            Field("numbering", "编号", .choice([.init("official", "公文"), .init("none", "无")])),
            Field("issuer", "发布机构", .text(limit: 60)),
            Field("index", "索引号", .text(limit: 60)),
            Field("document", "文号", .text(limit: 60)),
            Field("scope", "公开范围", .text(limit: 100)),
            Field("procedure", "程序", .text(limit: 200)),
            Field("form", "形式", .text(limit: 100)),
            // Documents may be older than the campaign by decades.
            Field("issued", "成文日期", .date(years: 1949...2099)),
            Field("validity", "有效性", .text(limit: 40)),
            Field("relates", "关联", .text(limit: 200)),
        ])

    private static let cases = Schema(
        common + [
            Field("type", "类型", .text(limit: 20), required: true),
            Field(
                "kind", "种类",
                .choice([
                    .init("victim", "受害"), .init("accomplice", "帮凶"), .init("dissuaded", "劝阻"), .init("honour", "表扬"),
                ]), required: true),
            Field("consent", "授权", .group(consent)),
        ])

    static let consent = Schema([
        Field("by", "授权人", .text(limit: 40), required: true),
        Field("on", "日期", .date(years: CampaignSchema.years), required: true),
        Field("scope", "范围", .text(limit: 100), required: true),
    ])

    private static let reports = Schema(
        common + [
            Field("figures", "数据", .list(of: .group(figure), count: 0...60)),
            Field("people", "人物", .list(of: .group(person), count: 0...60)),
        ])

    static let figure = Schema([
        Field("text", "说明", .text(limit: 100), required: true),
        Field("source", "来源", .text(limit: 100), required: true),
        Field("area", "范围", .text(limit: 60), required: true),
        Field("asof", "截至", .date(years: CampaignSchema.years), required: true),
    ])

    static let person = Schema([
        Field("name", "姓名", .text(limit: 20), required: true),
        // Checked apart, for its own message.
        Field("consent", "授权", .text(limit: 200)),
    ])
}

extension Folder {
    /// The name that settings may use for a folder.
    package var chineseName: String {
        switch self {
        case .policy: "政策"
        case .cases: "案例"
        case .slogans: "标语"
        case .audiences: "专栏"
        case .handbook: "手册"
        case .results: "成效"
        case .honours: "表扬"
        case .pages: "页面"
        }
    }

    /// The section's title where campaign.yaml gives none.
    var defaultTitle: String {
        switch self {
        case .policy: "政策解读"
        case .cases: "典型案例"
        case .slogans: "宣传标语"
        case .audiences: "五进专栏"
        case .handbook: "宣传手册"
        case .results: "工作成效"
        case .honours: "先进表扬"
        case .pages: "服务"
        }
    }
}
