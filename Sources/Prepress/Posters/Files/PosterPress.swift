import Artifacts
import Campaign
import Diagnostics
import Drawing
import Edition
import Theme

/// What all posters of an edition are made with.
struct PosterPress: Sendable {
    let edition: Edition
    let templates: PosterTemplates
    let theme: Theme
    let fonts: PressFonts

    /// The fonts of all posters, cut when the first of them is laid out.
    func book() -> Once<FontBook> {
        Once {
            let words = templates.templates.map { String(decoding: $0.source, as: UTF8.self) }
            return try FontBook(
                fonts.sources, roles: FontRole.allCases, characters: edition.printedCharacters(and: words),
                cache: fonts.cache)
        }
    }

    /// The three files of a poster, which share one layout.
    func artifacts(of ref: PosterRef, fonts book: Once<FontBook>, inputs: Fingerprint) throws(Fault) -> [Artifact] {
        let layout = Once { try laid(ref, fonts: try book.value()) }
        let pdf = Artifact(path: try OutputPath("\(ref.stem).pdf"), share: .posters, inputs: inputs) { _, sink in
            let (poster, diagnostics) = try layout.value()
            sink.write(try PosterPDF(poster, metadata: metadata(of: ref, poster)).bytes(fonts: try book.value()))
            return Rendered(diagnostics: diagnostics, pages: poster.sheets.count)
        }
        let png = Artifact(path: try OutputPath("\(ref.stem).png"), share: .posters, inputs: inputs) { _, sink in
            let (poster, _) = try layout.value()
            sink.write(try PosterPicture(poster).bytes(fonts: try book.value()))
            return Rendered()
        }
        let html = Artifact(path: try OutputPath("\(ref.stem).html"), share: .posters, inputs: inputs) { _, sink in
            let (poster, _) = try layout.value()
            sink.write(PosterPage(poster, paper: theme.colours.paper).bytes(fonts: try book.value()))
            return Rendered()
        }
        return [pdf, png, html]
    }

    private func laid(_ ref: PosterRef, fonts: FontBook) throws -> (LaidPoster, [Diagnostic]) {
        var report = Report()
        let poster = Posters.layout(
            of: ref, in: edition, templates: templates, theme: theme, fonts: fonts, reporting: &report)
        guard let poster else {
            throw Fault(.unexpected, ["reason": Wording("\(ref.stem) was not laid out")])
        }
        return (poster, report.diagnostics)
    }

    private func metadata(of ref: PosterRef, _ poster: LaidPoster) -> PDFMetadata {
        let piece = edition.pieces[ref.piece]
        return PDFMetadata(
            title: poster.title, author: edition.organiser, subject: edition.theme.line,
            date: (piece.updated ?? piece.date).iso)
    }
}
