import Campaign
import Diagnostics
import Drawing
import Edition
import Typesetting

/// A laid poster as a PDF for print.
struct PosterPDF {
    let context: PosterContext
    let poster: LaidPoster
    var marks = PressMarks.none
    /// Drawn so many times smaller; nil for the sheet's own size.
    var reduction: Int?

    func bytes(fonts: FontBook) throws -> [UInt8] {
        let piece = context.piece
        var canvas = PDFCanvas(
            fonts: fonts,
            metadata: PDFMetadata(
                title: poster.title, author: context.edition.organiser, subject: context.edition.theme.line,
                date: (piece.updated ?? piece.date).iso))
        let pages = poster.pages(with: marks, of: context, fonts: fonts)
        let unit = unit
        for page in pages {
            canvas.begin(page: unit.page(page.size))
            unit.scaled(page).draw(on: &canvas)
        }
        canvas.setOutline(outline)
        return try canvas.finish().file(finishing)
    }

    private var unit: UserUnit {
        if let reduction { return UserUnit(points: reduction) }
        return UserUnit(
            for: poster.sheets.map { sheet in
                let (size, margin) = (sheet.frame.size, marks.margin)
                return Size(width: size.width + 2 * margin, height: size.height + 2 * margin)
            })
    }

    /// Boxes, unit and language of the file.
    var finishing: PDFFinishing {
        let points = unit.points
        return PDFFinishing(
            language: "zh-CN", boxes: poster.sheets.map { marks.boxes(around: $0.frame.size, userUnit: points) },
            userUnit: reduction == nil ? points : 1)
    }

    /// The poster's title, and the sheets of a strip below it.
    private var outline: [OutlineEntry] {
        let sheets = poster.sheets.indices.dropFirst().map {
            OutlineEntry(title: "第 \($0 + 1) 张", level: 2, page: $0 + 1)
        }
        return [.init(title: poster.title, level: 1, page: 1)] + sheets
    }
}
