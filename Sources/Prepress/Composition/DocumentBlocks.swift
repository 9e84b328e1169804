package import Edition
import Markdown
package import Typesetting

/// Turns a piece's document into blocks of a flow, with its numbers and the places of every text: what posters and the
/// handbook are both set from.
package struct DocumentBlocks {
    /// How links are set in print, where nothing can be clicked.
    package enum Links: Sendable {
        /// As plain text: the poster's own code leads on.
        case plain
        /// A raised number, and the address at the foot of the page, where the text does not already show it.
        case noted
        /// An address follows in brackets where the text does not already show it; where a link to the campaign's own
        /// pages leads is said by the handler, by node; nil leaves plain text.
        case shown(own: @Sendable (Int) -> PrintedLink?)
    }

    /// A link of the text as it is printed.
    package struct PrintedLink: Hashable, Sendable {
        /// An address, or `#name` for a destination of the same document.
        package var link: String
        /// Set behind the link's text, such as `（见第 8 页）`.
        package var note: String

        package init(link: String, note: String) {
            self.link = link
            self.note = note
        }
    }

    let document: Document
    let numbers: [NodeID: String]
    let anchors: [NodeID: String]
    let targets: [NodeID: Target]
    package var links: Links
    /// Whether unordered items below a heading get check squares instead of dots.
    package var isChecked: @Sendable (_ heading: String) -> Bool
    /// Makes the picture of a code in the text; without it only its caption is set.
    package var code: @Sendable (String) -> Illustration?

    package init(
        _ piece: Piece, links: Links = .plain,
        isChecked: @escaping @Sendable (String) -> Bool = { _ in false },
        code: @escaping @Sendable (String) -> Illustration? = { _ in nil }
    ) {
        self.init(
            document: piece.document, numbers: piece.numbers, anchors: piece.anchors, targets: piece.targets,
            links: links, isChecked: isChecked, code: code)
    }

    /// A document outside any campaign, with what belongs to its nodes.
    init(
        document: Document, numbers: [NodeID: String], anchors: [NodeID: String], targets: [NodeID: Target],
        links: Links, isChecked: @escaping @Sendable (String) -> Bool = { _ in false },
        code: @escaping @Sendable (String) -> Illustration? = { _ in nil }
    ) {
        self.document = document
        self.numbers = numbers
        self.anchors = anchors
        self.targets = targets
        self.links = links
        self.isChecked = isChecked
        self.code = code
        var notes: [NodeID: Int] = [:]
        if case .noted = links {
            for node in document.nodes.indices where Self.addressToNote(of: node, document, targets) != nil {
                notes[node] = notes.count + 1
            }
        }
        noteNumbers = notes
    }

    /// The number of the note that says where a link leads.
    let noteNumbers: [NodeID: Int]

    /// The address of a link whose text does not show it.
    static func addressToNote(of node: NodeID, _ document: Document, _ targets: [NodeID: Target]) -> String? {
        guard case .link = document.nodes[node].kind, case .external(let address)? = targets[node] else { return nil }
        let isShown = address.contains(document.plainText(of: node)) || address.hasPrefix("tel:")
        return isShown ? nil : address
    }

    /// The whole document.
    package var body: [Block] { blocks(Array(document.children(of: Document.root))) }

    /// What stands before the first heading.
    package var lead: [Block] {
        blocks(Array(document.children(of: Document.root).prefix { headingLevel($0) == nil }))
    }

    /// What stands below the heading with this text, up to the next of its level or above; nil when there is none.
    package func section(_ title: String) -> [Block]? {
        let top = Array(document.children(of: Document.root))
        guard let start = top.firstIndex(where: { headingLevel($0) != nil && document.plainText(of: $0) == title }),
            let level = headingLevel(top[start])
        else { return nil }
        let rest = top[(start + 1)...]
        return blocks(Array(rest.prefix { headingLevel($0).map { $0 > level } ?? true }), below: title)
    }

    /// The last unordered list at the document's top and the heading above it: what there is to do.
    package var checklist: (title: String, blocks: [Block])? {
        let top = Array(document.children(of: Document.root))
        let last = top.lastIndex {
            if case .list(ordered: false, _, _) = document.nodes[$0].kind { true } else { false }
        }
        guard let last, let heading = top[..<last].last(where: { headingLevel($0) != nil }) else { return nil }
        let title = document.plainText(of: heading)
        return (title, blocks([top[last]], below: title))
    }

    /// A row of a scale: what, how much, on what ground.
    struct ScaleRow {
        var what: [Inline]
        var amount: [Inline]
        var basis: [Inline]
    }

    /// The rows of the first table below the heading with this text: what, how much, and on what ground; nil when there is
    /// none, or one of fewer columns.
    func scale(_ title: String) -> [ScaleRow]? {
        let tables = (section(title) ?? []).compactMap { block in
            if case .table(let table) = block.kind { table } else { nil }
        }
        guard let rows = tables.first?.rows, !rows.isEmpty, rows.allSatisfy({ $0.count >= 2 }) else { return nil }
        return rows.map { ScaleRow(what: $0[0], amount: $0[1], basis: $0.count > 2 ? $0[2] : []) }
    }

    /// Who is praised, and for what: the last list, of each item what is in bold, and the rest.
    var roll: [(who: [Inline], what: [Inline])] {
        guard case .list(let items)? = checklist?.blocks.first?.kind else { return [] }
        return items.map { item in
            let inlines = item.blocks.flatMap { block in
                if case .paragraph(let inlines) = block.kind { inlines } else { [Inline]() }
            }
            let who = inlines.filter { $0.marks.contains(.strong) }
            if who.isEmpty { return (inlines, []) }
            var what = inlines.filter { !$0.marks.contains(.strong) }
            // The colon between them stands for the line end.
            if let first = what.first?.text, first.hasPrefix("：") { what[0].text = String(first.dropFirst()) }
            return (who, what)
        }
    }

    private func headingLevel(_ node: NodeID) -> Int? {
        if case .heading(let level) = document.nodes[node].kind { level } else { nil }
    }

    /// The blocks of some neighbours.
    private func blocks(_ nodes: [NodeID], below heading: String = "") -> [Block] {
        var heading = heading
        var result: [Block] = []
        for node in nodes {
            if headingLevel(node) != nil { heading = document.plainText(of: node) }
            result += block(node, below: heading)
        }
        return result
    }

    func source(_ node: NodeID) -> SourcePoint {
        SourcePoint(file: document.file, byte: Int(document.nodes[node].sourceByte))
    }

    private func block(_ node: NodeID, below heading: String) -> [Block] {
        let kind: Block.Kind
        switch document.nodes[node].kind {
        case .paragraph: return paragraph(node)
        case .heading(let level):
            // The title is the first level; the document's headings begin with the second.
            kind = .heading(
                level: max(1, level - 1), number: numbers[node] ?? "", anchor: anchors[node] ?? "",
                inlines(of: node))
        case .blockQuote: kind = .quote(blocks(Array(document.children(of: node)), below: heading))
        case .list(let ordered, let start, _): kind = .list(items(of: node, ordered, from: start, below: heading))
        case .thematicBreak: kind = .rule
        case .codeBlock: kind = .code(document.string(document.nodes[node].literal))
        case .table(let columns): kind = .table(table(node, columns))
        case .qr(let payload): kind = codeKind(document.string(payload), caption: inlines(of: node))
        case .notice(let title):
            kind = .notice(
                title: title.isEmpty ? [] : [Inline(document.string(title), source: source(node))],
                blocks(Array(document.children(of: node)), below: heading))
        case .htmlBlock: return []
        default: kind = .paragraph(InlineReader(self).inlines(at: node))
        }
        return [Block(kind, source: source(node))]
    }

    private func items(of list: NodeID, _ ordered: Bool, from start: Int, below heading: String) -> [ListItem] {
        document.children(of: list).enumerated().map { offset, item in
            let marker: ListItem.Marker =
                ordered ? .text("\(start + offset).") : isChecked(heading) ? .square : .bullet
            return ListItem(marker, blocks(Array(document.children(of: item)), below: heading))
        }
    }

    private func table(_ node: NodeID, _ columns: ColumnAlignments) -> Table {
        let rows = document.children(of: node).map { row in document.children(of: row).map { inlines(of: $0) } }
        let alignments = columns.map { column -> Table.Alignment in
            switch column {
            case .none, .left: .leading
            case .centre: .centred
            case .right: .trailing
            }
        }
        return Table(columns: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
    }

    private func codeKind(_ payload: String, caption: [Inline]) -> Block.Kind {
        guard let picture = code(payload) else { return .paragraph(caption) }
        return .picture(picture, caption: caption)
    }

    func inlines(of parent: NodeID) -> [Inline] { InlineReader(self).inlines(in: parent) }
}
