import Diagnostics
import Drawing
import Foundation
import Proofing
import TestSupport
import Testing
import Theme

/// A line of glyphs at places that a test gives. In em; the origin is the left edge of the text.
///
/// The text may move the pen: `》{-0.5}。` sets the full stop half an em to the left of where the font would.
struct DrawnLine: Sendable {
    var text: String
    var left = 0.0
    /// The line is stretched or squeezed, in all gaps evenly, until it ends here; nil for the natural width.
    var right: Double?
    /// A mark at either end keeps the empty half of its cell.
    var isRaw = false
    /// In points.
    var size = 10.0
    var role = FontRole.serif
    /// From the line above, in em of 10 points.
    var leading = 1.7
    /// Drawn circles: where their middles are, in em of 10 points, and how far below the baseline.
    var dots: [Double] = []
    var dotDepth = -0.38
    var dotRadius = 0.13

    private struct Glyph {
        var id: UInt32
        var advance: Double
        var text: [UInt8]
        var kern: Double
    }

    /// The glyphs in the order of the text, without the marks that move the pen.
    private func glyphs(_ book: FontBook) -> (face: FaceID, glyphs: [Glyph])? {
        var result: [Glyph] = []
        var face: FaceID?
        var kern = 0.0
        for part in text.split(separator: /[{}]/) {
            if let move = Double(part), text.contains("{\(part)}") {
                kern += move
                continue
            }
            let shaped = book.shape(Array(part.utf8), runs: [ShapingRun(end: part.utf8.count, role: role, size: size)])
            for cluster in shaped.clusters {
                face = face ?? cluster.face
                for index in 0..<Int(cluster.glyphCount) {
                    let glyph = shaped.glyphs[Int(cluster.firstGlyph) + index]
                    let bytes = shaped.text[Int(cluster.byte)..<Int(cluster.byte + cluster.length)]
                    result.append(
                        Glyph(
                            id: glyph.id, advance: glyph.advance / size, text: index == 0 ? Array(bytes) : [],
                            kern: kern))
                    kern = 0
                }
            }
        }
        return face.map { ($0, result) }
    }

    private var opens: Bool { text.first.map { "（《“‘「".contains($0) } == true && !isRaw }
    private var closes: Bool { text.last.map { "，。、；：？！）》”’」".contains($0) } == true && !isRaw }

    /// In em, without the empty halves that marks lose at either end.
    func naturalWidth(_ book: FontBook) throws -> Double {
        try #require(glyphs(book)).glyphs.reduce(0) { $0 + $1.advance + $1.kern } - (opens ? 0.5 : 0)
            - (closes ? 0.5 : 0)
    }

    /// The run from the left edge of the text.
    func run(_ book: FontBook) throws -> GlyphRun {
        let (face, glyphs) = try #require(self.glyphs(book))
        var run = GlyphRun(face: face, size: size, colour: Colour(red: 0, green: 0, blue: 0))
        let natural = try naturalWidth(book)
        let spread = right.map { ($0 - left - natural) / Double(glyphs.count - 1) } ?? 0
        var x = left - (opens ? 0.5 : 0)
        for (index, glyph) in glyphs.enumerated() {
            x += glyph.kern + (index > 0 ? spread : 0)
            run.glyphs.append(.init(id: glyph.id, x: x * size, y: 0))
            run.text += glyph.text
            run.clusters.append(.init(bytes: Int32(glyph.text.count), glyphs: 1))
            x += glyph.advance
        }
        return run
    }
}

/// Pages of drawn lines as a PDF file, and what proof finds in it.
struct Sheet {
    var width = 450.0
    var height = 640.0

    func pdf(_ pages: [[DrawnLine]]) throws -> [UInt8] {
        let book = try #require(TestFonts.book)
        var canvas = PDFCanvas(fonts: book, metadata: PDFMetadata(title: "样张", author: "甲", date: "2024-07-10"))
        for page in pages {
            canvas.begin(page: Size(width: width, height: height))
            var y = 40.0
            for line in page {
                y += line.leading * 10
                if !line.text.isEmpty { canvas.draw(.glyphs(try line.run(book), at: Point(x: 40, y: y))) }
                for dot in line.dots {
                    let centre = Point(x: 40 + dot * 10, y: y + line.dotDepth * 10)
                    canvas.draw(
                        .fill(.circle(centre: centre, radius: line.dotRadius * 10), Colour(red: 0, green: 0, blue: 0)))
                }
            }
        }
        return try canvas.finish().file()
    }

    /// The findings on its lines, after the file went through MuPDF. The file itself is as cairo draws it, neither tagged nor in any
    /// language: rules 41 to 46 are tested by files of their own.
    func findings(_ pages: [[DrawnLine]]) throws -> [Finding] {
        let scratch = try Scratch()
        let file = try scratch.write(try pdf(pages), to: "sheet.pdf")
        var report = Report()
        var found: [Finding] = []
        Proof().check(file.path, reporting: &report) { found.append($0) }
        #expect(report.diagnostics.map(\.code.id) == [])
        return found.filter { $0.line > 0 }
    }
}

/// Paragraphs of a measure of 20 em in which one thing is under test; everything else is right.
enum Setting {
    static let measure = 20.0

    static func full(_ start: Int, indent: Double = 0) -> DrawnLine {
        DrawnLine(text: Filler.han(20 - Int(indent), from: start), left: indent, right: measure)
    }

    /// A text inside the second line of a paragraph; the line is filled up with Han characters.
    static func inLine(_ text: String, width: Double) -> [DrawnLine] {
        let rest = Int(measure - width)
        let line = DrawnLine(
            text: Filler.han(rest / 2, from: 31) + text + Filler.han(rest - rest / 2, from: 57), right: measure)
        return [full(0, indent: 2), line, full(11), DrawnLine(text: Filler.han(9, from: 80))]
    }

    /// A line that ends with one text, and the next that begins with another. `widths`: in em, about.
    static func lineBreak(_ end: String, _ endWidth: Double, _ start: String, _ startWidth: Double, isRaw: Bool = false)
        -> [DrawnLine]
    {
        let before = DrawnLine(
            text: Filler.han(Int(measure - endWidth), from: 23) + end, right: measure, isRaw: isRaw)
        let after = DrawnLine(
            text: start + Filler.han(Int(measure - startWidth), from: 45), right: measure, isRaw: isRaw)
        return [full(0, indent: 2), before, after, DrawnLine(text: Filler.han(9, from: 80))]
    }
}
