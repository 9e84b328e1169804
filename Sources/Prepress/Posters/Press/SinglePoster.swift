import Campaign
package import Diagnostics
package import Drawing
package import Edition
package import Theme
import Typesetting

/// One poster made by itself, outside a build: the same layout, with fonts cut to this poster alone.
package struct SinglePoster {
    private let context: PosterContext
    let laid: LaidPoster
    private let fonts: FontBook
    private let marks: PressMarks

    /// Lays the poster out; nil when there is nothing to draw, or something is wrong with it, which has been reported.
    package init?(
        _ ref: PosterRef, of edition: Edition, templates: PosterTemplates, theme: Theme, fonts sources: FontSources,
        marks: PressMarks, reporting report: inout Report
    ) throws(Fault) {
        let mark = OrganiserMark(edition.logo, of: edition.organiser, reporting: &report)
        guard
            let context = Posters.context(
                of: ref, in: edition, templates: templates, theme: theme, mark: mark, reporting: &report)
        else { return nil }
        fonts = try FontBook(sources, roles: context.template.fontRoles, characters: context.printedCharacters)
        let (laid, found) = Posters.laid(context, fonts: fonts)
        report.add(contentsOf: found.diagnostics)
        if found.hasErrors { return nil }
        self.context = context
        self.laid = laid
        self.marks = marks
    }

    package var sheetCount: Int { laid.sheets.count }

    package func pdf() throws -> [UInt8] {
        try PosterPDF(context: context, poster: laid, marks: marks).bytes(fonts: fonts)
    }

    /// The PDF in the inks of a press. Where more ink would lie than dries is reported.
    package func cmykPDF(_ profile: InkProfile, reporting report: inout Report) throws -> [UInt8] {
        let drawn = PosterPDF(context: context, poster: laid, marks: marks)
        let edition = CMYKEdition(
            profile: profile, recipes: context.recipes, finishing: drawn.finishing)
        let pdf = try edition.bytes(of: try drawn.bytes(fonts: fonts))
        let unit = Double(drawn.finishing.userUnit)
        for (index, sheet) in laid.sheets.enumerated() {
            let (size, inset) = (sheet.frame.size, marks.margin - marks.bleed)
            let page = Size(
                width: (size.width + 2 * marks.margin) / unit, height: (size.height + 2 * marks.margin) / unit)
            let box = Rect(
                x: inset / unit, y: inset / unit, width: page.width - 2 * inset / unit,
                height: page.height - 2 * inset / unit)
            let found = try InkCoverage.measured(
                pdf, page: index + 1, size: page, within: box, program: edition.program)
            guard found.most > InkCoverage.limit else { continue }
            report.add(
                .tooMuchInk, at: context.place,
                [
                    "ink": .init("\(found.most)"), "most": .init("\(InkCoverage.limit)"),
                    "x": .init(Decimal.text((found.place.x * unit - marks.bleed).inMillimetres, places: 0)),
                    "y": .init(Decimal.text((found.place.y * unit - marks.bleed).inMillimetres, places: 0)),
                ])
        }
        return pdf
    }

    /// The poster on paper of an office; nil after reporting why it cannot be.
    package func tiledPDF(on paper: TilePaper, reporting report: inout Report) throws -> [UInt8]? {
        try TiledPoster(context: context, poster: laid, paper: paper).bytes(fonts: fonts, reporting: &report)
    }

    /// A picture with so many pixels an inch; several sheets stand side by side. Throws a fault that says how many would do
    /// when the picture would be too large.
    package func png(dpi: Double) throws(Fault) -> [UInt8] {
        let board = board
        let (width, height) = (board.size.width / 72 * dpi, board.size.height / 72 * dpi)
        let limit = PNGCanvas.leastReduction(width: width, height: height)
        if limit < 1 {
            throw Fault(
                .pictureBeyondLimit,
                [
                    "width": .init(Decimal.text(width, places: 0)), "height": .init(Decimal.text(height, places: 0)),
                    "dpi": .init(Decimal.text((dpi * limit).rounded(.down), places: 0)),
                ])
        }
        var canvas = try PNGCanvas(fonts: fonts, size: board.size, pixelsAcross: max(1, Int(width.rounded())))
        board.draw(on: &canvas)
        return try canvas.finish()
    }

    package func svg() -> [UInt8] {
        let board = board
        var canvas = SVGCanvas(fonts: fonts)
        canvas.begin(page: board.size, title: laid.title)
        board.draw(on: &canvas)
        return canvas.finish().singlePage
    }

    private var board: Frame {
        PosterPicture(pages: laid.pages(with: marks, of: context, fonts: fonts), theme: context.theme).board
    }
}

extension LaidPoster {
    /// Every sheet with what a print shop gets around it.
    func pages(with marks: PressMarks, of context: PosterContext, fonts: FontBook) -> [Frame] {
        guard marks != .none else { return sheets.map(\.frame) }
        var setter = TextSetter(fonts: fonts)
        return sheets.enumerated().map { index, sheet in
            let information = SheetInformation(context: context, marks: marks, number: index + 1, of: sheets.count)
            return PressSheet(sheet: sheet, marks: marks, information: information.text).frame(&setter)
        }
    }
}

extension PosterTemplate {
    /// The fonts that its frames and figures set; the others need not be cut.
    var fontRoles: [FontRole] {
        var roles: Set<FontRole> = [.headline, .text, .textBold]
        for frame in frames {
            roles.insert(frame.font)
            if frame.font == .serif { roles.insert(.serifBold) }
        }
        return FontRole.allCases.filter(roles.contains)
    }
}
