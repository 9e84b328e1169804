import Diagnostics

/// Rules 7, 8, 13, 17, 27, 28 and 29 inside a line: how wide marks and gaps are. In em, less what the whole line is
/// stretched by.
struct WidthRules {
    private let line: TextLine
    private let boxes: [Box]
    /// What every gap of the line may have gained; generous when no two Han characters tell.
    private let stretch: Double
    /// Han and Latin may be apart by more than a quarter em, because the line is justified.
    private let isStretchable: Bool

    /// What measuring may be off by: browsers round to 1/64 pixel, word processors to 1/20 point.
    private static let slack = 0.12
    /// Fonts put the ink of ？ and ！ in the left half or in the middle; who sets them half-width moves them accordingly.
    private static let inkShift = 0.25

    init(_ line: TextLine, isStretchable: Bool) {
        self.line = line
        self.isStretchable = isStretchable
        boxes = line.boxes
        stretch = max(0, line.stretch.map { $0 / line.size } ?? (isStretchable ? 0.2 : 0))
    }

    func check(_ report: inout FindingList) {
        var index = 0
        while index < boxes.count {
            let end = endOfRun(from: index)
            switch boxes[index].kind {
            case .dash: checkDouble(index..<end, .dash, &report)
            case .ellipsis: checkDouble(index..<end, .ellipsis, &report)
            case .exclamation where end - index > 1: checkRepeated(index..<end, &report)
            case .interpunct where end - index == 1: checkInterpunct(index, &report)
            default: break
            }
            if (0x2018...0x201D).contains(boxes[index].scalar.value) { checkQuotationMark(index, &report) }
            if end < boxes.count { checkPair(boxes[end - 1], boxes[end], &report) }
            index = end
        }
    }

    /// Dashes, ellipses and repeated marks are one run; anything else stands alone.
    private func endOfRun(from start: Int) -> Int {
        let kind = boxes[start].kind
        guard kind == .dash || kind == .ellipsis || kind == .exclamation || kind == .interpunct else {
            return start + 1
        }
        var end = start + 1
        while end < boxes.count, boxes[end].kind == kind { end += 1 }
        return end
    }

    /// Rules 7 and 8: —— and …… take two em, ………… four. Nothing is stretched inside them.
    private func checkDouble(_ run: Range<Int>, _ rule: ProofRule, _ report: inout FindingList) {
        let isAmongHan = [run.lowerBound - 1, run.upperBound].contains { boxes.indices.contains($0) && boxes[$0].isHan }
        guard isAmongHan, run.count == 2 || run.count == 4 else { return }
        let em = boxes[run.lowerBound].size
        let end = boxes[run].map(\.end).max() ?? 0
        let width = (end - boxes[run.lowerBound].start) / em
        if abs(width - Double(run.count)) > 0.125 * Double(run.count) {
            report.add(rule, line, Figure.em(width, not: "\(run.count)"))
        }
    }

    /// Rule 28: two of ？ and ！ take one em, three take two; each has half an em.
    private func checkRepeated(_ run: Range<Int>, _ report: inout FindingList) {
        let marks = boxes[run]
        guard marks.allSatisfy(\.isFullWidthMark), let first = marks.first else { return }
        let em = first.size
        let step = zip(marks, marks.dropFirst()).map { ($1.start - $0.start) / em }.max() ?? 0
        if step > 0.5 + stretch + Self.slack {
            report.add(
                .repeatedMarks, line,
                .init(
                    "每个标点占了 \(Figure.text(step)) 字，应占 0.5 字", "each mark takes \(Figure.text(step)) em, should be 0.5"))
        }
    }

