/// Escaping for the text and the quoted attributes of HTML and XML, byte by byte: a quotation mark is found also where a
/// combining mark follows it, which comparing `Character`s misses.
enum Escaping {
    static func append(_ text: UnsafeRawBufferPointer, to out: inout [UInt8]) {
        var start = 0
        var index = 0
        while index < text.count {
            if index + 8 <= text.count, unsafe arePlain(text.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index += 8
                continue
            }
            let end = min(index + 8, text.count)
            while index < end {
                if let entity = unsafe entity(for: text[index]) {
                    unsafe out.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start..<index]))
                    entity.withUTF8Buffer { unsafe out.append(contentsOf: $0) }
                    start = index + 1
                }
                index += 1
            }
        }
        unsafe out.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start...]))
    }

    /// Whether none of eight bytes has an entity, or perhaps a `#`. Where bits are left out in which marks differ, two
    /// comparisons do for the five; a byte is 0 when it borrows from its highest bit.
    private static func arePlain(_ bytes: UInt64) -> Bool {
        let quotes = bytes & ~0x0505_0505_0505_0505 ^ 0x2222_2222_2222_2222
        let angles = bytes & ~0x0202_0202_0202_0202 ^ 0x3C3C_3C3C_3C3C_3C3C
        let ones: UInt64 = 0x0101_0101_0101_0101
        return ((quotes &- ones) & ~quotes | (angles &- ones) & ~angles) & 0x8080_8080_8080_8080 == 0
    }

    private static func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
