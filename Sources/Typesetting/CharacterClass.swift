/// What a character is for composition (CLREQ §3.1, GB/T 15834-2011 §5.1).
enum CharacterClass: UInt8, Sendable {
    /// Han and all else that stands in a full-width cell and may be broken on both sides.
    case han
    case letter, digit
    /// Latin punctuation and symbols.
    case latinMark
    /// A typed space: glue, never drawn at a line's end.
    case space
    /// A space that holds the words together.
    case fixedSpace
    /// U+3000.
    case wideSpace
    /// （《「『【〔“‘
    case opening
    /// ）》」』】〕”’
    case closing
    /// ，、；：
    case comma
    /// 。．
    case stop
    /// ？！
    case exclamation
    /// · between the parts of a name
    case interpunct
    /// ～ – and a single —
    case connector
    /// Half of ——
    case dash
    /// Half of ……
    case ellipsis
    case solidus
    /// ￥ ＄ № before a number
    case prefix
    /// % ℃ ‰ after a number
    case postfix
    /// ①②③
    case enclosed
    case lineEnd

    init(_ scalar: UInt32) {
        switch scalar {
        case 0x4E00...0x9FFF: self = .han
        case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: self = .lineEnd
        case 0x20, 0x09: self = .space
        case 0xA0, 0x202F: self = .fixedSpace
        case 0x3000: self = .wideSpace
        case 0x30...0x39: self = .digit
        case 0x2F, 0xFF0F: self = .solidus
        case 0x24, 0xA3, 0xA5, 0x20AC, 0x2116, 0xFF04, 0xFFE5, 0xFFE1: self = .prefix
        case 0x25, 0xB0, 0x2030, 0x2031, 0x2103, 0x2109, 0x2032, 0x2033, 0xFF05: self = .postfix
        case 0x21...0x2E, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: self = .latinMark
        case 0x41...0x5A, 0x61...0x7A: self = .letter
        case 0xFF08, 0x300A, 0x3008, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x201C, 0x2018, 0xFF3B, 0xFF5B, 0x301D:
            self = .opening
        case 0xFF09, 0x300B, 0x3009, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x201D, 0x2019, 0xFF3D, 0xFF5D, 0x301E,
            0x301F:
            self = .closing
        case 0xFF0C, 0x3001, 0xFF1B, 0xFF1A: self = .comma
        case 0x3002, 0xFF0E, 0xFF61: self = .stop
        case 0xFF1F, 0xFF01: self = .exclamation
        case 0xB7, 0x30FB, 0x2027, 0x2022: self = .interpunct
        case 0xFF5E, 0x301C, 0x2013, 0x2014, 0x2015, 0xFF0D: self = .connector
        case 0x2E3A: self = .dash
        case 0x2026, 0x22EF: self = .ellipsis
        case 0x2460...0x24FF, 0x2776...0x2793: self = .enclosed
        case 0xA1...0x02FF, 0x0370...0x1FFF, 0x2070...0x209F, 0x2100...0x214F: self = .letter
        case 0x2000...0x206F: self = .latinMark
        default: self = .han
        }
    }

    /// A mark with half an em of space on one side, which rules 13 to 16 take away.
    var isFullWidthMark: Bool {
        switch self {
        case .opening, .closing, .comma, .stop, .exclamation: true
        default: false
        }
    }

    /// The space of the cell lies behind the ink.
    var hasSpaceBehind: Bool { isFullWidthMark && self != .opening }

    /// Chinese punctuation of any width: no Han–Latin space beside it (rule 17).
    var isChineseMark: Bool {
        switch self {
        case .opening, .closing, .comma, .stop, .exclamation, .interpunct, .connector, .dash, .ellipsis, .wideSpace:
            true
        default: false
        }
    }

    /// Takes the Han–Latin space when next to Han.
    var isLatin: Bool {
        switch self {
        case .letter, .digit, .postfix, .prefix: true
        default: false
        }
    }

    /// Set in cells: a line may be broken and spread beside it.
    var isChinese: Bool { self == .han || self == .enclosed || isChineseMark }
}
