import Diagnostics
import Markdown
import Settings

/// A Markdown file that has been read and checked for itself, before it meets the rest of the campaign. By reference, because
/// thousands of them are handed on.
final class LoadedPiece: Sendable {
    let folder: Folder
    /// Below the content folder.
    let path: String
    let fields: Fields
    /// Nil for a piece that the campaign has to do without.
    let name: PieceName?
    let document: Document
    let anchors: [NodeID: String]
    let slogans: [SourceSlogan]
    let references: [Reference]

    init(
        folder: Folder, path: String, fields: Fields, document: Document, anchors: [NodeID: String],
        slogans: [SourceSlogan], references: [Reference]
    ) {
        self.folder = folder
        self.path = path
        self.fields = fields
        name = PieceName(of: fields)
        self.document = document
        self.anchors = anchors
        self.slogans = slogans
        self.references = references
    }

    /// The piece as one that others link to, whose own links are nobody's business.
    var asTarget: LoadedPiece {
        LoadedPiece(
            folder: folder, path: path, fields: fields, document: document, anchors: anchors, slogans: slogans,
            references: [])
    }
}

/// The fields that no piece can do without.
struct PieceName: Sendable {
    let title: String
    let slug: String
    let code: String
    let date: CivilDate

    /// Nil when one of them is missing or wrong, which has been reported.
    init?(of fields: Fields) {
        guard let title = fields.text("title"), let slug = fields.text("slug"), let code = fields.text("code"),
            let date = fields.day("date"), Names.isSlug(slug), Names.isCode(code)
        else { return nil }
        self.title = title
        self.slug = slug
        self.code = code
        self.date = date
    }
}

/// Reads one file; many are read at once, so nothing here knows of another file.
struct PieceReader: Sendable {
    let content: ContentFolder

    struct Source: Sendable {
        let folder: Folder
        let name: String
        var path: String { "\(folder.rawValue)/\(name)" }
    }

    /// The piece; nil when its front matter cannot be read.
    func read(_ source: Source, reporting report: inout Report) -> LoadedPiece? {
        guard let file = content.text(of: source.path, limit: MarkdownParser.sizeLimit, reporting: &report) else {
            return nil
        }
        let (front, bodyStart) = FrontMatter.split(file)
        guard let front else {
            reportMissingFront(of: file, to: &report)
            return nil
        }
        let setting = YAMLReader.read(file, in: front, reporting: &report)
        let fields = setting.map { PieceSchema.of(source.folder).check($0, in: file, reporting: &report) }
        var document = MarkdownParser.parse(file, from: bodyStart, isUTF8: true, reporting: &report)
        let headings = Headings.of(document)
        HeadingRules.check(headings, of: document, reporting: &report)
        var slogans: [SourceSlogan] = []
        switch source.folder {
        case .slogans: slogans = SloganReader.takeSlogans(from: &document, reporting: &report)
        case .cases: CaseRules.check(headings, of: document, reporting: &report)
        default: break
        }
        guard let fields else { return nil }
        PieceRules.check(fields, folder: source.folder, reporting: &report)
        return LoadedPiece(
            folder: source.folder, path: source.path, fields: fields, document: document,
            anchors: Headings.anchors(of: headings), slogans: slogans,
            references: Reference.all(in: document))
    }

    /// Says why a file has no front matter: none at all, one that never ends, or lines that do not read as fields.
    private func reportMissingFront(of file: SourceFile, to report: inout Report) {
        let lines = (1...min(file.lineCount, 60)).map { file.text(ofLine: $0) }
        guard lines[0].hasPrefix("---") else {
            report.add(.noFrontMatter, at: file.place(ofLine: 1))
            return
        }
        guard let end = lines.indices.dropFirst().first(where: { lines[$0].hasPrefix("---") }) else {
            report.add(.frontMatterNotClosed, at: file.place(ofLine: 1), length: 3)
            return
        }
        let before = report.diagnostics.count
        let range = file.byte(ofLine: 2)..<file.byte(ofLine: end + 1)
        if let setting = YAMLReader.read(file, in: range, reporting: &report) {
            _ = PieceSchema.of(.pages).check(setting, in: file, reporting: &report)
        }
        if report.diagnostics.count == before { report.add(.noFrontMatter, at: file.place(ofLine: 1)) }
    }
}
