import Campaign
package import Diagnostics
import Drawing
import Settings
package import Theme

/// What handbook/handbook.yaml says. The art that it names has not been read: a campaign without chapters needs none.
package struct HandbookSettings: Sendable {
    fileprivate let file: SourceFile
    fileprivate let fields: Fields
    fileprivate let isSound: Bool

    /// The folder whose pieces are the chapters; nil when something in the file is wrong.
    var chapters: Folder? { isSound ? fields.text("chapters").flatMap(Folder.init(rawValue:)) : nil }

    /// Nil when there is no such file or it is no YAML. What else is wrong has been reported too.
    package static func read(_ folder: TemplateFolder, reporting report: inout Report) -> HandbookSettings? {
        let name = "handbook/handbook.yaml"
        guard let file = folder.file(name) else {
            report.add(.handbookFileMissing, at: nil, ["path": .init("\(folder.path)/\(name)")])
            return nil
        }
        guard let setting = YAMLReader.read(file, reporting: &report) else { return nil }
        var own = Report()
        let fields = HandbookSchema.file.check(setting, in: file, reporting: &own)
        checkPlaceholders(fields, &own)
        report.add(contentsOf: own.diagnostics)
        return HandbookSettings(file: file, fields: fields, isSound: !own.hasErrors)
    }

    /// What may stand between braces is a closed list; a misspelt one would print nothing.
    private static func checkPlaceholders(_ fields: Fields, _ report: inout Report) {
        let feet = ["left", "middle", "right"].map { ($0, ["chapter", "theme", "page", "title"]) }
        check(feet, in: fields.group("foot"), &report)
        check(HandbookWords.keys.map { ($0.key, $0.placeholders) }, in: fields.group("words"), &report)
    }

    private static func check(
        _ texts: [(key: String, placeholders: [String])], in fields: Fields?, _ report: inout Report
    ) {
        guard let fields else { return }
        for (key, known) in texts {
            for name in Placeholders.names(in: fields.text(key) ?? "") where !known.contains(name) {
                let allowed = known.map { "{\($0)}" }
                report.add(
                    .unknownPlaceholder, in: fields.file, at: fields.span(of: key),
                    [
                        "name": .init("{\(name)}"), "field": .init(key),
                        "known": allowed.isEmpty
                            ? .init("不用占位符", "no placeholder")
                            : .init(allowed.joined(separator: "、"), allowed.joined(separator: ", ")),
                    ])
            }
        }
    }
}

extension HandbookTemplate {
    /// Reads the art that the settings name. Nil when something is missing or wrong, all of which has been reported. Its
    /// pictograms are read apart, because a folder has many.
    package static func load(
        _ settings: HandbookSettings, from folder: TemplateFolder, theme: Theme, reporting report: inout Report
    ) -> HandbookTemplate? {
        var own = Report()
        let art = ArtReader(folder: folder, fields: settings.fields, stylesheet: theme.svgStylesheet)
        let cover = art.read("cover", "art", needing: FrameName.cover + ["label"], &own)
        let label = art.read("cover", "label", needing: FrameName.label, &own)
        let back = art.read("back", "art", needing: ["card", "channels", "theme"], &own)
        report.add(contentsOf: own.diagnostics)
        guard settings.isSound, !own.hasErrors, let cover, let label, let back else { return nil }
        return HandbookTemplate(
            settings.fields, cover: cover, label: label, back: back, source: settings.file.bytes)
    }

    /// Every value that the schema asks for is there when there was no error.
    private init?(
        _ fields: Fields, cover: Artwork, label: Artwork, back: Artwork, source: [UInt8]
    ) {
        guard let chapters = fields.text("chapters").flatMap(Folder.init(rawValue:)),
            let page = PageLook(fields.group("page")), let foot = FootLook(fields.group("foot")),
            let text = HandbookTextLook(fields.group("text")), let opening = OpeningLook(fields.group("opening")),
            let contents = ContentsLook(fields.group("contents")), let words = HandbookWords(fields.group("words"))
        else { return nil }
        self.init(
            chapters: chapters, page: page, foot: foot, text: text, opening: opening, contents: contents, cover: cover,
            label: label, back: back, code: fields.group("back")?.text("code") ?? "", frames: [:], words: words,
            pictograms: Pictograms(),
            source: [source, cover.bytes, label.bytes, back.bytes])
        for name in FrameName.allCases {
            frames[name] = FrameLook(fields.group("frames")?.group(name.rawValue))
        }
    }
}

