/// What a character is to the composition of a line: the marks of CLREQ (W3C, Requirements for Chinese Text Layout, “Line
/// Composition Rules for Punctuation Marks” and “Punctuation marks in Chinese”), with GB/T 15834-2011 §5 for where they may stand.
package enum TypographicClass: UInt8, Hashable, Sendable, CaseIterable {
    /// （《「『【〔“‘ and their half-width kin: never last in a line; the ink stands in the right half.
    case openingBracket
    /// ）》」』】〕”’: never first in a line; the ink stands in the left half.
    case closingBracket
    /// ，、；：: never first in a line.
    case pauseMark
    /// 。？！ (and ．): never first in a line, the last to be squeezed.
    case stopMark
    /// · ・ ‧: never first in a line; half an em in Chinese.
    case middleDot
    /// ～ – and the half-width hyphen between words: never first in a line.
    case connector
    /// —, ⸺, ⸻: two in a row are one mark of 2 em, never split, never first.
    case dash
    /// …, ⋯: two in a row are one mark of 2 em, never split, never first.
    case ellipsis
    /// / ／: never first or last in a line.
    case solidus
    /// ￥ ＄ € № before a number: stays with it.
    case numericPrefix
    /// % ‰ ℃ ° after a number: stays with it.
    case numericSuffix
    case digit
    /// Letters of alphabets, with their combining marks.
    case latin
    /// Ideographs, and what behaves like one: circled numbers, units such as ㎡, full-width letters.
    case han
    case kana
    /// A small kana, 々 or ー: never first in a line.
    case smallKana
    case hangul
    case emoji
    /// A space that a line may break at and stretch.
    case space
    /// U+3000, an em wide; typed by hand as an indent.
    case ideographicSpace
    /// U+00A0, U+202F, U+2060: keeps its neighbours together.
    case joiner
    /// Takes no place of its own: combining marks, variation selectors.
    case combining
    /// Half-width punctuation of Latin text, such as , . ; : ? !
    case latinMark
    case symbol

    package var mayBeginLine: Bool {
        switch self {
        case .closingBracket, .pauseMark, .stopMark, .middleDot, .connector, .dash, .ellipsis, .solidus, .numericSuffix,
            .smallKana, .combining, .joiner, .latinMark:
            false
        default: true
        }
    }

    package var mayEndLine: Bool {
        switch self {
        case .openingBracket, .solidus, .numericPrefix, .joiner: false
        default: true
        }
    }

    /// An ideograph or something set like one: a line may break on either side of it.
    package var isIdeographic: Bool {
        switch self {
        case .han, .kana, .smallKana, .ideographicSpace: true
        default: false
        }
    }

    /// A letter or digit that Chinese text keeps a quarter em away from (CLREQ “Mixed Text Composition in
    /// Horizontal Writing Mode”).
    package var isWestern: Bool { self == .latin || self == .digit }
}

extension Unicode.Scalar {
    package var typographicClass: TypographicClass {
        switch value {
        case 0..<0x80: asciiClass
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFD: .han
        case 0xAC00...0xD7A3: .hangul
        case 0x3000...0x303F: cjkMarkClass
        case 0xFF00...0xFFEF: fullWidthClass
        case 0x80...0x2FFF: sharedClass
        case 0x3041...0x30FF, 0x31F0...0x31FF: kanaClass
        case 0xFE30...0xFE4F: verticalFormClass
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: .combining
        case 0x1F000...0x1FAFF: .emoji
        default: isHangul ? .hangul : isCJK ? .han : letterClass
        }
    }

    private var asciiClass: TypographicClass {
        switch self {
        case " ", "\t", "\n", "\r": .space
        case "0"..."9": .digit
        case "a"..."z", "A"..."Z": .latin
        case "(", "[", "{": .openingBracket
        case ")", "]", "}": .closingBracket
        case "%": .numericSuffix
        case "$", "#": .numericPrefix
        case "/": .solidus
        case "-": .connector
        case ",", ".", ";", ":", "?", "!": .latinMark
        default: .symbol
        }
    }

