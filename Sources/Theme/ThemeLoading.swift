package import Diagnostics
package import Settings

extension Theme {
    /// Reads templates/theme.yaml. Nil when a field is missing or wrong, which has been reported.
    package static func load(_ file: SourceFile, reporting report: inout Report) -> Theme? {
        guard let setting = YAMLReader.read(file, reporting: &report) else { return nil }
        let fields = ThemeSchema.file.check(setting, in: file, reporting: &report)
        Fonts.checkLicences(fields.group("fonts"), reporting: &report)
        guard let light = Colours(fields.group("colours"), reporting: &report),
            let dark = Colours(fields.group("dark"), reporting: &report),
            let fonts = Fonts(fields.group("fonts")), let scale = Scale(fields.group("scale")),
            let stamp = StampLook(fields.group("stamp"))
        else { return nil }
        var theme = Theme(
            colours: light, dark: dark, fonts: fonts, scale: scale, stamp: stamp, source: file.bytes)
        theme.inks.merge(Inks.named(in: fields.group("inks"), reporting: &report)) { $1 }
        theme.checkContrast(fields, reporting: &report)
        return theme
    }

    /// WCAG 2.2, 1.4.3, for text of ordinary size.
    package static let leastContrast = 4.5

    /// Every pair of text and ground that our outputs use.
    private func checkContrast(_ fields: Fields, reporting report: inout Report) {
        for (palette, group) in [(colours, "colours"), (dark, "dark")] {
            for text in ["ink", "red", "indigo", "grey"] {
                check(palette.named(text), on: palette.paper, names: (text, "paper"), fields.group(group), &report)
            }
        }
        check(colours.ink, on: colours.yellow, names: ("ink", "yellow"), fields.group("colours"), &report)
        let (text, ground) = (colours.named(stamp.text), colours.named(stamp.ground))
        check(text, on: ground, names: ("text", "ground"), fields.group("stamp"), &report)
    }

    private func check(
        _ text: Colour?, on ground: Colour?, names: (text: String, ground: String), _ fields: Fields?,
        _ report: inout Report
    ) {
        guard let text, let ground, let fields, text.contrast(with: ground) < Self.leastContrast else { return }
        let tenths = Int((text.contrast(with: ground) * 10).rounded(.down))
        report.add(
            .lowContrast, in: fields.file, at: fields.span(of: names.text),
            [
                "text": ThemeSchema.wording(of: names.text), "ground": ThemeSchema.wording(of: names.ground),
                "ratio": .init("\(tenths / 10).\(tenths % 10)"),
            ])
    }
}

extension Inks {
    /// The inks that a group states, by their colours' names.
    package static func named(in fields: Fields?, reporting report: inout Report) -> [String: Inks] {
        guard let fields else { return [:] }
        var result: [String: Inks] = [:]
        for (name, _) in ThemeSchema.colourNames {
            guard let text = fields.text(name) else { continue }
            if let inks = Inks(text) {
                result[name] = inks
            } else {
                report.add(.notInks, in: fields.file, at: fields.span(of: name), ["value": .init(text)])
            }
        }
        return result
    }
}

extension Colours {
    fileprivate init?(_ fields: Fields?, reporting report: inout Report) {
        guard let fields else { return nil }
        func colour(_ name: String) -> Colour? {
            guard let text = fields.text(name) else { return nil }
            if let colour = Colour(hex: text) { return colour }
            report.add(.notAColour, in: fields.file, at: fields.span(of: name), ["value": .init(text)])
            return nil
        }
        // All six are read before any is missed, so that one run reports all faults.
        let all = ThemeSchema.colourNames.map { colour($0.key) }
        guard let red = all[0], let ink = all[1], let paper = all[2], let indigo = all[3], let yellow = all[4],
            let grey = all[5]
        else { return nil }
        self.init(red: red, ink: ink, paper: paper, indigo: indigo, yellow: yellow, grey: grey)
    }
}

extension FontSpec {
    fileprivate init?(_ fields: Fields?) {
        guard let family = fields?.text("family"), let weight = fields?.whole("weight") else { return nil }
        self.init(family: family, weight: weight)
    }
}

extension Fonts {
    fileprivate init?(_ fields: Fields?) {
        guard let fields, let headline = FontSpec(fields.group("headline")), let text = FontSpec(fields.group("text")),
            let textBold = FontSpec(fields.group("text_bold")), let serif = FontSpec(fields.group("serif")),
            let serifBold = FontSpec(fields.group("serif_bold")), let hand = FontSpec(fields.group("hand"))
        else { return nil }
        self.init(
            headline: headline, text: text, textBold: textBold, serif: serif, serifBold: serifBold, hand: hand,
            fallback: fields.texts("fallback").map(\.text))
        for (family, licence) in fields.textsByName("licences") { licences[family.text] = licence.text }
    }
}

extension Scale {
    fileprivate init?(_ fields: Fields?) {
        guard let fields, let screen = fields.number("screen"), let screenLarge = fields.number("screen_large"),
            let handbook = fields.number("handbook"), let leading = fields.number("leading"),
            let ratio = fields.number("ratio")
        else { return nil }
        self.init(screen: screen, screenLarge: screenLarge, handbook: handbook, leading: leading, ratio: ratio)
    }
}

extension StampLook {
    fileprivate init?(_ fields: Fields?) {
        guard let fields, let ground = fields.text("ground"), let text = fields.text("text"),
            let height = fields.number("height")
        else { return nil }
        self.init(ground: ground, text: text, height: height)
    }
}
