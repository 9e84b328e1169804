import Diagnostics
import Drawing
import Foundation
import TestSupport
import Testing
import Typesetting

@Test func aParagraphBecomesAPDFWhoseTextExtractsAsTyped() throws {
    let text = "凡是要求“先交费、后放款”的，都是诈骗！日日警惕，请拨打96110核实——不轻信、不转账……"
    let book = try TestFonts.book(text)
    var report = Report()
    let paragraph = Paragraph(
        [Inline(text)], look: .test, style: ParagraphStyle(leading: 17, indent: 2), fonts: book, reporting: &report)
    #expect(report.diagnostics.isEmpty)
    var frame = Frame(size: Size(width: 200, height: 100))
    for (index, line) in paragraph.broken(to: 160).enumerated() {
        let baseline = 20 + Double(index) * 17 + EmBox.baseline(leading: 17, size: 10)
        frame.items += paragraph.marks(of: line, at: Point(x: 20, y: baseline), role: .paragraph)
    }
    var canvas = PDFCanvas(fonts: book, metadata: PDFMetadata(title: "样张", author: "商城", date: "2024-07-10"))
    canvas.begin(page: frame.size)
    frame.draw(on: &canvas)
    let scratch = try Scratch()
    let file = try scratch.write(try canvas.finish().file(), to: "slice.pdf")
    let extracted = try Command.run("pdftotext", [file.path, "-"]).outputText
    #expect(extracted.filter { !$0.isWhitespace } == text)
}
