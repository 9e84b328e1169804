import Drawing

/// Turns shaped clusters into boxes and gaps. The rules of width live in `Widths`, those of breaking in `BreakRules`.
struct ItemBuilder {
    private let shaped: ShapedText
    private let inlines: [Inline]
    private let fonts: FontBook
    private let rubies: [Paragraph.Ruby]
    private let isVertical: Bool
    private let classes: [CharacterClass]
    private let rules: BreakRules
    /// Paragraphs without Chinese are set with the narrower word space of Latin books.
    private let isChinese: Bool

    init(
        shaped: ShapedText, inlines: [Inline], rubies: [Paragraph.Ruby], fonts: FontBook, style: ParagraphStyle
    ) {
        self.rubies = rubies
        isVertical = style.isVertical
        self.shaped = shaped
        self.inlines = inlines
        self.fonts = fonts
        let classes = Context.classes(of: shaped)
        self.classes = classes
        rules = BreakRules(
            shaped: shaped, classes: classes, runs: Context.placesInRuns(classes), keepsPhrases: style.keepsPhrases)
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
            if isVertical, isSecondOfPair(index) {
                // Two digits share one box.
                items[items.count - 1].clusters = 2
                previous = index
                continue
            }
            var item = isVertical ? verticalBox(index, kind) : box(index, kind)
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
        if !rubies.isEmpty { annotate(&items) }
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
        setStrokes(&item, ink: ink, em: cluster.size, isFirst: isFirst)
    }

    private func setStrokes(_ item: inout Paragraph.Item, ink: ClosedRange<Double>, em: Points, isFirst: Bool) {
        let starts = Widths.dashStrokes(ink: ink).filter { isFirst ? $0 < 1 : $0 >= 1 }
        let shifts = starts.map { ($0 - (isFirst ? 0 : 1) - ink.lowerBound) * em }
        item.shift = shifts.first ?? 0
        item.secondShift = shifts.count > 1 ? shifts[1] : nil
    }

    /// An annotated text stays together and is at least as wide as what stands above it.
    private func annotate(_ items: inout [Paragraph.Item]) {
        var start = 0
        for ruby in rubies {
            while start < items.count, run(of: items[start]) < ruby.run { start += 1 }
            var end = start
            var width = 0.0
            while end < items.count, run(of: items[end]) == ruby.run {
                width += items[end].width + (end > start ? items[end].gap.natural : 0)
                if end > start {
                    items[end].gap.breakCost = Gap.forbidden
                    items[end].gap.spreads = false
                }
                end += 1
            }
            let air = 0.1 * (ruby.shaped.clusters.first?.size ?? 0)
            let lack = ruby.width + 2 * air - width
            if lack > 0, end > start {
                let share = lack / Double(end - start)
                for index in start..<end {
                    items[index].width += share
                    items[index].shift += share / 2
                }
            }
            start = end
        }
    }

    private func run(of item: Paragraph.Item) -> Int32 { shaped.clusters[Int(item.cluster)].run }

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

// MARK: - Vertical lines

extension ItemBuilder {
    /// The second of two digits that no other digit or letter touches: they stand side by side (纵中横排; CLREQ “Mixed Text
    /// Composition in Vertical Writing Mode”).
    private func isSecondOfPair(_ index: Int) -> Bool {
        guard index > 0, classes[index] == .digit, classes[index - 1] == .digit,
            shaped.clusters[index].run == shaped.clusters[index - 1].run
        else { return false }
        return isNumberEdge(index - 2) && isNumberEdge(index + 1)
    }

    private func isNumberEdge(_ index: Int) -> Bool {
        guard classes.indices.contains(index) else { return true }
        switch classes[index] {
        case .digit, .letter, .latinMark, .solidus, .prefix: return false
        case .postfix: return isNarrow(shaped.clusters[index]) ? false : true
        default: return true
        }
    }

    /// A single digit or the first of two.
    private func standsAlone(_ index: Int) -> Bool {
        classes[index] == .digit && isNumberEdge(index - 1)
            && (isNumberEdge(index + 1) || index + 1 < classes.count && isSecondOfPair(index + 1))
    }

