/// Writes a document as plain text, for summaries, the search index and the feed: one line a block, the cells of a
/// table's row with a space between, no markup and no raw HTML.
package struct PlainTextRenderer {
    package static func render(_ document: Document, of top: NodeID = Document.root) -> [UInt8] {
        var out: [UInt8] = []
        var pending: UInt8?
        for id in top..<document.subtree(of: top).upperBound {
            let node = document.nodes[id]
            switch node.kind {
            case .text, .code, .codeBlock:
                if let separator = pending, !out.isEmpty { out.append(separator) }
                pending = nil
                out.append(contentsOf: document.bytes(node.literal))
            case .softBreak, .lineBreak, .tableCell: pending = pending ?? space
            case .notice(let title):
                pending = newline
                if title.isEmpty { continue }
                if !out.isEmpty { out.append(newline) }
                out.append(contentsOf: document.bytes(title))
            case .paragraph, .heading, .item, .blockQuote, .list, .thematicBreak, .table, .tableRow, .qr:
                pending = newline
            case .document, .emphasis, .strong, .ruby, .link, .image, .htmlBlock, .htmlInline: break
            }
        }
        while let last = out.last, last == newline || last == space { out.removeLast() }
        return out
    }

    private static let space = UInt8(ascii: " ")
    private static let newline = UInt8(ascii: "\n")
}
