package import Diagnostics

/// The lines between two `---` at the head of a file.
package enum FrontMatter {
    /// Where the front matter (without its `---` lines) and the body stand in a file.
    ///
    /// It is front matter only if the line after the opening `---` reads `key:` in any script and a closing `---`
    /// follows; else the opening line is a thematic break of the body, as in CommonMark.
    package static func split(_ file: SourceFile) -> (front: Range<Int>?, bodyStart: Int) {
        let bytes = file.bytes
        let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        guard var line = fence(in: bytes, at: start), readsAsKey(bytes, at: line) else { return (nil, start) }
        let front = line
        while line < bytes.count {
            if let end = fence(in: bytes, at: line) { return (front..<line, end) }
            line = nextLine(in: bytes, after: line)
        }
        return (nil, start)
    }

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The start of the line behind a line of exactly `---` and blanks.
    private static func fence(in bytes: [UInt8], at start: Int) -> Int? {
        guard bytes[start...].starts(with: "---".utf8) else { return nil }
        var index = start + 3
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") {
            index += 1
        }
        guard index == bytes.count || bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") else {
            return nil
        }
        return nextLine(in: bytes, after: index)
    }

    /// Whether a line begins with a word of any script and a colon, and is not an address such as `https://`.
    private static func readsAsKey(_ bytes: [UInt8], at start: Int) -> Bool {
        var index = start
        while index < bytes.count, isKeyByte(bytes[index]) { index += 1 }
        guard index > start, bytes[index...].first == UInt8(ascii: ":") else { return false }
        return !bytes[(index + 1)...].starts(with: "//".utf8)
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...,
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func nextLine(in bytes: [UInt8], after index: Int) -> Int {
        var index = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
        return index
    }
}
