import Drawing

/// Turns shaped clusters into boxes and gaps. The rules of width live in `Widths`, those of breaking in `BreakRules`.
struct ItemBuilder {
    let shaped: ShapedText
    /// Of each inline: set as code.
    private let isCode: [Bool]
    let fonts: FontBook
    private let rubies: [Paragraph.Ruby]
    private let isVertical: Bool
    let classes: [CharacterClass]
    let rules: BreakRules
    /// Paragraphs without Chinese are set with the narrower word space of Latin books.
    private let isChinese: Bool

    init(
        shaped: ShapedText, inlines: [Inline], rubies: [Paragraph.Ruby], fonts: FontBook, style: ParagraphStyle
    ) {
        self.rubies = rubies
        isVertical = style.isVertical
        self.shaped = shaped
        isCode = inlines.map { $0.marks.contains(.code) }
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

    func box(_ index: Int, _ kind: CharacterClass) -> Paragraph.Item {
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

    func setStrokes(_ item: inout Paragraph.Item, ink: ClosedRange<Double>, em: Points, isFirst: Bool) {
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
        if isCode[Int(a.run)], isCode[Int(b.run)] {
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
    func isNarrow(_ cluster: ShapedText.Cluster) -> Bool {
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
