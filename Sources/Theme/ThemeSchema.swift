import Diagnostics
package import Settings

/// The closed list of what theme.yaml may state.
package enum ThemeSchema {
    package static let file = Schema([
        Field("colours", "颜色", .group(palette), required: true),
        Field("dark", "深色", .group(palette), required: true),
        Field("inks", "油墨", .group(inks)),
        Field("fonts", "字体", .group(fonts), required: true),
        Field("scale", "字号", .group(scale), required: true),
        Field("stamp", "题签", .group(stamp), required: true),
    ])

    static let colourNames: [(key: String, twin: String)] = [
        ("red", "朱红"), ("ink", "墨"), ("paper", "纸"), ("indigo", "靛"), ("yellow", "警黄"), ("grey", "灰"),
    ]

    /// A field's name for a message.
    static func wording(of key: String) -> Wording {
        let twins = (file.fields + palette.fields + stamp.fields).first { $0.key == key }
        return .init(twins?.twin ?? key, key)
    }

    private static let palette = Schema(
        colourNames.map { Field($0.key, $0.twin, .text(limit: 20), required: true) })

    /// Inks of a press by a colour's name, as in `Y80 M80`.
    package static let inks = Schema(colourNames.map { Field($0.key, $0.twin, .text(limit: 40)) })

    private static let font = Field.Kind.group(
        Schema([
            Field("family", "字族", .text(limit: 100), required: true),
            Field("weight", "字重", .whole(100...900), required: true),
        ]))

    private static let fontFields = [
        Field("headline", "标题体", font, required: true),
        Field("text", "正文体", font, required: true),
        Field("text_bold", "正文粗体", font, required: true),
        Field("serif", "宋体", font, required: true),
        Field("serif_bold", "宋体粗体", font, required: true),
        Field("hand", "手写体", font, required: true),
    ]

    static let fontRoles = fontFields.map(\.key)

    private static let fonts = Schema(
        fontFields + [
            Field("fallback", "备用", .list(of: .text(limit: 100), count: 0...10)),
            // Family → the licence under which it is printed.
            Field("licences", "许可", .dictionary(of: .text(limit: 200))),
        ])

    private static let scale = Schema([
        Field("screen", "网页", .number(17...40), required: true),
        Field("screen_large", "网页大字", .number(20...60), required: true),
        Field("handbook", "手册", .number(9...16), required: true),
        Field("leading", "行距", .number(1.3...2.5), required: true),
        Field("ratio", "级差", .number(1.1...2), required: true),
    ])

    private static let colour = Field.Kind.choice(colourNames.map { .init($0.key, $0.twin) })

    private static let stamp = Schema([
        Field("ground", "底色", colour, required: true),
        Field("text", "文字", colour, required: true),
        // At least 1/24 of the sheet.
        Field("height", "高度", .number(0.0417...0.25), required: true),
    ])
}
