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
        let press = self
        let groups = order.map { (tag: $0, pieces: pieces[$0] ?? []) }
        let stamped = stampedTemplate(templates.tag, named: "tag", for: Guide.page(of: order[0]), menu: Guide.tags)
        try addPages(for: groups, inParts: 1) { group throws(Fault) in
            try press.page(of: group.tag, group.pieces, stamped)
        }
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

    private func page(
        of tag: Tag, _ pieces: [Int], _ template: PrintedTemplate<ListingKeys>
    ) throws(Fault) -> Artifact {
        let page = Guide.page(of: tag)
        var record = Record<ListingKeys>()
        record[.head] = .group(head(tag.name, edition.theme.line))
        record[.title] = .text(tag.name)
        record[.count] = .number(pieces.count)
        var all = Record<GroupKeys>()
        all[.items] = .list(pieces.map { item(edition.pieces[$0], from: page) })
        record[.groups] = .list([all])
        return try Self.page(page, template, record, code: nil)
    }
}
