package import Artifacts
import Campaign
package import Diagnostics
import Drawing
package import Edition
package import Theme
import Typesetting

extension Posters {
    /// The files of every poster that the edition asks for: `<stem>.pdf`, `.png` and `.html`, drawn from one layout; where they
    /// hang, what to print of them, the print shop's folder, and the page of all posters.
    ///
    /// Wrong names of templates and sheets are reported at once; what is wrong inside a poster, when it is laid out.
    /// The fonts are asked for when there is a poster; without them nothing can be made.
    package static func artifacts(
        of edition: Edition, templates: PosterTemplates, theme: Theme,
        fonts: @autoclosure () throws(Fault) -> PressFonts?, reporting report: inout Report
    ) throws(Fault) -> [Artifact] {
        // What characters the whole edition uses takes longer to find out than a page to write.
        if edition.posters.isEmpty, edition.wechat.isEmpty { return [] }
        templates.pictograms.check(edition.types.map(\.pictogram), reporting: &report)
        let mark = OrganiserMark(edition.logo, of: edition.organiser, reporting: &report)
        let contexts = edition.posters.compactMap { ref in
            context(of: ref, in: edition, templates: templates, theme: theme, mark: mark, reporting: &report)
        }
        let plan = BoardPlan(
            edition.boards, posters: contexts, wished: edition.posters, paper: edition.paper, reporting: &report)
        guard let fonts = try fonts() else { return [] }
        let press = PosterPress(
            edition: edition, templates: templates, theme: theme, contexts: contexts,
            ordered: plan.lines.map(\.poster.ref),
            fonts: fonts)
        return try press.posters() + [press.fontManifest()] + BoardPress(press: press, plan: plan).artifacts()
            + ShopPress(press: press, plan: plan).artifacts() + GalleryPress(press: press).artifacts()
            + WeChatPress(press: press, templates: templates, mark: mark, reporting: &report).artifacts()
    }
}

/// The posters of an edition, ready to be drawn, and the fonts for all of them.
struct PosterPress: Sendable {
    let edition: Edition
    let theme: Theme
    let contexts: [PosterContext]
    let fonts: PressFonts
    /// One book for all sheets: faces cut to what the edition can set.
    let book: Once<FontBook>
    private let characters: Set<Unicode.Scalar>
    /// The posters being made, by their stems.
    private let works: [String: PosterWork]

    /// `ordered` are the posters that the print shop gets.
    init(
        edition: Edition, templates: PosterTemplates, theme: Theme, contexts: [PosterContext], ordered: [PosterRef],
        fonts: PressFonts
    ) {
        self.edition = edition
        self.theme = theme
        self.contexts = contexts
        self.fonts = fonts
        let frames = templates.templates.flatMap { $0.shapes.flatMap(\.frames) }
        let labels = frames.flatMap { [$0.label ?? "", $0.numeral ?? ""] }
        let isVertical = frames.contains(where: \.isVertical)
        let forms = isVertical ? VerticalForms.all.map { String($0) } : []
        let characters = edition.printedCharacters(and: labels + forms + BoardWords.all + ShopWords.all)
        let book = Once {
            try FontBook(fonts.sources, roles: FontRole.allCases, characters: characters)
        }
        self.book = book
        self.characters = characters
        works = Dictionary(
            contexts.map { context in
                let shopFiles = ordered.contains(context.ref) ? context.shopFiles : 0
                return (context.ref.stem, PosterWork(context: context, book: book, otherFiles: shopFiles))
            }, uniquingKeysWith: { first, _ in first })
    }

    func work(of ref: PosterRef) -> PosterWork? { works[ref.stem] }

    /// What the posters are printed with.
    func fontManifest() throws(Fault) -> Artifact {
        var all = FingerprintBuilder("characters")
        all.add("characters", String(String.UnicodeScalarView(characters.sorted())))
        let book = book
        return try FontManifest.artifact(
            in: "posters", share: .posters, characters: all.finish(), fonts: fonts, theme: theme
        ) { try book.value() }
    }

