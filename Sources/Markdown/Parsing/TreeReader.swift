import CCmark
import Diagnostics

/// Turns cmark's tree into the flat one, with exact places.
struct TreeReader {
    /// What the text is a part of.
    enum Role {
        case document
        case notice(title: TextSpan, at: Int, depth: Int)
        /// Every paragraph is the next cell of the open table.
        case table(TableRows)
        /// The paragraphs stand in the open node without an element of their own.
        case caption
    }

    var builder: DocumentBuilder
    var passes: ChinesePasses
    let text: MappedText
    let sentinel: Sentinel?
    let lines: LineTable
    private(set) var prefix: ContainerPrefix
    private var aligner: InlineAligner
    private var role: Role
    /// Whether each open link was written `<…>`.
    private var autolinks: [Bool] = []
    /// Where the text of the open paragraph, heading, cell or caption begins.
    private var contentStart = 0

    /// `marked` is the sentinel of a text that has some already.
    init(
        _ source: MappedText, as role: Role, marked: Sentinel? = nil, into builder: DocumentBuilder,
        _ passes: ChinesePasses
    ) {
        if let marked {
            text = EmphasisSentinels.inserted(marked, into: source)
            sentinel = marked
        } else {
            let inserted = EmphasisSentinels.inserted(into: source)
            text = inserted?.text ?? source
            sentinel = inserted?.sentinel
        }
        self.role = role
        self.builder = builder
        self.passes = passes
        lines = LineTable(text.bytes)
        prefix = ContainerPrefix(text.bytes, lines)
        aligner = InlineAligner(text, lines, sentinel)
    }

    mutating func read() {
        let tree = CmarkTree(parsing: text.bytes)
        tree.walk {
            enter($0)
        } leaving: {
            leave($0)
        }
    }

    var noticeDepth: Int {
        guard case .notice(_, _, let depth) = role else { return 0 }
        return depth
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
            checkDepth(node)
        case CMARK_NODE_ITEM:
            builder.begin(.item, at: place(of: node))
            prefix.enterItem(line: node.startLine)
            checkDepth(node)
        case CMARK_NODE_LIST:
            let kind = Node.Kind.list(ordered: node.isOrdered, start: node.listStart, tight: node.isTight)
            builder.begin(kind, at: place(of: node))
        case CMARK_NODE_THEMATIC_BREAK: builder.begin(.thematicBreak, at: place(of: node))
        default: enterRoot()
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
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: return leaveContent()
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM: prefix.leave()
        case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK: return
        case CMARK_NODE_DOCUMENT: return leaveRoot()
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
    /// Quotes and lists nested more deeply than this are a fault: no page has room for them.
    static let depthLimit = 100

    private mutating func enterRoot() {
        switch role {
        case .document: builder.begin(.document, at: text.place(of: 0))
        case .notice(let title, let place, _): builder.begin(.notice(title: title), at: place)
        case .table, .caption: break
        }
    }

    private mutating func leaveRoot() {
        switch role {
        case .document, .notice: builder.end()
        case .table, .caption: break
        }
    }

    private mutating func checkDepth(_ node: CmarkNode) {
        guard prefix.depth == Self.depthLimit + 1 else { return }
        let place = passes.file.place(ofByte: place(of: node))
        passes.faults.add(.nestedTooDeep, at: place, ["limit": .init("\(Self.depthLimit)")])
    }

    private mutating func enterContent(_ kind: Node.Kind, _ node: CmarkNode, isSetext: Bool) {
        let start = lines.start(of: node.startLine) + max(0, node.startColumn - 1)
        let lastLine = max(node.startLine, node.endLine - (isSetext ? 1 : 0))
        aligner.begin(at: start, lines: node.startLine...lastLine)
        aligner.skipReferenceDefinitions(prefix)
        beginContent(kind, at: aligner.place)
    }

    private mutating func beginContent(_ kind: Node.Kind, at place: Int) {
        switch role {
        case .document, .notice: builder.begin(kind, at: place)
        case .table(var rows):
            rows.beginCell(in: &builder)
            role = .table(rows)
        case .caption: break
        }
        contentStart = builder.textCount
    }

    private mutating func leaveContent() {
        passes.run(on: builder.current, textStart: contentStart, in: &builder)
        switch role {
        case .document, .notice: builder.end()
        case .table(var rows):
            rows.endCell(in: &builder)
            role = .table(rows)
        case .caption: break
        }
    }

    private mutating func enterHeading(_ node: CmarkNode) {
        let start = lines.start(of: node.startLine) + max(0, node.startColumn - 1)
        guard let content = contentOfATXHeading(at: start) else {
            return enterContent(.heading(level: node.headingLevel), node, isSetext: true)
        }
        aligner.begin(at: content, lines: node.startLine...node.startLine)
        beginContent(.heading(level: node.headingLevel), at: text.place(of: start))
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
        let place = place(of: node)
        let info = unsafe node.withFenceInfo { unsafe store($0) }
        let lineCount = unsafe node.withLiteral { bytes in unsafe bytes.count { $0 == 10 } }
        if readFence(info, node, lineCount: lineCount, at: place) { return }
        let literal = copyCode(node)
        builder.add(.codeBlock(info: info), literal: literal, at: place)
    }

    /// The literal of a code block, each line with its place.
    private mutating func copyCode(_ node: CmarkNode) -> TextSpan {
        let start = lines.start(of: node.startLine) + max(0, node.startColumn - 1)
        let isFenced = start < text.bytes.count && (text.bytes[start] == 0x60 || text.bytes[start] == 0x7E)
        let textStart = builder.textCount
        unsafe node.withLiteral { literal in
            var from = 0
            var line = node.startLine + (isFenced ? 1 : 0)
            while from < literal.count {
                let end = unsafe literal[from...].firstIndex(of: 10).map { $0 + 1 } ?? literal.count
                builder.anchor(at: text.place(of: codeStart(on: line, isFenced: isFenced)))
                _ = unsafe store(UnsafeBufferPointer(rebasing: literal[from..<end]))
                from = end
                line += 1
            }
        }
        return TextSpan(start: textStart, length: builder.textCount - textStart)
    }

    private func codeStart(on line: Int, isFenced: Bool) -> Int {
        guard line <= lines.count else { return text.bytes.count }
        var scan = prefix.depth > 0 ? prefix.scan(toEntryOn: line) : prefix.rest(of: line).scan
        if !isFenced { scan.advance(columns: 4) }
        return scan.index
    }

    private mutating func enterHTMLBlock(_ node: CmarkNode) {
        let place = place(of: node)
        builder.anchor(at: place)
        let literal = unsafe node.withLiteral { unsafe store($0) }
        builder.add(.htmlBlock, literal: literal, at: place)
        reportHTML(literal, at: place)
        passes.faults.endParagraph()
    }

    /// Comments are left out in silence, and a closing tag goes with its opening one.
    private mutating func reportHTML(_ literal: TextSpan, at place: Int) {
        let html = builder.text[literal.range]
        if html.starts(with: "<!--".utf8) || html.starts(with: "</".utf8) { return }
        passes.faults.add(.rawHTML, at: passes.file.place(ofByte: place))
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
        reportHTML(literal, at: place)
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
