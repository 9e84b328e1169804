/// Cuts a text into what a reader counts: single Han characters, Latin words, numbers, and what lies between.
struct TextTokens: Sequence, IteratorProtocol {
    enum Kind {
        /// One Han character, kana or Hangul syllable.
        case character
        /// A Latin word or a number, such as APP, don’t, Wi-Fi, 12,000, 3.5 or 138-0013-8000.
        case word
        /// A punctuation mark, a space or a symbol.
        case other(Unicode.Scalar)
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> (kind: Kind, range: Range<Int>)? {
        guard index < bytes.count else { return nil }
        let start = index
        let (scalar, length) = UTF8Text.scalar(in: bytes, at: index)
        index += length
        if scalar.isHan || scalar.isKana || scalar.isHangul { return (.character, start..<index) }
        guard isWordPart(scalar) else { return (.other(scalar), start..<index) }
        while index < bytes.count, let length = lengthOfNextPart() { index += length }
        return (.word, start..<index)
    }

    private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        let scalar = FullWidth.folded(scalar)
        switch scalar.typographicClass {
        case .latin, .digit: return true
        default: return false
        }
    }

    /// How many bytes carry the word on: a letter, a digit, or a mark that stands between two of them.
    private func lengthOfNextPart() -> Int? {
        let (scalar, length) = UTF8Text.scalar(in: bytes, at: index)
        if isWordPart(scalar) || scalar.typographicClass == .combining { return length }
        guard Self.joiners.contains(scalar), index + length < bytes.count else { return nil }
        let (after, _) = UTF8Text.scalar(in: bytes, at: index + length)
        let (before, _) = UTF8Text.scalar(in: bytes, before: index)
        if Self.numberJoiners.contains(scalar) {
            let both =
                FullWidth.folded(before).typographicClass == .digit
                && FullWidth.folded(after).typographicClass == .digit
            return both ? length : nil
        }
        return isWordPart(after) ? length : nil
    }

    private static let joiners: Set<Unicode.Scalar> = ["'", "’", "-", "_", "@", ".", ",", ":", "/"]
    private static let numberJoiners: Set<Unicode.Scalar> = [",", ":", "/"]
}
