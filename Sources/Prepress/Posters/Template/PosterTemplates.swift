import Campaign
package import Diagnostics
import Drawing
import Settings
package import Theme

/// The poster templates of a templates folder, checked.
package struct PosterTemplates: Sendable {
    package let templates: [PosterTemplate]
    /// Names of folders whose template is at fault, so that a poster that names one is not reported a second time.
    package let faulty: [String]
    package let pictograms: Pictograms

    package func named(_ name: String) -> PosterTemplate? { templates.first { $0.name == name } }

    /// The templates that have a shape for a sheet; not those of pictures for articles, which hang nowhere.
    func names(for sheet: Size) -> [String] {
        let pictures = WeChatPicture.allCases.map(\.template)
        return templates.filter { template in
            !pictures.contains(template.name)
                && template.shape(for: sheet).map { template.fits($0, on: sheet) } ?? false
        }.map(\.name)
    }

    /// The files that one template is made of, and what its posters may draw.
    package static func folders(of template: String) -> [String] { ["posters/\(template)", "pictograms"] }

    /// Reads every `posters/<name>/poster.yaml` with its art. All faults are reported; a template with faults is left out.
    package static func load(
        _ folder: TemplateFolder, theme: Theme, reporting report: inout Report
    ) -> PosterTemplates {
        var templates: [PosterTemplate] = []
        var faulty: [String] = []
        for (name, template, found) in read(folder, theme: theme) {
            report.add(contentsOf: found.diagnostics)
            if let template, !found.hasErrors { templates.append(template) } else { faulty.append(name) }
        }
        let pictograms = Pictograms.load(folder, theme: theme, reporting: &report)
        return PosterTemplates(templates: templates, faulty: faulty, pictograms: pictograms)
    }

    /// Every template and what was found in it, on all processors: reading the art is half of a build with nothing to do.
    private static func read(
        _ folder: TemplateFolder, theme: Theme
    ) -> [(name: String, template: PosterTemplate?, found: Report)] {
        let loaders = folder.files(below: "posters/").compactMap { path, file -> TemplateLoader? in
            let parts = path.split(separator: "/")
            guard parts.count == 2, parts[1] == "poster.yaml" else { return nil }
            return TemplateLoader(name: String(parts[0]), file: file, folder: folder, theme: theme)
        }
        return Parallel.map(loaders) { loader in
            var found = Report()
            let template = loader.load(reporting: &found)
            return (loader.name, template, found)
        }
    }
}

/// Reads one template.
private struct TemplateLoader: Sendable {
    let name: String
    let file: SourceFile
    let folder: TemplateFolder
    let theme: Theme

    func load(reporting report: inout Report) -> PosterTemplate? {
        guard let setting = YAMLReader.read(file, reporting: &report) else { return nil }
        let fields = PosterSchema.file.check(setting, in: file, reporting: &report)
        var source = file.bytes
        let frames = fields.groupsByName("frames").compactMap { entry in
            FrameSpec(named: entry.name, entry.fields, reporting: &report)
        }
        let shapes = shapes(fields, frames, &source, &report)
        let template = PosterTemplate(
            name: name, distance: fields.number("distance") ?? 1,
            isForElderly: fields.flag("elderly") ?? false,
            inks: Inks.named(in: fields.group("inks"), reporting: &report), shapes: shapes, frames: frames,
            stacks: fields.groups("stacks").map { stack($0, &report) }, file: file, source: source)
        guard !shapes.isEmpty else { return nil }
        TemplateChecks(template: template, theme: theme).check(fields, reporting: &report)
        return template
    }

    private func stack(_ fields: Fields, _ report: inout Report) -> PosterTemplate.Stack {
        var columns: ClosedRange<Int>?
        if let least = fields.whole("narrowest"), let most = fields.whole("widest") {
            if least <= most {
                columns = least...most
            } else {
                report.add(
                    .sizeBounds, in: file, at: fields.span, ["least": .init("\(least)"), "most": .init("\(most)")])
            }
        }
        return .init(frames: fields.texts("frames").map(\.text), gap: fields.number("gap") ?? 0, columns: columns)
    }

