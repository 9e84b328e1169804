package import Campaign
package import Diagnostics
import Markdown

extension Edition {
    /// The campaign as it stands on a day. Pure: the same campaign and day give the same edition, whatever the machine.
    package init(_ campaign: Campaign, on date: CivilDate, reporting report: inout Report) {
        let facts = campaign.facts
        let stage = Stage(of: facts, on: date)
        let selection = Selection(campaign, on: date)
        let standing = selection.standing
        if standing.isEmpty { report.add(.emptyEdition, at: nil, ["date": .init(date.chinese, date.iso)]) }
        // Indices of the campaign's pieces become indices of the edition's.
        var positions = [Int?](repeating: nil, count: campaign.pieces.count)
        for (position, index) in standing.enumerated() { positions[index] = position }
        let tags = TagSlugs(names: standing.flatMap { campaign.pieces[$0].tags }, stated: facts.tagSlugs)
        let resolver = PieceResolver(positions: positions, tags: tags)
        let pieces = Workers.map(standing, reporting: &report) { index, report in
            resolver.piece(campaign.pieces[index], reporting: &report)
        }
        var slogans: [Slogan] = []
        var posters: [PosterRef] = []
        for (position, index) in standing.enumerated() {
            // Asked by index, because a copy of the piece costs more than its answer.
            let own =
                campaign.pieces[index].slogans.isEmpty
                ? []
                : resolver.slogans(of: campaign.pieces[index])
                    .map { Slogan(id: $0.id, text: $0.text, piece: position, node: $0.node) }
            let folder = campaign.pieces[index].folder
            let wishes = campaign.pieces[index].posters ?? facts.posters[folder] ?? []
            if !wishes.isEmpty {
                posters += PosterPlan.posters(
                    wishes, of: campaign.pieces[index], at: position, slogans: own, from: slogans.count)
            }
            slogans += own
        }
        self.init(
            name: facts.name, short: facts.short, theme: facts.theme, organiser: facts.organiser, logo: facts.logo,
            period: facts.period, date: date, stage: stage, phases: facts.phases, between: facts.between,
            hotlines: facts.hotlines, channels: facts.channels, types: facts.types, audiences: facts.audiences,
            sections: Self.sections(of: pieces, titled: facts.sections), pieces: pieces, slogans: slogans,
            posters: posters, boards: Board.all(of: campaign, standing: standing), wechat: facts.wechat,
            retired: selection.retired,
            units: UnitCopies.of(campaign.units),
            handbook: facts.handbook, paper: facts.paper, site: facts.site, staticFiles: campaign.staticFiles)
    }

    private static func sections(of pieces: [Piece], titled titles: [Folder: String]) -> [Section] {
        Folder.allCases.compactMap { folder in
            let own = pieces.indices.filter { pieces[$0].folder == folder }
            return own.isEmpty ? nil : Section(folder: folder, title: titles[folder] ?? folder.chineseName, pieces: own)
        }
    }
}

extension Board {
    /// `standing` are the indices of the pieces that the edition has: a poster of another is not missing, its day has gone by
    /// or is to come, and its board is left to the rest.
    static func all(of campaign: Campaign, standing: [Int]) -> [Board] {
        let absent = Set(campaign.pieces.map(\.slug)).subtracting(standing.map { campaign.pieces[$0].slug })
        return campaign.places.compactMap { place in
            guard let format = BoardFormat(place.size) else { return nil }
            let wanted = place.posters ?? campaign.facts.boards[place.kind]
            return Board(
                name: place.name, kind: place.kind, size: place.size, format: format, quantity: place.quantity,
                unit: place.unit, wanted: wanted?.filter { !absent.contains($0.slug) }, place: place.place)
        }
    }
}

extension PosterName {
    /// Of the piece that the poster is of.
    fileprivate var slug: String { text.split(separator: "/").first.map(String.init) ?? text }
}

extension Stage {
    /// What a day is in the campaign: before it, in a phase, in its period but in no phase, or after it.
    init(of facts: CampaignFacts, on date: CivilDate) {
        if date < facts.period.from {
            self.init(kind: .before, name: facts.before.name, text: facts.before.text)
        } else if date > facts.period.to {
            self.init(kind: .after, name: facts.after.name, text: facts.after.text)
        } else if let index = facts.phases.firstIndex(where: { $0.range.contains(date) }) {
            self.init(kind: .phase(index), name: facts.phases[index].name, text: facts.phases[index].text)
        } else {
            self.init(kind: .between, name: facts.between.name, text: facts.between.text)
        }
    }
}
