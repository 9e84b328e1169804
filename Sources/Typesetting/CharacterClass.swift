import Chinese

/// What a character is for composition: the marks of CLREQ and what else our rules tell apart.
enum CharacterClass: UInt8, Sendable {
    /// Han and all else that stands in a full-width cell and may be broken on both sides.
    case han
    case letter, digit
    /// Latin punctuation and symbols.
    case latinMark
    /// A typed space: glue, never drawn at a line's end. (A no-break space is a box like a letter.)
    case space
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
    /// Half of ——; which half, says its place in the run
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

    /// The class by the character alone; `Context` corrects it by the neighbours.
    init(_ scalar: UInt32) {
        if (0x4E00...0x9FFF).contains(scalar) {
            self = .han
            return
        }
        let isASCII = scalar < 0x80
        switch Unicode.Scalar(scalar)?.typographicClass ?? .symbol {
        case .openingBracket: self = isASCII || scalar < 0x2000 ? .latinMark : .opening
        case .closingBracket: self = isASCII || scalar < 0x2000 ? .latinMark : .closing
        case .pauseMark: self = .comma
        case .stopMark: self = [0x3002, 0xFF0E, 0xFF61].contains(scalar) ? .stop : .exclamation
        case .middleDot: self = .interpunct
        case .connector: self = isASCII ? .latinMark : .connector
        case .dash: self = scalar == 0x2E3A ? .dash : .connector
        case .ellipsis: self = .ellipsis
        case .solidus: self = .solidus
        case .numericPrefix: self = scalar == 0x23 || scalar == 0xB1 ? .latinMark : .prefix
        case .numericSuffix: self = .postfix
        case .digit: self = .digit
        case .latin, .combining: self = .letter
        case .han, .kana, .smallKana, .hangul, .emoji:
            self = (0x2460...0x24FF).contains(scalar) || (0x2776...0x2793).contains(scalar) ? .enclosed : .han
        case .space: self = [0x0A, 0x0D, 0x2028, 0x2029].contains(scalar) ? .lineEnd : .space
        case .ideographicSpace: self = .wideSpace
        case .joiner: self = .latinMark
        case .latinMark: self = .latinMark
        case .symbol: self = scalar < 0x2000 ? .latinMark : .han
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

    /// Never first in a line: stops and commas (row 1), closing marks (2), · (4), ～ and — (5), / (6), a unit sign (10).
    var mayBeginLine: Bool {
        switch self {
        case .comma, .stop, .exclamation, .closing, .interpunct, .connector, .solidus, .postfix: false
        default: true
        }
    }

    /// Never last in a line: opening marks (row 3), / (6), a currency sign (10).
    var mayEndLine: Bool { self != .opening && self != .solidus && self != .prefix }

    /// A mark that is no part of a word: it does not keep a last line company (row 22).
    var isMark: Bool { isChineseMark || self == .latinMark || self == .solidus }

    /// Set in cells: a line may be broken and spread beside it.
    var isChinese: Bool { self == .han || self == .enclosed || isChineseMark }
}
