import CDeflate

/// Compressed data as PNG and PDF hold it (RFC 1950), in a third of zlib's time.
package enum Deflate {
    /// Of libdeflate's levels the last before the time doubles.
    private static let level: Int32 = 6

    /// Nil when there is no memory.
    package static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        guard let compressor = unsafe libdeflate_alloc_compressor(level) else { return nil }
        defer { unsafe libdeflate_free_compressor(compressor) }
        let bound = unsafe libdeflate_zlib_compress_bound(compressor, bytes.count)
        return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = unsafe libdeflate_zlib_compress(compressor, bytes, bytes.count, buffer.baseAddress, bound)
        }
    }
}
