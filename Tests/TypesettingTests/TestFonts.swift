import Diagnostics
import Drawing
import Testing
import Theme
import Typesetting

/// The fonts that the tests set with: the families of the product's own theme.
enum TestFonts {
    static let fonts = Fonts(
        headline: FontSpec(family: "Noto Serif CJK SC", weight: 900),
        text: FontSpec(family: "Noto Sans CJK SC", weight: 400),
        textBold: FontSpec(family: "Noto Sans CJK SC", weight: 700),
        serif: FontSpec(family: "Noto Serif CJK SC", weight: 400),
        serifBold: FontSpec(family: "Noto Serif CJK SC", weight: 700),
        hand: FontSpec(family: "LXGW WenKai", weight: 400), fallback: ["Noto Sans CJK SC"])

    static let sources: FontSources? = {
        var report = Report()
        return FontSources.find(fonts, reporting: &report)
    }()

    static func book(_ texts: String..., roles: [FontRole] = [.serif]) throws -> FontBook {
        try FontBook(try #require(sources), roles: roles, characters: texts.flatMap(\.unicodeScalars))
    }
}

extension TextLook {
    static let test = TextLook(
        face: .serif, strongFace: .serifBold, size: 10, colour: Colour(red: 27, green: 27, blue: 31))
}
