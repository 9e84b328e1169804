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
    var prefix: ContainerPrefix
    var aligner: InlineAligner
    var role: Role
    /// Whether each open link was written `<…>`.
    var autolinks: [Bool] = []
    /// Where the text of the open paragraph, heading, cell or caption begins.
    var contentStart = 0

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
    func place(of node: CmarkNode) -> Int {
        text.place(of: lines.start(of: node.startLine) + max(0, node.startColumn - 1))
    }
}
