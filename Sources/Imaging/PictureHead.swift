/// The kind and size that a PNG or JPEG states about itself.
package enum PictureHead {
    /// Pixels; nil for anything else, and for a file that was cut short before it says.
    package static func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return ofPNG(bytes) }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return ofJPEG(bytes) }
        return nil
    }

    /// The IHDR chunk must be the first: length 13, name, width, height (ISO 15948, 11.2.2).
    private static func ofPNG(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count >= 33, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
        return positive(number(bytes, at: 16, size: 4), number(bytes, at: 20, size: 4))
    }

    /// Walks the segments to the frame header, SOF0 to SOF15 (ISO 10918-1, B.2.2).
    private static func ofJPEG(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        var index = 2
        while index + 9 < bytes.count {
            guard bytes[index] == 0xFF else { return nil }
            let marker = bytes[index + 1]
            switch marker {
            case 0xFF: index += 1
            case 0x01, 0xD0...0xD8: index += 2
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                return positive(number(bytes, at: index + 7, size: 2), number(bytes, at: index + 5, size: 2))
            case 0xD9, 0xDA: return nil
            default: index += 2 + number(bytes, at: index + 2, size: 2)
            }
        }
        return nil
    }

    private static func positive(_ width: Int, _ height: Int) -> (width: Int, height: Int)? {
        width > 0 && height > 0 ? (width, height) : nil
    }

    private static func number(_ bytes: [UInt8], at start: Int, size: Int) -> Int {
        bytes[start..<start + size].reduce(0) { $0 << 8 | Int($1) }
    }
}
