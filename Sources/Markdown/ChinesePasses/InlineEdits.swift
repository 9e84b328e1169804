/// What the rules change in the inline content of one container, by offsets of the text as it is before.
struct InlineEdits {
    enum Replacement {
        case openingDouble, closingDouble, openingSingle, closingSingle, ellipsis, dash

        var count: Int {
            switch self {
            case .ellipsis, .dash: 2
            default: 1
            }
        }

        var scalar: Unicode.Scalar {
            switch self {
            case .openingDouble: "“"
            case .closingDouble: "”"
            case .openingSingle: "‘"
            case .closingSingle: "’"
            case .ellipsis: "…"
            case .dash: "—"
            }
        }
    }

    struct Edit {
        let range: Range<Int>
        let replacement: Replacement
    }

    /// Not overlapping; in order once `sort` was called.
    private(set) var edits: [Edit] = []
    /// Addresses in text that become links, in order.
    var links: [Range<Int>] = []
    /// Soft breaks that are dropped, by node, in order.
    var droppedBreaks: [NodeID] = []

    /// Texts with annotations, in order.
    var rubies: [Ruby] = []

    struct Ruby {
        struct Part {
            let base: Range<Int>
            let annotation: Range<Int>
        }
        /// Braces included.
        let range: Range<Int>
        let parts: [Part]
    }

    var isEmpty: Bool { edits.isEmpty && links.isEmpty && droppedBreaks.isEmpty && rubies.isEmpty }

    mutating func replace(_ range: Range<Int>, with replacement: Replacement) {
        edits.append(Edit(range: range, replacement: replacement))
    }

    mutating func sort() {
        if edits.count > 1 { edits.sort { $0.range.lowerBound < $1.range.lowerBound } }
    }

    func replacement(endingAt offset: Int) -> Replacement? {
        let index = firstEdit { $0.range.upperBound >= offset }
        return index < edits.count && edits[index].range.upperBound == offset ? edits[index].replacement : nil
    }

    func replacement(startingAt offset: Int) -> Replacement? {
        let index = firstEdit { $0.range.lowerBound >= offset }
        return index < edits.count && edits[index].range.lowerBound == offset ? edits[index].replacement : nil
    }

