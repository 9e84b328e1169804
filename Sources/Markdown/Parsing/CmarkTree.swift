import CCmark
import Glibc

/// The tree that libcmark makes of a text; freed with the value, and with it every tree that the thread made since.
@safe struct CmarkTree: ~Copyable {
    private let document: OpaquePointer
    /// Of a tree that lies in the thread's chunks.
    private let mark: TreeMemory.Mark?

    /// Longer texts leave cmark's own memory management on: chunks give back nothing before the end.
    private static let chunkLimit = 1 << 20

    /// Parses CommonMark 0.30. cmark's smart mode stays off: it turns Chinese quotes the wrong way round.
    init(parsing bytes: [UInt8]) {
        let isShort = bytes.count <= Self.chunkLimit
        mark = isShort ? TreeMemory.mark : nil
        unsafe document = bytes.withUnsafeBytes { buffer in
            let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe isShort
                ? TreeMemory.parse(start, buffer.count)
                : cmark_parse_document(start, buffer.count, CMARK_OPT_DEFAULT)
        }
    }

    deinit {
        if let mark { TreeMemory.giveUp(to: mark) } else { unsafe cmark_node_free(document) }
    }

    /// Walks the tree in document order without recursion.
    func walk(entering enter: (CmarkNode) -> Void, leaving leave: (CmarkNode) -> Void) {
        var node = unsafe CmarkNode(document)
        while true {
            enter(node)
            if let child = node.firstChild {
                node = child
                continue
            }
            leave(node)
            while node.next == nil {
                guard let parent = node.parent else { return }
                node = parent
                leave(node)
            }
            guard let next = node.next else { return }
            node = next
        }
    }
}

/// A node of a `CmarkTree`; it must not outlive the tree.
@safe struct CmarkNode {
    private let pointer: OpaquePointer

    @unsafe init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

    private init?(_ pointer: OpaquePointer?) {
        guard let pointer = unsafe pointer else { return nil }
        unsafe self.pointer = pointer
    }

    var firstChild: CmarkNode? { unsafe CmarkNode(cmark_node_first_child(pointer)) }
    var next: CmarkNode? { unsafe CmarkNode(cmark_node_next(pointer)) }
    var parent: CmarkNode? { unsafe CmarkNode(cmark_node_parent(pointer)) }

    var type: cmark_node_type { unsafe cmark_node_get_type(pointer) }
    /// From 1, in the text that was parsed; 0 where cmark keeps none.
    var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
    var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }
    /// Bytes from 1; exact for blocks only.
    var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }
    var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }
    var isTight: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }

    /// Literals, addresses, titles and info strings as bytes; the closure must not keep them.
    func withLiteral<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        unsafe body(Self.bytes(cmark_node_get_literal(pointer)))
    }
    func withURL<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        unsafe body(Self.bytes(cmark_node_get_url(pointer)))
    }
    func withTitle<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        unsafe body(Self.bytes(cmark_node_get_title(pointer)))
    }
    func withFenceInfo<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        unsafe body(Self.bytes(cmark_node_get_fence_info(pointer)))
    }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text = unsafe text else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
        let start = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        return unsafe UnsafeBufferPointer(start: start, count: strlen(text))
    }
}
