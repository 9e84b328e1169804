/// The one look of a campaign: templates/theme.yaml as values. Lengths are in points where nothing else is said.
package struct Theme: Hashable, Sendable {
    package var colours: Colours
    package var fonts: Fonts
    /// Sizes of screen and print text, in px and pt.
    package var scale: Scale
    package var stamp: StampLook
    /// The canonical bytes of the file, for fingerprints.
    package var source: [UInt8]

    package init(colours: Colours, fonts: Fonts, scale: Scale, stamp: StampLook, source: [UInt8]) {
        self.colours = colours
        self.fonts = fonts
        self.scale = scale
        self.stamp = stamp
        self.source = source
    }
}

/// An opaque sRGB colour.
package struct Colour: Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }
}

/// The palette. Every name is also a class of the poster art (`.red`) and a CSS variable (`--red`).
package struct Colours: Hashable, Sendable {
    package var red: Colour
    package var ink: Colour
    package var paper: Colour
    package var indigo: Colour
    package var yellow: Colour
    package var grey: Colour

    package init(red: Colour, ink: Colour, paper: Colour, indigo: Colour, yellow: Colour, grey: Colour) {
        self.red = red
        self.ink = ink
        self.paper = paper
        self.indigo = indigo
        self.yellow = yellow
        self.grey = grey
    }

    package var named: [(name: String, colour: Colour)] {
        [("red", red), ("ink", ink), ("paper", paper), ("indigo", indigo), ("yellow", yellow), ("grey", grey)]
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
    /// Families that are asked, in this order, for a character that a role's family lacks.
    package var fallback: [String]

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
