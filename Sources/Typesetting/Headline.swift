package import Diagnostics
package import Drawing

/// Text made as large as its rectangle allows: headlines, slogans, numbers to be remembered.
///
/// Whole phrases stay in one line where that costs little size; no line holds a single character.
package struct Headline: Sendable {
    package var text: [Inline]
    /// The size in it is not used.
    package var look: TextLook
    /// Justified lines are spread to the width of the longest.
    package var alignment: ParagraphStyle.Alignment
    package var vertical: FrameBox.Vertical
    /// From baseline to baseline, as a multiple of the size.
    package var leading: Double
    package var sizes: ClosedRange<Points>
    package var lines: ClosedRange<Int>
    package var role: StructureElement?

    package init(
        _ text: [Inline], look: TextLook, alignment: ParagraphStyle.Alignment = .centred,
        vertical: FrameBox.Vertical = .middle, leading: Double = 1.15, sizes: ClosedRange<Points>,
        lines: ClosedRange<Int> = 1...8, role: StructureElement? = .heading(1)
    ) {
        self.text = text
        self.look = look
        self.alignment = alignment
        self.vertical = vertical
        self.leading = leading
        self.sizes = sizes
        self.lines = lines
        self.role = role
    }

    package struct Fitted: Sendable {
        package var items: [Placed]
        package var size: Points
        package var lines: Int
        /// The em boxes of all lines.
        package var bounds: Rect
        /// What is too large even at the least size: how many points the lines are too high and too wide. 0 if it fits.
        package var excess: Size
    }

    /// Sets the text in a rectangle, at the largest size between the bounds that fits; at the least size if none does.
    package func fitted(in rect: Rect, fonts: FontBook, reporting report: inout Report) -> Fitted {
        let trial = paragraph(at: 100, fonts: fonts, reporting: &report)
        guard !trial.isEmpty else {
            return Fitted(items: [], size: sizes.upperBound, lines: 0, bounds: rect, excess: Size(width: 0, height: 0))
        }
        let division = bestDivision(of: trial, in: rect)
        let size = min(sizes.upperBound, max(sizes.lowerBound, division.size))
        var ignored = Report()
        let paragraph = paragraph(at: size, fonts: fonts, reporting: &ignored)
        return place(paragraph, division.starts, size: size, in: rect)
    }

    private func paragraph(at size: Points, fonts: FontBook, reporting report: inout Report) -> Paragraph {
        let style = ParagraphStyle(
            alignment: alignment, leading: size * leading, floorsMeasure: false, keepsPhrases: true)
        return Paragraph(text, look: look.sized(size), style: style, fonts: fonts, reporting: &report)
    }

    private struct Division {
        /// The first item of each line.
        var starts: [Int]
        var size: Points
        var score: Double
    }

    private func bestDivision(of paragraph: Paragraph, in rect: Rect) -> Division {
        var best: Division?
        for count in lines where count <= paragraph.items.count {
            guard let divided = PhraseBreaker(paragraph).divided(into: count) else { continue }
            let height = 1 + Double(count - 1) * leading
            // Lengths were measured at 100 points.
            let size = min(rect.width / divided.width * 100, rect.height / height, sizes.upperBound)
            let score = size * power(0.88, divided.cuts)
            if score > (best?.score ?? 0) {
                best = Division(starts: divided.starts, size: size, score: score)
            }
        }
        return best ?? Division(starts: [0], size: rect.width / paragraph.naturalWidth * 100, score: 0)
    }

    private func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { value, _ in value * base }
    }

    private func place(_ paragraph: Paragraph, _ starts: [Int], size: Points, in rect: Rect) -> Fitted {
        let height = size * (1 + Double(starts.count - 1) * leading)
        let free = rect.height - height
        let top = rect.y + (vertical == .top ? 0 : vertical == .middle ? free / 2 : free)
        let ranges = starts.indices.map { index in
            starts[index]..<(index + 1 < starts.count ? starts[index + 1] : paragraph.items.count)
        }
        let widest = ranges.map { paragraph.width(of: $0) }.max() ?? 0
        let measure = alignment == .justified ? widest : rect.width
        var items: [Placed] = []
        for (index, range) in ranges.enumerated() {
            let line = Line(
                items: range, measure: measure, indent: 0, natural: paragraph.width(of: range), isLast: false, excess: 0
            )
            let baseline = top + size * (EmBox.ascent + Double(index) * leading)
            items += paragraph.marks(of: line, at: Point(x: rect.x, y: baseline), role: role)
        }
        return Fitted(
            items: items, size: size, lines: starts.count,
            bounds: Rect(x: rect.x, y: top, width: widest, height: height),
            excess: Size(width: max(0, widest - rect.width), height: max(0, height - rect.height)))
    }
}

extension Paragraph {
    /// The natural width of some items on one line.
    func width(of range: Range<Int>) -> Points {
        range.reduce(0) { $0 + items[$1].width + ($1 == range.lowerBound ? 0 : items[$1].gap.natural) }
    }
}

/// Divides a short text into a given number of lines of like length, between phrases where it can.
struct PhraseBreaker {
    private let paragraph: Paragraph
    private let sums: [Double]

    init(_ paragraph: Paragraph) {
        self.paragraph = paragraph
        var sums = [0.0]
        for item in paragraph.items { sums.append(sums[sums.count - 1] + item.width + item.gap.natural) }
        self.sums = sums
    }

    private func width(_ start: Int, _ end: Int) -> Double {
        sums[end] - sums[start] - paragraph.items[start].gap.natural
    }

    /// The starts of the lines, the width of the longest, and how many phrases were cut; nil if it cannot be done.
    func divided(into count: Int) -> (starts: [Int], width: Points, cuts: Int)? {
        let items = paragraph.items
        let ideal = width(0, items.count) / Double(count)
        var costs = [[Double]](repeating: [Double](repeating: .infinity, count: items.count + 1), count: count + 1)
        var previous = [[Int]](repeating: [Int](repeating: 0, count: items.count + 1), count: count + 1)
        costs[0][0] = 0
        for line in 1...count {
            for end in 1...items.count where end == items.count || items[end].gap.allowsBreak {
                for start in 0..<end where costs[line - 1][start].isFinite {
                    let cost = costs[line - 1][start] + self.cost(start, end, ideal: ideal, of: count)
                    if cost < costs[line][end] {
                        costs[line][end] = cost
                        previous[line][end] = start
                    }
                }
            }
        }
        guard costs[count][items.count].isFinite else { return nil }
        var starts: [Int] = []
        var end = items.count
        for line in stride(from: count, to: 0, by: -1) {
            end = previous[line][end]
            starts.append(end)
        }
        starts.reverse()
        let widths = starts.indices.map { width(starts[$0], $0 + 1 < count ? starts[$0 + 1] : items.count) }
        let cuts = starts.dropFirst().filter { items[$0].gap.breakCost > 0 }.count
        return (starts, widths.max() ?? 0, cuts)
    }

    private func cost(_ start: Int, _ end: Int, ideal: Double, of count: Int) -> Double {
        let items = paragraph.items
        // A character alone in a line, marks not counted.
        let weighty = items[start..<end].filter { !$0.kind.isChineseMark }.count
        if count > 1, weighty < 2 { return .infinity }
        if items[(start + 1)..<max(end, start + 1)].contains(where: \.gap.isForced) { return .infinity }
        let off = (width(start, end) - ideal) / ideal
        let cut = end < items.count ? items[end].gap.breakCost / BreakRules.cutPhrase : 0
        return off * off + 0.3 * cut
    }
}
