import Chinese
import Diagnostics

/// Lets `**「文字。」**文字` be emphasis without a fork of libcmark.
///
/// CommonMark (§6.2) takes a run of `*` between a punctuation mark and a letter for an opener only or a closer only, so
/// that closing runs behind Chinese punctuation stay literal. The amended rule (markdown-cjk-friendly): a CJK character on
/// either side satisfies the punctuation clause, for `*` only, never `_`. It is made true by a mark that is inserted
/// before parsing and taken out of the tree again: between a run of `*` and that neighbour of it which is *not*
/// punctuation stands a punctuation mark that occurs nowhere in the text, so that the run has punctuation on both
/// sides and may both open and close. (A letter-like mark on the side of the punctuation serves as well, but it would come
/// to stand beside a run of `_` and change that one too, as in `文**_a_**文`.)
enum EmphasisSentinels {
    /// The text with marks inserted, and the mark; nil where none was needed.
    static func inserted(into text: MappedText) -> (text: MappedText, sentinel: Sentinel)? {
        let places = insertionPoints(in: text.bytes)
        guard !places.isEmpty, let sentinel = Sentinel(absentFrom: text.bytes) else { return nil }
        return (inserting(sentinel, at: places, into: text), sentinel)
    }

    /// The text with a mark inserted that is known not to stand in what the author wrote.
    static func inserted(_ sentinel: Sentinel, into text: MappedText) -> MappedText {
        inserting(sentinel, at: insertionPoints(in: text.bytes), into: text)
    }

    private static func inserting(_ sentinel: Sentinel, at places: [Int], into text: MappedText) -> MappedText {
        var result = MappedText()
        result.reserve(text.bytes.count + places.count * Sentinel.length, segments: 2 * places.count + 1)
        var start = 0
        for place in places {
            result.append(start..<place, of: text)
            result.insert(sentinel.bytes, before: text.place(of: place))
            start = place
        }
        result.append(start..<text.bytes.count, of: text)
        return result
    }

    private static func insertionPoints(in bytes: [UInt8]) -> [Int] {
        var points: [Int] = []
        var index = 0
        while let star = bytes.firstIndex(of: UInt8(ascii: "*"), in: index..<bytes.count) {
            index = star + 1
            // A run begins behind an escaped `*`, never inside the escape.
            if isEscaped(star, in: bytes) { continue }
            while index < bytes.count, bytes[index] == UInt8(ascii: "*") { index += 1 }
            if let point = insertionPoint(around: star..<index, in: bytes) { points.append(point) }
        }
        return points
    }

    /// Whether an odd number of `\` stands before a place: each two of them are one that is escaped itself.
    private static func isEscaped(_ index: Int, in bytes: [UInt8]) -> Bool {
        var start = index
        while start > 0, bytes[start - 1] == UInt8(ascii: "\\") { start -= 1 }
        return (index - start) % 2 == 1
    }

    private static func insertionPoint(around run: Range<Int>, in bytes: [UInt8]) -> Int? {
        guard run.lowerBound > 0, run.upperBound < bytes.count else { return nil }
        let before = UTF8Text.scalar(in: bytes, before: run.lowerBound).scalar
        let after = UTF8Text.scalar(in: bytes, at: run.upperBound).scalar
        guard before.isCJK || after.isCJK, !before.isMarkdownSpace, !after.isMarkdownSpace else { return nil }
        switch (before.isMarkdownPunctuation, after.isMarkdownPunctuation) {
        case (false, true): return run.lowerBound
        case (true, false): return run.upperBound
        default: return nil
        }
    }
}

/// The mark that is inserted: a rare punctuation mark of three bytes that the text neither holds nor names by a
/// character reference, so that taking it out again takes out what was inserted and nothing else.
struct Sentinel {
    static let length = 3
    private let last: UInt8

    /// Bamum punctuation, U+A6F2–A6F7: EA 9B B2–B7.
    init?(absentFrom text: [UInt8]) {
        var taken: Set<UInt8> = []
        var at = 0
        while let index = text.firstIndex(of: 0xEA, in: at..<text.count) {
            if index + 2 < text.count, text[index + 1] == 0x9B { taken.insert(text[index + 2]) }
            at = index + 1
        }
        at = 0
        while let index = text.firstIndex(of: UInt8(ascii: "&"), in: at..<text.count) {
            at = index + 1
            guard at < text.count, text[at] == UInt8(ascii: "#"),
                case .scalar(let scalar, _)? = CharacterReference(in: text, at: index)
            else { continue }
            if (0xA6F2...0xA6F7).contains(scalar.value) { taken.insert(UInt8(scalar.value & 0x3F | 0x80)) }
        }
        guard let free = (0xB2...0xB7).first(where: { !taken.contains(UInt8($0)) }) else { return nil }
        last = UInt8(free)
    }

    var bytes: [UInt8] { [0xEA, 0x9B, last] }

    func stands(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe text[index] == 0xEA && index + 2 < text.count && text[index + 1] == 0x9B && text[index + 2] == last
    }

    func stands(at index: Int, in text: [UInt8]) -> Bool {
        text[index] == 0xEA && index + 2 < text.count && text[index + 1] == 0x9B && text[index + 2] == last
    }
}

extension UInt8 {
    var isASCIIPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// Space, tab, line feed, vertical tab, form feed and carriage return.
    var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    var isBlank: Bool { self == 0x20 || self == 0x09 }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension Unicode.Scalar {
    /// Unicode whitespace as in CommonMark §2.1.
    var isMarkdownSpace: Bool {
        switch value {
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D: true
        // The general category Zs, to which Unicode adds nothing.
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Punctuation as in CommonMark 0.30 §2.1: ASCII marks and the general categories P.
    var isMarkdownPunctuation: Bool {
        if value < 0x80 { return UInt8(value).isASCIIPunctuation }
        if isHan { return false }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }
}
