import Drawing

/// Turns shaped clusters into boxes and gaps. The rules of width live in `Widths`, those of breaking in `BreakRules`.
struct ItemBuilder {
    private let shaped: ShapedText
    private let inlines: [Inline]
    private let fonts: FontBook
    private let keepsPhrases: Bool
    private let classes: [CharacterClass]
    private let rules: BreakRules
    /// Paragraphs without Chinese are set with the narrower word space of Latin books.
    private let isChinese: Bool

    init(shaped: ShapedText, inlines: [Inline], fonts: FontBook, keepsPhrases: Bool) {
        self.shaped = shaped
        self.inlines = inlines
        self.fonts = fonts
        self.keepsPhrases = keepsPhrases
        let classes = Context.classes(of: shaped)
        self.classes = classes
        rules = BreakRules(
            shaped: shaped, classes: classes, runs: Context.placesInRuns(classes), keepsPhrases: keepsPhrases)
        isChinese = classes.contains(.han)
    }

    func items() -> [Paragraph.Item] {
        var items: [Paragraph.Item] = []
        items.reserveCapacity(shaped.clusters.count)
        var spaces: Range<Int32> = 0..<0
        var isForced = false
        var previous: Int?
        for index in shaped.clusters.indices {
            let kind = classes[index]
            if kind == .lineEnd || kind == .space || kind == .wideSpace {
                isForced = isForced || kind == .lineEnd
                spaces = (spaces.isEmpty ? Int32(index) : spaces.lowerBound)..<Int32(index + 1)
                continue
            }
            var item = box(index, kind)
            if let previous, let before = items.last {
                item.gap = gap(after: before, previous, before: item, index, spaces)
                item.gap.spaces = spaces
                item.gap.isForced = isForced
                item.gap.breakCost = isForced ? 0 : rules.cost(from: previous, to: index, spaces: spaces)
                item.gap.isBound = rules.isBound(previous, index)
            }
            items.append(item)
            previous = index
            spaces = 0..<0
            isForced = false
        }
        BreakRules.keepLastCharacters(together: &items)
        return items
    }

    private func box(_ index: Int, _ kind: CharacterClass) -> Paragraph.Item {
        let cluster = shaped.clusters[index]
        var item = Paragraph.Item(
            cluster: Int32(index), kind: kind, width: cluster.advance, shift: 0, gap: Gap(breakCost: 0))
        if kind == .dash, cluster.scalar == 0x2014 {
            setDash(&item, cluster, isFirst: rules.runs[index] % 2 == 0)
            return item
        }
        // Rule 8: … is an em wide in every font, its dots in the middle.
        if kind == .ellipsis {
            item.width = cluster.size
            item.shift = (cluster.size - cluster.advance) / 2
            return item
        }
        let isHalved = kind.isFullWidthMark || kind == .interpunct
        let isLatinQuote = kind == .latinMark && (0x2018...0x201D).contains(cluster.scalar)
        guard isHalved || isLatinQuote, cluster.glyphCount == 1 else { return item }
        let ink = fonts.ink(of: shaped.glyphs[Int(cluster.firstGlyph)].id, in: cluster.face)
        let body =
            isLatinQuote
            ? Widths.latinQuote(ink: ink, advance: cluster.advance / cluster.size)
            : Widths.halfBody(kind, ink: ink, advance: cluster.advance / cluster.size)
        item.width = body.width * cluster.size
        item.shift = body.shift * cluster.size
        return item
    }

    /// Rule 7: two dashes are one line of two em. Many fonts draw a dash shorter than its em: then its strokes overlap until
    /// they reach from end to end.
    private func setDash(_ item: inout Paragraph.Item, _ cluster: ShapedText.Cluster, isFirst: Bool) {
        item.width = cluster.size
        guard cluster.glyphCount == 1,
            let ink = fonts.ink(of: shaped.glyphs[Int(cluster.firstGlyph)].id, in: cluster.face)
        else { return }
        let starts = Widths.dashStrokes(ink: ink).filter { isFirst ? $0 < 1 : $0 >= 1 }
        let shifts = starts.map { ($0 - (isFirst ? 0 : 1) - ink.lowerBound) * cluster.size }
        item.shift = shifts.first ?? 0
        item.secondShift = shifts.count > 1 ? shifts[1] : nil
    }

    private func gap(
        after left: Paragraph.Item, _ leftIndex: Int, before right: Paragraph.Item, _ rightIndex: Int,
        _ spaces: Range<Int32>
    ) -> Gap {
        let (a, b) = (shaped.clusters[leftIndex], shaped.clusters[rightIndex])
        let isCode = inlines[Int(a.run)].marks.contains(.code) && inlines[Int(b.run)].marks.contains(.code)
        if isCode {
            var gap = Gap()
            for space in spaces { gap.natural += shaped.clusters[Int(space)].advance }
            return gap
        }
        let trimsBehind = left.kind == .exclamation && isEvenRun(endingAt: leftIndex)
        var gap = Widths.gap(
            left.kind, right.kind, leftEm: a.size, rightEm: b.size, leftIsNarrow: isNarrow(a),
            rightIsNarrow: isNarrow(b), leftIsTrimmed: trimsBehind)
        if !spaces.isEmpty { widen(&gap, left.kind, right.kind, spaces, em: min(a.size, b.size)) }
        gap.spreads =
            (left.kind.isChinese || right.kind.isChinese || !spaces.isEmpty) && !rules.isUnit(leftIndex, rightIndex)
        if rules.isQuantity(leftIndex, rightIndex, spaces) { gap.spreads = false }
        return gap
    }