    /// U+3000–303F.
    private var cjkMarkClass: TypographicClass {
        switch value {
        case 0x3000: .ideographicSpace
        case 0x3001: .pauseMark
        case 0x3002: .stopMark
        case 0x3005: .smallKana
        case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0x301D: .openingBracket
        case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B, 0x301E, 0x301F: .closingBracket
        case 0x301C, 0x3030: .connector
        case 0x302A...0x302F: .combining
        default: .han
        }
    }

    /// U+FF00–FFEF.
    private var fullWidthClass: TypographicClass {
        switch value {
        case 0xFF0C, 0xFF1A, 0xFF1B, 0xFF64: .pauseMark
        case 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: .stopMark
        case 0xFF08, 0xFF3B, 0xFF5B, 0xFF5F, 0xFF62: .openingBracket
        case 0xFF09, 0xFF3D, 0xFF5D, 0xFF60, 0xFF63: .closingBracket
        case 0xFF5E, 0xFF0D: .connector
        case 0xFF0F: .solidus
        case 0xFF04, 0xFFE1, 0xFFE5: .numericPrefix
        case 0xFF05, 0xFFE0: .numericSuffix
        case 0xFF65: .middleDot
        case 0xFF66...0xFF9F: .kana
        case 0xFFA0...0xFFDC: .hangul
        default: .han
        }
    }

    /// U+0080–2FFF: letters of many scripts, and the marks that Chinese shares with them.
    private var sharedClass: TypographicClass {
        switch value {
        case 0xB7, 0x2027, 0x2022: .middleDot
        case 0x2018, 0x201C, 0xAB, 0x2039: .openingBracket
        case 0x2019, 0x201D, 0xBB, 0x203A: .closingBracket
        case 0x2014, 0x2015, 0x2E3A, 0x2E3B: .dash
        case 0x2026, 0x22EF, 0x2025: .ellipsis
        case 0x2010, 0x2012, 0x2013: .connector
        case 0x203C, 0x2047...0x2049: .stopMark
        case 0xA3, 0xA5, 0x20AC, 0x2116, 0xB1: .numericPrefix
        case 0x2030, 0x2031, 0x2103, 0x2109, 0xB0, 0x2032, 0x2033, 0xA2: .numericSuffix
        case 0xA0, 0x202F, 0x2011, 0x2060, 0x200D: .joiner
        case 0x2000...0x200B, 0x2028, 0x2029, 0x205F: .space
        case 0x200C, 0x200E, 0x200F, 0x20D0...0x20FF, 0x300...0x36F: .combining
        case 0x2460...0x24FF, 0x2E80...0x2FFF: .han
        case 0x1100...0x11FF: .hangul
        default: letterClass
        }
    }

    private var kanaClass: TypographicClass {
        switch value {
        case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095, 0x3096, 0x309D,
            0x309E,
            0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6,
            0x30FC...0x30FE,
            0x31F0...0x31FF:
            .smallKana
        case 0x3099, 0x309A: .combining
        case 0x30FB: .middleDot
        default: .kana
        }
    }

    /// The presentation forms of vertical text, U+FE30–FE4F.
    private var verticalFormClass: TypographicClass {
        switch value {
        case 0xFE31, 0xFE32: .dash
        case 0xFE30: .ellipsis
        case 0xFE35...0xFE44, 0xFE47, 0xFE48: value % 2 == 1 ? .openingBracket : .closingBracket
        default: .han
        }
    }

    /// Letters, digits and marks by their general category.
    private var letterClass: TypographicClass {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: .latin
        case .decimalNumber: .digit
        case .nonspacingMark, .enclosingMark, .spacingMark, .format: .combining
        case .spaceSeparator: .space
        case .openPunctuation, .initialPunctuation: .openingBracket
        case .closePunctuation, .finalPunctuation: .closingBracket
        default: properties.isEmojiPresentation ? .emoji : .symbol
        }
    }
}
