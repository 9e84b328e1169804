import CCmark
import Diagnostics

/// Turns cmark's tree into the flat one, with exact places.
struct TreeReader {
    private(set) var builder: DocumentBuilder
    private let text: MappedText
    private let sentinel: Sentinel?
    private let lines: LineTable
    private var prefix: ContainerPrefix
    private var aligner: InlineAligner
    /// Whether each open link was written `<…>`.
    private var autolinks: [Bool] = []

    init(_ source: MappedText, into builder: DocumentBuilder) {
        let marked = EmphasisSentinels.inserted(into: source)
        text = marked?.text ?? source
        sentinel = marked?.sentinel
        self.builder = builder
        lines = LineTable(text.bytes)
        prefix = ContainerPrefix(text.bytes, lines)
        aligner = InlineAligner(text, lines, sentinel)
    }

    mutating func read() {
        let tree = CmarkTree(parsing: text.bytes[...])
        tree.walk {
            enter($0)
        } leaving: {
            leave($0)
        }
    }

    private mutating func enter(_ node: CmarkNode) {
        switch node.type {
        case CMARK_NODE_TEXT: enterText(node)
        case CMARK_NODE_SOFTBREAK: enterBreak(.softBreak)
        case CMARK_NODE_LINEBREAK: enterBreak(.lineBreak)
        case CMARK_NODE_CODE: enterCode(node)
        case CMARK_NODE_HTML_INLINE: enterHTML(node)
        case CMARK_NODE_EMPH: enterEmphasis(.emphasis, count: 1)
        case CMARK_NODE_STRONG: enterEmphasis(.strong, count: 2)
        case CMARK_NODE_LINK: enterLink(node)
        case CMARK_NODE_IMAGE: enterImage(node)
        case CMARK_NODE_PARAGRAPH: enterContent(.paragraph, node, isSetext: false)
        case CMARK_NODE_HEADING: enterHeading(node)
        case CMARK_NODE_CODE_BLOCK: enterCodeBlock(node)
        case CMARK_NODE_HTML_BLOCK: enterHTMLBlock(node)
        case CMARK_NODE_BLOCK_QUOTE:
            builder.begin(.blockQuote, at: place(of: node))
            prefix.enterQuote(line: node.startLine)
        case CMARK_NODE_ITEM:
            builder.begin(.item, at: place(of: node))
            prefix.enterItem(line: node.startLine)
        case CMARK_NODE_LIST:
            let kind = Node.Kind.list(ordered: node.isOrdered, start: node.listStart, tight: node.isTight)
            builder.begin(kind, at: place(of: node))
        case CMARK_NODE_THEMATIC_BREAK: builder.begin(.thematicBreak, at: place(of: node))
        default: builder.begin(.document, at: text.place(of: 0))
        }
    }

    private mutating func leave(_ node: CmarkNode) {
        switch node.type {
        case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
            return
        case CMARK_NODE_EMPH: aligner.skipDelimiters(1, prefix)
        case CMARK_NODE_STRONG: aligner.skipDelimiters(2, prefix)
        case CMARK_NODE_LINK: leaveLink()
        case CMARK_NODE_IMAGE: aligner.skipLinkTail(prefix)
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM: prefix.leave()
        default: break
        }
        builder.end()
    }

    /// The byte of the file where a block begins.
    private func place(of node: CmarkNode) -> Int {
        text.place(of: lines.start(of: node.startLine) + max(0, node.startColumn - 1))
    }
}

// MARK: - Blocks

extension TreeReader {
    private mutating func enterContent(_ kind: Node.Kind, _ node: CmarkNode, isSetext: Bool) {
        let start = lines.start(of: node.startLine) + max(0, node.startColumn - 1)
        let lastLine = max(node.startLine, node.endLine - (isSetext ? 1 : 0))
        aligner.begin(at: start, lines: node.startLine...lastLine)
        aligner.skipReferenceDefinitions(prefix)
        builder.begin(kind, at: aligner.place)
    }

    private mutating func enterHeading(_ node: CmarkNode) {
        let start = lines.start(of: node.startLine) + max(0, node.startColumn - 1)
        guard let content = contentOfATXHeading(at: start) else {
            return enterContent(.heading(level: node.headingLevel), node, isSetext: true)
        }
        builder.begin(.heading(level: node.headingLevel), at: text.place(of: start))
        aligner.begin(at: content, lines: node.startLine...node.startLine)
    }

    /// Behind `## `; nil for a heading that is underlined.
    private func contentOfATXHeading(at start: Int) -> Int? {
        var index = start
        while index < text.bytes.count, text.bytes[index] == UInt8(ascii: "#") { index += 1 }
        guard (1...6).contains(index - start) else { return nil }
        guard index < text.bytes.count else { return index }
        guard text.bytes[index].isBlank || text.bytes[index] == 10 || text.bytes[index] == 13 else { return nil }
        while index < text.bytes.count, text.bytes[index].isBlank { index += 1 }
        return index
    }

