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

    /// Whether a range holds the same bytes as another text does from a place on.
    package func matches(_ range: Range<Int>, in other: [UInt8], at place: Int) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= count && place >= 0)
        guard place + range.count <= other.count else { return false }
        if range.isEmpty { return true }
        return unsafe withUnsafeBytes { bytes in
            unsafe other.withUnsafeBytes { others in
                unsafe memcmp(bytes.baseAddress! + range.lowerBound, others.baseAddress! + place, range.count) == 0
            }
        }
    }
}
