import Drawing

/// Where a line may end (CLREQ §6.1.1 and GB/T 15834-2011 §5.1).
struct BreakRules {
    let shaped: ShapedText
    let classes: [CharacterClass]
    let keepsPhrases: Bool

    /// The cost of ending a line between two boxes, infinite where it is forbidden.
    func cost(from left: Int, to right: Int, spaces: Range<Int32>) -> Double {
        let (a, b) = (classes[left], classes[right])
        if mayNotBegin(b) || mayNotEnd(a) || belongTogether(left, right, spaces) { return Gap.forbidden }
        // Pango keeps quotation marks with the character before them; Chinese ones may stand first in a line (rule 3).
        let isFree = a.isChinese && b.isChinese || !spaces.isEmpty
        guard isFree || shaped.clusters[right].breakBefore || opensAfterLatin(a, b) else { return Gap.forbidden }
        return keepsPhrases ? phraseCost(left, right) : 0
    }

    /// Never first in a line: closing marks and stops (rules 1 and 2), · (4), ～ and — (5), / (6), a unit sign (10).
    private func mayNotBegin(_ kind: CharacterClass) -> Bool {
        switch kind {
        case .comma, .stop, .exclamation, .closing, .interpunct, .connector, .solidus, .postfix: true
        default: false
        }
    }

    /// Never last in a line: opening marks (rule 3), / (6), a currency sign (10).
    private func mayNotEnd(_ kind: CharacterClass) -> Bool {
        kind == .opening || kind == .solidus || kind == .prefix
    }

    private func belongTogether(_ left: Int, _ right: Int, _ spaces: Range<Int32>) -> Bool {
        let (a, b) = (classes[left], classes[right])
        if isBound(left, right) { return true }
        // Rule 10: ①②③ stay in one line.
        if a == .enclosed, b == .enclosed { return true }
        // Rule 10: 3～5 and 2023—2024 stay whole.
        if a == .connector, b == .digit, left > 0, classes[left - 1] == .digit { return true }
        return !spaces.isEmpty && a == .digit && isUnit(at: right)
    }

    /// Never parted in any need: —— (rule 7) and …… (rule 8).
    func isBound(_ left: Int, _ right: Int) -> Bool {
        classes[left] == classes[right] && (classes[left] == .dash || classes[left] == .ellipsis)
    }

    private func opensAfterLatin(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
        b == .opening && !a.isChinese || a.hasSpaceBehind && !b.isChinese
    }

    /// What it costs a headline to cut a phrase.
    static let cutPhrase = 60.0

    /// Headlines break between phrases, after a mark, if they can; least of all before a particle, which belongs to the
    /// word before it.
    private func phraseCost(_ left: Int, _ right: Int) -> Double {
        if classes[left].hasSpaceBehind || classes[right] == .opening || classes[left] == .dash { return 0 }
        return BreakRules.particles.contains(shaped.clusters[right].scalar) ? 4 * Self.cutPhrase : Self.cutPhrase
    }

    private static let particles = Set("的地得了着过们吗呢吧啊呀".unicodeScalars.map(\.value))

    /// Rule 11: a number, a space and a unit stay in one line.
    private func isUnit(at start: Int) -> Bool {
        var word: [UInt8] = []
        var index = start
        while index < classes.count, classes[index] == .letter || classes[index] == .postfix, word.count < 12 {
            let cluster = shaped.clusters[index]
            word += shaped.text[Int(cluster.byte)..<Int(cluster.byte + cluster.length)]
            index += 1
        }
        return BreakRules.units.contains(String(decoding: word, as: UTF8.self))
    }

    private static let units: Set<String> = [
        "m", "km", "cm", "mm", "μm", "nm", "g", "kg", "mg", "t", "L", "mL", "ml", "s", "ms", "min", "h", "d", "V", "kV",
        "A", "mA", "W", "kW", "kWh", "MW", "Hz", "kHz", "MHz", "GHz", "Pa", "kPa", "MPa", "J", "kJ", "K", "°C", "℃",
        "B",
        "KB", "kB", "MB", "GB", "TB", "Mbps", "Gbps", "bps", "px", "pt", "em", "dpi", "ppi", "dB", "mol", "lx", "N",
        "Ω", "RMB", "CNY", "USD", "GSM", "gsm",
    ]

    /// Rule 22: the last line of a paragraph has at least two Han characters.
    func keepLastCharacters(together items: inout [Paragraph.Item]) {
        guard let last = items.lastIndex(where: { $0.kind == .han }), last > 0, items[last - 1].kind == .han else {
            return
        }
        let isEnd = items[(last + 1)...].allSatisfy { $0.kind.isChineseMark }
        if isEnd, items[last].gap.allowsBreak, !items[last].gap.isForced { items[last].gap.breakCost += 20_000 }
    }
}
