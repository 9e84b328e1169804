/// One line of structured text: `<char quad="…" x="34.01" y="50.19" color="#1a1a1f" c="&#x5168;"/>`.
struct StextElement {
    enum Name { case page, pageEnd, line, font, character, other }

    private let bytes: [UInt8]
    let name: Name

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        func begins(_ word: StaticString) -> Bool {
            guard bytes.count >= word.utf8CodeUnitCount else { return false }
            return word.withUTF8Buffer { unsafe bytes.starts(with: $0) }
        }
        name =
            if begins("<char ") { .character } else if begins("<font ") { .font } else if begins("<line ") {
                .line
            } else if begins("<page ") { .page } else if begins("</page>") { .pageEnd } else { .other }
    }

    /// The bytes between the quotation marks of an attribute. `last`: of the last attribute of that name, because a font's
    /// name stands unescaped before its size.
    private func value(_ attribute: StaticString, last: Bool = false) -> ArraySlice<UInt8>? {
        let length = attribute.utf8CodeUnitCount
        let starts = stride(from: 0, through: bytes.count - length - 3, by: 1)
        func matches(_ start: Int) -> Bool {
            bytes[start] == UInt8(ascii: " ") && bytes[start + 1 + length] == UInt8(ascii: "=")
                && bytes[start + 2 + length] == UInt8(ascii: "\"")
                && attribute.withUTF8Buffer { unsafe bytes[(start + 1)...].starts(with: $0) }
        }
        guard let found = last ? starts.reversed().first(where: matches) : starts.first(where: matches) else {
            return nil
        }
        let begin = found + length + 3
        guard let end = bytes[begin...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        return bytes[begin..<end]
    }

    func number(_ attribute: StaticString, last: Bool = false) -> Double? {
        value(attribute, last: last).flatMap { numbers(in: $0, count: 1)?.first }
    }

    func numbers(_ attribute: StaticString, count: Int) -> [Double]? {
        value(attribute).flatMap { numbers(in: $0, count: count) }
    }

    /// The name up to the size, whatever stands in it.
    var fontName: String {
        let prefix = 12  // <font name="
        let tail = Array("\" size=\"".utf8)
        guard bytes.count > prefix else { return "" }
        var end = bytes.count
        for start in stride(from: bytes.count - tail.count, to: prefix - 1, by: -1)
        where bytes[start...].starts(with: tail) {
            end = start
            break
        }
        return String(decoding: bytes[prefix..<end], as: UTF8.self)
    }

    /// The character: itself, a number such as `&#x5168;`, or one of XML's five names.
    var scalar: UInt32? {
        guard let value = value("c"), let first = value.first else { return nil }
        guard first == UInt8(ascii: "&") else {
            return String(decoding: value, as: UTF8.self).unicodeScalars.first?.value
        }
        let name = String(decoding: value.dropFirst().prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
        if name.hasPrefix("#x") { return UInt32(name.dropFirst(2), radix: 16) }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()) }
        return ["lt": 0x3C, "gt": 0x3E, "amp": 0x26, "quot": 0x22, "apos": 0x27][name]
    }

    private func numbers(in text: ArraySlice<UInt8>, count: Int) -> [Double]? {
        var result: [Double] = []
        result.reserveCapacity(count)
        for part in text.split(separator: UInt8(ascii: " ")) {
            guard let number = DecimalText.number(part) else { return nil }
            result.append(number)
        }
        return result.count == count ? result : nil
    }
}

/// Decimal numbers as programs write them, whatever the locale: `-12.5`, `1e-05`.
enum DecimalText {
    static func number(_ text: ArraySlice<UInt8>) -> Double? {
        var rest = text
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }
        var (value, scale, digits, hasPoint) = (0.0, 1.0, 0, false)
        while let byte = rest.first {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                value = value * 10 + Double(byte - UInt8(ascii: "0"))
                if hasPoint { scale *= 10 }
                digits += 1
            } else if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                break
            }
            rest.removeFirst()
        }
        // Rare: what is left is an exponent, or no number.
        if !rest.isEmpty { return Double(String(decoding: text, as: UTF8.self)) }
        guard digits > 0 else { return nil }
        return (isNegative ? -value : value) / scale
    }
}
