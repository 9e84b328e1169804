import Diagnostics
import Markdown

/// Takes the slogans out of a group: each list item is one, with its id in braces at the end.
enum SloganReader {
    /// The slogans in order. The ids are cut off the document's text, so that no output shows them.
    static func takeSlogans(from document: inout Document, reporting report: inout Report) -> [SourceSlogan] {
        var slogans: [SourceSlogan] = []
        for block in document.children(of: Document.root) {
            switch document.nodes[block].kind {
            case .heading: continue
            case .list:
                for item in document.children(of: block) {
                    if let slogan = slogan(at: item, in: &document, reporting: &report) { slogans.append(slogan) }
                }
            default: report.add(.notASlogan, at: document.place(of: block), ["example": example])
            }
        }
        return slogans
    }

    private static func slogan(at item: NodeID, in document: inout Document, reporting report: inout Report)
        -> SourceSlogan?
    {
        let blocks = Array(document.children(of: item))
        guard blocks.count == 1, document.nodes[blocks[0]].kind == .paragraph else {
            report.add(
                .notASlogan, at: document.place(of: blocks.count > 1 ? blocks[1] : item), ["example": example])
            return nil
        }
        let id = takeID(at: item, in: &document)
        let text = String(decoding: PlainTextRenderer.render(document, of: item), as: UTF8.self)
        if text.isEmpty {
            report.add(.emptySlogan, at: document.place(of: item))
            return nil
        }
        guard let id else {
            report.add(.sloganWithoutID, at: document.place(of: item), ["slogan": .init(text), "example": example])
            return nil
        }
        guard Names.isSlug(id), id.utf8.count <= 40, !Names.isReserved(id) else {
            report.add(.badSloganID, at: document.place(of: item), ["id": .init(id), "example": example])
            return nil
        }
        return SourceSlogan(id: id, text: text, node: item)
    }

    private static let example: Wording = "{#three-nos}"

    /// Cuts `{#id}` and the space before it off the last text of an item.
    private static func takeID(at item: NodeID, in document: inout Document) -> String? {
        guard let last = document.subtree(of: item).last(where: { document.nodes[$0].kind == .text }) else {
            return nil
        }
        let bytes = Array(document.bytes(document.nodes[last].literal))
        guard bytes.last == UInt8(ascii: "}"), let open = bytes.lastIndex(of: UInt8(ascii: "{")),
            bytes[open...].starts(with: "{#".utf8)
        else { return nil }
        var end = open
        while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        document.nodes[last].literal.length = UInt32(end)
        return String(decoding: bytes[(open + 2)...].dropLast(), as: UTF8.self)
    }
}
