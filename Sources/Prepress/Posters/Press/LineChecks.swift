import Diagnostics
import Drawing
import Edition
import Imaging
import Typesetting

/// Lines too thin to print: below a quarter of a point a plate or a jet draws them broken or not at all.
struct LineChecks {
    let context: PosterContext
    let poster: LaidPoster

    static let thinnest: Points = 0.25

    func report(_ report: inout Report) {
        checkArt(context.shape.artFile, context.shape.art, &report)
        if poster.sheets.count > 1, let next = context.shape.next, let file = context.shape.nextFile {
            checkArt(file, next, &report)
        }
        // What templates draw in code has no line of a file: it depends on the size of type in the frame.
        let drawn = poster.sheets.flatMap { thinStrokes(of: $0.frame) }
        if let width = drawn.min() { add(width, at: SourcePlace(file: context.template.file.path), &report) }
    }

    /// The art's lines as they come out on this sheet.
    private func checkArt(_ file: SourceFile, _ art: Artwork, _ report: inout Report) {
        let drawing = DrawingLines(file)
        let scale = context.scale * art.size.width / (drawing.boxWidth ?? art.size.width)
        for line in drawing.lines where line.width * scale < Self.thinnest - 0.001 {
            add(line.width * scale, at: file.place(ofByte: line.byte), &report)
        }
    }

    private func thinStrokes(of frame: Frame) -> [Points] {
        var scales = [1.0]
        var thin: [Points] = []
        for item in frame.items {
            let scale = scales[scales.count - 1]
            switch item.mark {
            case .begin(let transform, _):
                let factor = transform.map { abs($0.xx * $0.yy - $0.xy * $0.yx).squareRoot() } ?? 1
                scales.append(scale * factor)
            case .end: if scales.count > 1 { scales.removeLast() }
            case .stroke(_, let width, _): if width * scale < Self.thinnest - 0.001 { thin.append(width * scale) }
            default: continue
            }
        }
        return thin
    }

    private func add(_ width: Points, at place: SourcePlace, _ report: inout Report) {
        report.add(
            .lineTooThin, at: place,
            [
                "width": .init(Decimal.text(width, places: 2)), "least": .init(Decimal.text(Self.thinnest, places: 2)),
                "template": .init(context.template.name), "size": .init(context.ref.size),
            ])
    }
}
