/// The rules for names that become parts of addresses and file names.
enum Names {
    /// Letters a–z, digits and single hyphens between them.
    static func isSlug(_ text: String) -> Bool {
        var last = UInt8(ascii: "-")
        for byte in text.utf8 {
            let isWord = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || isDigit(byte)
            guard isWord || byte == UInt8(ascii: "-") && last != byte else { return false }
            last = byte
        }
        return last != UInt8(ascii: "-")
    }

    /// One to six letters a–z and digits.
    static func isCode(_ text: String) -> Bool {
        (1...6).contains(text.utf8.count) && isSlug(text) && !text.contains("-")
    }

    /// Names that Windows keeps for devices, with any extension, and those of the site's own pages.
    static func isReserved(_ text: String) -> Bool {
        let stem = text.lowercased().prefix { $0 != "." }
        if ["con", "prn", "aux", "nul", "index"].contains(stem) { return true }
        return stem.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt")) && stem.last?.isNumber == true
    }

    /// A sheet: A0 to A6 (also as a grid, A4×6), width x height with a unit, or a roll-up in centimetres.
    static func isSheetSize(_ text: String) -> Bool {
        let name = text.replacing("×", with: "x").replacing("*", with: "x")
        if let rest = dropping("rollup-", from: name) { return isPair(rest) }
        if let rest = dropping("A", from: name) {
            let parts = rest.split(separator: "x", omittingEmptySubsequences: false)
            guard let format = parts.first.flatMap({ Int($0) }), (0...6).contains(format), parts[0].count == 1 else {
                return false
            }
            return parts.count == 1 || parts.count == 2 && Int(parts[1]).map { (1...200).contains($0) } == true
        }
        for unit in ["mm", "cm", "m"] where name.hasSuffix(unit) { return isPair(String(name.dropLast(unit.count))) }
        return false
    }

    /// A telephone number as it is dialled: digits, with hyphens, spaces or a plus sign between or before them.
    static func isPhoneNumber(_ text: String) -> Bool {
        text.utf8.contains(where: isDigit)
            && text.utf8.allSatisfy { isDigit($0) || "-+ ()".utf8.contains($0) }
    }

    private static func dropping(_ prefix: String, from text: String) -> String? {
        text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
    }

    /// Two lengths such as `80x200`, at most 100 m in millimetres.
    private static func isPair(_ text: String) -> Bool {
        let parts = text.split(separator: "x", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                part.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
                    && Double(part).map { $0 > 0 && $0 <= 100_000 } == true
            }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
