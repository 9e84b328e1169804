import Campaign

/// Which pieces stand on a day, in reading order, and which have left.
struct Selection {
    /// Indices of the campaign's pieces, by section and then in reading order.
    let standing: [Int]
    let retired: [RetiredAddress]

    init(_ campaign: Campaign, on date: CivilDate) {
        let pieces = campaign.pieces
        let isOver = date > campaign.facts.period.to
        let keep = Set(campaign.facts.keep)
        // Both days belong to the time in which a piece stands.
        func isPublished(_ index: Int) -> Bool { pieces[index].publish.map { $0 <= date } ?? true }
        func stays(_ index: Int) -> Bool {
            if let expire = pieces[index].expire, expire < date { return false }
            return !isOver || keep.contains(pieces[index].folder.rawValue) || keep.contains(pieces[index].slug)
        }
        let published = pieces.indices.filter(isPublished)
        // The keys are worked out once: a sort asks for each a dozen times.
        standing = published.filter(stays).map { (index: $0, key: Self.key(of: pieces[$0])) }
            .sorted { $0.key < $1.key }.map(\.index)
        // What was never published has printed no code.
        retired = published.filter { !stays($0) }.sorted { pieces[$0].code < pieces[$1].code }
            .map { RetiredAddress(code: pieces[$0].code, title: pieces[$0].title) }
    }

    /// Folder, stated order (pieces without one come last), date, slug.
    private static func key(of piece: SourcePiece) -> (Int, Int, CivilDate, String) {
        (Folder.allCases.firstIndex(of: piece.folder) ?? 0, piece.order ?? .max, piece.date, piece.slug)
    }
}