    private func shapes(
        _ fields: Fields, _ frames: [FrameSpec], _ source: inout [UInt8], _ report: inout Report
    ) -> [PosterTemplate.Shape] {
        guard let group = fields.group("shapes") else { return [] }
        var shapes: [PosterTemplate.Shape] = []
        for field in PosterSchema.shapes.fields {
            guard let family = PosterTemplate.Family(rawValue: field.key),
                let (art, artFile) = art(group.located(field.key), &source, &report)
            else { continue }
            let next = self.art(fields.group("next")?.located(field.key), &source, &report)
            shapes.append(
                .init(
                    family: family, frames: self.frames(frames, on: family, fields, &report), art: art,
                    artFile: artFile, next: next?.art, nextFile: next?.file))
        }
        return shapes
    }

    /// The frames as poster.yaml sets them for sheets of one family.
    private func frames(
        _ frames: [FrameSpec], on family: PosterTemplate.Family, _ fields: Fields, _ report: inout Report
    ) -> [FrameSpec] {
        let entries = fields.groupsByName("frames")
        return frames.map { frame in
            guard let entry = entries.first(where: { $0.name.text == frame.name }),
                let own = entry.fields.group(family.rawValue)
            else { return frame }
            return FrameSpec(named: entry.name, entry.fields.overridden(by: own), reporting: &report) ?? frame
        }
    }

    private func art(
        _ located: Located?, _ source: inout [UInt8], _ report: inout Report
    ) -> (art: Artwork, file: SourceFile)? {
        guard let located else { return nil }
        let path = "posters/\(name)/\(located.text)"
        guard let drawing = folder.file(path) else {
            if !folder.unread.contains(path) {
                report.add(
                    .templateFileMissing, in: file, at: located.span,
                    ["template": .init(name), "file": .init(located.text)])
            }
            return nil
        }
        source += drawing.bytes
        let stylesheet = String(decoding: theme.svgStylesheet, as: UTF8.self)
        return Artwork.read(drawing, stylesheet: stylesheet, reporting: &report).map { ($0, drawing) }
    }
}

extension FrameSpec {
    /// Nil when what it takes is unknown; other faults are reported and a default stands in.
    init?(named name: Located, _ fields: Fields, reporting report: inout Report) {
        guard let text = fields.located("take") else { return nil }
        guard let take = Take(text.text) else {
            var arguments: [String: Wording] = ["take": .init(text.text)]
            arguments["suggestion"] = Suggestion.nearest(to: text.text, among: Take.words).map { Wording($0) }
            report.add(.unknownTake, in: fields.file, at: text.span, arguments)
            return nil
        }
        self.name = name.text
        self.take = take
        font = Self.fonts[fields.text("font") ?? "text"] ?? .text
        sizes = Self.sizes(fields, reporting: &report)
        leading = fields.number("leading") ?? 1.5
        colour = fields.text("colour") ?? "ink"
        accent = fields.text("accent") ?? "red"
        indent = fields.number("indent") ?? 0
        alignment = fields.text("align").flatMap(Alignment.init) ?? .left
        place = fields.text("place").flatMap(Place.init) ?? .top
        columns = fields.whole("columns") ?? 1
        lines = fields.whole("lines")
        anchor =
            switch fields.text("anchor") {
            case "top", "left": .start
            case "bottom", "right": .end
            case "stretch": .stretch
            case "centre": .centre
            case "share": .share
            default: nil
            }
        isVertical = fields.text("direction") == "vertical"
        together = fields.text("together")
        label = fields.text("label")
        numeral = fields.text("numeral")
        ground = fields.text("ground")
        tint = fields.number("tint") ?? 1
        band = fields.text("band")
        padding = fields.number("padding") ?? 0
        marker = fields.text("marker").flatMap(Marker.init)
        hasLogo = fields.flag("logo") ?? false
        yields = fields.text("yields")
        source = fields.file.place(ofByte: name.span.start)
    }

    private static let fonts: [String: FontRole] = [
        "headline": .headline, "text": .text, "text_bold": .textBold, "serif": .serif, "serif_bold": .serifBold,
        "hand": .hand,
    ]

    private static func sizes(_ fields: Fields, reporting report: inout Report) -> ClosedRange<Double> {
        let size = fields.number("size") ?? 12
        let fit = fields.text("fit") ?? "fixed"
        let least = fields.number("least") ?? size
        let most = fields.number("most") ?? size
        let isBounded = fit != "grow" || fields.has("most")
        guard isBounded, fit != "shrink" || fields.has("least"), least <= size, size <= most else {
            report.add(
                .sizeBounds, in: fields.file, at: fields.span,
                ["least": .init(Decimal.text(least)), "most": .init(Decimal.text(most))])
            return size...size
        }
        switch fit {
        case "grow": return size...most
        case "shrink": return least...size
        default: return size...size
        }
    }
}
