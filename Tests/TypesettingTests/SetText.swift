import Diagnostics
import Drawing
import Testing
@testable import Typesetting

/// A paragraph set for a test in serif of 10 points, with what tests look at: characters and places in em.
struct SetText {
    struct Character: Equatable {
        var text: String
        /// From the left edge of the measure, in em.
        var left: Double
        var width: Double
        var right: Double { left + width }
    }

    let paragraph: Paragraph
    let lines: [Line]
    let report: Report
    private let em = 10.0

    init(
        _ inlines: [Inline], measure: Double, indent: Double = 0, alignment: ParagraphStyle.Alignment = .justified,
        look: TextLook = .test, keepsPhrases: Bool = false, fonts: FontBook? = nil
    ) throws {
        let book = try fonts ?? TestFonts.book(inlines.map(\.text).joined())
        var report = Report()
        paragraph = Paragraph(
            inlines, look: look,
            style: ParagraphStyle(alignment: alignment, leading: 17, indent: indent, keepsPhrases: keepsPhrases),
            fonts: book, reporting: &report)
        lines = paragraph.broken(to: measure * em)
        self.report = report
    }

    init(
        _ text: String, measure: Double, indent: Double = 0, alignment: ParagraphStyle.Alignment = .justified,
        keepsPhrases: Bool = false, fonts: FontBook? = nil
    ) throws {
        try self.init(
            [Inline(text)], measure: measure, indent: indent, alignment: alignment, keepsPhrases: keepsPhrases,
            fonts: fonts)
    }

    /// The text of each line, without the spaces at its edges.
    var texts: [String] { lines.map { line in characters(of: line).map(\.text).joined() } }

    func characters(_ line: Int) -> [Character] { characters(of: lines[line]) }

    func characters(of line: Line) -> [Character] {
        let boxes = LineSetter(paragraph, line, .zero, .paragraph).boxes()
        return zip(line.items, boxes).map { index, box in
            let cluster = paragraph.shaped.clusters[Int(paragraph.items[index].cluster)]
            let bytes = paragraph.shaped.text[Int(cluster.byte)..<Int(cluster.byte + cluster.length)]
            return Character(
                text: String(decoding: bytes, as: UTF8.self), left: rounded(box.left / em),
                width: rounded(box.width / em))
        }
    }

    /// The gap between two neighbours of a line, in em.
    func gap(before index: Int, line: Int = 0) -> Double {
        let characters = characters(line)
        return rounded(characters[index].left - characters[index - 1].right)
    }

    /// Where the last character of a line ends, in em.
    func end(of line: Int) -> Double { characters(line).last.map { rounded($0.right) } ?? 0 }

    private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
