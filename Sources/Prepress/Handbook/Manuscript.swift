package import Campaign
package import Edition

/// What a handbook says: the part of an edition that its pages use, and nothing else, so that its fingerprint is complete
/// and a change elsewhere in the campaign leaves the handbooks as they are.
package struct Manuscript: Sendable {
    package var title: String
    package var subtitle: String
    /// The campaign's short name.
    package var campaign: String
    package var theme: ThemeLine
    package var organiser: String
    package var logo: Picture?
    package var paper: PaperFacts
    package var period: DateRange
    package var hotlines: [Hotline]
    package var channels: [Channel]
    /// When what happens. Empty when the campaign is over: a timetable of the past helps nobody.
    package var timetable: [Phase]
    package var chapters: [Chapter]
    /// The page that the printed code leads to; nil without a base URL.
    package var address: Address?
    /// The day of the newest chapter: the file's own date, which no clock decides.
    package var date: CivilDate?

    package struct Chapter: Sendable {
        package var piece: Piece
        /// What its links lead to in print, by node.
        package var goals: [Int: Goal]
    }

    /// Where a link of a chapter leads in print.
    package enum Goal: Hashable, Sendable {
        /// A chapter of this book by its index, and an anchor in it or "".
        case chapter(Int, anchor: String)
        /// A page of the site.
        case address(String)
    }

    package struct Address: Hashable, Sendable {
        package var url: String
        /// The host is only a placeholder: the code is a sample.
        package var isSample: Bool
    }
}

extension Manuscript {
    /// The pieces of `folder` are the chapters, in the edition's order. The back cover leads to the page with the short
    /// code `code`, to the first chapter's if none has it.
    package init(_ edition: Edition, chapters folder: Folder, code: String) {
        let indices = edition.pieces.indices.filter { edition.pieces[$0].folder == folder }
        title = edition.handbook.title
        subtitle = edition.handbook.subtitle
        campaign = edition.short
        theme = edition.theme
        organiser = edition.organiser
        logo = edition.logo
        paper = edition.paper
        period = edition.period
        hotlines = edition.hotlines
        channels = edition.channels
        timetable = edition.stage.kind == .after ? [] : edition.timetable
        chapters = indices.map { index in
            let piece = edition.pieces[index]
            var goals: [Int: Goal] = [:]
            for (node, target) in piece.targets {
                goals[node] = Goal(target, from: index, in: edition, chapters: indices)
            }
            return Chapter(piece: piece, goals: goals)
        }
        let goal = edition.pieces.first { $0.code == code } ?? indices.first.map { edition.pieces[$0] }
        address = goal.flatMap(edition.address).map { Address(url: $0, isSample: edition.site.isReserved) }
        date = indices.map { edition.pieces[$0].updated ?? edition.pieces[$0].date }.max()
    }
}

extension Manuscript.Goal {
    /// Nil for what needs no address in print: pictures, and addresses that the text itself shows.
    fileprivate init?(_ target: Target, from piece: Int, in edition: Edition, chapters: [Int]) {
        switch target {
        case .piece(let index, let anchor):
            if let chapter = chapters.firstIndex(of: index) {
                self = .chapter(chapter, anchor: anchor)
            } else if let address = edition.address(of: edition.pieces[index]) {
                self = .address(address)
            } else {
                return nil
            }
        case .anchor(let anchor):
            guard let own = chapters.firstIndex(of: piece) else { return nil }
            self = .chapter(own, anchor: anchor)
        case .staticFile(let path):
            guard let base = edition.site.baseURL else { return nil }
            self = .address("\(base)/\(path)")
        case .external, .picture: return nil
        }
    }
}

extension Edition {
    /// The short address of a piece, else the long one; nil without a base URL.
    fileprivate func address(of piece: Piece) -> String? {
        shortURL(of: piece) ?? site.baseURL.map { "\($0)/\(piece.page)" }
    }
}
