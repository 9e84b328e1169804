/// Reading scalars out of UTF-8 bytes, forwards and backwards, without making a String. Malformed bytes read as U+FFFD,
/// one byte each.
package enum UTF8Text {
    /// The scalar that begins at an index (which must be inside), and how many bytes it takes.
    package static func scalar(in bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = bytes[index]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC2, first < 0xF5, index + length <= bytes.count else { return (replacement, 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let byte = bytes[index + offset]
            guard byte & 0xC0 == 0x80 else { return (replacement, 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard value >= smallest(of: length), let scalar = Unicode.Scalar(value) else { return (replacement, 1) }
        return (scalar, length)
    }

    /// The scalar that ends before an index (which must be above 0), and how many bytes it takes.
    package static func scalar(in bytes: [UInt8], before index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        var start = index - 1
        while start > 0, start > index - 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        let found = scalar(in: bytes, at: start)
        return start + found.length == index ? found : (replacement, 1)
    }

    /// The offset of the first byte that is not well-formed UTF-8, or nil.
    package static func firstMalformedByte(in bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            let (scalar, length) = scalar(in: bytes, at: index)
            if scalar == replacement, length == 1 { return index }
            index += length
        }
        return nil
    }

    private static let replacement: Unicode.Scalar = "\u{FFFD}"

    private static func smallest(of length: Int) -> UInt32 { length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000 }
}
