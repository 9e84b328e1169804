import Artifacts
import Campaign
import Diagnostics
import Edition
import Templating

// For readers that are programs. Both need full addresses: without a base URL there is neither.
extension Press {
    /// An Atom feed (RFC 4287) of the newest pieces, by their dates.
    mutating func addFeed() throws(Fault) {
        guard let base = edition.site.baseURL else { return }
        let newest = newestFirst
        var record = Record<FeedKeys>()
        record[.id] = .text("\(base)/")
        record[.address] = .text("\(base)/\(Guide.feed)")
        record[.home] = .text("\(base)/")
        record[.updated] = .text(timestamp(newest.first.map { $0.updated ?? $0.date } ?? edition.period.from))
        record[.entries] = .list(
            newest.map { piece in
                var entry = Record<EntryKeys>()
                entry[.title] = .text(piece.title)
                entry[.address] = .text("\(base)/\(piece.page)")
                entry[.published] = .text(timestamp(piece.date))
                entry[.updated] = .text(timestamp(piece.updated ?? piece.date))
                entry[.summary] = .text(piece.summary)
                return entry
            })
        try addPage(Guide.feed, templates.feed, named: "feed", record)
    }

    /// The protocol of sitemaps.org: addresses and dates, no words, hence no template.
    mutating func addSitemap() throws(Fault) {
        guard let base = edition.site.baseURL else { return }
        let maker = maker
        try add("sitemap.xml") { Self.file(maker.sitemap(below: base)) }
    }

    private static var feedLength: Int { 20 }

    private var newestFirst: [Piece] {
        let dates = edition.pieces.map { $0.updated ?? $0.date }
        let order = dates.indices.sorted { dates[$0] == dates[$1] ? $0 < $1 : dates[$0] > dates[$1] }
        return order.prefix(Self.feedLength).map { edition.pieces[$0] }
    }

    /// The beginning of a day in China, whatever the machine's zone.
    private func timestamp(_ date: CivilDate) -> String { "\(date.iso)T00:00:00+08:00" }
}

extension PageMaker {
    fileprivate func sitemap(below base: String) -> [UInt8] {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        for page in ["index.html"] + edition.sections.map({ Guide.index(of: $0.folder) }) {
            text += "<url><loc>\(base)/\(page)</loc></url>\n"
        }
        for (index, page) in guide.pages.enumerated() {
            let changed = (edition.pieces[index].updated ?? edition.pieces[index].date).iso
            text += "<url><loc>\(base)/\(page)</loc><lastmod>\(changed)</lastmod></url>\n"
        }
        return Array((text + "</urlset>\n").utf8)
    }
}
