internal import CNettle

/// A running SHA-256, its state inline.
struct SHA256: ~Copyable {
    private var context = sha256_ctx()

    init() { unsafe nettle_sha256_init(&context) }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        if let start = bytes.baseAddress { unsafe nettle_sha256_update(&context, bytes.count, start) }
    }

    mutating func update(_ bytes: [UInt8]) { unsafe bytes.withUnsafeBytes { unsafe update($0) } }

    /// The digest of everything so far; afterwards the value is spent.
    consuming func finish() -> Fingerprint {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        unsafe withUnsafeMutableBytes(of: &words) { space in
            unsafe nettle_sha256_digest(&context, space.count, space.baseAddress)
        }
        return Fingerprint(
            words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
    }
}
