import Diagnostics
import Testing

@testable import Imaging

/// The thinnest parts of a drawing, found by their tags.
@Suite struct DrawingLinesTests {
    private func lines(_ inside: String) -> [Double] {
        DrawingLines(file(inside)).lines.map { ($0.width * 1000).rounded() / 1000 }
    }

    private func file(_ inside: String) -> SourceFile {
        let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 210 297\">\n\(inside)\n</svg>"
        return SourceFile(path: "a.svg", bytes: Array(text.utf8))
    }

    @Test(
        arguments: [
            ("<path stroke-width=\"0.5\" d=\"M0 0h9\"/>", [0.5]),
            (
                "<g stroke-width='0.5'><path d='M0 0h9'/><g stroke-width='2'><line x2='3'/></g><circle r='1'/></g>",
                [0.5, 2, 0.5]
            ),
            ("<g transform=\"scale(0.5)\"><path stroke-width=\"0.5\" d=\"M0 0h9\"/></g>", [0.25]),
            ("<g transform=\"translate(3 4) scale(2,8)\"><path stroke-width=\"0.5\"/></g>", [2]),
            ("<g transform=\"matrix(0 3 -3 0 5 5)\"><path stroke-width=\"0.5\"/></g>", [1.5]),
            ("<rect width=\"180\" height=\"0.05\"/><rect width=\"20\" height=\"30\"/>", [0.05, 20]),
            ("<rect id=\"frame-rule\" width=\"180\" height=\"0.01\"/>", []),
            ("<!-- <path stroke-width=\"0.1\"/> --><path d=\"M0 0\"/>", []),
            ("<path aria-label=\"a > b\" stroke-width=\"0.3\"/>", [0.3]),
        ] as [(String, [Double])])
    func widthsAreThoseOnTheDrawing(inside: String, widths: [Double]) { #expect(lines(inside) == widths) }

    @Test func linesHaveTheirPlaceAndTheBoxItsWidth() throws {
        let file = file("<g>\n  <path stroke-width=\"0.5\"/></g>")
        let drawing = DrawingLines(file)
        #expect(drawing.boxWidth == 210)
        let place = file.place(ofByte: try #require(drawing.lines.first).byte)
        #expect(place.line == 3 && place.column == 3)
    }
}
