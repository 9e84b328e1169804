import Artifacts
import Campaign
import Diagnostics
import Edition
import Templating

// The index page of each folder.
extension Press {
    mutating func addSection(_ index: Int) throws(Fault) {
        let section = edition.sections[index]
        switch section.folder {
        case .handbook: try addHandbook(section)
        case .slogans: try addListing(section, templates.slogans, named: "slogans")
        case .policy, .cases, .audiences, .results, .honours, .pages:
            try addListing(section, templates.section, named: "section")
        }
    }

    private mutating func addListing(
        _ section: Section, _ template: Template<SiteKeys, ListingKeys>, named name: String
    ) throws(Fault) {
        let page = Guide.index(of: section.folder)
        let stamped = stampedTemplate(template, named: name, for: page, menu: section.folder.rawValue)
        try addPages(for: [section], at: { Guide.index(of: $0.folder) }) { maker, section in
            maker.listing(section, stamped)
        }
    }
}

extension PageMaker {
    fileprivate func listing(_ section: Section, _ template: PrintedTemplate<ListingKeys>) -> Artifact.Recipe {
        var record = Record<ListingKeys>()
        let address = "\(section.folder.rawValue)/"
        record[.head] = .group(
            head(section.title, edition.theme.line, address: address, column: section.title))
        record[.title] = .text(section.title)
        record[.count] = .number(section.pieces.count)
        record[.groups] = .list(groups(of: section))
        return Press.page(template, record, code: code(address))
    }

    private func groups(of section: Section) -> [Record<GroupKeys>] {
        switch section.folder {
        case .slogans: return sloganGroups(of: section)
        case .cases: return caseGroups(of: section)
        case .policy, .audiences, .handbook, .results, .honours, .pages:
            var all = Record<GroupKeys>()
            let page = Guide.index(of: section.folder)
            all[.items] = .list(section.pieces.map { item($0, from: page) })
            return [all]
        }
    }

    /// The cases by their type, in the campaign's order of types.
    private func caseGroups(of section: Section) -> [Record<GroupKeys>] {
        let page = Guide.index(of: section.folder)
        return edition.types.compactMap { type in
            let pieces = section.pieces.filter { edition.pieces[$0].caseFacts?.type == type }
            guard !pieces.isEmpty else { return nil }
            var record = Record<GroupKeys>()
            record[.title] = .text(type.name)
            record[.text] = .text(type.text)
            record[.anchor] = .text(type.slug)
            record[.items] = .list(pieces.map { item($0, from: page) })
            return record
        }
    }

    private func sloganGroups(of section: Section) -> [Record<GroupKeys>] {
        let page = Guide.index(of: section.folder)
        return section.pieces.map { index in
            let piece = edition.pieces[index]
            var record = Record<GroupKeys>()
            record[.title] = .text(piece.title)
            record[.text] = .text(piece.summary)
            record[.anchor] = .text(piece.slug)
            record[.address] = .text(Guide.link(to: piece.page, from: page))
            record[.slogans] = .list(slogans(of: index, from: page))
            return record
        }
    }

    func slogans(of piece: Int, from page: String) -> [Record<SloganKeys>] {
        guide.slogans[piece].map { index in
            let slogan = edition.slogans[index]
            var record = Record<SloganKeys>()
            record[.text] = .text(slogan.text)
            record[.anchor] = .text(slogan.id)
            if guide.posters[piece].contains(where: { edition.posters[$0].slogan == index }) {
                record[.poster] = .text(Guide.link(to: "\(Guide.posterWall)#\(slogan.id)", from: page))
            }
            return record
        }
    }

    /// A piece in a list.
    func item(_ index: Int, from page: String, number: Int? = nil) -> Record<ItemKeys> {
        var record = Record<ItemKeys>()
        // By index throughout: a copy of the piece would cost more than the record.
        record[.title] = .text(edition.pieces[index].title)
        record[.address] = .text(Guide.link(to: guide.pages[index], from: page))
        record[.summary] = .text(edition.pieces[index].summary)
        record[.date] = .text((edition.pieces[index].updated ?? edition.pieces[index].date).chinese)
        record[.number] = number.map { .number($0) }
        if !edition.pieces[index].verified { record[.unverified] = .flag(true) }
        switch edition.pieces[index].caseFacts?.kind {
        case .victim: record[.victim] = .flag(true)
        case .accomplice: record[.accomplice] = .flag(true)
        case .dissuaded: record[.dissuaded] = .flag(true)
        case .honour: record[.honour] = .flag(true)
        case nil: break
        }
        return record
    }
}

// MARK: - Handbook

extension Press {
    /// The handbook's contents, and the whole of it as a file, which Prepress makes.
    private mutating func addHandbook(_ section: Section) throws(Fault) {
        let page = Guide.index(of: .handbook)
        var record = Record<HandbookKeys>()
        record[.head] = .group(
            maker.head(
                edition.handbook.title, edition.handbook.subtitle, address: "handbook/", column: section.title))
        record[.title] = .text(edition.handbook.title)
        record[.subtitle] = .text(edition.handbook.subtitle)
        record[.chapters] = .list(
            section.pieces.enumerated().map { maker.item($1, from: page, number: $0 + 1) })
        let path = try OutputPath("site/\(Guide.handbookFile)")
        let address = Guide.link(to: Guide.handbookFile, from: page)
        try addPage(
            page, templates.handbook, named: "handbook", menu: section.folder.rawValue, record,
            code: maker.code("handbook/"), needs: [path],
            completing: { record, needs in
                record[.file] = .group(
                    Record<FileKeys>(
                        address, label: "PDF", size: try needs.size(of: path), pages: try needs.pages(of: path)))
            })
    }
}

extension Record<FileKeys> {
    init(_ address: String, label: String, size: Int, pages: Int?) {
        self.init()
        self[.address] = .text(address)
        self[.label] = .text(label)
        self[.size] = .text(ByteCount.text(size))
        self[.pages] = pages.map { .number($0) }
    }
}

/// Sizes of files as people read them.
enum ByteCount {
    /// `820 KB`, `1.2 MB`; decimal, as phones count.
    static func text(_ bytes: Int) -> String {
        if bytes < 1_000_000 { return "\(max(1, (bytes + 500) / 1000)) KB" }
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}
