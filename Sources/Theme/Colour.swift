import Glibc

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

extension Colour {
    /// `#RRGGBB`, as theme.yaml and CSS write it; nil for anything else.
    package init?(hex text: String) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else {
            return nil
        }
        self.init(
            red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }

    /// `#RRGGBB`
    package var hex: String {
        "#"
            + [red, green, blue].map { channel in
                (channel < 16 ? "0" : "") + String(channel, radix: 16, uppercase: true)
            }.joined()
    }

    /// The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, contrast ratio).
    package func contrast(with other: Colour) -> Double {
        let (bright, dim) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (bright + 0.05) / (dim + 0.05)
    }

    /// WCAG 2.2, relative luminance.
    private var luminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

extension Colours {
    package func named(_ name: String) -> Colour? { named.first { $0.name == name }?.colour }
}
