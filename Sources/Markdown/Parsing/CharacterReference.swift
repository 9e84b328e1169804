/// A character reference such as `&#x6587;` or `&amp;` in a source text (CommonMark §2.5).
enum CharacterReference {
    case scalar(Unicode.Scalar, length: Int)
    /// A name by its form only: whether HTML knows it shows in what cmark made of it.
    case named(Range<Int>)

    /// The reference that begins with the `&` at an index.
    init?(in text: [UInt8], at index: Int) {
        if index + 1 < text.count, text[index + 1] == UInt8(ascii: "#") {
            self.init(numberIn: text, at: index)
        } else {
            self.init(nameIn: text, at: index)
        }
    }

    private init?(numberIn text: [UInt8], at index: Int) {
        let isHex = index + 2 < text.count && text[index + 2] | 0x20 == UInt8(ascii: "x")
        let digits = index + (isHex ? 3 : 2)
        var end = digits
        var value: UInt32 = 0
        while end < text.count, end - digits < (isHex ? 6 : 7), let digit = Self.value(of: text[end], hex: isHex) {
            value = value * (isHex ? 16 : 10) + digit
            end += 1
        }
        guard end > digits, end < text.count, text[end] == UInt8(ascii: ";") else { return nil }
        let scalar = value == 0 ? nil : Unicode.Scalar(value)
        self = .scalar(scalar ?? "\u{FFFD}", length: end + 1 - index)
    }

    private init?(nameIn text: [UInt8], at index: Int) {
        var end = index + 1
        while end < text.count, text[end].isASCIILetter || text[end].isASCIIDigit { end += 1 }
        guard end > index + 2, end < text.count, text[end] == UInt8(ascii: ";") else { return nil }
        self = .named(index + 1..<end)
    }

    private static func value(of byte: UInt8, hex: Bool) -> UInt32? {
        if byte.isASCIIDigit { return UInt32(byte - 0x30) }
        let lower = byte | 0x20
        return hex && (0x61...0x66).contains(lower) ? UInt32(lower - 0x61 + 10) : nil
    }

    /// What stands second in the references that decode to two characters, `&fjlig;` aside.
    static let secondScalars: Set<Unicode.Scalar> = [
        "\u{333}", "\u{20E5}", "\u{FE00}", "\u{20D2}", "\u{338}", "\u{331}", "\u{200A}",
    ]
}
