internal import Glibc

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

    /// The SHA-256 of a file, read piece by piece; nil when it cannot be read.
    package init?(ofFile path: String) {
        guard let file = unsafe fopen(path, "rb") else { return nil }
        defer { unsafe fclose(file) }
        var hash = SHA256()
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = unsafe fread(&piece, 1, piece.count, file)
            if count == 0 { break }
            unsafe piece.withUnsafeBytes { unsafe hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
        guard unsafe ferror(file) == 0 else { return nil }
        self = hash.finish()
    }

    /// From 32 bytes; nil for another number of them.
    init?(bytes: ArraySlice<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for byte in bytes.prefix(8) { words.0 = words.0 << 8 | UInt64(byte) }
        for byte in bytes.dropFirst(8).prefix(8) { words.1 = words.1 << 8 | UInt64(byte) }
        for byte in bytes.dropFirst(16).prefix(8) { words.2 = words.2 << 8 | UInt64(byte) }
        for byte in bytes.dropFirst(24) { words.3 = words.3 << 8 | UInt64(byte) }
        self.init(words.0, words.1, words.2, words.3)
    }

    /// From 64 hexadecimal digits; nil for anything else.
    package init?(hex: some StringProtocol) {
        guard hex.utf8.count == 64 else { return nil }
        var words: [UInt64] = [0, 0, 0, 0]
        for (index, digit) in hex.utf8.enumerated() {
            guard let value = Self.value(of: digit) else { return nil }
            words[index / 16] = words[index / 16] << 4 | UInt64(value)
        }
        self.init(words[0], words[1], words[2], words[3])
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - 87
        default: nil
        }
    }

    /// The 32 bytes.
    package var bytes: [UInt8] {
        let words = (a.bigEndian, b.bigEndian, c.bigEndian, d.bigEndian)
        return unsafe withUnsafeBytes(of: words) { unsafe Array($0) }
    }

    /// 64 lower-case hexadecimal digits.
    package var hex: String { String(decoding: hexDigits, as: UTF8.self) }

    var hexDigits: [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 64) { digits, count in
            for (index, word) in [a, b, c, d].enumerated() {
                for place in 0..<16 {
                    let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * place)) & 15
                    unsafe digits.initializeElement(at: index * 16 + place, to: Self.digit(digit))
                }
            }
            count = 64
        }
    }

    /// A number for dealing artifacts out evenly, such as to shards.
    var lot: UInt64 { a }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}
