import Diagnostics
import Drawing
import Testing
import Theme

enum TestFonts {
    private static let fonts = Fonts(
        headline: FontSpec(family: "Noto Serif CJK SC", weight: 900),
        text: FontSpec(family: "Noto Sans CJK SC", weight: 400),
        textBold: FontSpec(family: "Noto Sans CJK SC", weight: 700),
        serif: FontSpec(family: "Noto Serif CJK SC", weight: 400),
        serifBold: FontSpec(family: "Noto Serif CJK SC", weight: 700),
        hand: FontSpec(family: "LXGW WenKai", weight: 400), fallback: ["Noto Sans CJK SC"])

    /// Every character that the tests set.
    static let book: FontBook? = {
        var report = Report()
        guard let sources = FontSources.find(fonts, reporting: &report) else { return nil }
        let characters =
            Filler.text + "，。、；：？！（）《》“”‘’·～—…/%￥℃①②③④⑤•「」"
            + String(String.UnicodeScalarView((0x20...0x7E).compactMap(Unicode.Scalar.init)))
        return try? FontBook(
            sources, roles: [.serif, .serifBold], characters: (characters + Filler.words).unicodeScalars)
    }()
}

/// Han characters to fill lines with, no two neighbours alike.
enum Filler {
    static let text = "的是在我有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同已老从动长"
    static let words = "阿卜杜拉买提书名作者约元占体重甲乙丙丁标题单位图表张三李四注引号数字温度每吨千米节第章条"

    /// So many characters, beginning somewhere else each time.
    static func han(_ count: Int, from start: Int = 0) -> String {
        let all = Array(text)
        return String((0..<max(0, count)).map { all[(start + $0) % all.count] })
    }
}
