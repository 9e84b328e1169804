import Glibc

extension [UInt8] {
    /// The first place of a byte in a range. The C library compares many bytes at a time, and most paragraphs have none of
    /// the marks that the rules look for.
    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        if range.isEmpty { return nil }
        return unsafe self[range].withUnsafeBytes { bytes in
            let start = bytes.baseAddress!
            guard let found = unsafe memchr(start, Int32(byte), bytes.count) else { return nil }
            return unsafe range.lowerBound + (UnsafeRawPointer(found) - start)
        }
    }
}
