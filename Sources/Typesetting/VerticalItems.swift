import Drawing

/// Boxes of vertical lines: what stands upright and what lies.
extension ItemBuilder {
    /// The second of two digits that no other digit or letter touches: they stand side by side (纵中横排; CLREQ “Mixed Text
    /// Composition in Vertical Writing Mode”).
    func isSecondOfPair(_ index: Int) -> Bool {
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
    func verticalBox(_ index: Int, _ kind: CharacterClass) -> Paragraph.Item {
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
