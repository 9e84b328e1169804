import CCmark
import Diagnostics

/// Turns cmark's tree into the flat one.
struct TreeReader {
    var builder: DocumentBuilder
    private let file: SourceFile
    private let bodyStart: Int

    init(file: SourceFile, bodyStart: Int) {
        self.file = file
        self.bodyStart = bodyStart
        builder = DocumentBuilder(capacity: file.bytes.count - bodyStart)
    }

    mutating func read() {
        let tree = CmarkTree(parsing: file.bytes[bodyStart...])
        tree.walk {
            enter($0)
        } leaving: {
            leave($0)
        }
    }

    private mutating func enter(_ node: CmarkNode) {
        let place = bodyStart
        switch node.type {
        case CMARK_NODE_DOCUMENT: builder.begin(.document, at: place)
        case CMARK_NODE_BLOCK_QUOTE: builder.begin(.blockQuote, at: place)
        case CMARK_NODE_LIST:
            builder.begin(.list(ordered: node.isOrdered, start: node.listStart, tight: node.isTight), at: place)
        case CMARK_NODE_ITEM: builder.begin(.item, at: place)
        case CMARK_NODE_PARAGRAPH: builder.begin(.paragraph, at: place)
        case CMARK_NODE_HEADING: builder.begin(.heading(level: node.headingLevel), at: place)
        case CMARK_NODE_THEMATIC_BREAK: builder.begin(.thematicBreak, at: place)
        case CMARK_NODE_CODE_BLOCK:
            let info = unsafe node.withFenceInfo { unsafe builder.store($0) }
            leaf(.codeBlock(info: info), node, at: place)
        case CMARK_NODE_HTML_BLOCK: leaf(.htmlBlock, node, at: place)
        case CMARK_NODE_HTML_INLINE: leaf(.htmlInline, node, at: place)
        case CMARK_NODE_TEXT: leaf(.text, node, at: place)
        case CMARK_NODE_CODE: leaf(.code, node, at: place)
        case CMARK_NODE_SOFTBREAK: builder.begin(.softBreak, at: place)
        case CMARK_NODE_LINEBREAK: builder.begin(.lineBreak, at: place)
        case CMARK_NODE_EMPH: builder.begin(.emphasis, at: place)
        case CMARK_NODE_STRONG: builder.begin(.strong, at: place)
        case CMARK_NODE_LINK: builder.begin(.link(destination: address(of: node), title: title(of: node)), at: place)
        default: builder.begin(.image(destination: address(of: node), title: title(of: node)), at: place)
        }
    }

    private mutating func leave(_ node: CmarkNode) { builder.end() }

    private mutating func leaf(_ kind: Node.Kind, _ node: CmarkNode, at place: Int) {
        let literal = unsafe node.withLiteral { unsafe builder.store($0) }
        builder.begin(kind, literal: literal, at: place)
    }

    private mutating func address(of node: CmarkNode) -> TextSpan { unsafe node.withURL { unsafe builder.store($0) } }
    private mutating func title(of node: CmarkNode) -> TextSpan { unsafe node.withTitle { unsafe builder.store($0) } }
}
