/// The one look of a campaign: templates/theme.yaml as values. Lengths are in points where nothing else is said.
package struct Theme: Hashable, Sendable {
    package var colours: Colours
    /// The same names in the site's dark mode.
    package var dark: Colours
    /// The inks that some colours are printed in, by their names; the others are converted by a profile.
    package var inks: [String: Inks] = ["ink": .blackAlone]
    package var fonts: Fonts
    /// Sizes of screen and print text, in px and pt.
    package var scale: Scale
    package var stamp: StampLook
    /// The canonical bytes of the file, for fingerprints.
    package var source: [UInt8]

    /// Without colours for the dark mode, it keeps the others.
    package init(
        colours: Colours, dark: Colours? = nil, fonts: Fonts, scale: Scale, stamp: StampLook, source: [UInt8]
    ) {
        self.colours = colours
        self.dark = dark ?? colours
        self.fonts = fonts
        self.scale = scale
        self.stamp = stamp
        self.source = source
    }
}

/// A family as fontconfig knows it, and a CSS weight from 100 to 900.
package struct FontSpec: Hashable, Sendable {
    package var family: String
    package var weight: Int

    package init(family: String, weight: Int) {
        self.family = family
        self.weight = weight
    }
}

/// The roles of type; posters use headline, text and hand, the handbook serif, headline and hand.
package struct Fonts: Hashable, Sendable {
    package var headline: FontSpec
    package var text: FontSpec
    package var textBold: FontSpec
    package var serif: FontSpec
    package var serifBold: FontSpec
    /// The voice of a quoted person and what is written in by hand.
    package var hand: FontSpec
    /// The families of the roles, each once.
    package var families: [String] {
        var families: [String] = []
        for spec in [headline, text, textBold, serif, serifBold, hand] where !families.contains(spec.family) {
            families.append(spec.family)
        }
        return families
    }
    /// Families that are asked, in this order, for a character that a role's family lacks.
    package var fallback: [String]
    /// The licences under which families are printed, by family, where theme.yaml records them.
    package var licences: [String: String] = [:]

    package init(
        headline: FontSpec, text: FontSpec, textBold: FontSpec, serif: FontSpec, serifBold: FontSpec, hand: FontSpec,
        fallback: [String]
    ) {
        self.headline = headline
        self.text = text
        self.textBold = textBold
        self.serif = serif
        self.serifBold = serifBold
        self.hand = hand
        self.fallback = fallback
    }
}

/// Sizes that more than one output shares.
package struct Scale: Hashable, Sendable {
    /// The site's body text in CSS px.
    package var screen: Double
    /// The site's body text in large-text mode, CSS px.
    package var screenLarge: Double
    /// The handbook's body text in points.
    package var handbook: Double
    /// The handbook's leading as a multiple of the size.
    package var leading: Double
    /// The factor between two steps of a poster's type scale.
    package var ratio: Double

    package init(screen: Double, screenLarge: Double, handbook: Double, leading: Double, ratio: Double) {
        self.screen = screen
        self.screenLarge = screenLarge
        self.handbook = handbook
        self.leading = leading
        self.ratio = ratio
    }
}

/// How the campaign's theme line is locked up.
package struct StampLook: Hashable, Sendable {
    /// Colour names of the label and of the text on it.
    package var ground: String
    package var text: String
    /// The least height as a fraction of the sheet's height.
    package var height: Double

    package init(ground: String, text: String, height: Double) {
        self.ground = ground
        self.text = text
        self.height = height
    }
}
