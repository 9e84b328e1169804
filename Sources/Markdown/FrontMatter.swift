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
        guard start + 3 <= bytes.count, bytes[start..<start + 3].allSatisfy({ $0 == UInt8(ascii: "-") }) else {
            return nil
        }
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
        let feed = bytes.firstIndex(of: UInt8(ascii: "\n"), in: index..<bytes.count)
        let end = feed.map { $0 + 1 } ?? bytes.count
        guard let carriageReturn = bytes.firstIndex(of: UInt8(ascii: "\r"), in: index..<end) else { return end }
        return carriageReturn + 1 == feed ? end : carriageReturn + 1
    }
}
