/// A SHA-256, stored inline: of a file's bytes, or of the canonical inputs of an artifact (`FingerprintBuilder`).
package struct Fingerprint: Hashable, Sendable {
    // The digest as four big-endian numbers.
    private let a: UInt64
    private let b: UInt64
    private let c: UInt64
    private let d: UInt64

    init(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
    }

    /// The SHA-256 of bytes as they stand.
    package init(of bytes: [UInt8]) {
        var hash = SHA256()
        hash.update(bytes)
        self = hash.finish()
    }

    /// From 64 hexadecimal digits; nil for anything else.
    package init?(hex: some StringProtocol) {
        guard hex.utf8.count == 64 else { return nil }
        var words: [UInt64] = [0, 0, 0, 0]
        for (index, digit) in hex.utf8.enumerated() {
            guard
                let value = UnicodeScalar(digit).properties.numericType == .decimal
                    ? Int(digit) - 48 : Self.letter(digit)
            else { return nil }
            words[index / 16] = words[index / 16] << 4 | UInt64(value)
        }
        self.init(words[0], words[1], words[2], words[3])
    }

    private static func letter(_ digit: UInt8) -> Int? {
        (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(digit) ? Int(digit) - 87 : nil
    }

    /// The 32 bytes.
    package var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(32)
        for word in [a, b, c, d] {
            for shift in stride(from: 56, through: 0, by: -8) {
                result.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        return result
    }

    /// 64 lower-case hexadecimal digits.
    package var hex: String { String(decoding: hexDigits, as: UTF8.self) }

    var hexDigits: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(64)
        for byte in bytes {
            result.append(Self.digit(byte >> 4))
            result.append(Self.digit(byte & 15))
        }
        return result
    }

    /// A number for dealing artifacts out evenly, such as to shards.
    var lot: UInt64 { a }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}
