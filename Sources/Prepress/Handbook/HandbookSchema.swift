package import Settings

/// The closed list of what handbook.yaml may state.
package enum HandbookSchema {
    package static let file = Schema([
        Field("chapters", "章节", .choice(folders), required: true),
        Field("page", "版面", .group(page), required: true),
        Field("foot", "页脚", .group(foot), required: true),
        Field("text", "正文", .group(text), required: true),
        Field("opening", "开篇", .group(opening), required: true),
        Field("contents", "目录", .group(contents), required: true),
        Field("cover", "封面", .group(cover), required: true),
        Field("back", "封底", .group(back), required: true),
        Field("frames", "文字框", .group(frames), required: true),
        Field("words", "用语", .group(words), required: true),
    ])

    private static let folders: [Field.Choice] = [
        .init("handbook", "手册"), .init("policy", "政策"), .init("cases", "案例"), .init("audiences", "专栏"),
        .init("pages", "服务"),
    ]

    private static let page = Schema([
        Field("measure", "行宽", .whole(12...60), required: true),
        Field("lines", "行数", .whole(8...80), required: true),
        Field("inner", "订口", .number(5...100), required: true),
        Field("top", "天头", .number(5...100), required: true),
        Field("foot", "页脚", .number(4...100), required: true),
    ])

    private static let foot = Schema([
        Field("left", "左", .text(limit: 60)),
        Field("middle", "中", .text(limit: 60)),
        Field("right", "右", .text(limit: 60)),
        Field("size", "字号", .number(smallest...14), required: true),
    ])

    /// 六号: no text of a handbook is smaller (rule 31 of the print checklist).
    static let smallest = 7.875

    private static let text = Schema([
        Field("heading", "节题", .number(smallest...40), required: true),
        Field("subheading", "小题", .number(smallest...40), required: true),
        Field("small", "小字", .number(smallest...20), required: true),
        Field("tint", "底纹", .number(0...40), required: true),
        Field("checks", "打勾", .list(of: .text(limit: 40), count: 0...20)),
    ])

    private static let opening = Schema([
        Field("lines", "行数", .whole(3...40), required: true),
        Field("numeral", "数字", .number(smallest...200), required: true),
        Field("title", "标题", .number(smallest...60), required: true),
        Field("summary", "提要", .number(smallest...30), required: true),
    ])

    private static let contents = Schema([
        Field("lines", "行数", .whole(2...40), required: true),
        Field("title", "标题", .number(smallest...60), required: true),
        Field("summary", "提要字号", .number(smallest...20), required: true),
        Field("summaries", "提要", .flag),
    ])

    private static let cover = Schema([
        Field("art", "图", .text(limit: 100), required: true),
        Field("label", "单位签", .text(limit: 100), required: true),
    ])

    private static let back = Schema([
        Field("art", "图", .text(limit: 100), required: true), Field("code", "短码", .text(limit: 6)),
    ])

    private static let frames = Schema(FrameName.allCases.map { Field($0.rawValue, $0.twin, .group(frame)) })

    private static let frame = Schema([
        Field(
            "face", "字体",
            .choice([
                .init("headline", "标题体"), .init("text", "正文体"), .init("textBold", "正文粗体"), .init("serif", "宋体"),
                .init("serifBold", "宋体粗体"), .init("hand", "手写体"),
            ]), required: true),
        Field("size", "字号", .number(5...200), required: true),
        Field("least", "最小", .number(5...200), required: true),
        Field(
            "align", "对齐", .choice([.init("left", "左"), .init("centre", "中"), .init("right", "右")]), required: true),
        Field(
            "colour", "颜色",
            .choice([
                .init("red", "朱红"), .init("ink", "墨"), .init("paper", "纸"), .init("indigo", "靛"),
                .init("yellow", "警黄"), .init("grey", "灰"),
            ]), required: true),
    ])

    private static let words = Schema(
        HandbookWords.keys.map { Field($0.key, $0.twin, .text(limit: 60), required: true) })
}
