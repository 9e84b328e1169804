import Foundation

/// Unicode's normal form C, in which addresses and file names are written.
package enum CanonicalText {
    /// Text of ASCII, Han and their marks is in normal form already; the rest goes to Foundation.
    package static func nfc(_ text: String) -> String {
        text.unicodeScalars.allSatisfy(isStable) ? text : text.precomposedStringWithCanonicalMapping
    }

    /// Scalars that stand in normal form C wherever they stand: below U+0300, general and CJK punctuation, Han, full-width
    /// forms. Compatibility ideographs (U+F900) and kana, whose voicing marks combine, are not among them.
    private static func isStable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x2010...0x2027, 0x3000...0x3029, 0x3400...0x9FFF, 0xFF00...0xFFEF: true
        default: false
        }
    }
}