    func posters() throws(Fault) -> [Artifact] {
        var artifacts: [Artifact] = []
        for context in contexts {
            let ref = context.ref
            guard let work = work(of: ref) else { continue }
            let inputs = PosterInputs(context: context, fonts: fonts).fingerprint()
            for format in PosterFormat.formats(of: ref, on: context.sheet) {
                artifacts.append(
                    Artifact(path: try OutputPath(format.path(of: ref)), share: .posters, inputs: inputs) {
                        _, sink in
                        let (bytes, rendered) = try work.rendered(as: format)
                        sink.write(bytes)
                        return rendered
                    })
            }
        }
        return artifacts
    }
}

enum PosterFormat: Sendable {
    case pdf, picture, page
    /// For lists of many posters on a cheap phone.
    case smallPicture
    /// For the print shop: with bleed and marks, and at a tenth of the size.
    case shop, tenth

    /// Pages of a browser are printed on what an office has, up to A2; larger sheets go to the print shop as PDF.
    static func formats(of ref: PosterRef, on sheet: Size) -> [PosterFormat] {
        let page: [PosterFormat] = max(sheet.width, sheet.height) < .millimetres(600) ? [.page] : []
        return [.pdf, .picture] + page + (ref.isShown ? [.smallPicture] : [])
    }

    /// Below output/; what the shop gets has names of its own.
    func path(of ref: PosterRef) -> String {
        switch self {
        case .pdf, .shop, .tenth: "\(ref.stem).pdf"
        case .picture: "\(ref.stem).png"
        case .page: "\(ref.stem).html"
        case .smallPicture: ref.smallPicture
        }
    }
}

/// One poster being made: laid out once, by whichever of its files is drawn first.
final class PosterWork: Sendable {
    private struct Laid: Sendable {
        var poster: LaidPoster
        var diagnostics: [Diagnostic]
    }

    private let context: PosterContext
    private let book: Once<FontBook>
    private let layout: Once<Laid>

    /// `otherFiles` are drawn from this layout beside the poster's own.
    init(context: PosterContext, book: Once<FontBook>, otherFiles: Int) {
        self.context = context
        self.book = book
        layout = Once(sharedBy: PosterFormat.formats(of: context.ref, on: context.sheet).count + otherFiles) {
            let (poster, report) = Posters.laid(context, fonts: try book.value())
            return Laid(poster: poster, diagnostics: report.diagnostics)
        }
    }

    func rendered(as format: PosterFormat) throws -> (bytes: [UInt8], rendered: Rendered) {
        let laid = try layout.value()
        let fonts = try book.value()
        let rendered = Rendered(diagnostics: laid.diagnostics, pages: laid.poster.sheets.count)
        // What cannot be laid out is not drawn: the diagnostics say why.
        if laid.diagnostics.contains(where: { $0.code.severity == .error }) { return ([], rendered) }
        switch format {
        case .pdf: return (try PosterPDF(context: context, poster: laid.poster).bytes(fonts: fonts), rendered)
        case .shop:
            let pdf = PosterPDF(context: context, poster: laid.poster, marks: context.shopMarks)
            return (try pdf.bytes(fonts: fonts), rendered)
        case .tenth:
            let pdf = PosterPDF(context: context, poster: laid.poster, reduction: 10)
            return (try pdf.bytes(fonts: fonts), rendered)
        case .picture: return (try picture(of: laid).bytes(fonts: fonts), rendered)
        case .smallPicture: return (try picture(of: laid).smallBytes(fonts: fonts), rendered)
        case .page: return (PosterPage(poster: laid.poster, context: context).bytes(fonts: fonts), rendered)
        }
    }

    private func picture(of laid: Laid) -> PosterPicture { PosterPicture(poster: laid.poster, theme: context.theme) }
}
