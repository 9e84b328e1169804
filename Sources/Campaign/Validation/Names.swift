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
        (1...6).contains(text.utf8.count) && isSlug(text) && !text.utf8.contains(UInt8(ascii: "-"))
    }

    /// Whether a slug is a name that Windows keeps for devices, or that of one of the site's own pages.
    static func isReserved(_ slug: String) -> Bool {
        switch slug {
        case "con", "prn", "aux", "nul", "index": true
        default:
            slug.utf8.count == 4 && (slug.hasPrefix("com") || slug.hasPrefix("lpt"))
                && slug.utf8.last.map(isDigit) == true
        }
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
