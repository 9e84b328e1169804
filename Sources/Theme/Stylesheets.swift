extension Theme {
    /// The theme as variables of CSS, for the light and the dark mode. Printed pages are light.
    package var css: [UInt8] {
        var text = ":root{" + variables(of: colours)
        text += "--stamp-ground:\(hex(stamp.ground));--stamp-text:\(hex(stamp.text));"
        text += "--on-red:\(colours.paper.hex);--on-yellow:\(colours.ink.hex);"
        text += "--headline:\(quoted(fonts.headline.family));--headline-weight:\(fonts.headline.weight);"
        text += "--text:\(quoted(fonts.text.family));--hand:\(quoted(fonts.hand.family));"
        text += "--screen:\(percent(scale.screen));--screen-large:\(percent(scale.screenLarge))}\n"
        text += "@media screen and (prefers-color-scheme:dark){:root{" + variables(of: dark)
        text += "--on-red:\(dark.paper.hex)}}\n"
        return Array(text.utf8)
    }

    /// Classes for the art of posters: `.red` fills, `.stroke-red` strokes. librsvg gives a user's stylesheet less weight
    /// than the drawing's own, hence `!important`.
    package var svgStylesheet: [UInt8] {
        let rules = colours.named.map { name, colour in
            ".\(name){fill:\(colour.hex) !important}.stroke-\(name){stroke:\(colour.hex) !important}\n"
        }
        return Array(rules.joined().utf8)
    }

    /// A drawing in SVG with the classes above built in, for where no stylesheet reaches it.
    package func inked(_ svg: [UInt8]) -> [UInt8] {
        guard let root = svg.firstRange(of: Array("<svg".utf8)),
            let end = svg[root.upperBound...].firstIndex(of: UInt8(ascii: ">"))
        else { return svg }
        return svg[...end] + Array("<style>".utf8) + svgStylesheet + Array("</style>".utf8) + svg[(end + 1)...]
    }

    private func variables(of colours: Colours) -> String {
        colours.named.map { "--\($0.name):\($0.colour.hex);" }.joined()
    }

    private func hex(_ name: String) -> String { (colours.named(name) ?? colours.ink).hex }

    /// A family's name as a CSS string. Nothing in it can end the string, the rule or the style element.
    private func quoted(_ family: String) -> String {
        let harmless = family.unicodeScalars.filter { !"\"\\<>{};\n".unicodeScalars.contains($0) }
        return "\"\(String(String.UnicodeScalarView(harmless)))\""
    }

    /// Root sizes in per cent of the reader's own 16 px, so that the reader's setting keeps its say.
    private func percent(_ pixels: Double) -> String {
        let hundredths = Int((pixels / 16 * 10000).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
    }
}