    /// Rule 27: between two Han characters. With spaces on both sides it separates other things than the parts of a name.
    private func checkInterpunct(_ index: Int, _ report: inout FindingList) {
        guard index > 0, index + 1 < boxes.count else { return }
        let (before, mark, after) = (boxes[index - 1], boxes[index], boxes[index + 1])
        guard before.isHan, after.isHan else { return }
        let width = (after.start - before.end) / mark.size
        let least = min(mark.start - before.end, after.start - mark.end) / mark.size
        if mark.isSpaced, after.isSpaced, least > 0.27 + stretch { return }
        let known = max(0, line.stretch ?? 0) / line.size
        if width - 2 * known < 0.4 || width > 0.5 + 2 * stretch + Self.slack {
            report.add(.interpunctWidth, line, Figure.em(width - 2 * known, not: "0.5"))
        }
    }

    /// Rule 29: between two Han characters, a mark with its empty half takes an em, or half an em when squeezed.
    private func checkQuotationMark(_ index: Int, _ report: inout FindingList) {
        guard index > 0, index + 1 < boxes.count, boxes[index - 1].isHan, boxes[index + 1].isHan else { return }
        let mark = boxes[index]
        let width = (boxes[index + 1].start - boxes[index - 1].end) / mark.size
        if width < 0.47 {
            report.add(
                .quotationMarks, line,
                .init(
                    "“\(mark.scalar)”在汉字之间只占 \(Figure.text(width)) 字",
                    "“\(mark.scalar)” takes \(Figure.text(width)) em among Han"))
        }
    }

    private func checkPair(_ a: Box, _ b: Box, _ report: inout FindingList) {
        guard abs(a.size - b.size) < 0.03 * a.size else { return }
        if a.isFullWidthMark, b.isFullWidthMark {
            checkAdjacentMarks(a, b, &report)
        } else {
            checkHanLatin(a, b, &report)
        }
    }

    /// Rule 13: two marks share their empty halves; together they take one and a half em.
    private func checkAdjacentMarks(_ a: Box, _ b: Box, _ report: inout FindingList) {
        // （） with nothing inside has no empty half between.
        if a.kind == .opening, b.kind != .opening { return }
        let width = (b.start - a.start) / a.size + 1 - stretch
        let shift = a.kind == .exclamation ? Self.inkShift : 0
        if width > 1.5 + shift + Self.slack {
            report.add(
                .adjacentMarks, line,
                .init(
                    "“\(a.scalar)\(b.scalar)”占了 \(Figure.text(width)) 字，应为 1.5 字",
                    "“\(a.scalar)\(b.scalar)” takes \(Figure.text(width)) em, should be 1.5"))
        }
    }

    /// Rule 17.
    private func checkHanLatin(_ a: Box, _ b: Box, _ report: inout FindingList) {
        let gap = (b.start - a.end) / a.size
        // A number before a title, and the like: what stands apart at the beginning of a line is a label.
        if !isStretchable, gap > 0.5, a.isWestern, boxes.prefix(while: { $0.start < b.start }).allSatisfy({ !$0.isHan })
        {
            return
        }
        let limit: Double
        switch (a, b) {
        case _ where a.isHan && b.isWestern || a.isWestern && b.isHan:
            limit = (isStretchable ? 0.5 : 0.25) + stretch + Self.slack / 2
        case _ where a.isFullWidthMark && a.kind != .opening && b.isWestern:
            limit = stretch + Self.slack + (a.kind == .exclamation ? Self.inkShift : 0)
        case _ where a.isWestern && b.isFullWidthMark && b.kind == .opening:
            limit = stretch + Self.slack
        default: return
        }
        if gap > limit {
            let allowed = a.isHan || b.isHan ? (isStretchable ? "0.5" : "0.25") : "0"
            report.add(
                .hanLatin, line,
                .init(
                    "“\(a.scalar)”和“\(b.scalar)”之间空了 \(Figure.text(gap - stretch)) 字，最多 \(allowed) 字",
                    "“\(a.scalar)” and “\(b.scalar)” are \(Figure.text(gap - stretch)) em apart, at most \(allowed)"))
        }
    }
}
