import Diagnostics

/// Writes a document as HTML: byte for byte what `cmark` writes in its safe mode (raw HTML and unsafe addresses left
/// out), and our own elements for headings' numbers and ids, tables, notices and QR codes.
package struct HTMLRenderer {
    private let document: Document
    private let options: HTMLOptions
    private var out: HTMLWriter

    package static func render(_ document: Document, options: HTMLOptions = HTMLOptions()) -> [UInt8] {
        var renderer = HTMLRenderer(document, options)
        renderer.writeTree(from: Document.root)
        return renderer.out.bytes
    }

    /// The HTML of what stands inside one node: of a list item, a table cell or a paragraph without its own element.
    package static func render(
        childrenOf node: NodeID, in document: Document, options: HTMLOptions = HTMLOptions()
    ) -> [UInt8] {
        var renderer = HTMLRenderer(document, options)
        for child in document.children(of: node) { renderer.writeTree(from: child) }
        return renderer.out.bytes
    }

    private init(_ document: Document, _ options: HTMLOptions) {
        self.document = document
        self.options = options
        out = HTMLWriter(capacity: document.file.bytes.count * 5 / 4 + 256)
    }

    private mutating func writeTree(from top: NodeID) {
        var id = top
        while true {
            if case .image = document.nodes[id].kind {
                image(id)
            } else {
                open(id)
                if document.nodes[id].firstChild >= 0 {
                    id = Int(document.nodes[id].firstChild)
                    continue
                }
                close(id)
            }
            while document.nodes[id].next < 0 || id == top {
                if id == top { return }
                id = Int(document.nodes[id].parent)
                close(id)
                if id == top { return }
            }
            id = Int(document.nodes[id].next)
        }
    }

    private mutating func open(_ id: NodeID) {
        let node = document.nodes[id]
        switch node.kind {
        case .document: break
        case .paragraph:
            if isTight(node) { return }
            out.freshLine()
            out.markup("<p>")
        case .blockQuote: block("<blockquote>\n")
        case .list(let ordered, let start, _): openList(ordered: ordered, start: start)
        case .item: block("<li>")
        case .thematicBreak: block("<hr />\n")
        case .heading(let level): openHeading(id, level: level)
        case .codeBlock(let info): codeBlock(node, info: info)
        case .htmlBlock:
            block("<!-- raw HTML omitted -->\n")
        case .htmlInline: out.markup("<!-- raw HTML omitted -->")
        case .text: escaped(node.literal)
        case .softBreak: out.markup("\n")
        case .lineBreak: out.markup("<br />\n")
        case .code:
            out.markup("<code>")
            escaped(node.literal)
            out.markup("</code>")
        case .emphasis: out.markup("<em>")
        case .strong: out.markup("<strong>")
        case .ruby: out.markup("<ruby>")
        case .link(let destination, let title): openLink(id, to: destination, title: title)
        case .image: break
        case .table: block("<div class=\"table\" role=\"region\" tabindex=\"0\">\n<table>\n")
        case .tableRow(let header): out.markup(header ? "<thead>\n<tr>\n" : "<tr>\n")
        case .tableCell: openCell(id)
        case .qr(let payload): openQR(id, payload: payload)
        case .notice(let title): openNotice(title)
        }
    }

    private mutating func close(_ id: NodeID) {
        let node = document.nodes[id]
        switch node.kind {
        case .paragraph: if !isTight(node) { out.markup("</p>\n") }
        case .blockQuote: block("</blockquote>\n")
        case .list(let ordered, _, _): out.markup(ordered ? "</ol>\n" : "</ul>\n")
        case .item: out.markup("</li>\n")
        case .heading(let level): closeHeading(level)
        case .emphasis: out.markup("</em>")
        case .strong: out.markup("</strong>")
        case .ruby(let annotation):
            out.markup("<rp>（</rp><rt>")
            escaped(annotation)
            out.markup("</rt><rp>）</rp></ruby>")
        case .link: out.markup("</a>")
        case .table: closeTable(node)
        case .tableRow(let header): closeRow(node, header: header)
        case .tableCell: out.markup(isHeader(node) ? "</th>\n" : "</td>\n")
        case .qr: out.markup(node.firstChild >= 0 ? "</figcaption>\n</figure>\n" : "</figure>\n")
        case .notice: block("</aside>\n")
        default: break
        }
    }

    private mutating func block(_ markup: StaticString) {
        out.freshLine()
        out.markup(markup)
    }

    private mutating func escaped(_ span: TextSpan) {
        unsafe document.bytes(span).withUnsafeBufferPointer { unsafe out.escaped($0) }
    }

    private mutating func address(_ span: TextSpan) {
        unsafe document.bytes(span).withUnsafeBufferPointer { unsafe out.address($0) }
    }

    /// A paragraph of a tight list is written without its element.
    private func isTight(_ node: Node) -> Bool {
        guard node.parent >= 0 else { return false }
        let list = document.nodes[Int(node.parent)].parent
        guard list >= 0, case .list(_, _, let tight) = document.nodes[Int(list)].kind else { return false }
        return tight
    }
}

// MARK: - Blocks

