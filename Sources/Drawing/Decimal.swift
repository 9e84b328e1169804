/// Numbers as short decimals, the same everywhere: no locale, no trailing noughts.
package enum Decimal {
    /// `12.5`, `-0.25`, `3`; at most `places` digits behind the point (up to 6).
    package static func text(_ value: Double, places: Int = 2) -> String {
        var bytes: [UInt8] = []
        append(value, places: places, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(_ value: Double, places: Int = 2, to bytes: inout [UInt8]) {
        var unit = 1
        for _ in 0..<places { unit *= 10 }
        let scaled = Int((min(max(value, -1e9), 1e9) * Double(unit)).rounded())
        if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
        let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(unit))
        append(whole, to: &bytes)
        guard rest != 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var digit = UInt(unit / 10)
        var left = rest
        while left > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(left / digit))
            left %= digit
            digit /= 10
        }
    }

    private static func append(_ whole: UInt, to bytes: inout [UInt8]) {
        var digit: UInt = 1
        while whole / digit >= 10 { digit *= 10 }
        while digit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(whole / digit % 10))
            digit /= 10
        }
    }
}
