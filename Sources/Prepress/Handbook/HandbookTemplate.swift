package import Drawing
package import Campaign

/// templates/handbook/: what a designer may change of the handbook, as values. Lengths in points, sizes in points.
package struct HandbookTemplate: Sendable {
    package var chapters: Folder
    package var page: PageLook
    package var foot: FootLook
    package var text: HandbookTextLook
    package var opening: OpeningLook
    package var contents: ContentsLook
    package var cover: Artwork
    package var label: Artwork
    package var back: Artwork
    /// The short code of the page that the back cover leads to.
    package var code: String
    package var frames: [FrameName: FrameLook]
    package var words: HandbookWords
    package var pictograms: Pictograms
    /// Every file of the template, for fingerprints.
    package var source: [[UInt8]]
}

package struct PageLook: Hashable, Sendable {
    /// Characters of the body a line.
    package var measure: Int
    /// Lines of the body a page.
    package var lines: Int
    package var inner: Points
    package var top: Points
    /// From the foot's baseline to the paper's edge.
    package var foot: Points
}

/// What stands in the running foot; placeholders are filled in page by page.
package struct FootLook: Hashable, Sendable {
    package var left: String
    package var middle: String
    package var right: String
    package var size: Points
}

package struct HandbookTextLook: Hashable, Sendable {
    package var heading: Points
    package var subheading: Points
    package var small: Points
    /// From 0 for none to 1 for the full colour.
    package var tint: Double
    /// Headings whose lists get check squares.
    package var checks: [String]
}

package struct OpeningLook: Hashable, Sendable {
    /// Lines of the body that the opening takes.
    package var lines: Int
    package var numeral: Points
    package var title: Points
    package var summary: Points
}

package struct ContentsLook: Hashable, Sendable {
    package var lines: Int
    package var title: Points
    /// The size of a chapter's sentence.
    package var summary: Points
    package var summaries: Bool
}

/// The frames of the covers that hold one text each.
package enum FrameName: String, CaseIterable, Sendable {
    case campaign, period, title, subtitle, theme, organiser, unit, copies

    var twin: String {
        switch self {
        case .campaign: "活动"
        case .period: "时间"
        case .title: "书名"
        case .subtitle: "副题"
        case .theme: "主题"
        case .organiser: "主办"
        case .unit: "单位"
        case .copies: "册数"
        }
    }
}

/// How the text of a frame is set: as large as fits, between two sizes.
package struct FrameLook: Hashable, Sendable {
    package enum Alignment: String, Sendable { case left, centre, right }
    package var face: FontRole
    package var size: Points
    package var least: Points
    package var align: Alignment
    /// A name of the palette.
    package var colour: String
}

/// The fixed words of a handbook, with their placeholders.
package struct HandbookWords: Hashable, Sendable {
    private let texts: [String]

    static let keys: [(key: String, twin: String, placeholders: [String])] = [
        ("contents", "目录", []), ("schedule", "时间表", []), ("organiser", "主办", ["name"]),
        ("copies", "册数", ["count"]), ("card", "求助卡", []), ("cut", "剪下", []), ("channels", "渠道", []),
        ("search", "搜索", ["name"]), ("scan", "扫码", []), ("see", "参见", ["page"]), ("sample", "样张", []),
        ("source", "来源", ["name"]), ("unverified", "待核实", []),
        ("paper", "用纸", ["paper"]), ("coverPaper", "封面用纸", ["name"]), ("textPaper", "内页用纸", ["name"]),
    ]

    init(_ texts: [String]) { self.texts = texts }

    package enum Key: Int, CaseIterable, Sendable {
        case contents, schedule, organiser, copies, card, cut, channels, search, scan, see, sample, source, unverified,
            paper, coverPaper, textPaper
    }

    package subscript(_ key: Key) -> String { texts[key.rawValue] }

    package func filled(_ key: Key, _ values: [(name: String, value: String)]) -> String {
        Placeholders.fill(self[key], values)
    }

    /// All of them, for the characters that fonts must have.
    package var all: [String] { texts }
}

/// `{name}` in a short text of a template.
enum Placeholders {
    /// Values are put in as they are: a brace in one of them is no placeholder.
    static func fill(_ text: String, _ values: [(name: String, value: String)]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            result += rest[..<open]
            result += values.first { $0.name == name }?.value ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// The names between braces, in order.
    static func names(in text: String) -> [String] {
        var names: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }
}
