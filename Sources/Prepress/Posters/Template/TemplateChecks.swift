import Diagnostics
import Drawing
import Settings
import Theme

/// Holds a template's frames against its art: every frame drawn and described, none over another or at the edge.
struct TemplateChecks {
    let template: PosterTemplate
    let theme: Theme

    /// No printer of an office reaches nearer to the edge than this part of the sheet's shorter side (5 mm of A4).
    static let safeMargin = 1.0 / 42
    /// The theme is at least this part of the sheet's height.
    static let leastTheme = 1.0 / 24

    func check(_ fields: Fields, reporting report: inout Report) {
        // A frame whose settings are wrong has been reported: its name counts.
        let named = Set(fields.groupsByName("frames").map(\.name.text))
        for shape in template.shapes {
            check(shape.art, in: shape.artFile, named, &report)
            if let next = shape.next, let file = shape.nextFile { check(next, in: file, named, &report) }
            checkNames(shape, &report)
        }
        for stack in fields.groups("stacks") {
            for name in stack.texts("frames") where template.frame(name.text) == nil {
                report.add(.unknownFrame, in: template.file, at: name.span, arguments(forUnknown: name.text))
            }
        }
        for entry in fields.groupsByName("frames") {
            if let yields = entry.fields.located("yields"), template.frame(yields.text) == nil {
                report.add(.unknownFrame, in: template.file, at: yields.span, arguments(forUnknown: yields.text))
            }
            let looks = template.shapes.compactMap { entry.fields.group($0.family.rawValue) }
            for look in [nil] + looks {
                checkContrast(look.map { entry.fields.overridden(by: $0) } ?? entry.fields, &report)
            }
        }
    }

    private func arguments(forUnknown name: String) -> [String: Wording] {
        var arguments: [String: Wording] = ["frame": .init(name)]
        arguments["suggestion"] = Suggestion.nearest(to: name, among: template.frames.map(\.name)).map { Wording($0) }
        return arguments
    }

    /// Every described frame is drawn, on the first sheet or on the following ones.
    private func checkNames(_ shape: PosterTemplate.Shape, _ report: inout Report) {
        let drawn = shape.art.frames.map(\.name) + (shape.next?.frames.map(\.name) ?? [])
        let path = shape.artFile.path
        for frame in template.frames where !drawn.contains(frame.name) && frame.name != "theme" {
            var arguments: [String: Wording] = ["frame": .init(frame.name), "art": .init(path)]
            let free = drawn.filter { template.frame($0) == nil }
            arguments["suggestion"] = Suggestion.nearest(to: frame.name, among: free).map { Wording("frame-\($0)") }
            report.add(.frameNotDrawn, at: frame.source, length: frame.name.unicodeScalars.count, arguments)
        }
    }

    /// Where a frame's rectangle is drawn.
    private func place(of frame: String, in file: SourceFile) -> SourcePlace {
        let wanted = Array("\"frame-\(frame)\"".utf8)
        let found = file.bytes.firstRange(of: wanted)
        return found.map { file.place(ofByte: $0.lowerBound) } ?? SourcePlace(file: file.path)
    }

    private func check(_ art: Artwork, in file: SourceFile, _ named: Set<String>, _ report: inout Report) {
        if !art.frames.contains(where: { $0.name == "theme" }) || template.frame("theme")?.take != .theme {
            report.add(.frameThemeMissing, at: SourcePlace(file: file.path), ["art": .init(file.path)])
        }
        let margin = min(art.size.width, art.size.height) * Self.safeMargin
        for (index, frame) in art.frames.enumerated() {
            // Finding it means searching the drawing, and nearly every frame is right.
            var place: SourcePlace { self.place(of: frame.name, in: file) }
            if !named.contains(frame.name) {
                report.add(.frameNotSet, at: place, ["frame": .init(frame.name)])
            }
            let rect = frame.rect
            let distance = min(rect.x, rect.y, art.size.width - rect.maxX, art.size.height - rect.maxY)
            if distance < margin - 0.01 {
                report.add(
                    .frameOutside, at: place,
                    ["frame": .init(frame.name), "distance": millimetres(distance), "least": millimetres(margin)])
            }
            for other in art.frames[..<index] {
                let overlap = min(
                    min(rect.maxX, other.rect.maxX) - max(rect.x, other.rect.x),
                    min(rect.maxY, other.rect.maxY) - max(rect.y, other.rect.y))
                if overlap > 0.1 {
                    report.add(
                        .framesOverlap, at: place,
                        [
                            "frame": .init(frame.name), "other": .init(other.name),
                            "overlap": millimetres(overlap),
                        ])
                }
            }
            if frame.name == "theme", rect.height < art.size.height * Self.leastTheme - 0.01 {
                report.add(
                    .themeTooSmall, at: place,
                    [
                        "height": millimetres(rect.height),
                        "least": millimetres((art.size.height * Self.leastTheme * 10).rounded(.up) / 10),
                    ])
            }
        }
    }

    private func millimetres(_ points: Points) -> Wording { Wording(Decimal.text(points.inMillimetres, places: 1)) }

    /// Text on its frame's own panel. (What the art paints below a frame is the designer's care.)
    private func checkContrast(_ fields: Fields, _ report: inout Report) {
        if let ground = fields.text("ground") {
            checkContrast(on: ground, fields.number("tint") ?? 1, of: ["colour", "accent"], fields, &report)
        }
        if let band = fields.text("band") { checkContrast(on: band, 1, of: ["colour"], fields, &report) }
    }

    private func checkContrast(
        on ground: String, _ tint: Double, of keys: [String], _ fields: Fields, _ report: inout Report
    ) {
        guard let mixed = theme.colours.tint(ground, tint) else { return }
        for key in keys {
            let name = fields.text(key) ?? (key == "colour" ? "ink" : nil)
            guard let name, let text = theme.colours.named(name) else { continue }
            let ratio = text.contrast(with: mixed)
            guard ratio < Theme.leastContrast else { continue }
            report.add(
                .posterContrast, in: template.file, at: fields.span(of: key),
                [
                    "text": .init(name), "ground": .init(ground),
                    "ratio": .init(Decimal.text((ratio * 10).rounded(.down) / 10, places: 1)),
                ])
        }
    }
}

extension Colours {
    /// A colour of the palette mixed into the paper: 0 is paper, 1 the colour itself.
    func tint(_ name: String, _ amount: Double) -> Colour? {
        guard let colour = named(name) else { return nil }
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) * amount + Double(b) * (1 - amount)).rounded()) }
        return Colour(
            red: mix(colour.red, paper.red), green: mix(colour.green, paper.green), blue: mix(colour.blue, paper.blue))
    }
}
