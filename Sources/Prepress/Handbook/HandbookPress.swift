import Campaign
import Diagnostics
import Drawing
import Edition
import Theme
import Typesetting

/// Draws a handbook once and a slip for each unit, from values alone.
struct HandbookPress: Sendable {
    let manuscript: Manuscript
    let template: HandbookTemplate
    let grid: PageGrid
    let theme: Theme
    let fonts: PressFonts
    let units: [UnitCopies]

    /// What all copies are made of.
    struct Plate: Sendable {
        /// Its first label is the copy's without a unit; the others are the units', in their order.
        var stamped: StampedPDF
        var pages: Int
        /// What was found in the book, and in each label.
        var diagnostics: [Diagnostic]
        var labelDiagnostics: [[Diagnostic]]
    }

    func plate(with book: FontBook) throws -> Plate {
        var layout = HandbookLayout(manuscript, template: template, grid: grid, fonts: book, colours: theme.colours)
        let pages = layout.pages()
        let found = layout.setter.report.diagnostics
        var setter = Typesetter(fonts: book, colours: theme.colours)
        var labelDiagnostics: [[Diagnostic]] = []
        let drawn = drawn(pages, with: book)
        var labels = PDFCanvas(labelsOf: drawn)
        let cover = CoverPages(manuscript: manuscript, template: template, size: grid.page)
        for unit in [nil] + units.map(Optional.some) {
            setter.report = Report()
            let frame = cover.slip(for: unit, by: &setter)
            labels.begin(page: frame.size)
            frame.draw(on: &labels)
            labelDiagnostics.append(setter.report.diagnostics)
        }
        let stamped = try StampedPDF(
            pages: drawn, labels: labels.finish(),
            finishing: PDFFinishing(
                language: "zh-CN", boxes: [PageBoxes(uncut: grid.page.width, by: grid.page.height)]))
        return Plate(
            stamped: stamped, pages: pages.frames.count, diagnostics: found,
            labelDiagnostics: labelDiagnostics)
    }

    /// The roles that handbooks set, cut down to what this one says.
    func fontBook() throws -> FontBook {
        var roles: [FontRole] = [.headline, .serif, .serifBold, .hand]
        for name in FrameName.allCases {
            if let face = template.frames[name]?.face, !roles.contains(face) { roles.append(face) }
        }
        let words = template.words.all + [template.foot.left, template.foot.middle, template.foot.right]
        return try FontBook(
            fonts.sources, roles: roles, characters: manuscript.characters(and: words + units.map(\.name)))
    }

    private var metadata: PDFMetadata {
        PDFMetadata(
            title: manuscript.title, author: manuscript.organiser, subject: manuscript.theme.line,
            date: manuscript.date?.iso ?? manuscript.period.from.iso)
    }

    private func drawn(_ pages: HandbookPages, with book: FontBook) -> DrawnPDF {
        var canvas = PDFCanvas(fonts: book, metadata: metadata)
        for frame in pages.frames {
            canvas.begin(page: frame.size)
            frame.draw(on: &canvas)
        }
        canvas.setOutline(pages.outline)
        return canvas.finish()
    }
}