    private func firstEdit(where reached: (Edit) -> Bool) -> Int {
        var low = 0
        var high = edits.count
        while low < high {
            let middle = (low + high) / 2
            if reached(edits[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension DocumentBuilder {
    /// Writes the content of a container anew with its edits: text that a dropped break held apart is joined, each
    /// byte keeps its place.
    mutating func rewrite(_ content: InlineContent, textStart: Int, with edits: InlineEdits) {
        var rewriter = Rewriter(content, textStart: textStart, edits: edits, of: self)
        truncate(behind: content.container, textStart: textStart)
        rewriter.write(into: &self)
    }
}

/// The old nodes and text of a container while they are written anew.
private struct Rewriter {
    private let nodes: [Node]
    private let firstNode: NodeID
    private let text: [UInt8]
    private let textStart: Int
    private let anchors: [TextAnchor]
    private let edits: InlineEdits
    private var nextEdit = 0
    private var nextLink = 0
    private var nextBreak = 0
    private var nextRuby = 0
    /// The text node that is being written: where its text begins and comes from.
    private var openText: (start: Int, source: Int)?

    init(_ content: InlineContent, textStart: Int, edits: InlineEdits, of builder: DocumentBuilder) {
        firstNode = content.container + 1
        nodes = Array(builder.nodes[firstNode...])
        text = Array(builder.text[textStart...])
        self.textStart = textStart
        // The last anchor before the text may reach into it.
        let first = builder.anchors.lastIndex { $0.text <= textStart } ?? 0
        anchors = Array(builder.anchors[first...])
        self.edits = edits
    }

    mutating func write(into builder: inout DocumentBuilder) {
        var open: [NodeID] = []
        let container = Int32(firstNode - 1)
        for (index, node) in nodes.enumerated() {
            while node.parent != (open.last.map(Int32.init) ?? container) {
                closeText(&builder)
                builder.end()
                open.removeLast()
            }
            let id = firstNode + index
            switch node.kind {
            case .text: copyText(node.literal.range, into: &builder)
            case .softBreak where isDropped(id): break
            case .softBreak, .lineBreak:
                closeText(&builder)
                builder.add(node.kind, at: Int(node.sourceByte))
            case .code, .htmlInline:
                closeText(&builder)
                let literal = copyLiteral(node.literal, &builder)
                builder.add(node.kind, literal: literal, at: Int(node.sourceByte))
            default:
                closeText(&builder)
                builder.begin(moved(node.kind, &builder), at: Int(node.sourceByte))
                open.append(id)
            }
        }
        closeText(&builder)
        for _ in open { builder.end() }
    }

    private mutating func isDropped(_ id: NodeID) -> Bool {
        guard nextBreak < edits.droppedBreaks.count, edits.droppedBreaks[nextBreak] == id else { return false }
        nextBreak += 1
        return true
    }

    private func moved(_ kind: Node.Kind, _ builder: inout DocumentBuilder) -> Node.Kind {
        switch kind {
        case .link(let destination, let title):
            .link(destination: store(destination, &builder), title: store(title, &builder))
        case .image(let destination, let title):
            .image(destination: store(destination, &builder), title: store(title, &builder))
        default: kind
        }
    }

    /// Keeps an address or a title, which have no places of their own.
    private func store(_ span: TextSpan, _ builder: inout DocumentBuilder) -> TextSpan {
        let start = builder.textCount
        if !span.isEmpty {
            builder.append(text[(span.range.lowerBound - textStart)..<(span.range.upperBound - textStart)])
        }
        return TextSpan(start: start, length: span.range.count)
    }

    private func copyLiteral(_ span: TextSpan, _ builder: inout DocumentBuilder) -> TextSpan {
        let start = builder.textCount
        copyBytes(span.range, &builder)
        return TextSpan(start: start, length: builder.textCount - start)
    }

    // MARK: Text

    private mutating func copyText(_ range: Range<Int>, into builder: inout DocumentBuilder) {
        var at = range.lowerBound
        while nextLink < edits.links.count, edits.links[nextLink].lowerBound < range.upperBound {
            let link = edits.links[nextLink]
            nextLink += 1
            copyRubies(at..<link.lowerBound, &builder)
            closeText(&builder)
            writeLink(link, &builder)
            at = link.upperBound
        }
        copyRubies(at..<range.upperBound, &builder)
    }

    private mutating func copyRubies(_ range: Range<Int>, _ builder: inout DocumentBuilder) {
        var at = range.lowerBound
        while nextRuby < edits.rubies.count, edits.rubies[nextRuby].range.lowerBound < range.upperBound {
            let ruby = edits.rubies[nextRuby]
            nextRuby += 1
            // An address inside the braces is a link, and the braces are braces.
            guard ruby.range.lowerBound >= at, ruby.range.upperBound <= range.upperBound else { continue }
            copyEdited(at..<ruby.range.lowerBound, &builder)
            closeText(&builder)
            for part in ruby.parts { writeRuby(part, &builder) }
            at = ruby.range.upperBound
            while nextEdit < edits.edits.count, edits.edits[nextEdit].range.lowerBound < at { nextEdit += 1 }
        }
        copyEdited(at..<range.upperBound, &builder)
    }

    private func writeRuby(_ part: InlineEdits.Ruby.Part, _ builder: inout DocumentBuilder) {
        let source = anchors.sourceByte(ofText: part.base.lowerBound)
        let annotation = store(
            TextSpan(start: part.annotation.lowerBound, length: part.annotation.count), &builder)
        builder.begin(.ruby(annotation: annotation), at: source)
        let base = TextSpan(start: part.base.lowerBound, length: part.base.count)
        builder.add(.text, literal: copyLiteral(base, &builder), at: source)
        builder.end()
    }

    private mutating func copyEdited(_ range: Range<Int>, _ builder: inout DocumentBuilder) {
        if range.isEmpty { return }
        if openText == nil { openText = (builder.textCount, anchors.sourceByte(ofText: range.lowerBound)) }
        var at = range.lowerBound
        while nextEdit < edits.edits.count, edits.edits[nextEdit].range.lowerBound < range.upperBound {
            let edit = edits.edits[nextEdit]
            nextEdit += 1
            copyBytes(at..<edit.range.lowerBound, &builder)
            let source = anchors.sourceByte(ofText: edit.range.lowerBound)
            // Each character of what is new stands where the old mark begins.
            for _ in 0..<edit.replacement.count {
                builder.anchor(at: source)
                builder.append(String(edit.replacement.scalar).utf8)
            }
            at = edit.range.upperBound
        }
        copyBytes(at..<range.upperBound, &builder)
    }

    private func writeLink(_ range: Range<Int>, _ builder: inout DocumentBuilder) {
        let span = TextSpan(start: range.lowerBound, length: range.count)
        let source = anchors.sourceByte(ofText: range.lowerBound)
        let destination = store(span, &builder)
        builder.begin(.link(destination: destination, title: .empty), at: source)
        builder.add(.text, literal: copyLiteral(span, &builder), at: source)
        builder.end()
    }

    private mutating func closeText(_ builder: inout DocumentBuilder) {
        guard let (start, source) = openText else { return }
        let literal = TextSpan(start: start, length: builder.textCount - start)
        builder.add(.text, literal: literal, at: source)
        openText = nil
    }

    /// Copies bytes of the old text with the anchors that lie in them.
    private func copyBytes(_ range: Range<Int>, _ builder: inout DocumentBuilder) {
        var at = range.lowerBound
        while at < range.upperBound {
            let next = anchors.nextAnchor(behind: at)
            let end = min(range.upperBound, next)
            builder.anchor(at: anchors.sourceByte(ofText: at))
            builder.append(text[(at - textStart)..<(end - textStart)])
            at = end
        }
    }
}

extension [TextAnchor] {
    /// The text offset of the first anchor behind an offset.
    func nextAnchor(behind offset: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].text <= offset { low = middle + 1 } else { high = middle }
        }
        return low < count ? Int(self[low].text) : .max
    }
}
