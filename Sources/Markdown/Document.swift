package import Diagnostics

/// A Markdown file as a flat value tree: no C memory, no references, walks without recursion.
///
/// `nodes[0]` is the document; nodes stand in document order (preorder), so that a linear scan is a walk. Nodes hold
/// spans of UTF-8 bytes: what the file says to the letter is read from the file, all other text from `ownText`.
package struct Document: Sendable {
    package var nodes: [Node]
    /// The literals that the file does not hold as they read: without an escape or a line's end, with other marks.
    package let ownText: [UInt8]
    /// Where the text of its own comes from, in its order: behind an anchor text and file run in parallel up to the
    /// next one.
    let anchors: [TextAnchor]
    /// The file that the places refer to.
    package let file: SourceFile

    init(nodes: [Node], ownText: [UInt8] = [], anchors: [TextAnchor] = [], file: SourceFile) {
        self.nodes = nodes
        self.ownText = ownText
        self.anchors = anchors
        self.file = file
    }
}

/// A byte of a text and the byte of the file that it comes from.
struct TextAnchor: Hashable, Sendable {
    var text: UInt32
    var source: UInt32
}

/// The index of a node in its document.
package typealias NodeID = Int

/// A range of a document's file or, counted on behind the end of the file, of its own text; never of both.
package struct TextSpan: Hashable, Sendable {
    package var start: UInt32
    package var length: UInt32

    package init(start: Int, length: Int) {
        self.start = UInt32(start)
        self.length = UInt32(length)
    }

    package static let empty = TextSpan(start: 0, length: 0)
    package var isEmpty: Bool { length == 0 }
    package var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
}

/// One node of the tree. Links are indices into `Document.nodes`; -1 is none.
package struct Node: Sendable {
    package var kind: Kind
    package var parent: Int32
    package var firstChild: Int32
    package var lastChild: Int32
    package var next: Int32
    /// The literal of text, code, code blocks and formulas; empty elsewhere.
    package var literal: TextSpan
    /// The byte in the source file where the node begins.
    package var sourceByte: UInt32

    package init(kind: Kind, literal: TextSpan = .empty, sourceByte: UInt32) {
        self.kind = kind
        self.literal = literal
        self.sourceByte = sourceByte
        parent = -1
        firstChild = -1
        lastChild = -1
        next = -1
    }

    package enum Kind: Hashable, Sendable {
        case document, paragraph, blockQuote, item, thematicBreak
        case heading(level: Int)
        /// `start` is meaningful for ordered lists.
        case list(ordered: Bool, start: Int, tight: Bool)
        case codeBlock(info: TextSpan)
        /// Raw HTML of the source: kept for diagnostics, never written out.
        case htmlBlock, htmlInline
        case text, softBreak, lineBreak, code, emphasis, strong
        /// 注音, typed `{汉字|hànzì}`: the child is the text, the annotation stands above it.
        case ruby(annotation: TextSpan)
        case link(destination: TextSpan, title: TextSpan)
        case image(destination: TextSpan, title: TextSpan)
        /// From a ```table fence: children are rows, the first is the header; cells hold inline nodes.
        case table(columns: ColumnAlignments)
        case tableRow(header: Bool)
        case tableCell
        /// From a ```qr fence: children are the inline nodes of the caption.
        case qr(payload: TextSpan)
        /// From a ```notice fence: children are blocks.
        case notice(title: TextSpan)
    }
}

package enum ColumnAlignment: UInt8, Hashable, Sendable {
    case none, left, centre, right
}

/// The alignments of a table's columns, packed so that a node stays a plain value without references.
package struct ColumnAlignments: RandomAccessCollection, Hashable, Sendable {
    package static let limit = 32
    private var bits: UInt64 = 0
    package private(set) var count = 0

    /// Takes at most `limit` columns.
    package init(_ alignments: some Sequence<ColumnAlignment>) {
        for alignment in alignments.prefix(Self.limit) {
            bits |= UInt64(alignment.rawValue) << (2 * UInt64(count))
            count += 1
        }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }
    package subscript(column: Int) -> ColumnAlignment {
        ColumnAlignment(rawValue: UInt8((bits >> (2 * UInt64(column))) & 3)) ?? .none
    }
}

extension Document {
    package static let root: NodeID = 0

    /// The children of a node, in order.
    package func children(of id: NodeID) -> ChildSequence {
        ChildSequence(document: self, upcoming: nodes[id].firstChild)
    }

    /// What stands inside a node at any depth, in document order.
    package func subtree(of id: NodeID) -> Range<NodeID> {
        var last = id
        while nodes[last].next < 0, nodes[last].parent >= 0 { last = Int(nodes[last].parent) }
        let end = nodes[last].next
        return id + 1..<(end >= 0 ? Int(end) : nodes.count)
    }

    /// The only child of a link; nil for a link that holds more, and for anything else.
    package func soleChild(of id: NodeID) -> NodeID? {
        guard case .link = nodes[id].kind, nodes[id].firstChild >= 0, nodes[id].firstChild == nodes[id].lastChild else {
            return nil
        }
        return Int(nodes[id].firstChild)
    }

    /// Whether an image stands in a paragraph, also as all that a link holds: then it can be printed by itself. In a table or a
    /// heading there is only room for its words.
    package func isPictureByItself(_ id: NodeID) -> Bool {
        guard case .image = nodes[id].kind else { return false }
        var above = Int(nodes[id].parent)
        if soleChild(of: above) == id { above = Int(nodes[above].parent) }
        return nodes[above].kind == .paragraph
    }

    /// The bytes of a span.
    package func bytes(_ span: TextSpan) -> ArraySlice<UInt8> {
        let own = Int(span.start) - file.bytes.count
        return own < 0 ? file.bytes[span.range] : ownText[own..<own + Int(span.length)]
    }

    package func string(_ span: TextSpan) -> String { String(decoding: bytes(span), as: UTF8.self) }

    package func place(of id: NodeID) -> SourcePlace { file.place(ofByte: Int(nodes[id].sourceByte)) }

    /// The byte of the file that a byte of a span comes from; for a character that was decoded or replaced, where its
    /// source begins.
    package func sourceByte(ofText offset: Int) -> Int {
        offset < file.bytes.count ? offset : anchors.sourceByte(ofText: offset)
    }

    /// The place of a byte of a span, for faults in the middle of a paragraph.
    package func place(ofText offset: Int) -> SourcePlace { file.place(ofByte: sourceByte(ofText: offset)) }

    package struct ChildSequence: Sequence, IteratorProtocol {
        let document: Document
        var upcoming: Int32

        package mutating func next() -> NodeID? {
            guard upcoming >= 0 else { return nil }
            defer { upcoming = document.nodes[Int(upcoming)].next }
            return Int(upcoming)
        }
    }
}

extension [TextAnchor] {
    func sourceByte(ofText offset: Int) -> Int {
        var low = 0
        var high = count
        while high - low > 1 {
            let middle = (low + high) / 2
            if self[middle].text <= offset { low = middle } else { high = middle }
        }
        guard low < count, self[low].text <= offset else { return 0 }
        return Int(self[low].source) + offset - Int(self[low].text)
    }
}
