import Artifacts
import Campaign
import Diagnostics
import Drawing
import Edition
import Theme

/// posters/index.html, on which all posters of the build hang side by side, and contact-sheet.png, one picture of them.
struct GalleryPress {
    let press: PosterPress

    func artifacts() throws(Fault) -> [Artifact] {
        guard !press.contexts.isEmpty else { return [] }
        return [try page(), try contactSheet()]
    }

    private func page() throws(Fault) -> Artifact {
        var files: [OutputPath] = []
        for context in press.contexts { files.append(try PosterFormat.pdf.output(of: context.ref)) }
        let wanted = files
        let page = GalleryPage(press: press)
        var inputs = FingerprintBuilder("gallery")
        inputs.add("theme", press.theme.source)
        inputs.add(
            "campaign", [press.edition.name, press.edition.short, press.edition.theme.line, press.edition.organiser])
        inputs.add("sections", press.edition.sections.flatMap { [$0.folder.rawValue, $0.title] })
        inputs.add("posters", press.contexts.flatMap { [$0.ref.stem, $0.title, $0.piece.folder.rawValue] })
        return Artifact(
            path: try OutputPath("posters/index.html"), share: .posters, inputs: inputs.finish(), needs: wanted
        ) { needs, sink in
            sink.write(page.html(sheets: try wanted.map { try needs.pages(of: $0) ?? 1 }))
            return Rendered()
        }
    }

    /// The first posters of every template: more of them would be the same picture again.
    private static let ofEachTemplate = 2

    private func contactSheet() throws(Fault) -> Artifact {
        var counts: [String: Int] = [:]
        var shown: [PosterContext] = []
        for context in press.contexts where context.ref.isShown {
            counts[context.template.name, default: 0] += 1
            if counts[context.template.name, default: 0] <= Self.ofEachTemplate { shown.append(context) }
        }
        var files: [OutputPath] = []
        for context in shown { files.append(try PosterFormat.smallPicture.output(of: context.ref)) }
        let wanted = files
        let sheet = ContactSheet(sizes: shown.map(\.sheet), theme: press.theme)
        let book = press.book
        var inputs = FingerprintBuilder("contact sheet")
        inputs.add("theme", press.theme.source)
        inputs.add("sizes", shown.map(\.ref.size))
        return Artifact(
            path: try OutputPath("posters/contact-sheet.png"), share: .posters, inputs: inputs.finish(), needs: wanted
        ) { needs, sink in
            var report = Report()
            let pictures = try wanted.map {
                Bitmap.read(try needs.bytes(of: $0), path: $0.text, at: nil, reporting: &report)
            }
            sink.write(try sheet.png(pictures, fonts: try book.value()))
            return Rendered(diagnostics: report.diagnostics)
        }
    }
}
