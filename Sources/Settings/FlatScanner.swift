import Diagnostics

/// Reads the plain form that nearly every front matter has: `key: value` lines with plain or quoted text and one-line
/// lists of plain text. A thousand pages cost a millisecond this way; YAML's own machinery would take fifty.
///
/// Whatever is not certainly in this form gives nil and goes to the YAML parser, which then decides. For everything that
/// is accepted here, the YAML parser reads the same values: a differential test holds that.
enum FlatScanner {
    static func entries(of bytes: [UInt8], in range: Range<Int>) -> [Setting.Entry]? {
        var entries: [Setting.Entry] = []
        entries.reserveCapacity(16)
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, bytes[end] != newline {
                guard isOrdinary(bytes, at: end) else { return nil }
                end += 1
            }
            let next = end + 1
            if end > start, bytes[end - 1] == carriageReturn { end -= 1 }
            if end > start, bytes[start] != hash {
                guard let entry = entry(of: bytes, in: start..<end) else { return nil }
                entries.append(entry)
            }
            start = next
        }
        return entries
    }

    /// False for control characters and for the Unicode line ends of YAML 1.1, which have meanings of their own.
    private static func isOrdinary(_ bytes: [UInt8], at index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x20 { return byte == carriageReturn && index + 1 < bytes.count && bytes[index + 1] == newline }
        switch byte {
        case 0x7F: return false
        case 0xC2: return index + 1 < bytes.count && bytes[index + 1] >= 0xA0
        case 0xE2:
            return !(index + 2 < bytes.count && bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]))
        // U+FEFF, U+FFFE and U+FFFF.
        case 0xEF:
            guard index + 2 < bytes.count else { return false }
            return (bytes[index + 1], bytes[index + 2]) != (0xBB, 0xBF)
                && (bytes[index + 1], bytes[index + 2]) != (0xBF, 0xBE)
                && (bytes[index + 1], bytes[index + 2]) != (0xBF, 0xBF)
        default: return true
        }
    }

    private static func entry(of bytes: [UInt8], in line: Range<Int>) -> Setting.Entry? {
        var colon = line.lowerBound
        while colon < line.upperBound, bytes[colon] != UInt8(ascii: ":") {
            guard isKeyByte(bytes[colon]) else { return nil }
            colon += 1
        }
        // YAML allows keys of up to 1,024 characters; longer ones are its business.
        guard colon > line.lowerBound, colon < line.upperBound, colon - line.lowerBound < 256,
            colon + 1 == line.upperBound || bytes[colon + 1] == space
        else { return nil }
        let key = line.lowerBound..<colon
        guard let value = value(of: bytes, in: trimmed(colon + 1..<line.upperBound, bytes)) else { return nil }
        return Setting.Entry(key: Located(string(bytes, key), at: span(key)), value: value)
    }

    /// Letters, digits, `_`, and everything beyond ASCII; `-` would need YAML's rules for `---` and lists.
    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    private static func value(of bytes: [UInt8], in range: Range<Int>) -> Setting? {
        guard let first = bytes[range].first else { return Setting(.nothing, at: span(range)) }
        if first == UInt8(ascii: "[") { return list(of: bytes, in: range) }
        return scalar(of: bytes, in: range, inList: false)
    }

    private static func scalar(of bytes: [UInt8], in range: Range<Int>, inList: Bool) -> Setting? {
        let first = bytes[range.lowerBound]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            let inner = range.lowerBound + 1..<max(range.upperBound - 1, range.lowerBound + 1)
            guard range.count >= 2, bytes[range.upperBound - 1] == first,
                !bytes[inner].contains(where: { $0 == first || $0 == UInt8(ascii: "\\") })
            else { return nil }
            return Setting(.text(string(bytes, inner)), at: span(range))
        }
        guard isPlain(bytes, in: range, inList: inList) else { return nil }
        let text = string(bytes, range)
        return Setting(isNull(text) ? .nothing : .text(text), at: span(range))
    }

    /// Whether a value is a plain scalar of YAML beyond doubt.
    private static func isPlain(_ bytes: [UInt8], in range: Range<Int>, inList: Bool) -> Bool {
        switch bytes[range.lowerBound] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "("), 0x80...:
            break
        default: return false
        }
        for index in range {
            switch bytes[index] {
            case UInt8(ascii: ":"):
                if index + 1 == range.upperBound || bytes[index + 1] == space || inList { return false }
            case hash: if bytes[index - 1] == space { return false }
            case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","):
                if inList { return false }
            default: break
            }
        }
        return true
    }

    private static func list(of bytes: [UInt8], in range: Range<Int>) -> Setting? {
        guard range.count >= 2, bytes[range.upperBound - 1] == UInt8(ascii: "]") else { return nil }
        let inner = trimmed(range.lowerBound + 1..<range.upperBound - 1, bytes)
        if inner.isEmpty { return Setting(.list([]), at: span(range)) }
        var items: [Setting] = []
        var start = inner.lowerBound
        for index in inner.lowerBound...inner.upperBound
        where index == inner.upperBound || bytes[index] == UInt8(ascii: ",") {
            let item = trimmed(start..<index, bytes)
            guard !item.isEmpty, let setting = scalar(of: bytes, in: item, inList: true) else { return nil }
            items.append(setting)
            start = index + 1
        }
        return Setting(.list(items), at: span(range))
    }

    static func isNull(_ text: String) -> Bool {
        // Nearly every value is longer, which is known at once.
        if text.utf8.count > 4 { return false }
        return switch text {
        case "~", "null", "Null", "NULL", "": true
        default: false
        }
    }

    private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] == space { start += 1 }
        while end > start, bytes[end - 1] == space { end -= 1 }
        return start..<end
    }

    private static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    private static func span(_ range: Range<Int>) -> Span { Span(start: range.lowerBound, length: range.count) }

    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let space = UInt8(ascii: " ")
    private static let hash = UInt8(ascii: "#")
}
