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
        for sheet in poster.sheets {
            canvas.begin(page: sheet.frame.size)
            sheet.frame.draw(on: &canvas)
        }
        let boxes = poster.sheets.map { PageBoxes(uncut: $0.frame.size.width, by: $0.frame.size.height) }
        return try PDFFinishing(language: "zh-CN", boxes: boxes).finished(try canvas.finish())
    }
}
