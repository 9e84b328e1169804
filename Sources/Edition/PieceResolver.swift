import Campaign
import Chinese
import Diagnostics
import Markdown

/// Gives pieces everything that needs the rest of the edition.
struct PieceResolver: Sendable {
    /// By index of the campaign's pieces: the index in the edition, nil for one that does not stand on this day.
    let positions: [Int?]
    let tags: TagSlugs

    func piece(_ source: SourcePiece, reporting report: inout Report) -> Piece {
        for node in absentLinks(of: source) {
            report.add(.linkToAbsentPiece, at: source.document.place(of: node))
        }
        let plain = document(of: source)
        return Piece(
            folder: source.folder, slug: source.slug, code: source.code, title: source.title, date: source.date,
            updated: source.updated, summary: source.summary ?? Self.summary(of: source),
            tags: source.tags.map { Tag(name: $0, slug: tags[$0]) }, audience: source.audience,
            isForElderly: source.isForElderly, source: source.source, verified: source.verified, cover: source.cover,
            official: source.official, caseFacts: source.caseFacts,
            figures: source.figures, pictogram: source.pictogram, document: plain.document,
            numbers: source.isNumbered ? OfficialNumbers.numbers(of: plain.document) : [:],
            anchors: plain.moved(source.anchors), targets: plain.moved(source.targets.compactMapValues(target)))
    }

    /// The slogans of a group, at their places in the document that `piece` gives it.
    func slogans(of source: SourcePiece) -> [SourceSlogan] {
        let plain = document(of: source)
        return source.slogans.map { slogan in
            var slogan = slogan
            slogan.node = plain.moved(slogan.node)
            return slogan
        }
    }

    /// A link to a piece that does not stand on this day stays as the text that it is, in every output.
    private func document(of source: SourcePiece) -> Unwrapping {
        Unwrapping(source.document, nodes: absentLinks(of: source))
    }

    private func absentLinks(of source: SourcePiece) -> [NodeID] {
        source.targets.filter { target($0.value) == nil }.keys.sorted()
    }

    private func target(_ target: SourceTarget) -> Target? {
        switch target {
        case .piece(let index, let anchor): positions[index].map { .piece($0, anchor: anchor) }
        case .anchor(let anchor): .anchor(anchor)
        case .external(let address): .external(address)
        case .staticFile(let path): .staticFile(path)
        case .picture(let picture): .picture(picture)
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
