import Campaign
import Diagnostics
import Drawing
import Edition
import Typesetting

/// A laid poster as a PDF for print.
struct PosterPDF {
    let context: PosterContext
    let poster: LaidPoster

    func bytes(fonts: FontBook) throws -> [UInt8] {
        let piece = context.piece
        var canvas = try PDFCanvas(
            fonts: fonts,
            metadata: PDFMetadata(
                title: poster.title, author: context.edition.organiser, subject: context.edition.theme.line,
                date: (piece.updated ?? piece.date).iso))
        let unit = UserUnit(for: poster.sheets.map(\.frame.size))
        for sheet in poster.sheets {
            canvas.begin(page: unit.page(sheet.frame.size))
            unit.scaled(sheet.frame).draw(on: &canvas)
        }
        canvas.setOutline(outline)
        let boxes = poster.sheets.map {
            let page = unit.page($0.frame.size)
            return PageBoxes(uncut: page.width, by: page.height)
        }
        return try PDFFinishing(language: "zh-CN", boxes: boxes, userUnit: unit.points)
            .finished(try canvas.finish())
    }

    /// The poster's title, and the sheets of a strip below it.
    private var outline: [PDFCanvas.OutlineEntry] {
        let sheets = poster.sheets.indices.dropFirst().map {
            PDFCanvas.OutlineEntry(title: "第 \($0 + 1) 张", level: 2, page: $0 + 1)
        }
        return [.init(title: poster.title, level: 1, page: 1)] + sheets
    }
}
