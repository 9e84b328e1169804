import Campaign

/// Which posters a piece gets.
enum PosterPlan {
    /// The posters that a piece asks for, or those of its folder; in a slogan group, each of them once for every slogan.
    /// `first` is the edition's index of the group's first slogan.
    static func posters(
        _ wishes: [PosterWish], of piece: SourcePiece, at position: Int, slogans: [Slogan], from first: Int
    ) -> [PosterRef] {
        var posters: [PosterRef] = []
        var stems: Set<String> = []
        for wish in wishes {
            for size in wish.sizes {
                let wanted = slogans.indices.filter { wish.items?.contains(slogans[$0].id) ?? true }
                let items: [Int?] = piece.folder == .slogans ? wanted : [nil]
                for item in items {
                    let name = (item.map { "\(slogans[$0].id)-" } ?? "") + "\(wish.template)-\(size)"
                    let stem = "posters/\(piece.slug)/\(name)"
                    // The same poster asked for twice is one file.
                    guard stems.insert(stem).inserted else { continue }
                    posters.append(
                        PosterRef(
                            piece: position, slogan: item.map { $0 + first }, template: wish.template, size: size,
                            distance: wish.distance, stem: stem))
                }
            }
        }
        return posters.map { poster in
            var poster = poster
            poster.isShown = !posters.contains { $0.standsFor(poster) }
            return poster
        }
    }
}

extension PosterRef {
    /// The same poster on a smaller sheet of the same shape.
    package func standsFor(_ other: PosterRef) -> Bool {
        guard template == other.template, slogan == other.slogan, let own = SheetFormat(size),
            let others = SheetFormat(other.size)
        else { return false }
        return own.hasShape(of: others) && own.area < others.area
    }
}
