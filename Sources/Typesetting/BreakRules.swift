import Drawing

/// Where a line may end (CLREQ “Prohibition Rules for Line Start and Line End”, GB/T 15834-2011 §5.1).
struct BreakRules {
    let shaped: ShapedText
    let classes: [CharacterClass]
    /// How many neighbours of the same class stand before each cluster.
    let runs: [Int32]
    let keepsPhrases: Bool

    /// The cost of ending a line between two boxes, infinite where it is forbidden.
    func cost(from left: Int, to right: Int, spaces: Range<Int32>) -> Double {
        let (a, b) = (classes[left], classes[right])
        if !b.mayBeginLine || !a.mayEndLine || isUnit(left, right) || isQuantity(left, right, spaces) {
            return Gap.forbidden
        }
        // Pango keeps quotation marks with the character before them; Chinese ones may stand first in a line (rule 3).
        let isFree = a.isChinese && b.isChinese || !spaces.isEmpty
        guard isFree || shaped.clusters[right].breakBefore || opensAfterLatin(a, b) else { return Gap.forbidden }
        return keepsPhrases ? phraseCost(left, right) : 0
    }

    /// Set as one: neither broken but in need nor spread (rule 21): —— (7), ……, two of them too (8; GB/T 15834-2011
    /// §5.1.5), ①②③ and numbers with their signs (10).
    func isUnit(_ left: Int, _ right: Int) -> Bool {
        switch (classes[left], classes[right]) {
        case (.dash, .dash), (.ellipsis, .ellipsis), (.enclosed, .enclosed): true
        case (.digit, .postfix), (.prefix, .digit): true
        // 3～5, 5%～10% and 2023—2024.
        case (.connector, .digit), (.connector, .prefix): left > 0 && isNumber(classes[left - 1])
        case (.digit, .connector), (.postfix, .connector):
            right + 1 < classes.count && (classes[right + 1] == .digit || classes[right + 1] == .prefix)
        default: false
        }
    }

    private func isNumber(_ kind: CharacterClass) -> Bool { kind == .digit || kind == .postfix }

    /// Rule 11: a number, a space and a unit (GB/T 3101-1993 §3.4) stay in one line.
    func isQuantity(_ left: Int, _ right: Int, _ spaces: Range<Int32>) -> Bool {
        !spaces.isEmpty && classes[left] == .digit && isUnitSymbol(at: right)
    }

    /// Never parted in any need: the halves of —— (rule 7) and …… (rule 8).
    func isBound(_ left: Int, _ right: Int) -> Bool {
        classes[left] == classes[right] && (classes[left] == .dash || classes[left] == .ellipsis)
            && runs[left] % 2 == 0
    }

    private func opensAfterLatin(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
        b == .opening && !a.isChinese || a.hasSpaceBehind && !b.isChinese
    }

    /// What it costs a headline to cut a phrase.
    static let cutPhrase = 60.0

    /// What it costs beside, to cut a word: more than any unevenness of the lines, less than another line.
    static let cutWord = 150.0

    static func keep(_ words: WordFinder, of shaped: ShapedText, together items: inout [Paragraph.Item]) {
        let text = String(decoding: shaped.text, as: UTF8.self)
        // For each byte, whether a word begins with it.
        var starts = [Bool](repeating: false, count: shaped.text.count)
        var byte = 0
        for (scalar, isStart) in zip(text.unicodeScalars, words.starts(text)) where byte < starts.count {
            starts[byte] = isStart
            byte += UTF8.width(scalar)
        }
        for index in items.indices where items[index].gap.breakCost.isFinite && !items[index].gap.isForced {
            let start = Int(shaped.clusters[Int(items[index].cluster)].byte)
            if !starts[start] { items[index].gap.breakCost += cutWord }
        }
    }

    /// Headlines break between phrases, after a mark, if they can; least of all before a particle, which belongs to the
    /// word before it.
    private func phraseCost(_ left: Int, _ right: Int) -> Double {
        // 、 stands between the parts of one phrase.
        if shaped.clusters[left].scalar == 0x3001 { return Self.cutPhrase / 3 }
        if classes[left].hasSpaceBehind || classes[right] == .opening || classes[left] == .dash { return 0 }
        return BreakRules.particles.contains(shaped.clusters[right].scalar) ? 4 * Self.cutPhrase : Self.cutPhrase
    }

    private static let particles = Set("的地得了着过们吗呢吧啊呀".unicodeScalars.map(\.value))

    private func isUnitSymbol(at start: Int) -> Bool {
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

    /// What it costs to leave the last line of a paragraph a single character (rule 22).
    static let lonelyCharacter = 20_000.0

    /// Rule 22: the last line of a paragraph, and the one before a forced break, has at least two characters beside its
    /// marks (CLREQ “Handling of Widows and Orphans”).
    static func keepLastCharacters(together items: inout [Paragraph.Item]) {
        var company = 0
        for index in items.indices.reversed() {
            if !items[index].kind.isMark { company += 1 }
            if items[index].gap.isForced {
                company = 0
            } else if company < 2, items[index].gap.allowsBreak {
                items[index].gap.breakCost += lonelyCharacter
            }
        }
    }
}
