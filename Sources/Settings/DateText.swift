/// A day as people write it; whether it exists has been checked when it stands in `Fields`.
package struct DateText: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Reads `2024-07-01`, `2024-7-1`, `2024/7/1`, `2024.7.1` and `2024年7月1日` (also `号`, spaces, full-width digits).
    /// Nil for anything that is no date at all; the day need not exist.
    package init?(_ text: String) {
        var numbers: [Int] = []
        var separators = ""
        var digits = 0
        for scalar in text.unicodeScalars where scalar != " " && scalar != "\u{3000}" {
            let value = (0xFF10...0xFF19).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            if (0x30...0x39).contains(value) {
                if digits == 0 { numbers.append(0) }
                digits += 1
                // The year has four digits, months and days at most two.
                guard digits <= (numbers.count == 1 ? 4 : 2) else { return nil }
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(value - 0x30)
            } else {
                guard digits > 0, numbers.count > 1 || digits == 4 else { return nil }
                separators.unicodeScalars.append(scalar)
                digits = 0
            }
        }
        let endsInDigits = digits > 0
        guard numbers.count == 3 else { return nil }
        switch separators {
        case "--", "//", "..": guard endsInDigits else { return nil }
        case "年月日", "年月号": break
        default: return nil
        }
        (year, month, day) = (numbers[0], numbers[1], numbers[2])
    }

    /// Whether the Gregorian calendar has the day.
    package var exists: Bool { Self.exists(year: year, month: month, day: day) }

    package static func exists(year: Int, month: Int, day: Int) -> Bool {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
    }
}
