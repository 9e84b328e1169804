package import Diagnostics
package import Drawing
import Theme

/// The families of the built-in designs, all of them in Debian.
package enum PlainFonts {
    private static let fangsong = "FandolFang R"

    /// Finds the families of a design; nil after reporting those that are not installed. Official documents want 仿宋, which only
    /// a large package has: without it 宋 stands in, and that is said.
    package static func find(_ style: PlainDesign.Style, reporting report: inout Report) -> FontSources? {
        let song = "Noto Serif CJK SC"
        var body = song
        if style == .official {
            if let installed = FontSources.installed(of: [fangsong, "FandolFang"]).first {
                body = installed
            } else {
                report.add(
                    .faceSubstituted, at: nil,
                    [
                        "wanted": .init("仿宋（FandolFang）", "the 仿宋 face FandolFang"), "other": .init(song),
                        "package": "texlive-lang-chinese",
                    ])
            }
        }
        let fallback = FontSources.installed(of: [
            song, "Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans Mono CJK SC",
        ]).filter { $0 != body }
        return FontSources.find(
            Fonts(
                // 小标宋 is not free; the SemiBold is the nearest there is.
                headline: FontSpec(family: song, weight: style == .official ? 600 : 900),
                text: FontSpec(family: "Noto Sans CJK SC", weight: 400),
                textBold: FontSpec(family: "Noto Sans CJK SC", weight: 700),
                serif: FontSpec(family: body, weight: 400), serifBold: FontSpec(family: song, weight: 700),
                hand: FontSpec(family: "LXGW WenKai", weight: 400), fallback: fallback),
            reporting: &report)
    }
}
