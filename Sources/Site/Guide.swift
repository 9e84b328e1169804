import Campaign
import Edition
import Templating

/// Where everything stands in the site, and how one page links to another.
struct Guide {
    /// The base URL is only a placeholder.
    let isSample: Bool
    /// The base URL, unless it is a placeholder.
    let permanentBase: String?
    /// By index of `Edition.pieces`: the page below the site's root.
    let pages: [String]
    let sections: [Folder: Section]
    /// By index of `Edition.pieces`: its place in its section.
    let positions: [Int]
    /// The page that speaks to a kind of reader, by the name of the audience.
    let readers: [String: String]
    /// By index of `Edition.pieces`: its posters, by index of `Edition.posters`.
    let posters: [[Int]]
    /// By index of `Edition.pieces`: its slogans, by index of `Edition.slogans`.
    let slogans: [[Int]]
    /// The page that says what to do when it has happened, by index of `Edition.pieces`.
    let help: Int?
    let hasTags: Bool

    init(_ edition: Edition) {
        isSample = edition.site.isReserved
        permanentBase = isSample ? nil : edition.site.baseURL
        pages = edition.pieces.indices.map { edition.pieces[$0].page }
        sections = Dictionary(edition.sections.map { ($0.folder, $0) }) { first, _ in first }
        var positions = [Int](repeating: 0, count: edition.pieces.count)
        for section in edition.sections {
            for (position, piece) in section.pieces.enumerated() { positions[piece] = position }
        }
        self.positions = positions
        var readers: [String: String] = [:]
        // By index throughout: a copy of each piece would cost more than what is asked of it.
        for index in edition.pieces.indices where edition.pieces[index].folder == .audiences {
            for audience in edition.pieces[index].audience where readers[audience.name] == nil {
                readers[audience.name] = pages[index]
            }
        }
        self.readers = readers
        help = edition.sections.first { $0.folder == .pages }?.pieces.first { edition.pieces[$0].isHelp }
        hasTags = edition.pieces.indices.contains { !edition.pieces[$0].tags.isEmpty }
        var posters = [[Int]](repeating: [], count: edition.pieces.count)
        for (index, poster) in edition.posters.enumerated() { posters[poster.piece].append(index) }
        self.posters = posters
        var slogans = [[Int]](repeating: [], count: edition.pieces.count)
        for (index, slogan) in edition.slogans.enumerated() { slogans[slogan.piece].append(index) }
        self.slogans = slogans
    }

    /// The index page of a section.
    static func index(of folder: Folder) -> String { "\(folder.rawValue)/index.html" }
    static let posterWall = "posters/index.html"
    static let tags = "tags/index.html"
    static let feed = "feed.xml"
    static let handbookFile = "handbook.pdf"
    static func page(of tag: Tag) -> String { "tags/\(tag.slug).html" }

    /// A relative link from one page to another, both by their path below the root. Our pages lie at most one folder deep.
    static func link(to target: String, from page: String) -> String {
        // By bytes: a page has many links.
        let (from, to) = (page.utf8Span.span, target.utf8Span.span)
        var isInside = true
        for place in from.indices {
            isInside = isInside && place < to.count && from[place] == to[place]
            guard from[place] == UInt8(ascii: "/") else { continue }
            if !isInside { return "../" + target }
            return String(target[target.utf8.index(target.startIndex, offsetBy: place + 1)...])
        }
        return target
    }
}

extension Record<LinkKeys> {
    init(_ title: String, to target: String, from page: String, current: Bool = false) {
        self.init()
        self[.title] = .text(title)
        self[.address] = .text(Guide.link(to: target, from: page))
        if current { self[.current] = .flag(true) }
    }
}
