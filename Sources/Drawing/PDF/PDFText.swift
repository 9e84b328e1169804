/// Strings as PDF holds them (ISO 32000-1 §7.9.2).
enum PDFText {
    /// The digits of UTF-16 with its mark.
    static func hexadecimal(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.append(hexadecimal: 0xFEFF)
        for unit in text.utf16 { bytes.append(hexadecimal: unit) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A text string: ASCII as it is, all else as UTF-16.
    static func string(_ text: String) -> String {
        text.utf8.allSatisfy { 0x20..<0x7F ~= $0 } ? literal(text) : "<\(hexadecimal(text))>"
    }

    /// A byte string, such as an address or a name.
    static func literal(_ text: String) -> String {
        var result = "("
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
                result += "\\\(Character(Unicode.Scalar(byte)))"
            case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let octal = String(byte, radix: 8)
                result += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
            }
        }
        return result + ")"
    }

    /// A name from any characters (§7.3.5).
    static func name(_ text: String) -> String {
        var result = "/"
        for byte in text.utf8 {
            let isPlain = 0x21..<0x7F ~= byte && !"()<>[]{}/%#".utf8.contains(byte)
            if isPlain {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16)
                result += digits.count < 2 ? "#0\(digits)" : "#\(digits)"
            }
        }
        return result
    }
}
