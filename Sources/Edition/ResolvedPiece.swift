import Campaign
import Chinese
import Diagnostics
import Markdown

/// A piece with everything that needs the rest of the edition.
struct ResolvedPiece: Sendable {
    let piece: Piece
    let slogans: [SourceSlogan]

    init(_ source: SourcePiece, positions: [Int?], tags: TagSlugs, reporting report: inout Report) {
        var targets: [NodeID: Target] = [:]
        var absent: [NodeID] = []
        for (node, target) in source.targets.sorted(by: { $0.key < $1.key }) {
            switch target {
            case .piece(let index, let anchor):
                if let position = positions[index] {
                    targets[node] = .piece(position, anchor: anchor)
                } else {
                    report.add(.linkToAbsentPiece, at: source.document.place(of: node))
                    absent.append(node)
                }
            case .anchor(let anchor): targets[node] = .anchor(anchor)
            case .external(let address): targets[node] = .external(address)
            case .staticFile(let path): targets[node] = .staticFile(path)
            case .picture(let picture): targets[node] = .picture(picture)
            }
        }
        // A link to a piece that does not stand on this day stays as the text that it is, in every output.
        let plain = Unwrapping(source.document, nodes: absent)
        piece = Piece(
            folder: source.folder, slug: source.slug, code: source.code, title: source.title, date: source.date,
            updated: source.updated, summary: source.summary ?? Self.summary(of: source),
            tags: source.tags.map { Tag(name: $0, slug: tags[$0]) }, audience: source.audience,
            isForElderly: source.isForElderly, source: source.source, verified: source.verified, cover: source.cover,
            official: source.official, caseFacts: source.caseFacts,
            figures: source.figures, pictogram: source.pictogram, document: plain.document,
            numbers: source.isNumbered ? OfficialNumbers.numbers(of: plain.document) : [:],
            anchors: plain.moved(source.anchors), targets: plain.moved(targets))
        slogans = source.slogans.map { slogan in
            var slogan = slogan
            slogan.node = plain.moved(slogan.node)
            return slogan
        }
    }

    /// Han characters, words and numbers in a summary that was cut.
    private static let summaryLength = 80

    /// The first paragraph, or the first slogans of a group, cut at the end of a sentence; without either, the beginning of
    /// whatever there is.
    private static func summary(of source: SourcePiece) -> String {
        if !source.slogans.isEmpty {
            return Summary.cut(source.slogans.map(\.text).joined(separator: "；"), to: summaryLength)
        }
        let document = source.document
        let paragraph = document.children(of: Document.root).first { document.nodes[$0].kind == .paragraph }
        let text = PlainTextRenderer.render(document, of: paragraph ?? Document.root)
        let line = String(decoding: text.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
        return Summary.cut(line, to: summaryLength)
    }
}