extension HTMLRenderer {
    private mutating func openList(ordered: Bool, start: Int) {
        out.freshLine()
        guard ordered else { return out.markup("<ul>\n") }
        guard start != 1 else { return out.markup("<ol>\n") }
        out.markup("<ol start=\"")
        out.number(start)
        out.markup("\">\n")
    }

    private mutating func openHeading(_ id: NodeID, level: Int) {
        out.freshLine()
        out.markup("<h")
        out.number(shifted(level))
        if let anchor = options.anchor(id) {
            out.markup(" id=\"")
            out.escaped(anchor)
            out.markup("\"")
        }
        out.markup(">")
        if let number = options.headingNumber(id) { out.escaped(number) }
    }

    private mutating func closeHeading(_ level: Int) {
        out.markup("</h")
        out.number(shifted(level))
        out.markup(">\n")
    }

    private func shifted(_ level: Int) -> Int { min(6, max(1, level + options.headingShift)) }

    private mutating func codeBlock(_ node: Node, info: TextSpan) {
        out.freshLine()
        let language = document.bytes(info).prefix { !(9...13).contains($0) && $0 != 32 }
        if info.isEmpty {
            out.markup("<pre><code>")
        } else {
            out.markup("<pre><code class=\"language-")
            escaped(TextSpan(start: Int(info.start), length: language.count))
            out.markup("\">")
        }
        escaped(node.literal)
        out.markup("</code></pre>\n")
    }

    private mutating func closeRow(_ row: Node, header: Bool) {
        out.markup("</tr>\n")
        guard header else { return }
        out.markup("</thead>\n")
        if row.next >= 0 { out.markup("<tbody>\n") }
    }

    private mutating func closeTable(_ table: Node) {
        if table.firstChild != table.lastChild { out.markup("</tbody>\n") }
        out.markup("</table>\n</div>\n")
    }

    private func isHeader(_ cell: Node) -> Bool {
        document.nodes[Int(cell.parent)].kind == .tableRow(header: true)
    }

    private mutating func openCell(_ id: NodeID) {
        let cell = document.nodes[id]
        let row = document.nodes[Int(cell.parent)]
        out.markup(isHeader(cell) ? "<th scope=\"col\"" : "<td")
        guard case .table(let columns) = document.nodes[Int(row.parent)].kind else { return out.markup(">") }
        var column = 0
        var sibling = row.firstChild
        while sibling >= 0, Int(sibling) != id {
            column += 1
            sibling = document.nodes[Int(sibling)].next
        }
        switch column < columns.count ? columns[column] : .none {
        case .none: out.markup(">")
        case .left: out.markup(" class=\"left\">")
        case .centre: out.markup(" class=\"centre\">")
        case .right: out.markup(" class=\"right\">")
        }
    }

    private mutating func openNotice(_ title: TextSpan) {
        block("<aside class=\"notice\">\n")
        guard !title.isEmpty else { return }
        out.markup("<p class=\"notice-title\">")
        escaped(title)
        out.markup("</p>\n")
    }

    private mutating func openQR(_ id: NodeID, payload: TextSpan) {
        block("<figure class=\"qr\">\n")
        if let picture = options.qrPicture(id) {
            out.markup("<img src=\"")
            out.address(picture.source)
            out.markup("\" alt=\"")
            out.escaped(picture.alternative)
            if let side = picture.side {
                out.markup("\" width=\"")
                out.number(side)
                out.markup("\" height=\"")
                out.number(side)
            }
            out.markup("\" />\n")
        } else {
            out.markup("<p>")
            escaped(payload)
            out.markup("</p>\n")
        }
        if document.nodes[id].firstChild >= 0 { out.markup("<figcaption>") }
    }
}

// MARK: - Links and images

extension HTMLRenderer {
    private mutating func openLink(_ id: NodeID, to destination: TextSpan, title: TextSpan) {
        out.markup("<a href=\"")
        target(id, or: destination)
        attribute(title: title)
        out.markup("\">")
    }

    private mutating func target(_ id: NodeID, or destination: TextSpan) {
        if let target = options.destination(id) { out.address(target) } else { address(destination) }
    }

    private mutating func attribute(title: TextSpan) {
        guard !title.isEmpty else { return }
        out.markup("\" title=\"")
        escaped(title)
    }

    /// An image; what stands inside becomes its alternative text.
    private mutating func image(_ id: NodeID) {
        guard case .image(let destination, let title) = document.nodes[id].kind else { return }
        out.markup("<img src=\"")
        target(id, or: destination)
        out.markup("\" alt=\"")
        for inner in document.subtree(of: id) {
            switch document.nodes[inner].kind {
            case .text, .code, .htmlInline: escaped(document.nodes[inner].literal)
            case .softBreak, .lineBreak: out.markup(" ")
            default: break
            }
        }
        attribute(title: title)
        if let attributes = options.imageAttributes(id) { write(attributes) }
        out.markup("\" />")
    }

    private mutating func write(_ attributes: HTMLOptions.ImageAttributes) {
        if let width = attributes.width {
            out.markup("\" width=\"")
            out.number(width)
        }
        if let height = attributes.height {
            out.markup("\" height=\"")
            out.number(height)
        }
        if attributes.lazy { out.markup("\" loading=\"lazy") }
    }
}
