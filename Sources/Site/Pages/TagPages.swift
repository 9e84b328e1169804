import Artifacts
import Campaign
import Diagnostics
import Edition
import Templating

// Tags: a page for each, and a list of them all.
extension Press {
    mutating func addTags() throws(Fault) {
        var order: [Tag] = []
        var pieces: [Tag: [Int]] = [:]
        for (index, piece) in edition.pieces.enumerated() {
            for tag in piece.tags {
                if pieces[tag] == nil { order.append(tag) }
                pieces[tag, default: []].append(index)
            }
        }
        guard !order.isEmpty else { return }
        for tag in order { try addTag(tag, pieces[tag] ?? []) }
        var record = Record<ListingKeys>()
        record[.head] = .group(head("", edition.theme.line))
        record[.count] = .number(order.count)
        var all = Record<GroupKeys>()
        all[.items] = .list(
            order.map { tag in
                var item = Record<ItemKeys>()
                item[.title] = .text(tag.name)
                item[.address] = .text(Guide.link(to: Guide.page(of: tag), from: Guide.tags))
                item[.number] = .number(pieces[tag]?.count ?? 0)
                return item
            })
        record[.groups] = .list([all])
        try addPage(Guide.tags, templates.tags, named: "tags", menu: Guide.tags, record, code: nil)
    }

    private mutating func addTag(_ tag: Tag, _ pieces: [Int]) throws(Fault) {
        let page = Guide.page(of: tag)
        var record = Record<ListingKeys>()
        record[.head] = .group(head(tag.name, edition.theme.line))
        record[.title] = .text(tag.name)
        record[.count] = .number(pieces.count)
        var all = Record<GroupKeys>()
        all[.items] = .list(pieces.map { item(edition.pieces[$0], from: page) })
        record[.groups] = .list([all])
        try addPage(page, templates.tag, named: "tag", menu: Guide.tags, record, code: nil)
    }
}
