package import Campaign
package import Edition
package import Markdown

/// What a handbook says: the part of an edition that its pages use, and nothing else, so that a fingerprint of it is
/// complete and a change elsewhere in the campaign leaves the handbooks as they are.
package struct Manuscript: Sendable {
    package var title: String
    package var subtitle: String
    /// The campaign's short name.
    package var campaign: String
    package var theme: ThemeLine
    package var organiser: String
    package var period: DateRange
    package var hotlines: [Hotline]
    package var channels: [Channel]
    /// Empty when the campaign is over: a timetable of the past helps nobody.
    package var phases: [Phase]
    package var chapters: [Chapter]
    /// The page that the printed code leads to; nil without a base URL.
    package var address: Address?
    /// The day of the newest chapter: the file's own date, which no clock decides.
    package var date: CivilDate?

    package struct Chapter: Sendable {
        /// Names the chapter's destination.
        package var slug: String
        package var title: String
        package var summary: String
        package var source: String?
        package var verified: Bool
        package var document: Document
        package var numbers: [NodeID: String]
        package var anchors: [NodeID: String]
        package var goals: [NodeID: Goal]
    }

    /// What a link of a chapter leads to, in print.
    package enum Goal: Hashable, Sendable {
        /// A chapter of this book by its index, and an anchor in it or "".
        case chapter(Int, anchor: String)
        case address(String)
        case picture(Picture)
        /// A page that has no address: the link's own words must do.
        case none
    }

    package struct Address: Hashable, Sendable {
        package var url: String
        /// The host is only a placeholder: the code is a sample.
        package var isSample: Bool
    }
}

extension Manuscript {
    /// The chapters are the pieces of one folder, in the edition's order.
    package init(_ edition: Edition, chapters folder: Folder) {
        let indices = edition.pieces.indices.filter { edition.pieces[$0].folder == folder }
        title = edition.handbook.title
        subtitle = edition.handbook.subtitle
        campaign = edition.short
        theme = edition.theme
        organiser = edition.organiser
        period = edition.period
        hotlines = edition.hotlines
        channels = edition.channels
        phases = edition.stage.kind == .after ? [] : edition.phases
        chapters = indices.map { Chapter(edition.pieces[$0], in: edition, chapters: indices) }
        address = edition.handbookAddress(chapters: indices)
        date = indices.map { edition.pieces[$0].updated ?? edition.pieces[$0].date }.max()
    }
}

extension Manuscript.Chapter {
    fileprivate init(_ piece: Piece, in edition: Edition, chapters: [Int]) {
        slug = piece.slug
        title = piece.title
        summary = piece.summary
        source = piece.source
        verified = piece.verified
        document = piece.document
        numbers = piece.numbers
        anchors = piece.anchors
        goals = piece.targets.mapValues { target in
            switch target {
            case .piece(let index, let anchor):
                if let chapter = chapters.firstIndex(of: index) { return .chapter(chapter, anchor: anchor) }
                return edition.address(of: edition.pieces[index]).map { .address($0) } ?? .none
            case .anchor(let anchor):
                let own = chapters.firstIndex { edition.pieces[$0].slug == piece.slug } ?? 0
                return .chapter(own, anchor: anchor)
            case .external(let address): return .address(address)
            case .staticFile(let path): return edition.site.baseURL.map { .address("\($0)/\(path)") } ?? .none
            case .picture(let picture): return .picture(picture)
            }
        }
    }
}

extension Edition {
    /// The short address of a piece, else the long one; nil without a base URL.
    fileprivate func address(of piece: Piece) -> String? {
        shortURL(of: piece) ?? site.baseURL.map { "\($0)/\(piece.page)" }
    }

    /// Where readers of the printed book go on: the page of its first chapter.
    fileprivate func handbookAddress(chapters: [Int]) -> Manuscript.Address? {
        guard let first = chapters.first, let url = address(of: pieces[first]) else { return nil }
        return Manuscript.Address(url: url, isSample: site.isReserved)
    }
}
