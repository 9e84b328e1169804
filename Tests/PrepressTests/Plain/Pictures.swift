import Drawing
import Testing

/// Small pictures for tests.
enum Pictures {
    /// A grey PNG of so many pixels: stored deflate blocks, so that no library is needed.
    static func png(_ width: Int, _ height: Int) -> [UInt8] {
        var raw: [UInt8] = []
        for _ in 0..<height {
            raw.append(0)
            raw += [UInt8](repeating: 0x80, count: width)
        }
        var data: [UInt8] = [0x78, 0x01]
        var rest = raw[...]
        repeat {
            let part = rest.prefix(65_535)
            rest = rest.dropFirst(part.count)
            data.append(rest.isEmpty ? 1 : 0)
            data += [UInt8(part.count & 0xFF), UInt8(part.count >> 8)]
            data += [UInt8(~part.count & 0xFF), UInt8(~part.count >> 8 & 0xFF)]
            data += part
        } while !rest.isEmpty
        data += word(adler(raw))
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", word(UInt32(width)) + word(UInt32(height)) + [8, 0, 0, 0, 0]) + chunk("IDAT", data)
            + chunk("IEND", [])
    }

    private static func chunk(_ type: String, _ bytes: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + bytes
        return word(UInt32(bytes.count)) + body + word(crc(body))
    }

    private static func word(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> UInt32(24 - 8 * $0) & 0xFF) } }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
    }

    private static func adler(_ bytes: [UInt8]) -> UInt32 {
        let (a, b) = bytes.reduce((UInt32(1), UInt32(0))) { sums, byte in
            let a = (sums.0 + UInt32(byte)) % 65_521
            return (a, (sums.1 + a) % 65_521)
        }
        return b << 16 | a
    }
}
