import Chinese

/// A character in the direction of its line: `start` and `end` along it, `base` across it, all in points.
struct Box: Sendable {
    var scalar: Unicode.Scalar
    /// As it stands in the text layer.
    var written: UInt32 = 0
    var kind: Kind
    var start: Double
    /// Where the pen goes on; for a full-width mark this is behind the empty half of its cell.
    var end: Double
    var base: Double
    /// The em.
    var size: Double
    var font: Int32
    /// A space was written, or MuPDF found one, before the character.
    var isSpaced = false

    var advance: Double { end - start }

    /// What a character is to the checklist.
    enum Kind: Sendable {
        case han, letter, digit
        /// ①②③
        case enclosed
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
        case interpunct
        /// ～ – and a single —
        case connector
        /// Half of ——
        case dash
        /// Half of ……
        case ellipsis
        case solidus
        /// ￥ $ № before a number
        case prefix
        /// % ℃ ‰ after a number
        case suffix
        /// • ● ﹅: list markers and the dots of emphasis
        case dot
        /// Latin punctuation, symbols, pictures.
        case other
    }

    /// A mark whose ink takes one half of a full-width cell.
    var isFullWidthMark: Bool {
        switch kind {
        case .opening, .closing, .comma, .stop, .exclamation: advance > 0.8 * size
        default: false
        }
    }

    /// Where the ink of a full-width mark begins, of anything else the cell.
    var inkStart: Double { kind == .opening && isFullWidthMark ? start + size / 2 : start }

    /// Never first in a line, whatever stands before.
    var isClosingMark: Bool {
        switch kind {
        case .closing, .comma, .stop, .exclamation: true
        default: false
        }
    }

    /// Set in a cell of its own.
    var isHan: Bool { kind == .han }
    var isWestern: Bool { kind == .letter || kind == .digit }

    init(_ scalar: Unicode.Scalar, start: Double, end: Double, base: Double, size: Double, font: Int32) {
        self.scalar = scalar
        kind = Kind(scalar)
        self.start = start
        self.end = end
        self.base = base
        self.size = size
        self.font = font
    }
}

extension Box.Kind {
    /// By the character alone; `TextLine` corrects dashes and quotation marks by their neighbours.
    init(_ scalar: Unicode.Scalar) {
        let isNarrow = scalar.value < 0x2000
        switch scalar.typographicClass {
        case .han, .kana, .smallKana, .hangul:
            self = (0x2460...0x24FF).contains(scalar.value) ? .enclosed : .han
        case .latin, .combining: self = .letter
        case .digit: self = .digit
        case .openingBracket: self = isNarrow ? .other : .opening
        case .closingBracket: self = isNarrow ? .other : .closing
        case .pauseMark: self = .comma
        case .stopMark: self = [0x3002, 0xFF0E, 0xFF61].contains(scalar.value) ? .stop : .exclamation
        case .middleDot: self = scalar.value == 0x2022 ? .dot : .interpunct
        case .connector: self = scalar.value < 0x80 ? .other : .connector
        case .dash: self = .connector
        case .ellipsis: self = .ellipsis
        case .solidus: self = .solidus
        case .numericPrefix: self = scalar == "#" || scalar == "±" ? .other : .prefix
        case .numericSuffix: self = .suffix
        case .emoji, .joiner, .latinMark, .space, .ideographicSpace: self = .other
        case .symbol: self = [0x25CF, 0x25CB, 0x25E6, 0x2219, 0xFE45, 0xFE46].contains(scalar.value) ? .dot : .other
        }
    }
}
