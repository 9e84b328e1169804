import Diagnostics

/// Rules 14 to 19, 22, 30 and 34: how the lines of a block stand between its edges.
struct ParagraphRules {
    private let block: Block
    private let em: Double

    init(_ block: Block) {
        self.block = block
        em = block.size
    }

    func check(_ report: inout FindingList) {
        for paragraph in block.paragraphs {
            if paragraph.lines.count > (block.isJustified ? 1 : 2) { checkIndent(paragraph, &report) }
            for index in paragraph.lines {
                checkStart(index, of: paragraph, &report)
                checkHanging(block.lines[index], &report)
                if index + 1 < paragraph.lines.upperBound { checkEnd(of: block.lines[index], &report) }
            }
            checkLastLine(paragraph, &report)
            checkLineGap(paragraph, &report)
        }
    }

    /// Rules 16 and 18: only where the next line is flush, so that the first line is indented against it.
    func checkIndent(_ paragraph: Block.Paragraph, _ report: inout FindingList) {
        let line = block.lines[paragraph.lines.lowerBound]
        guard line.marker == 0 else { return }
        if paragraph.lines.count > 1 {
            guard abs(block.indent(of: block.lines[paragraph.lines.lowerBound + 1])) < 0.6 * em else { return }
        }
        let indent = paragraph.indent / em
        if line.first.kind == .opening, indent > 1.2, indent < 2.8 {
            if abs(indent - 1.5) > 0.15 { report.add(.markAfterIndent, line, Figure.em(indent, not: "1.5")) }
            return
        }
        if indent > 0.7, abs(indent - 2) > 0.15 {
            report.add(.indent, line, Figure.em(indent, not: "2"))
        } else if indent <= 0.7, block.hasIndents, !paragraph.mayContinue {
            report.add(.indent, line, Figure.em(max(0, indent), not: "2"))
        }
    }

    /// Rules 14 and 17 at the beginning of flush lines.
    private func checkStart(_ index: Int, of paragraph: Block.Paragraph, _ report: inout FindingList) {
        let line = block.lines[index]
        guard line.marker == 0, block.lines.count > 1 else { return }
        let offset = (line.first.start - block.left) / em
        if line.first.kind == .opening, line.first.isFullWidthMark {
            if abs(offset) < 0.15, showsEdge {
                report.add(.lineStartMark, line, .init("行首空了半个字", "half an em is empty at the line's start"))
            }
        } else if line.first.isWestern, index > paragraph.lines.lowerBound, offset > 0.1, offset < 0.45 {
            report.add(
                .hanLatin, line,
                .init("行首空了 \(Figure.text(offset)) 字", "\(Figure.text(offset)) em are empty at the line's start"))
        }
    }

    /// Some line shows where the left edge is, and it is not the indent of paragraphs that have but one line each.
    private var showsEdge: Bool {
        (block.isInset || block.paragraphs.contains { $0.lines.count > 1 })
            && block.lines.contains { $0.first.kind != .opening && abs($0.first.start - block.left) < 0.1 * em }
    }

    /// Rule 34.
    private func checkHanging(_ line: TextLine, _ report: inout FindingList) {
        if block.isJustified, hangs(line) {
            report.add(.hanging, line, .init("“\(line.last.scalar)”在版心外", "“\(line.last.scalar)” stands outside"))
        }
    }

    /// The last mark stands behind the edge, and what is before it reaches the edge.
    private func hangs(_ line: TextLine) -> Bool {
        guard line.last.isClosingMark, line.boxes.count > 1, line.last.start > block.right - 0.08 * em else {
            return false
        }
        return line.boxes[line.boxes.count - 2].end < block.right + 0.1 * em
    }

    /// Rules 15 and 19, for a line that goes on in the next one.
    func checkEnd(of line: TextLine, _ report: inout FindingList) {
        guard block.isJustified, block.isRunning, !hangs(line) else { return }
        let mark = line.last
        if mark.isFullWidthMark, mark.kind != .opening, abs(mark.end - block.right) < 0.1 * em {
            report.add(.lineEndMark, line, .init("“\(mark.scalar)”占了一个字", "“\(mark.scalar)” takes one em"))
        } else {
            checkMeasure(line, &report)
        }
    }

    /// Rule 19.
    private func checkMeasure(_ line: TextLine, _ report: inout FindingList) {
        // Upright marks in vertical text have their ink in the middle.
        let shift = line.last.kind == .exclamation ? (block.isVertical ? 0.6 : 0.25) : 0
        let lack = block.shortfall(line) / em
        let unevenness = unevenness(of: line)
        if lack > 0.1 + shift || lack < -0.1 {
            report.add(
                .justification, line,
                lack > 0
                    ? .init("离版心右边还差 \(Figure.text(lack)) 字", "ends \(Figure.text(lack)) em before the edge")
                    : .init("超出版心右边 \(Figure.text(-lack)) 字", "ends \(Figure.text(-lack)) em beyond the edge"))
        } else if unevenness > 0.1 {
            report.add(
                .justification, line,
                .init("字距相差 \(Figure.text(unevenness)) 字", "gaps differ by \(Figure.text(unevenness)) em"))
        }
    }

    /// By how much the gaps between Han characters differ, in em. MuPDF reports wide gaps as spaces; they are left out,
    /// because a space may have been typed there.
    private func unevenness(of line: TextLine) -> Double {
        guard let stretch = line.stretch else { return 0 }
        var gaps: [Double] = []
        for (a, b) in zip(line.boxes, line.boxes.dropFirst())
        where a.isHan && b.isHan && abs(a.size - b.size) < 0.03 * em && (!b.isSpaced || stretch > 0.12 * em) {
            gaps.append((b.start - a.end) / em)
        }
        guard let least = gaps.min(), let most = gaps.max() else { return 0 }
        return most - least
    }

    /// Rule 22.
    private func checkLastLine(_ paragraph: Block.Paragraph, _ report: inout FindingList) {
        guard paragraph.lines.count > 1, block.isRunning else { return }
        Self.checkLastLine(block.lines[paragraph.lines.upperBound - 1], &report)
    }

    static func checkLastLine(_ line: TextLine, _ report: inout FindingList) {
        let characters = line.boxes.filter { $0.isHan || $0.isWestern || $0.kind == .suffix || $0.kind == .enclosed }
        if characters.count == 1, characters[0].isHan {
            report.add(
                .lastLine, line,
                .init("末行只有“\(characters[0].scalar)”一个字", "its last line is “\(characters[0].scalar)” alone"))
        }
    }

    /// Rule 30: the gap between the lines of a paragraph of three and more.
    private func checkLineGap(_ paragraph: Block.Paragraph, _ report: inout FindingList) {
        guard paragraph.lines.count > 2, block.isRunning else { return }
        let lines = block.lines[paragraph.lines]
        let steps = zip(lines, lines.dropFirst()).map { ($1.base - $0.base) / em }
        guard let least = steps.min(), let most = steps.max() else { return }
        if most - least > 0.1 {
            let uneven = zip(lines.dropFirst(), steps).first { abs($0.1 * em - block.pitch) > 0.03 * em }?.0
            report.add(
                .grid, uneven ?? lines[lines.startIndex],
                .init(
                    "行距不一：\(Figure.text(least - 1)) 到 \(Figure.text(most - 1)) 字",
                    "the line gap varies from \(Figure.text(least - 1)) to \(Figure.text(most - 1)) em"))
        }
    }
}
