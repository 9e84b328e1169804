import Drawing
import Theme
import Typesetting

/// The campaign's stamp: always the same lock-up, a label like the 题签 on a thread-bound book, with a keyline inside its
/// edge. Every sheet carries it.
struct ThemeLockup {
    private let lines: [String]
    private let theme: Theme
    /// Leaves room for the words 待核实 behind the label.
    private let leavesRoom: Bool

    /// A theme in one line of more characters than this is divided: nobody reads it in a label.
    private static let longestLine = 14

    init(lines: [String], theme: Theme, leavesRoom: Bool = false) {
        self.lines = lines.count == 1 ? Self.divided(lines[0]) : lines
        self.theme = theme
        self.leavesRoom = leavesRoom
    }

    /// A long line in two or three of about equal length, divided between words.
    static func divided(_ line: String) -> [String] {
        let scalars = Array(line.unicodeScalars)
        guard scalars.count > longestLine else { return [line] }
        let count = scalars.count > 2 * longestLine ? 3 : 2
        let starts = WordBreaks.starts(in: line).enumerated().filter { $0.element && $0.offset > 0 }.map(\.offset)
        var ends: [Int] = []
        for part in 1..<count {
            let ideal = scalars.count * part / count
            let free = starts.filter { $0 > ends.last ?? 0 }
            guard let best = free.min(by: { abs($0 - ideal) < abs($1 - ideal) }) else { return [line] }
            ends.append(best)
        }
        return zip([0] + ends, ends + [scalars.count]).map { from, to in
            String(String.UnicodeScalarView(scalars[from..<to]))
        }
    }

    /// The em of 待核实 as a part of the label's height.
    static let standingSize = 0.26

    /// The label is as high as its rectangle and as wide as its text needs; at the left, unless the frame says otherwise.
    func placed(in rect: Rect, _ alignment: FrameSpec.Alignment = .left, _ setter: inout TextSetter) -> FigureResult {
        let ground = theme.colours.named(theme.stamp.ground) ?? theme.colours.red
        let ink = theme.colours.named(theme.stamp.text) ?? theme.colours.paper
        let height = rect.height
        let sidePadding = height * 0.24
        let leading = 1.22
        let count = Double(max(1, lines.count))
        // Text takes 68 % of the height; a single line would shout, so it takes less.
        let byHeight = lines.count == 1 ? height * 0.42 : height * 0.68 / (1 + leading * (count - 1))
        let style = TypeStyle(font: .headline, size: byHeight, colour: ink, leading: leading)
        let natural = lines.map { setter.line($0, style).width }.max() ?? 0
        let standing = leavesRoom ? height * Self.standingSize * 4.8 : 0
        let available = rect.width - 2 * sidePadding - standing
        let size = natural > available ? byHeight * available / natural : byHeight
        let set = lines.map { setter.line($0, style.sized(size)) }
        let width = (set.map(\.width).max() ?? 0) + 2 * sidePadding
        let slack = rect.width - width - standing
        let shift = alignment == .centre ? slack / 2 : alignment == .right ? slack : 0
        let label = Rect(x: rect.x + shift, y: rect.y, width: width, height: height)
        var marks = [Placed(.fill(label, ground), as: .artifact)]
        let keyline = label.inset(by: height * 0.06)
        marks.append(Placed(.stroke(.rect(keyline), width: height * 0.014, ink), as: .artifact))
        let block = size * (1 + leading * (count - 1))
        let role = StructureElement.paragraph
        for (index, line) in set.enumerated() {
            let top = label.y + (height - block) / 2 + Double(index) * size * leading
            marks += line.placed(within: label.x...label.maxX, top: top, .centre, as: role)
        }
        // Smaller than a quarter of its height, the text is no lock-up any more.
        let excess = size < byHeight * 0.4 ? natural - available : 0
        return FigureResult(marks: marks, excess: excess, extent: label)
    }
}
