import Chinese

/// Line ends inside a paragraph. A browser shows each as a space; between Chinese characters none is wanted.
///
/// W is an East Asian wide or full-width character that is neither Hangul nor emoji, Q one of “ ” ‘ ’ … — ·. The break is
/// dropped between two W, between W and Q, and between a full-width mark and a Latin word. Between Latin words, between
/// Han and Latin, and in Korean it stays a space.
enum SoftBreaks {
    static func drop(in content: InlineContent, of text: [UInt8], _ edits: inout InlineEdits) {
        for (index, leaf) in content.leaves.enumerated() where leaf.kind == .softBreak {
            let before = side(of: content.neighbour(beforeLeaf: index, of: text), before: index, content, text, edits)
            let behind = side(of: content.neighbour(behindLeaf: index, of: text), behind: index, content, text, edits)
            if isDropped(before, behind) { edits.droppedBreaks.append(leaf.node) }
        }
    }

    private enum Side {
        case wide
        /// A full-width punctuation mark, which is wide too.
        case mark
        /// Q: shared with Latin text.
        case shared
        case latin
        case other
    }

    private static func isDropped(_ before: Side, _ behind: Side) -> Bool {
        switch (before, behind) {
        case (.wide, .wide), (.wide, .mark), (.mark, .wide), (.mark, .mark): true
        case (.wide, .shared), (.mark, .shared), (.shared, .wide), (.shared, .mark): true
        case (.mark, .latin), (.latin, .mark): true
        default: false
        }
    }

    private static func side(
        of neighbour: Neighbour, before index: Int, _ content: InlineContent, _ text: [UInt8], _ edits: InlineEdits
    ) -> Side {
        if let end = content.leaves[..<index].last(where: { !$0.range.isEmpty })?.range.upperBound,
            let new = edits.replacement(endingAt: end)
        {
            return side(of: .scalar(new.scalar))
        }
        return side(of: neighbour)
    }

    private static func side(
        of neighbour: Neighbour, behind index: Int, _ content: InlineContent, _ text: [UInt8], _ edits: InlineEdits
    ) -> Side {
        if let start = content.leaves[(index + 1)...].first(where: { !$0.range.isEmpty })?.range.lowerBound,
            let new = edits.replacement(startingAt: start)
        {
            return side(of: .scalar(new.scalar))
        }
        return side(of: neighbour)
    }

    private static func side(of neighbour: Neighbour) -> Side {
        switch neighbour {
        case .edge, .softBreak: return .other
        case .code: return .latin
        case .scalar(let scalar):
            switch scalar {
            case "“", "”", "‘", "’", "…", "—", "·": return .shared
            case _ where scalar.isHangul || scalar.isEmoji: return .other
            case _ where scalar.isWide: return scalar.isMarkdownPunctuation ? .mark : .wide
            default: return scalar.typographicClass.isWestern ? .latin : .other
            }
        }
    }
}