    /// Han stand upright, Latin lies; marks take their vertical form if the font has one (GB/T 15834-2011 §5.2).
    private func verticalBox(_ index: Int, _ kind: CharacterClass) -> Paragraph.Item {
        let cluster = shaped.clusters[index]
        let em = cluster.size
        var item = box(index, kind)
        switch kind {
        case .letter, .latinMark, .solidus, .prefix: return item
        case .postfix where isNarrow(cluster): return item
        case .digit:
            guard standsAlone(index) else { return item }
            (item.stance, item.width, item.shift) = (.upright, em, 0)
            // In its cell it is a Chinese character among others: no quarter em beside it.
            item.kind = .han
            return item
        case .opening, .closing, .comma, .stop, .exclamation, .connector, .dash, .ellipsis, .interpunct:
            return verticalMark(item, cluster, index, kind)
        default:
            (item.stance, item.width, item.shift) = (.upright, em, 0)
            return item
        }
    }

    private func verticalMark(
        _ lying: Paragraph.Item, _ cluster: ShapedText.Cluster, _ index: Int, _ kind: CharacterClass
    ) -> Paragraph.Item {
        let em = cluster.size
        guard cluster.glyphCount == 1 else { return lying }
        var item = lying
        let own = shaped.glyphs[Int(cluster.firstGlyph)].id
        let form = VerticalForms.form(of: cluster.scalar).flatMap { fonts.glyph(of: $0, in: cluster.face) }
        guard let glyph = form ?? (kind == .interpunct ? own : nil) else {
            // A font without vertical forms: brackets and dashes are turned, small marks moved into their corner.
            guard kind == .comma || kind == .stop || kind == .exclamation else { return lying }
            (item.stance, item.width, item.shift) = (.raised, em / 2, 0)
            return item
        }
        item.stance = .upright
        item.glyph = glyph
        item.secondShift = nil
        let ink = fonts.inkDown(of: glyph, in: cluster.face)
        switch kind {
        case .ellipsis, .connector: (item.width, item.shift) = (em, 0)
        case .dash:
            item.width = em
            if let ink { setStrokes(&item, ink: ink, em: em, isFirst: rules.runs[index] % 2 == 0) }
        default:
            let body = Widths.halfBody(kind, ink: ink, advance: 1)
            (item.width, item.shift) = (body.width * em, body.shift * em)
        }
        return item
    }
}

/// The vertical forms of marks, by their code points in Unicode: ， is ︐, （ is ︵. Quotation marks are ﹃ ﹄ and ﹁ ﹂.
package enum VerticalForms {
    package static func form(of scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0xFF0C: 0xFE10
        case 0x3001: 0xFE11
        case 0x3002: 0xFE12
        case 0xFF1A: 0xFE13
        case 0xFF1B: 0xFE14
        case 0xFF01: 0xFE15
        case 0xFF1F: 0xFE16
        case 0x3016, 0x3017: scalar - 0x3016 + 0xFE17
        case 0x2026: 0xFE19
        case 0x2014: 0xFE31
        case 0x2013: 0xFE32
        case 0xFF08, 0xFF09: scalar - 0xFF08 + 0xFE35
        case 0xFF5B: 0xFE37
        case 0xFF5D: 0xFE38
        case 0x3014, 0x3015: scalar - 0x3014 + 0xFE39
        case 0x3010, 0x3011: scalar - 0x3010 + 0xFE3B
        case 0x300A, 0x300B: scalar - 0x300A + 0xFE3D
        case 0x3008, 0x3009: scalar - 0x3008 + 0xFE3F
        case 0x300C...0x300F: scalar - 0x300C + 0xFE41
        case 0x2018, 0x2019: scalar - 0x2018 + 0xFE41
        case 0x201C, 0x201D: scalar - 0x201C + 0xFE43
        case 0xFF3B: 0xFE47
        case 0xFF3D: 0xFE48
        default: nil
        }
    }

    /// Every form, for font books of vertical texts.
    package static let all: [Unicode.Scalar] =
        (Array(0xFE10...0xFE19) + Array(0xFE31...0xFE44) + [0xFE47, 0xFE48]).compactMap { Unicode.Scalar(UInt32($0)) }
}

/// Classes that depend on the neighbours.
enum Context {
    static func classes(of shaped: ShapedText) -> [CharacterClass] {
        var classes = shaped.clusters.map { cluster in
            let kind = CharacterClass(cluster.scalar)
            // A space with a mark upon it is a character.
            return (kind == .space || kind == .wideSpace)
                && cluster.length > (cluster.scalar < 0x80 ? 1 : cluster.scalar < 0x800 ? 2 : 3)
                ? .letter : kind
        }
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

    /// Quotation marks are Latin when no Chinese stands between them or at either side (rule 29); an apostrophe is.
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
