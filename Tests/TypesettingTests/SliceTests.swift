import Diagnostics
import Drawing
import Foundation
import Testing
import TestSupport
import Theme
@testable import Typesetting

@Test func aParagraphBecomesAPDF() throws {
    let text =
        "　　电信网络诈骗，是指以非法占有为目的，利用电信网络技术手段，通过远程、非接触等方式，诈骗公私财物的行为。凡是要求“先交费、后放款”的，都是诈骗！接到自称“公检法”的电话，请挂断后拨打96110核实；下载“国家反诈中心APP”，遇事多问一句：“真的吗？？”——不轻信、不透露、不转账……（2024年7月1日至31日，共12,000人参加，费用￥300，约12 kg。）"
    let book = try TestFonts.book(text)
    var report = Report()
    let paragraph = Paragraph(
        [Inline(text)], look: .test, style: ParagraphStyle(leading: 17, indent: 2), fonts: book, reporting: &report)
    #expect(report.diagnostics.isEmpty)
    var frame = Frame(size: Size(width: 300, height: 300))
    for (index, line) in paragraph.broken(to: 240).enumerated() {
        frame.items += paragraph.marks(
            of: line, at: Point(x: 30, y: 30 + Double(index) * 17 + EmBox.baseline(leading: 17, size: 10)),
            role: .paragraph)
    }
    print(frame.dump(fonts: book))
    var canvas = try PDFCanvas(fonts: book, metadata: PDFMetadata(title: "样张", author: "商城", date: "2024-07-10"))
    canvas.begin(page: frame.size)
    frame.draw(on: &canvas)
    let bytes = try canvas.finish()
    try Data(bytes).write(to: URL(filePath: "/tmp/typesetting/slice.pdf"))
    var png = try PNGCanvas(fonts: book, size: frame.size, pixelsAcross: 900)
    frame.draw(on: &png)
    try Data(try png.finish()).write(to: URL(filePath: "/tmp/typesetting/slice.png"))
}
