import Drawing

/// The rules about widths. All in em where nothing else is said; advances are trimmed, so that any font will do.
enum Widths {
    /// Han next to Latin or digits: a quarter em, at least an eighth, at most half (rules 17 and 21; CLREQ “Mixed Text
    /// Composition in Horizontal Writing Mode”, “Procedures for Inter-Character Spacing Reduction” and “… Expansion”).
    static func hanLatin(em: Points) -> Gap {
        Gap(natural: em / 4, shrink: em / 8, squeeze: .hanLatin, stretch: em / 4, expansion: .hanLatin)
    }

    /// A word space: a third of an em among Chinese, at least a quarter, at most half (rule 21; CLREQ as above; JLREQ §3.8.3
    /// and §3.8.4, for the third too).
    static func wordSpace(em: Points, amongChinese: Bool) -> Gap {
        let natural = amongChinese ? em / 3 : em / 4
        return Gap(
            natural: natural, shrink: natural - em / 4, squeeze: .wordSpace, stretch: em / 2 - natural,
            expansion: .wordSpace)
    }

    /// A full-width mark's ink stands in one half of its cell; the box is that half, and the other is part of the gap.
    /// Fonts that put the ink elsewhere (？ in the middle, · anywhere) have it moved into the box.
    static func halfBody(
        _ kind: CharacterClass, ink: ClosedRange<Double>?, advance: Double
    ) -> (width: Double, shift: Double) {
        guard let ink else { return (0.5, 0) }
        let centred = 0.25 - (ink.lowerBound + ink.upperBound) / 2
        switch kind {
        case .interpunct: return (0.5, centred)
        case .opening:
            let shift = 0.5 - advance
            return (0.5, ink.lowerBound + shift < -0.02 ? centred : shift)
        default: return (0.5, ink.upperBound > 0.52 ? centred : 0)
        }
    }

    /// A quotation mark or apostrophe among Latin letters: its ink and a little air (rule 29).
    static func latinQuote(ink: ClosedRange<Double>?, advance: Double) -> (width: Double, shift: Double) {
        guard let ink, advance > 0.8 else { return (advance, 0) }
        let air = 0.05
        return (ink.upperBound - ink.lowerBound + 2 * air, air - ink.lowerBound)
    }

    /// Where the strokes of a 破折号 begin, in em from its left edge: as many as reach over two em without a gap, two or
    /// more, at least one of them in either half.
    static func dashStrokes(ink: ClosedRange<Double>) -> [Double] {
        let air = 0.06
        let stroke = ink.upperBound - ink.lowerBound
        let count = min(4, max(2, Int(((2 - 2 * air) / stroke).rounded(.up))))
        let last = 2 - air - stroke
        return (0..<count).map { air + (last - air) * Double($0) / Double(count - 1) }
    }

    /// The gap between two boxes that touch in the text.
    static func gap(
        _ left: CharacterClass, _ right: CharacterClass, leftEm: Points, rightEm: Points, leftIsNarrow: Bool,
        rightIsNarrow: Bool, leftIsTrimmed: Bool
    ) -> Gap {
        let behind = left.hasSpaceBehind && !leftIsTrimmed ? leftEm / 2 : 0
        let before = right == .opening ? rightEm / 2 : 0
        if behind > 0 || before > 0 {
            return marks(left, right, behind: behind, before: before)
        }
        if isHanLatin(left, right, isNarrow: rightIsNarrow) || isHanLatin(right, left, isNarrow: leftIsNarrow) {
            return hanLatin(em: min(leftEm, rightEm))
        }
        return Gap()
    }

    /// Two adjacent marks share their empty halves: together they take one and a half em (rule 13; CLREQ “Adjustment of
    /// adjacent punctuation marks”). Beside · the empty half goes, because · brings its own air (rule 27).
    private static func marks(
        _ left: CharacterClass, _ right: CharacterClass, behind: Points, before: Points
    ) -> Gap {
        if behind > 0, right.hasSpaceBehind { return Gap() }
        if before > 0, left == .opening { return Gap() }
        if left == .interpunct || right == .interpunct { return Gap() }
        let width = behind > 0 && before > 0 ? min(behind, before) : behind + before
        let squeeze = [behind > 0 ? turn(left) : nil, before > 0 ? Gap.Squeeze.bracket : nil].compactMap { $0 }
            .min { $0.rawValue < $1.rawValue }
        return Gap(natural: width, shrink: width, squeeze: squeeze ?? .bracket)
    }

    /// When a mark gives up its empty half (rule 21; CLREQ “Procedures for Inter-Character Spacing Reduction”).
    private static func turn(_ kind: CharacterClass) -> Gap.Squeeze {
        switch kind {
        case .comma: .comma
        case .stop, .exclamation: .stop
        default: .bracket
        }
    }

    private static func isHanLatin(_ han: CharacterClass, _ latin: CharacterClass, isNarrow: Bool) -> Bool {
        (han == .han || han == .enclosed) && latin.isLatin && isNarrow
    }
}
