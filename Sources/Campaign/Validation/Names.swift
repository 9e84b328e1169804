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

    /// A sheet of a known format, or several of the A series side by side (A4x6).
    static func isSheetSize(_ text: String) -> Bool {
        BoardFormat(text) != nil
    }

    /// A telephone number as it is dialled: digits, with hyphens, spaces or a plus sign between or before them.
    static func isPhoneNumber(_ text: String) -> Bool {
        text.utf8.contains(where: isDigit)
            && text.utf8.allSatisfy { isDigit($0) || "-+ ()".utf8.contains($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
