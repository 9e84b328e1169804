/// Boxes that stand in one line, in the order of reading.
struct TextLine: Sendable {
    private(set) var boxes: [Box]
    /// The baseline, across the lines.
    let base: Double
    /// The em of most of its characters.
    let size: Double
    let isBold: Bool
    /// The font of most of its Han characters.
    let face: Int32?
    /// How much wider than an em Han characters stand apart, because the line is stretched; nil when no two stand together.
    let stretch: Double?
    /// From 1.
    let page: Int
    /// On the page, from 1, in the order of reading.
    var number = 0
    /// Where other pieces of text in the same line of the page end before it and begin behind it.
    var neighbours: (before: Double?, after: Double?) = (nil, nil)
    /// The list marker that stands apart before it.
    var label: [Box] = []
    /// The characters before the text, when the line begins with a list marker and the lines below hang under its text.
    var marker = 0

    /// The boxes are sorted by their starts, and one at least.
    init(_ boxes: [Box], page: Int, boldFonts: [Bool]) {
        self.boxes = boxes
        self.page = page
        let common = Self.commonSize(boxes)
        size = common
        base = boxes.first { $0.size == common }?.base ?? boxes[0].base
        let bold = boxes.count { boldFonts.indices.contains(Int($0.font)) && boldFonts[Int($0.font)] }
        isBold = bold * 2 > boxes.count
        face =
            Dictionary(grouping: boxes.lazy.filter(\.isHan), by: \.font)
            .max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
        stretch = Self.stretch(boxes)
        pairDashes()
        findLatinQuotes()
    }

    var hasNeighbour: Bool { neighbours.before != nil || neighbours.after != nil }
    var first: Box { boxes[0] }
    var last: Box { boxes[boxes.count - 1] }
    var left: Double { first.start }
    var right: Double { last.end }
    /// Where the text behind a list marker begins.
    var textStart: Box { boxes[marker] }

    /// Where its list marker begins.
    var markerStart: Double? { label.first?.start ?? (marker > 0 ? first.start : nil) }

    /// Stretched, at least where Han and Latin meet: all those gaps are wider than a quarter em, by as much.
    var isSpread: Bool {
        if isStretched { return true }
        let gaps = zip(boxes, boxes.dropFirst()).filter { $0.isHan && $1.isWestern || $0.isWestern && $1.isHan }
            .map { ($1.start - $0.end) / size }
        guard let least = gaps.min(), let most = gaps.max() else { return false }
        return least > 0.27 && most - least < 0.02
    }

    /// Stretched or squeezed, so that it ends where it was meant to.
    var isStretched: Bool { abs(stretch ?? 0) > 0.004 * size }

    /// Where the ink may begin: an opening mark has its first half empty. Fonts with narrow quotation marks have them moved
    /// into half a cell, which ends where the next character begins.
    var inkLeft: Double {
        let box = textStart
        guard box.kind == .opening else { return box.start }
        if box.isFullWidthMark { return box.inkStart }
        guard marker + 1 < boxes.count, box.advance < 0.5 * box.size else { return box.start }
        return min(box.start, boxes[marker + 1].start - box.size / 2)
    }

    /// Where the ink may end: other full-width marks have their second half empty.
    var inkRight: Double { last.isFullWidthMark && last.kind != .opening ? last.start + last.size / 2 : last.end }

    /// As the first line of a paragraph is from the edge: two em in, or one and a half and an opening mark; whoever does not
    /// trim the mark puts it half an em further.
    func isIndented(from left: Double) -> Bool {
        let indent = (inkLeft - left) / size
        return first.kind == .opening ? indent > 1.2 && indent < 2.8 : abs(indent - 2) < 0.3
    }

    /// Whether the ink ends at a place, or the cell of its last mark does.
    func ends(at place: Double, within slack: Double) -> Bool {
        abs(inkRight - place) < slack || abs(right - place) < slack
    }

    /// The text as read, with a space where one stands.
    var text: String {
        var result = String.UnicodeScalarView(label.map(\.scalar))
        if !label.isEmpty { result.append(" ") }
        for (index, box) in boxes.enumerated() {
            if index > 0, box.isSpaced, box.isWestern || boxes[index - 1].isWestern { result.append(" ") }
            result.append(box.scalar)
        }
        return String(result)
    }

    /// The size that most characters have; of two, the larger.
    private static func commonSize(_ boxes: [Box]) -> Double {
        var counts: [(size: Double, count: Int)] = []
        for box in boxes {
            if let index = counts.firstIndex(where: { abs($0.size - box.size) < 0.02 * box.size }) {
                counts[index].count += 1
            } else if counts.count < 64 {
                counts.append((box.size, 1))
            }
        }
        return counts.max { ($0.count, $0.size) < ($1.count, $1.size) }?.size ?? boxes[0].size
    }

    private static func stretch(_ boxes: [Box]) -> Double? {
        var gaps: [Double] = []
        for (a, b) in zip(boxes, boxes.dropFirst()) where a.isHan && b.isHan && a.advance > 0.9 * a.size {
            gaps.append(b.start - a.end)
        }
        guard !gaps.isEmpty else { return nil }
        return gaps.sorted()[gaps.count / 2]
    }

    /// Two em dashes are one 破折号.
    private mutating func pairDashes() {
        func isDash(_ box: Box) -> Bool { box.scalar == "\u{2014}" || box.scalar == "\u{2015}" }
        for index in boxes.indices {
            if boxes[index].scalar == "\u{2E3A}" { boxes[index].kind = .dash }
            guard index > 0, isDash(boxes[index]), isDash(boxes[index - 1]) else { continue }
            boxes[index - 1].kind = .dash
            boxes[index].kind = .dash
        }
    }

    /// Quotation marks among Latin letters are Latin; an apostrophe is.
    private mutating func findLatinQuotes() {
        for index in boxes.indices where (0x2018...0x201D).contains(boxes[index].scalar.value) {
            let before = index > 0 ? boxes[index - 1].kind : nil
            let after = index + 1 < boxes.count ? boxes[index + 1].kind : nil
            let inner = boxes[index].kind == .opening ? after : before
            let outer = boxes[index].kind == .opening ? before : after
            func isLatin(_ kind: Box.Kind?) -> Bool { kind == .letter || kind == .digit || kind == .other }
            if isLatin(inner), outer == nil || isLatin(outer), boxes[index].advance < 0.8 * boxes[index].size {
                boxes[index].kind = .other
            }
        }
    }
}
