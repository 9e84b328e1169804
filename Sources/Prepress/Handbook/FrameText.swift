import Diagnostics
import Drawing
import Theme
import Typesetting

/// The text of a frame of the covers: as large as fits between the two sizes of its look.
struct FrameText {
    static let leading = 1.15

    /// Given lines; a single one may be broken into several.
    var lines: [String]
    var look: FrameLook
    /// From baseline to baseline, as a multiple of the size.
    var leading = Self.leading
    /// How many lines a single text may be broken into.
    var mostLines = 1
    /// Instead of in the middle of the frame's height.
    var standsAtTop = false

    /// Nil when the text does not even fit at its least size.
    func set(in box: Rect, by setter: inout Typesetter, role: StructureElement?) -> [Placed]? {
        let colour = setter.colour(look.colour)
        var size = look.size
        // Steps of 4 % are finer than the eye tells between two covers.
        while true {
            if let broken = broken(at: size, to: box, by: &setter, colour) {
                return placed(broken, size, in: box, role: role)
            }
            guard size > look.least else { return nil }
            size = max(look.least, size * 0.96)
        }
    }

    /// The text set; what does not fit is left out and reported under the name of its frame.
    func setOrReported(in box: Rect, named frame: String, by setter: inout Typesetter, role: StructureElement?)
        -> [Placed]
    {
        if let items = set(in: box, by: &setter, role: role) { return items }
        setter.report.add(.frameTextTooLong, at: nil, ["text": .init(lines.joined()), "frame": .init(frame)])
        return []
    }

    private struct Broken {
        var paragraph: Paragraph
        var line: Line
    }

    private func broken(
        at size: Points, to box: Rect, by setter: inout Typesetter, _ colour: Colour
    ) -> [Broken]? {
        var result: [Broken] = []
        for text in lines {
            let paragraph = setter.paragraph(
                text, look.face, size, colour, align: alignment, leading: size * leading, keepsPhrases: true)
            let lines = paragraph.broken(to: box.width)
            guard lines.count <= (self.lines.count == 1 ? mostLines : 1), lines.allSatisfy({ $0.excess < 0.01 }) else {
                return nil
            }
            result += lines.map { Broken(paragraph: paragraph, line: $0) }
        }
        let height = size * (1 + leading * Double(result.count - 1))
        return height <= box.height + 0.01 ? result : nil
    }

    private var alignment: ParagraphStyle.Alignment {
        switch look.align {
        case .left: .ragged
        case .centre: .centred
        case .right: .trailing
        }
    }

    private func placed(_ broken: [Broken], _ size: Points, in box: Rect, role: StructureElement?) -> [Placed] {
        let height = size * (1 + leading * Double(broken.count - 1))
        var y = box.y + (standsAtTop ? 0 : (box.height - height) / 2) + EmBox.ascent * size
        var items: [Placed] = []
        for part in broken {
            items += part.paragraph.marks(of: part.line, at: Point(x: box.x, y: y), role: role)
            y += size * leading
        }
        return items
    }
}