    /// Not set in a full-width cell, as % is and ℃ is not.
    private func isNarrow(_ cluster: ShapedText.Cluster) -> Bool {
        cluster.scalar < 0x2000 || cluster.advance < 0.8 * cluster.size
    }

    /// Typed spaces: between Han and Latin they are the space that stands there anyway, beside marks they go.
    private func widen(
        _ gap: inout Gap, _ left: CharacterClass, _ right: CharacterClass, _ spaces: Range<Int32>, em: Points
    ) {
        // A zero-width space only says where a line may end.
        if spaces.allSatisfy({ shaped.clusters[Int($0)].scalar == 0x200B }) { return }
        let wide = spaces.filter { classes[Int($0)] == .wideSpace }.count
        if wide > 0 {
            gap = Gap(natural: Double(wide) * em)
            return
        }
        guard !left.isFullWidthMark, !right.isFullWidthMark else { return }
        if (left.isChinese && !right.isChinese) || (right.isChinese && !left.isChinese) {
            gap = Widths.hanLatin(em: em)
        } else {
            gap = Widths.wordSpace(em: em, amongChinese: isChinese)
        }
    }

    /// Whether an even number of ？ and ！ ends at a cluster (rule 28).
    private func isEvenRun(endingAt index: Int) -> Bool {
        let isEnd = index + 1 >= classes.count || classes[index + 1] != .exclamation
        return isEnd && rules.runs[index] % 2 == 1
    }
}

/// Classes that depend on the neighbours.
enum Context {
    static func classes(of shaped: ShapedText) -> [CharacterClass] {
        var classes = shaped.clusters.map { CharacterClass($0.scalar) }
        if !classes.contains(.han), classes.contains(.letter) {
            setLatin(&classes, shaped)
        } else {
            pairDashes(&classes, shaped)
            findLatinQuotes(&classes, shaped)
        }
        return classes
    }

    /// How many neighbours of the same class stand before each.
    static func placesInRuns(_ classes: [CharacterClass]) -> [Int32] {
        var places = [Int32](repeating: 0, count: classes.count)
        for index in classes.indices.dropFirst() where classes[index] == classes[index - 1] {
            places[index] = places[index - 1] + 1
        }
        return places
    }

    /// In a text without Chinese, the marks that it shares with Chinese are Latin ones (rule 29).
    private static func setLatin(_ classes: inout [CharacterClass], _ shaped: ShapedText) {
        for index in classes.indices where shaped.clusters[index].scalar < 0x3000 && classes[index].isChineseMark {
            classes[index] = .latinMark
        }
    }

    /// Two em dashes are one 破折号 (rule 7).
    private static func pairDashes(_ classes: inout [CharacterClass], _ shaped: ShapedText) {
        for index in classes.indices.dropFirst()
        where shaped.clusters[index].scalar == 0x2014 && shaped.clusters[index - 1].scalar == 0x2014 {
            classes[index - 1] = .dash
            classes[index] = .dash
        }
    }

    /// Quotation marks are Latin when no Chinese stands between them or at either side (rule 29; CLREQ on quotation marks); an apostrophe
    /// is.
    private static func findLatinQuotes(_ classes: inout [CharacterClass], _ shaped: ShapedText) {
        var double: [Int] = []
        var single: [Int] = []
        func close(_ start: Int?, at index: Int) {
            guard let start else { return }
            let isChinese =
                classes[(start + 1)..<index].contains(.han) || isChineseNeighbour(classes, start, step: -1)
                || isChineseNeighbour(classes, index, step: 1)
            guard !isChinese else { return }
            classes[start] = .latinMark
            classes[index] = .latinMark
        }
        for index in classes.indices {
            switch shaped.clusters[index].scalar {
            case 0x201C: double.append(index)
            case 0x2018: single.append(index)
            case 0x2019 where isLetter(classes, index - 1) && (single.isEmpty || isLetter(classes, index + 1)):
                classes[index] = .latinMark
            case 0x2019: close(single.popLast(), at: index)
            case 0x201D: close(double.popLast(), at: index)
            default: break
            }
        }
    }

    private static func isLetter(_ classes: [CharacterClass], _ index: Int) -> Bool {
        classes.indices.contains(index) && classes[index] == .letter
    }

    /// What stands beside a quotation mark, typed spaces passed over; at the paragraph's edge, Chinese.
    private static func isChineseNeighbour(_ classes: [CharacterClass], _ index: Int, step: Int) -> Bool {
        var index = index + step
        while classes.indices.contains(index), classes[index] == .space { index += step }
        return !classes.indices.contains(index) || classes[index].isChinese
    }
}
