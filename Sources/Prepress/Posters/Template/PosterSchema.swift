package import Settings
import Theme

/// What poster.yaml may hold: data, so that tests and the guide can enumerate it.
package enum PosterSchema {
    package static let file = Schema([
        Field("distance", "视距", .number(0.1...50), required: true),
        Field("elderly", "老年人", .flag),
        Field("shapes", "版式", .group(shapes), required: true),
        Field("next", "续页", .group(shapes)),
        Field("inks", "油墨", .group(ThemeSchema.inks)),
        Field("stacks", "叠放", .list(of: .group(stack), count: 1...20)),
        Field("frames", "文字框", .dictionary(of: .group(frame)), required: true),
    ])

    static let shapes = Schema([
        Field("portrait", "竖版", .text(limit: 100)), Field("wide", "横版", .text(limit: 100)),
        Field("tall", "立式", .text(limit: 100)), Field("banner", "横幅", .text(limit: 100)),
        Field("banner_short", "短横幅", .text(limit: 100)),
    ])

    static let stack = Schema([
        Field("frames", "文字框", .list(of: .text(limit: 40), count: 2...20), required: true),
        Field("gap", "间距", .number(0...100), required: true),
        Field("narrowest", "最窄", .whole(1...11)),
        Field("widest", "最宽", .whole(1...11)),
    ])

    static let frame =
        Schema([Field("take", "取", .text(limit: 60), required: true)]) + look
        // What is otherwise on sheets of one kind.
        + Schema(shapes.fields.map { Field($0.key, $0.twin, .group(look)) })

    static let look = Schema([
        Field("font", "字体", .choice(fonts)),
        Field("size", "字号", .number(4...1000)),
        Field("fit", "适应", .choice([.init("fixed", "固定"), .init("grow", "放大"), .init("shrink", "缩小")])),
        Field("least", "最小", .number(4...1000)),
        Field("most", "最大", .number(4...1000)),
        Field("leading", "行距", .number(1...3)),
        Field("indent", "缩进", .number(0...10)),
        Field("colour", "颜色", .choice(colours)),
        Field("accent", "强调色", .choice(colours)),
        Field(
            "align", "对齐",
            .choice([.init("left", "左"), .init("centre", "中"), .init("right", "右"), .init("justified", "两端")])),
        Field(
            "place", "位置",
            .choice([.init("top", "上"), .init("middle", "中"), .init("bottom", "下")])),
        Field(
            "anchor", "停靠",
            .choice([
                .init("top", "靠上"), .init("left", "靠左"), .init("bottom", "靠下"), .init("right", "靠右"),
                .init("stretch", "伸缩"), .init("centre", "居中"), .init("share", "分摊"),
            ])),
        Field("columns", "栏数", .whole(1...6)),
        Field("lines", "行数", .whole(1...20)),
        Field("direction", "排向", .choice([.init("horizontal", "横排"), .init("vertical", "竖排")])),
        Field("together", "同号", .text(limit: 40)),
        Field("label", "小标题", .text(limit: 40)),
        Field("numeral", "编号", .text(limit: 4)),
        Field("ground", "底色", .choice(colours)),
        Field("tint", "浓淡", .number(0...1)),
        Field("band", "题头底色", .choice(colours)),
        Field("padding", "内边距", .number(0...50)),
        Field("marker", "项目符号", .choice([.init("numbers", "数字"), .init("dots", "圆点"), .init("squares", "方框")])),
        Field("logo", "标志", .flag),
        Field("yields", "让位", .text(limit: 40)),
    ])

    static let fonts: [Field.Choice] = [
        .init("headline", "标题体"), .init("text", "正文体"), .init("text_bold", "正文粗体"), .init("serif", "宋体"),
        .init("serif_bold", "宋体粗体"), .init("hand", "手写体"),
    ]

    static let colours: [Field.Choice] = [
        .init("red", "朱红"), .init("ink", "墨"), .init("paper", "纸"), .init("indigo", "靛"), .init("yellow", "警黄"),
        .init("grey", "灰"),
    ]
}
