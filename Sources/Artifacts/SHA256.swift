internal import CCrypto

/// A running SHA-256; the one owner of libcrypto's context.
@safe struct SHA256: ~Copyable {
    private let context: OpaquePointer

    /// Fetched once: libcrypto looks an algorithm up by name under a lock whenever it is not handed one.
    nonisolated(unsafe) private static let algorithm = unsafe EVP_MD_fetch(nil, "SHA256", nil)

    init() {
        // Nil only when not even a few bytes of memory are left.
        unsafe context = EVP_MD_CTX_new()!
        unsafe EVP_DigestInit_ex(context, Self.algorithm, nil)
    }

    deinit { unsafe EVP_MD_CTX_free(context) }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        if let start = bytes.baseAddress { unsafe EVP_DigestUpdate(context, start, bytes.count) }
    }

    mutating func update(_ bytes: [UInt8]) { unsafe bytes.withUnsafeBytes { unsafe update($0) } }

    /// The digest of everything so far; afterwards the value is spent.
    consuming func finish() -> Fingerprint {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        unsafe withUnsafeMutableBytes(of: &words) { space in
            _ = unsafe EVP_DigestFinal_ex(context, space.bindMemory(to: UInt8.self).baseAddress, nil)
        }
        return Fingerprint(
            words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
    }
}