    private mutating func enterCodeBlock(_ node: CmarkNode) {
        let info = unsafe node.withFenceInfo { unsafe store($0) }
        let start = lines.start(of: node.startLine) + max(0, node.startColumn - 1)
        let literal = unsafe node.withLiteral { unsafe store($0) }
        builder.begin(.codeBlock(info: info), literal: literal, at: text.place(of: start))
    }

    private mutating func enterHTMLBlock(_ node: CmarkNode) {
        let place = place(of: node)
        builder.anchor(at: place)
        let literal = unsafe node.withLiteral { unsafe store($0) }
        builder.begin(.htmlBlock, literal: literal, at: place)
    }

    /// Keeps a text of cmark's without sentinels.
    private mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) -> TextSpan {
        let start = builder.textCount
        guard let sentinel else {
            unsafe builder.append(bytes)
            return TextSpan(start: start, length: bytes.count)
        }
        var from = 0
        var index = 0
        while index < bytes.count {
            guard unsafe sentinel.stands(at: index, in: bytes) else {
                index += 1
                continue
            }
            unsafe builder.append(UnsafeBufferPointer(rebasing: bytes[from..<index]))
            index += Sentinel.length
            from = index
        }
        unsafe builder.append(UnsafeBufferPointer(rebasing: bytes[from...]))
        return TextSpan(start: start, length: builder.textCount - start)
    }
}

// MARK: - Inlines

extension TreeReader {
    private mutating func enterText(_ node: CmarkNode) {
        let reading: InlineAligner.Reading = autolinks.last == true ? .autolink : .text
        let literal = unsafe node.withLiteral { unsafe aligner.copy($0, as: reading, into: &builder, prefix) }
        if literal.isEmpty { return }
        builder.add(.text, literal: literal, at: builder.anchors.sourceByte(ofText: Int(literal.start)))
    }

    private mutating func enterBreak(_ kind: Node.Kind) {
        aligner.skipSentinels()
        aligner.skipSpaces(prefix)
        builder.add(kind, at: aligner.place)
        let isTyped = aligner.peek() == UInt8(ascii: "\\")
        if isTyped { aligner.advance(prefix) }
        if aligner.peek() == 10 { aligner.advance(prefix) }
        if !isTyped { aligner.skipBlanks(prefix) }
    }

    private mutating func enterCode(_ node: CmarkNode) {
        aligner.skipSentinels()
        let place = aligner.place
        var ticks = 0
        while aligner.peek() == UInt8(ascii: "`") {
            ticks += 1
            aligner.advance(prefix)
        }
        let literal = unsafe node.withLiteral { unsafe aligner.copy($0, as: .verbatim, into: &builder, prefix) }
        while let byte = aligner.peek(), byte.isASCIISpace { aligner.advance(prefix) }
        aligner.skip(UInt8(ascii: "`"), count: ticks, prefix)
        builder.add(.code, literal: literal, at: place)
    }

    private mutating func enterHTML(_ node: CmarkNode) {
        aligner.skipSentinels()
        let place = aligner.place
        let literal = unsafe node.withLiteral { unsafe aligner.copy($0, as: .verbatim, into: &builder, prefix) }
        builder.add(.htmlInline, literal: literal, at: place)
    }

    private mutating func enterEmphasis(_ kind: Node.Kind, count: Int) {
        aligner.skipSentinels()
        builder.begin(kind, at: aligner.place)
        aligner.skipDelimiters(count, prefix)
    }

    private mutating func enterLink(_ node: CmarkNode) {
        let destination = unsafe node.withURL { unsafe store($0) }
        let title = unsafe node.withTitle { unsafe store($0) }
        aligner.skipSentinels()
        let isAutolink = aligner.peek() == UInt8(ascii: "<")
        autolinks.append(isAutolink)
        builder.begin(.link(destination: destination, title: title), at: aligner.place)
        aligner.advance(prefix)
    }

    private mutating func leaveLink() {
        if autolinks.removeLast() {
            aligner.skip(UInt8(ascii: ">"), prefix)
        } else {
            aligner.skipLinkTail(prefix)
        }
    }

    private mutating func enterImage(_ node: CmarkNode) {
        let destination = unsafe node.withURL { unsafe store($0) }
        let title = unsafe node.withTitle { unsafe store($0) }
        aligner.skipSentinels()
        builder.begin(.image(destination: destination, title: title), at: aligner.place)
        aligner.skip(UInt8(ascii: "!"), prefix)
        aligner.skip(UInt8(ascii: "["), prefix)
    }
}

extension InlineAligner {
    /// Passes the `*` or `_` of emphasis.
    mutating func skipDelimiters(_ count: Int, _ prefix: ContainerPrefix) {
        skipSentinels()
        for _ in 0..<count where peek() == UInt8(ascii: "*") || peek() == UInt8(ascii: "_") { advance(prefix) }
    }
}