/// Reads the pictures that handbook.yaml names.
private struct ArtReader {
    let folder: TemplateFolder
    let fields: Fields
    let stylesheet: [UInt8]

    func read(_ group: String, _ key: String, needing frames: [String], _ report: inout Report) -> Artwork? {
        guard let group = fields.group(group), let name = group.text(key) else { return nil }
        let path = "handbook/\(name)"
        guard let file = folder.file(path) else {
            if !folder.unread.contains(path) {
                report.add(.handbookFileMissing, at: group.place(of: key), ["path": .init("\(folder.path)/\(path)")])
            }
            return nil
        }
        let style = String(decoding: stylesheet, as: UTF8.self)
        guard let art = Artwork.read(file, stylesheet: style, reporting: &report) else { return nil }
        for frame in frames where !art.frames.contains(where: { $0.name == frame }) {
            report.add(.handbookFrameMissing, at: SourcePlace(file: file.path), ["frame": .init("frame-\(frame)")])
        }
        return art
    }
}

extension FrameName {
    /// A cover without its title or the campaign's theme is none; the others may be left out by the designer.
    static let cover = [FrameName.title.rawValue, FrameName.theme.rawValue]
    static let label = [FrameName.unit.rawValue, FrameName.copies.rawValue]
}

extension PageLook {
    fileprivate init?(_ fields: Fields?) {
        guard let fields, let measure = fields.whole("measure"), let lines = fields.whole("lines"),
            let inner = fields.number("inner"), let top = fields.number("top"), let foot = fields.number("foot")
        else { return nil }
        self.init(
            measure: measure, lines: lines, inner: .millimetres(inner), top: .millimetres(top),
            foot: .millimetres(foot))
    }
}

extension FootLook {
    fileprivate init?(_ fields: Fields?) {
        guard let fields, let size = fields.number("size") else { return nil }
        self.init(
            left: fields.text("left") ?? "", middle: fields.text("middle") ?? "", right: fields.text("right") ?? "",
            size: size)
    }
}

extension HandbookTextLook {
    fileprivate init?(_ fields: Fields?) {
        guard let fields, let heading = fields.number("heading"), let subheading = fields.number("subheading"),
            let small = fields.number("small"), let tint = fields.number("tint")
        else { return nil }
        self.init(
            heading: heading, subheading: subheading, small: small, tint: tint / 100,
            checks: fields.texts("checks").map(\.text))
    }
}

extension OpeningLook {
    fileprivate init?(_ fields: Fields?) {
        guard let fields, let lines = fields.whole("lines"), let numeral = fields.number("numeral"),
            let title = fields.number("title"), let summary = fields.number("summary")
        else { return nil }
        self.init(lines: lines, numeral: numeral, title: title, summary: summary)
    }
}

extension ContentsLook {
    fileprivate init?(_ fields: Fields?) {
        guard let fields, let lines = fields.whole("lines"), let title = fields.number("title"),
            let summary = fields.number("summary")
        else { return nil }
        self.init(lines: lines, title: title, summary: summary, summaries: fields.flag("summaries") ?? true)
    }
}

extension FrameLook {
    fileprivate init?(_ fields: Fields?) {
        guard let fields, let face = fields.text("face").flatMap(FontRole.init(rawValue:)),
            let size = fields.number("size"), let least = fields.number("least"),
            let align = fields.text("align").flatMap(Alignment.init(rawValue:)), let colour = fields.text("colour")
        else { return nil }
        self.init(face: face, size: size, least: min(least, size), align: align, colour: colour)
    }
}

extension HandbookWords {
    fileprivate init?(_ fields: Fields?) {
        guard let fields else { return nil }
        let texts = Self.keys.compactMap { fields.text($0.key) }
        guard texts.count == Self.keys.count else { return nil }
        self.init(texts)
    }
}
