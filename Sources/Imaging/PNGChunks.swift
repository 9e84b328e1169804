/// The chunks of a PNG: length, name, data, check sum (ISO 15948, 5.3).
enum PNGChunks {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func isPNG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

    /// The IHDR chunk must be the first: width and height are its first two numbers (11.2.2).
    static func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count >= 33, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
        return (number(bytes, at: 16), number(bytes, at: 20))
    }

    /// Whether every chunk up to IEND is there with its sum, some pixels among them.
    static func areWhole(_ bytes: [UInt8]) -> Bool {
        var position = signature.count
        var hasPixels = false
        while position + 12 <= bytes.count {
            let length = number(bytes, at: position)
            guard length <= bytes.count - position - 12 else { return false }
            let end = position + 8 + length
            guard sum(of: bytes[(position + 4)..<end]) == number(bytes, at: end) else { return false }
            let name = bytes[(position + 4)..<(position + 8)]
            if name.elementsEqual("IEND".utf8) { return hasPixels }
            hasPixels = hasPixels || name.elementsEqual("IDAT".utf8)
            position = end + 4
        }
        return false
    }

    /// ISO 15948, annex D.
    private static func sum(of bytes: ArraySlice<UInt8>) -> Int {
        Int(~bytes.reduce(~UInt32(0)) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] })
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }

    private static func number(_ bytes: [UInt8], at start: Int) -> Int {
        bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
