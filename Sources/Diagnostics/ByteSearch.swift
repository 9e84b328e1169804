import Glibc

extension [UInt8] {
    /// The first place of a byte in a range. The C library compares many bytes at a time, and most texts have few of the
    /// bytes that are looked for.
    package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        if range.isEmpty { return nil }
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return unsafe withUnsafeBytes { bytes in
            let start = bytes.baseAddress!
            guard let found = unsafe memchr(start + range.lowerBound, Int32(byte), range.count) else { return nil }
            return unsafe UnsafeRawPointer(found) - start
        }
    }
}
