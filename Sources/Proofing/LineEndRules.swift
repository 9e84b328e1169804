import Diagnostics

/// Rules 1 to 11: what two lines of one paragraph may be parted between (GB/T 15834-2011 §5.1; CLREQ
/// “Prohibition Rules for Line Start and Line End” and “… for Unbreakable Marks”).
struct LineEndRules {
    /// The first line goes on in the second.
    static func check(_ line: TextLine, _ next: TextLine, _ report: inout FindingList) {
        let (last, first) = (line.last, next.first)
        if let split = splitMark(last, first) {
            report.add(
                split, next,
                .init(
                    "“\(last.scalar)\(first.scalar)”拆成了两行", "“\(last.scalar)\(first.scalar)” is split between two lines"
                ))
            return
        }
        if let rule = mayNotBegin(first, after: last, next) {
            report.add(rule, next, .init("行首是“\(first.scalar)”", "the line begins with “\(first.scalar)”"))
        }
        if last.kind == .opening {
            report.add(.openingLast, line, .init("行末是“\(last.scalar)”", "the line ends with “\(last.scalar)”"))
        }
        if last.kind == .solidus {
            report.add(.solidusAtEdge, line, .init("行末是“\(last.scalar)”", "the line ends with “\(last.scalar)”"))
        }
        if splitsNumber(line, next) {
            report.add(
                .numberSplit, line,
                .init(
                    "“\(tail(of: line))”和“\(head(of: next))”分在两行",
                    "“\(tail(of: line))” and “\(head(of: next))” are parted"))
        } else if last.kind == .digit, let unit = Units.unit(at: next.boxes) {
            report.add(
                .unitSplit, line,
                .init("“\(tail(of: line))”和“\(unit)”分在两行", "“\(tail(of: line))” and “\(unit)” are parted"))
        }
    }

    /// —— and …… in two halves (rules 7 and 8); two …… are one mark.
    private static func splitMark(_ last: Box, _ first: Box) -> ProofRule? {
        func isDash(_ box: Box) -> Bool { box.scalar == "\u{2014}" || box.scalar == "\u{2015}" }
        if isDash(last), isDash(first) { return .dash }
        return last.kind == .ellipsis && first.kind == .ellipsis ? .ellipsis : nil
    }

    private static func mayNotBegin(_ first: Box, after last: Box, _ next: TextLine) -> ProofRule? {
        switch first.kind {
        case .comma, .stop, .exclamation: .stopFirst
        case .closing: .closingFirst
        case .interpunct: .interpunctFirst
        case .connector: .connectorFirst
        case .solidus: .solidusAtEdge
        default: nil
        }
    }

    /// 12,|000; 50|%; ￥|5; ①|②.
    private static func splitsNumber(_ line: TextLine, _ next: TextLine) -> Bool {
        let (last, first) = (line.last, next.first)
        func isPoint(_ box: Box) -> Bool { box.scalar == "," || box.scalar == "." }
        func isDigit(_ boxes: [Box], _ index: Int) -> Bool {
            boxes.indices.contains(index) && boxes[index].kind == .digit
        }
        if last.kind == .digit, first.kind == .suffix { return true }
        if last.kind == .prefix, first.kind == .digit { return true }
        if last.kind == .enclosed, first.kind == .enclosed { return true }
        if first.isSpaced { return false }
        if last.kind == .digit, first.kind == .digit { return true }
        if isPoint(last), first.kind == .digit { return isDigit(line.boxes, line.boxes.count - 2) }
        return last.kind == .digit && isPoint(first) && isDigit(next.boxes, 1)
    }

    private static func tail(of line: TextLine) -> String { text(of: line.boxes.suffix(4)) }
    private static func head(of line: TextLine) -> String { text(of: line.boxes.prefix(4)) }
    private static func text(of boxes: ArraySlice<Box>) -> String {
        String(String.UnicodeScalarView(boxes.map(\.scalar)))
    }
}

/// The symbols of units that follow a number (GB/T 3100-1993; the commonest of print and computing).
enum Units {
    private static let symbols: Set<String> = [
        "m", "km", "cm", "mm", "μm", "nm", "g", "kg", "mg", "t", "L", "mL", "ml", "s", "ms", "min", "h", "V", "kV",
        "mA",
        "W", "kW", "kWh", "MW", "Hz", "kHz", "MHz", "GHz", "Pa", "kPa", "MPa", "kJ", "°C", "KB", "kB", "MB", "GB", "TB",
        "Mbps", "Gbps", "px", "pt", "dpi", "dB", "mol", "lx", "Ω",
    ]

    /// The unit that a line begins with, when a whole word is one.
    static func unit(at boxes: [Box]) -> String? {
        var word = String.UnicodeScalarView()
        for box in boxes {
            guard box.kind == .letter || box.scalar == "°", word.isEmpty || !box.isSpaced, word.count < 6 else { break }
            word.append(box.scalar)
        }
        // A word that runs on is no unit, as in “5 mAh” it is not “mA”.
        return symbols.contains(String(word)) ? String(word) : nil
    }
}
