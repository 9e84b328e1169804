import Chinese

/// The inline nodes of one paragraph, heading, cell or caption as a row of leaves, so that a rule can look at the
/// characters around a place whatever emphasis or links stand between.
struct InlineContent {
    struct Leaf {
        enum Kind {
            case text, code, html, softBreak, lineBreak
        }
        let node: NodeID
        let kind: Kind
        let range: Range<Int>
        /// Text with ASCII in it: without any it holds no mark of Markdown, no address and nothing in braces.
        let holdsASCII: Bool
        /// Inside a link or an image, where no other link can stand.
        let isLinked: Bool
    }

    let container: NodeID
    let leaves: [Leaf]
    /// Any CJK character in its text or code: without one no rule applies.
    let isChinese: Bool

    init(of container: NodeID, in builder: DocumentBuilder) {
        self.container = container
        var leaves: [Leaf] = []
        var isChinese = false
        var linkEnd = container
        var id = container + 1
        leaves.reserveCapacity(builder.nodes.count - id)
        while id < builder.nodes.count {
            let node = builder.nodes[id]
            if id > linkEnd, let end = Self.endOfLink(node, id, in: builder) { linkEnd = end }
            if let kind = Self.leafKind(of: node.kind) {
                let range = node.literal.range
                let holdsASCII = kind == .text && builder.holdsASCII(in: range)
                leaves.append(
                    Leaf(node: id, kind: kind, range: range, holdsASCII: holdsASCII, isLinked: id <= linkEnd))
                if !isChinese, kind == .text || kind == .code { isChinese = builder.hasCJK(in: range) }
            }
            id += 1
        }
        self.leaves = leaves
        self.isChinese = isChinese
    }

    private static func leafKind(of kind: Node.Kind) -> Leaf.Kind? {
        switch kind {
        case .text: .text
        case .code: .code
        case .htmlInline: .html
        case .softBreak: .softBreak
        case .lineBreak: .lineBreak
        default: nil
        }
    }

    /// The last node inside a link or an image; nil for other nodes.
    private static func endOfLink(_ node: Node, _ id: NodeID, in builder: DocumentBuilder) -> NodeID? {
        switch node.kind {
        case .link, .image: break
        default: return nil
        }
        var last = id
        while builder.nodes[last].lastChild >= 0 { last = Int(builder.nodes[last].lastChild) }
        return last
    }
}

/// A character beside a place, as the rules see it.
enum Neighbour: Equatable {
    case scalar(Unicode.Scalar)
    /// The beginning or end of the content, or a line break that stays.
    case edge
    /// A soft break: a space, or nothing.
    case softBreak
    /// Code or raw HTML, which count as Latin.
    case code

    var scalar: Unicode.Scalar? {
        guard case .scalar(let scalar) = self else { return nil }
        return scalar
    }

    var isCJK: Bool { scalar?.isCJK ?? false }

    var isSpace: Bool {
        switch self {
        case .edge, .softBreak: true
        case .scalar(let scalar): scalar.isMarkdownSpace
        case .code: false
        }
    }
}

extension InlineContent {
    /// What stands before a byte of a text leaf.
    func neighbour(before offset: Int, inLeaf index: Int, of text: [UInt8]) -> Neighbour {
        if offset > leaves[index].range.lowerBound { return .scalar(UTF8Text.scalar(in: text, before: offset).scalar) }
        return neighbour(beforeLeaf: index, of: text)
    }

    /// What stands behind a byte of a text leaf.
    func neighbour(behind offset: Int, inLeaf index: Int, of text: [UInt8]) -> Neighbour {
        if offset < leaves[index].range.upperBound { return .scalar(UTF8Text.scalar(in: text, at: offset).scalar) }
        return neighbour(behindLeaf: index, of: text)
    }

    func neighbour(beforeLeaf index: Int, of text: [UInt8]) -> Neighbour {
        for leaf in leaves[..<index].reversed() {
            switch leaf.kind {
            case .text where leaf.range.isEmpty: continue
            case .text: return .scalar(UTF8Text.scalar(in: text, before: leaf.range.upperBound).scalar)
            case .code, .html: return .code
            case .softBreak: return .softBreak
            case .lineBreak: return .edge
            }
        }
        return .edge
    }

    func neighbour(behindLeaf index: Int, of text: [UInt8]) -> Neighbour {
        for leaf in leaves[(index + 1)...] {
            switch leaf.kind {
            case .text where leaf.range.isEmpty: continue
            case .text: return .scalar(UTF8Text.scalar(in: text, at: leaf.range.lowerBound).scalar)
            case .code, .html: return .code
            case .softBreak: return .softBreak
            case .lineBreak: return .edge
            }
        }
        return .edge
    }
}

extension DocumentBuilder {
    func holdsASCII(in range: Range<Int>) -> Bool {
        let bytes = text.span.extracting(range)
        let raw = unsafe bytes.bytes
        var index = 0
        while index <= bytes.count - 8 {
            let eight = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            guard eight.isBeyondASCII else { return true }
            index += 8
        }
        while index < bytes.count {
            if bytes[index] < 0x80 { return true }
            index += 1
        }
        return false
    }

    func hasCJK(in range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            // E3–E9 lead U+3000–9FFF, nearly all there is; only the rest needs a closer look.
            if (0xE3...0xE9).contains(byte) { return true }
            if byte < 0xE1 {
                index += 1
                continue
            }
            let (scalar, length) = UTF8Text.scalar(in: text, at: index)
            if scalar.isCJK { return true }
            index += length
        }
        return false
    }
}
