import Artifacts
import Campaign
import Diagnostics
import Edition
import Templating

// Tags: a page for each, and a list of them all.
extension Press {
    mutating func addTags() throws(Fault) {
        let groups = tagGroups
        guard let first = groups.first else { return }
        let stamped = stampedTemplate(templates.tag, named: "tag", for: Guide.page(of: first.tag), menu: Guide.tags)
        try addPages(for: groups, at: { Guide.page(of: $0.tag) }) { maker, group in
            maker.page(of: group.tag, group.pieces, stamped)
        }
        var record = Record<ListingKeys>()
        record[.head] = .group(maker.head("", edition.theme.line))
        record[.count] = .number(groups.count)
        var all = Record<GroupKeys>()
        all[.items] = .list(
            groups.map { group in
                var item = Record<ItemKeys>()
                item[.title] = .text(group.tag.name)
                item[.address] = .text(Guide.link(to: Guide.page(of: group.tag), from: Guide.tags))
                item[.number] = .number(group.pieces.count)
                return item
            })
        record[.groups] = .list([all])
        try addPage(Guide.tags, templates.tags, named: "tags", menu: Guide.tags, record, code: nil)
    }

    /// Each tag with its pieces, in the order in which the tags first come.
    private var tagGroups: [(tag: Tag, pieces: [Int])] {
        var groups: [(tag: Tag, pieces: [Int])] = []
        var places: [String: Int] = [:]
        for index in edition.pieces.indices {
            for tag in edition.pieces[index].tags {
                if let place = places[tag.slug] {
                    groups[place].pieces.append(index)
                } else {
                    places[tag.slug] = groups.count
                    groups.append((tag, [index]))
                }
            }
        }
        return groups
    }
}

extension PageMaker {
    fileprivate func page(
        of tag: Tag, _ pieces: [Int], _ template: PrintedTemplate<ListingKeys>
    ) -> Artifact.Recipe {
        let page = Guide.page(of: tag)
        var record = Record<ListingKeys>()
        record[.head] = .group(head(tag.name, edition.theme.line))
        record[.title] = .text(tag.name)
        record[.count] = .number(pieces.count)
        var all = Record<GroupKeys>()
        all[.items] = .list(pieces.map { item($0, from: page) })
        record[.groups] = .list([all])
        return Press.page(template, record, code: nil)
    }
}
