package import Campaign
package import Diagnostics
package import Markdown

/// A campaign on one day: everything that needs the whole campaign (slugs, links, order, numbering, phase, addresses),
/// worked out once. All outputs read it and none reads files.
package struct Edition: Sendable {
    package var name: String
    /// For heads and feet, at most a dozen characters.
    package var short: String
    package var theme: ThemeLine
    package var organiser: String
    package var logo: Picture?
    package var period: DateRange
    /// The day that the edition is for.
    package var date: CivilDate
    package var stage: Stage
    package var phases: [Phase]
    /// What is said of days of the period that belong to no phase.
    package var between: Interval
    package var hotlines: [Hotline]
    package var channels: [Channel]
    package var types: [CaseType]
    package var audiences: [Audience]
    /// Sections that have a piece on this day, in the site's order.
    package var sections: [Section]
    /// Every piece that stands in this edition, by section and then in reading order.
    package var pieces: [Piece]
    package var slogans: [Slogan]
    package var posters: [PosterRef]
    /// Where material is put up, as places.csv orders it.
    package var boards: [Board]
    package var wechat: [Folder: [WeChatPicture]]
    /// Short addresses whose piece has left the edition: printed codes must still lead somewhere.
    package var retired: [RetiredAddress]
    package var units: [UnitCopies]
    package var handbook: HandbookFacts
    package var paper: PaperFacts
    package var site: SiteFacts
    /// Files of content/static, copied to the site's root as they are.
    package var staticFiles: [StaticFile]

    /// The phases and, where the period goes on after the last of them, its remaining days.
    package var timetable: [Phase] {
        guard let last = phases.map(\.range.to).max(), last < period.to, let first = last.next else { return phases }
        let rest = DateRange(from: first, to: period.to)
        return phases + [Phase(name: between.name, range: rest, text: between.text, tasks: [])]
    }

    /// The types of one kind, or all.
    package func types(of kind: CaseType.Kind?) -> [CaseType] {
        types.filter { kind == nil || $0.kind == kind }
    }
}

/// What the day is in the campaign.
package struct Stage: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case before, between, after
        /// An index of `Edition.phases`.
        case phase(Int)
    }
    package var kind: Kind
    package var name: String
    package var text: String
}

package struct Section: Hashable, Sendable {
    package var folder: Folder
    package var title: String
    /// Indices of `Edition.pieces`.
    package var pieces: [Int]
}

/// One Markdown file, resolved.
package struct Piece: Sendable {
    package var folder: Folder
    package var slug: String
    /// The permanent short address below `c/`.
    package var code: String?
    package var title: String
    package var date: CivilDate
    package var updated: CivilDate?
    /// As stated, else cut from the first paragraph at a sentence's end; plain text.
    package var summary: String
    package var tags: [Tag]
    package var audience: [Audience]
    package var isForElderly: Bool
    package var source: String?
    package var verified: Bool
    package var cover: Picture?
    package var official: OfficialFacts?
    package var caseFacts: CaseFacts?
    package var figures: [Figure]
    package var pictogram: PictogramName?
    package var document: Document
    /// The number of each numbered heading, such as `一、` or `（一）`, by node.
    package var numbers: [NodeID: String]
    /// The anchor of each heading, by node; unique in the piece, never empty, raw UTF-8.
    package var anchors: [NodeID: String]
    /// What each link and image of the document leads to, by node.
    package var targets: [NodeID: Target]

    /// The page below the site's root, such as `cases/brushing.html`.
    package var page: String { "\(folder.rawValue)/\(slug).html" }
}

package struct Tag: Hashable, Sendable {
    package var name: String
    /// ASCII, unique in the edition.
    package var slug: String
}

/// What a link or an image leads to. Exporters write each in their own form: relative links in pages, addresses or QR
/// codes in print.
package enum Target: Hashable, Sendable {
    /// A piece by its index in `Edition.pieces`, and an anchor in it or "".
    case piece(Int, anchor: String)
    /// A place in the same piece.
    case anchor(String)
    /// http, https, mailto or tel, checked.
    case external(String)
    /// A file of content/static, below the site's root.
    case staticFile(String)
    case picture(Picture)
}

/// One item of slogans/.
package struct Slogan: Hashable, Sendable {
    /// Unique in the campaign.
    package var id: String
    package var text: String
    /// The group's index in `Edition.pieces`.
    package var piece: Int
    /// The list item in the group's document.
    package var node: NodeID
}

/// A poster that the edition asks for: one PDF, one PNG and one printable page, below `posters/`.
package struct PosterRef: Hashable, Sendable {
    /// An index of `Edition.pieces`.
    package var piece: Int
    /// An index of `Edition.slogans`, for posters of one slogan.
    package var slogan: Int?
    package var template: String
    /// A sheet name such as A3.
    package var size: String
    /// Metres; nil for the template's own.
    package var distance: Double?
    /// Below output/ and without extension: `posters/<slug>/[<slogan id>-]<template>-<size>`.
    package var stem: String
    /// The smallest sheet of its shape: on a screen its picture stands for the larger ones too.
    package var isShown = true

    package init(
        piece: Int, slogan: Int? = nil, template: String, size: String, distance: Double? = nil, stem: String
    ) {
        self.piece = piece
        self.slogan = slogan
        self.template = template
        self.size = size
        self.distance = distance
        self.stem = stem
    }

    /// The small picture of a shown poster, for lists of many.
    package var smallPicture: String { "\(stem)-small.png" }
}

/// A place of places.csv, and what is wanted there. The person who looks after it stays behind.
package struct Board: Hashable, Sendable {
    package var name: String
    package var kind: Place.Kind
    /// As stated, such as A4×6.
    package var size: String
    package var format: BoardFormat
    /// How many of them there are.
    package var quantity: Int
    package var unit: String?
    /// By its own row, else by its kind; nil when neither says.
    package var wanted: [PosterName]?
    package var place: SourcePlace
}

package struct RetiredAddress: Hashable, Sendable {
    package var code: String
    package var title: String
}

/// A unit and how many handbooks it gets: all that leaves units.csv.
package struct UnitCopies: Hashable, Sendable {
    package var name: String
    package var category: String
    package var copies: Int
    /// The handbook's file name without extension: safe on every file system, unique.
    package var fileStem: String
    /// Where units.csv names it, for faults in setting the name; without the line's text.
    package var place: SourcePlace
}

extension Edition {
    /// The address that a printed code of a piece carries, or nil without a base URL or code.
    package func shortURL(of piece: Piece) -> String? {
        guard let base = site.baseURL, let code = piece.code else { return nil }
        return "\(base)/c/\(code)"
    }

    /// The campaign's main hotline, the first that it states.
    package var mainHotline: Hotline? { hotlines.first }
}
