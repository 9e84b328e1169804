import Chinese
import Diagnostics

/// Marks typed on a Western keyboard: straight quotes, three dots, two hyphens. What was escaped or written as a
/// reference is meant as it is and stays.
enum TypedMarks {
    static func find(
        in content: InlineContent, of builder: DocumentBuilder, _ file: SourceFile, _ edits: inout InlineEdits,
        _ faults: inout FaultList
    ) {
        var quotes = StraightQuotes()
        for (index, leaf) in content.leaves.enumerated()
        where leaf.holdsASCII || leaf.kind == .text && holdsFullStops(builder.text, leaf.range) {
            find(inLeaf: index, content, builder, file, &edits, &quotes)
        }
        if quotes.isEmpty { return }
        quotes.pair(&edits) { quote in
            let mark = quote.isDouble ? "\"" : "'"
            faults.add(.unpairedQuote, at: builder.place(ofText: quote.offset, in: file), ["quote": .init(mark)])
        }
    }

    private static func find(
        inLeaf index: Int, _ content: InlineContent, _ builder: DocumentBuilder, _ file: SourceFile,
        _ edits: inout InlineEdits, _ quotes: inout StraightQuotes
    ) {
        let text = builder.text
        let range = content.leaves[index].range
        var links = edits.links.drop { $0.upperBound <= range.lowerBound }
        var at = range.lowerBound
        while at < range.upperBound {
            let link = links.first
            guard let mark = nextMark(in: text, at..<min(range.upperBound, link?.lowerBound ?? .max)) else {
                at = link?.upperBound ?? range.upperBound
                links = links.dropFirst()
                continue
            }
            at = mark.upperBound
            let source = builder.anchors.sourceByte(ofText: mark.lowerBound)
            guard source < file.bytes.count, file.bytes[source] == text[mark.lowerBound] else { continue }
            let before = content.neighbour(before: mark.lowerBound, inLeaf: index, of: text)
            let behind = content.neighbour(behind: mark.upperBound, inLeaf: index, of: text)
            switch text[mark.lowerBound] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                quotes.add(mark.lowerBound, text[mark.lowerBound], before: before, behind: behind)
            case UInt8(ascii: "."): if before.isCJK || behind.isCJK { edits.replace(mark, with: .ellipsis) }
            case UInt8(ascii: "-"): if isBetweenCJK(before, behind) { edits.replace(mark, with: .dash) }
            default: edits.replace(mark, with: .ellipsis)
            }
        }
    }

    /// Whether three full stops stand for dots, the only mark of these that is not ASCII.
    private static func holdsFullStops(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        while let lead = text.firstIndex(of: fullStopLead, in: at..<range.upperBound) {
            if lengthOfMark(text, lead, range.upperBound) > 0 { return true }
            at = lead + 1
        }
        return false
    }

    /// The next of these marks in a range of whole characters.
    private static func nextMark(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        let bytes = text.span
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = bytes[at]
            if byte >= 0x80, byte != fullStopLead {
                // Behind the lead of a longer character nothing of it is a mark.
                at += byte < 0xE0 ? 1 : 3
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "-"), fullStopLead:
                let length = lengthOfMark(text, at, range.upperBound)
                if length > 0 { return at..<at + length }
            default: break
            }
            at += 1
        }
        return nil
    }

    /// How many bytes the mark at a place takes; 0 for what is none of these marks.
    private static func lengthOfMark(_ text: [UInt8], _ at: Int, _ end: Int) -> Int {
        switch text[at] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return 1
        case UInt8(ascii: "."):
            let run = text[at..<end].prefix { $0 == UInt8(ascii: ".") }.count
            return run >= 3 ? run : 0
        case UInt8(ascii: "-"):
            let run = text[at..<min(end, at + 4)].prefix { $0 == UInt8(ascii: "-") }.count
            return run == 2 || run == 3 ? run : 0
        case fullStopLead:
            guard at + 3 * fullStop.count <= end else { return 0 }
            var run = 0
            while text[(at + run)..<end].starts(with: fullStop) { run += fullStop.count }
            return run >= 3 * fullStop.count ? run : 0
        default: return 0
        }
    }

    private static let fullStop = Array("。".utf8)
    private static let fullStopLead: UInt8 = 0xE3

    private static func isBetweenCJK(_ before: Neighbour, _ behind: Neighbour) -> Bool {
        (before.isCJK && isCJKOrShared(behind)) || (behind.isCJK && isCJKOrShared(before))
    }

    private static func isCJKOrShared(_ neighbour: Neighbour) -> Bool {
        guard let scalar = neighbour.scalar else { return false }
        return scalar.isCJK || "“”‘’…—·\"".unicodeScalars.contains(scalar)
    }
}

/// The straight quotes of one container, paired in the order of the text.
struct StraightQuotes {
    struct Quote {
        let offset: Int
        let isDouble: Bool
        let before: Neighbour
        let behind: Neighbour
        var isBesideCJK: Bool { before.isCJK || behind.isCJK }

        /// It can only open: nothing stands before it, but something behind.
        var mustOpen: Bool {
            !behind.isSpace && (before.isSpace || before.scalar?.typographicClass == .openingBracket)
        }

        /// It can only close: nothing stands behind it, or a mark that follows a quotation.
        var mustClose: Bool {
            guard !before.isSpace else { return false }
            switch behind.scalar?.typographicClass {
            case .closingBracket, .pauseMark, .stopMark, .latinMark: return true
            default: return behind.isSpace
            }
        }
    }

    private var quotes: [Quote] = []
    var isEmpty: Bool { quotes.isEmpty }

    mutating func add(_ offset: Int, _ byte: UInt8, before: Neighbour, behind: Neighbour) {
        let isDouble = byte == UInt8(ascii: "\"")
        // An apostrophe: don't, the '90s.
        if !isDouble, isWestern(behind), isWestern(before) || (before.isSpace && isDigit(behind)) { return }
        quotes.append(Quote(offset: offset, isDouble: isDouble, before: before, behind: behind))
    }

    private func isWestern(_ neighbour: Neighbour) -> Bool { neighbour.scalar?.typographicClass.isWestern ?? false }
    private func isDigit(_ neighbour: Neighbour) -> Bool { neighbour.scalar?.typographicClass == .digit }

    /// Replaces each pair with a CJK neighbour; calls `unpaired` for each quote beside CJK that stands alone.
    func pair(_ edits: inout InlineEdits, unpaired: (Quote) -> Void) {
        pair(quotes.filter(\.isDouble), .openingDouble, .closingDouble, &edits, unpaired)
        pair(quotes.filter { !$0.isDouble }, .openingSingle, .closingSingle, &edits, unpaired)
    }

    private func pair(
        _ quotes: [Quote], _ opening: InlineEdits.Replacement, _ closing: InlineEdits.Replacement,
        _ edits: inout InlineEdits, _ unpaired: (Quote) -> Void
    ) {
        var open: Quote?
        for quote in quotes {
            guard let opened = open else {
                if quote.mustClose { report(quote, unpaired) } else { open = quote }
                continue
            }
            if quote.mustOpen {
                report(opened, unpaired)
                open = quote
                continue
            }
            open = nil
            guard opened.isBesideCJK || quote.isBesideCJK else { continue }
            edits.replace(opened.offset..<opened.offset + 1, with: opening)
            edits.replace(quote.offset..<quote.offset + 1, with: closing)
        }
        if let open { report(open, unpaired) }
    }

    private func report(_ quote: Quote, _ unpaired: (Quote) -> Void) { if quote.isBesideCJK { unpaired(quote) } }
}
