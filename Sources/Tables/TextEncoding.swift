import Glibc

/// The encodings in which Chinese spreadsheet programs save text.
package enum TextEncoding: Equatable, Sendable {
    case utf8, gb18030, utf16

    /// Whether bytes are a workbook or a document, whatever the file is called: a ZIP archive (Office Open XML, OpenDocument)
    /// or a compound file ([MS-CFB] 2.2; Excel and Word until 2003, WPS).
    package static func isOfficeFile(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
            || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    /// The bytes as UTF-8 without a byte order mark, and what they were. Nil when they are text in no known encoding.
    ///
    /// Valid UTF-8 is UTF-8: GB18030 text with a Chinese character in it almost never happens to be valid UTF-8.
    package static func decoded(_ bytes: [UInt8]) -> (text: [UInt8], encoding: TextEncoding)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let text = Array(bytes.dropFirst(3))
            return firstMalformedByte(text) == nil ? (text, .utf8) : nil
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return converted(bytes, from: "UTF-16").map { ($0, .utf16) }
        }
        if firstMalformedByte(bytes) == nil { return (bytes, .utf8) }
        return converted(bytes, from: "GB18030").map { ($0, .gb18030) }
    }

    /// The offset of the first byte that does not belong to well-formed UTF-8 (Unicode 15, table 3-7).
    package static func firstMalformedByte(_ bytes: [UInt8]) -> Int? {
        let bytes = bytes.span
        var index = 0
        let count = bytes.count
        while true {
            index = passPlain(bytes, from: index)
            guard index < count else { return nil }
            let first = bytes[index]
            if first < 0x80 {
                index += 1
                continue
            }
            let length: Int
            let second: ClosedRange<UInt8>
            switch first {
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return index
            }
            guard index + length <= count, second.contains(bytes[index + 1]) else { return index }
            for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return index }
            index += length
        }
    }

    /// Where a character begins behind an index, all before it being well-formed beyond doubt: nearly all text is ASCII, which is
    /// passed eight bytes at a time, and characters of three bytes (Han and their marks), two at a time.
    private static func passPlain(_ bytes: Span<UInt8>, from start: Int) -> Int {
        let raw = unsafe bytes.bytes
        var index = start
        while index <= bytes.count - 8 {
            let eight = UInt64(
                littleEndian: unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
            if eight & 0x8080_8080_8080_8080 == 0 {
                index += 8
            } else if eight & 0xC0C0F0_C0C0F0 == 0x8080E0_8080E0, leadsAny(eight), leadsAny(eight >> 24) {
                index += 6
            } else {
                break
            }
        }
        return index
    }

    /// Whether the lowest byte, the first of three, may stand before any second one.
    private static func leadsAny(_ bytes: UInt64) -> Bool { bytes & 0xFF != 0xE0 && bytes & 0xFF != 0xED }

    /// Converts by the C library; nil when it lacks the encoding or the bytes are malformed in it.
    private static func converted(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
        guard let converter = unsafe iconv_open("UTF-8", encoding), unsafe converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { unsafe iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // No sequence grows by more than half: two bytes of GB18030 become three.
        var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
        var (inputLeft, outputLeft) = (input.count, output.count)
        let status = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
            }
        }
        guard status != -1, inputLeft == 0 else { return nil }
        return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
    }
}
