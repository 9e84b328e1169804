/// The length of a text as Chinese offices count it.
package enum TextCount {
    /// Han characters + Latin words + numbers; punctuation and spaces do not count.
    package static func count(_ bytes: [UInt8]) -> Int {
        var count = 0
        for token in TextTokens(bytes) {
            if case .other = token.kind { continue }
            count += 1
        }
        return count
    }

    package static func count(_ text: String) -> Int { count(Array(text.utf8)) }

    /// Han characters alone.
    package static func hanCount(_ bytes: [UInt8]) -> Int {
        var count = 0
        var index = 0
        while index < bytes.count {
            let (scalar, length) = UTF8Text.scalar(in: bytes, at: index)
            if scalar.isHan { count += 1 }
            index += length
        }
        return count
    }
}
