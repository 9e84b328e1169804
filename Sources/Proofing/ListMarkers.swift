/// Finds the markers of lists that stand in one piece with the text behind them: •, ①, 1., （一）, 一、, 注： and the like.
enum ListMarkers {
    /// Lines of one block, each with the number of characters that are its marker.
    static func marked(_ lines: [TextLine]) -> [TextLine] {
        var lines = lines
        let size = lines[0].size
        var hangs = lines.filter { !$0.label.isEmpty }.map(\.inkLeft)
        for index in lines.indices.dropLast() {
            let (line, next) = (lines[index], lines[index + 1])
            guard next.left > line.left + 0.5 * size, let place = marker(of: line, textAt: next.inkLeft) else {
                continue
            }
            lines[index].marker = place
            hangs.append(next.inkLeft)
        }
        // An item of one line has nothing that hangs below its text; the other items of the list tell.
        for index in lines.indices where lines[index].marker == 0 && lines[index].startsItem {
            let line = lines[index]
            lines[index].marker = hangs.lazy.compactMap { marker(of: line, textAt: $0) }.first ?? 0
        }
        return lines
    }

    /// How many characters stand before the text that begins at a place, when they are a marker.
    private static func marker(of line: TextLine, textAt hang: Double) -> Int? {
        guard line.boxes.count > 2 else { return nil }
        return (1..<min(7, line.boxes.count)).last { place in
            abs(line.boxes[place].inkStart - hang) < 0.1 * line.size
                && isMarker(line.boxes[..<place], before: line.boxes[place])
        }
    }

    /// One sign, a number with a point or in brackets, a word with a colon; or a few letters that a space sets apart. Else
    /// the next line is a new paragraph that happens to be indented as far.
    private static func isMarker(_ boxes: ArraySlice<Box>, before text: Box) -> Bool {
        guard let first = boxes.first, let last = boxes.last else { return false }
        switch last.scalar {
        case "：": return true
        case "、", ".", "．": return boxes.dropLast().allSatisfy(isNumeral)
        case "）", ")":
            let isOpened = first.scalar == "（" || first.scalar == "("
            return boxes.dropFirst(isOpened ? 1 : 0).dropLast().allSatisfy(isNumeral)
        default: break
        }
        switch first.kind {
        case .dot, .interpunct, .enclosed, .other: return boxes.count == 1
        case .digit, .letter: return boxes.allSatisfy(\.isWestern) && text.start - last.end > 0.2 * text.size
        default: return false
        }
    }

    /// What items are counted by: 3, iv, b, 十二, 甲.
    private static func isNumeral(_ box: Box) -> Bool {
        box.isWestern || "〇零一二三四五六七八九十百甲乙丙丁".unicodeScalars.contains(box.scalar)
    }
}

extension TextLine {
    /// An item of a list begins with the line, as a marker tells.
    var beginsItem: Bool { marker > 0 || !label.isEmpty || startsItem }

    /// A bullet with space behind it, or a number with its point: • or 1. before the text.
    var startsItem: Bool {
        guard boxes.count > 2 else { return false }
        switch first.kind {
        case .dot: return true
        case .interpunct: return boxes[1].start - first.end > 0.3 * size
        case .digit:
            let digits = boxes.prefix { $0.kind == .digit }.count
            guard digits < 4, digits + 1 < boxes.count else { return false }
            let (point, text) = (boxes[digits], boxes[digits + 1])
            return [".", "、", "．", ")", "）"].contains(point.scalar)
                && (text.isHan || text.start - point.end > 0.2 * size)
        default: return false
        }
    }
}
