/// Grows a flat tree in document order.
struct DocumentBuilder {
    private(set) var nodes: [Node] = []
    private(set) var text: [UInt8] = []
    private(set) var anchors: [TextAnchor] = []
    private var open: [NodeID] = []

    init(capacity: Int) {
        nodes.reserveCapacity(capacity / 24 + 4)
        text.reserveCapacity(capacity)
        anchors.reserveCapacity(capacity / 64 + 4)
    }

    /// Adds a node below the innermost open one and returns its id.
    @discardableResult
    mutating func add(_ kind: Node.Kind, literal: TextSpan = .empty, at sourceByte: Int) -> NodeID {
        let id = nodes.count
        var node = Node(kind: kind, literal: literal, sourceByte: UInt32(sourceByte))
        if let parent = open.last {
            node.parent = Int32(parent)
            let sibling = nodes[parent].lastChild
            if sibling >= 0 {
                nodes[Int(sibling)].next = Int32(id)
            } else {
                nodes[parent].firstChild = Int32(id)
            }
            nodes[parent].lastChild = Int32(id)
        }
        nodes.append(node)
        return id
    }

    /// Adds a node that the next nodes stand in, until it is closed.
    @discardableResult
    mutating func begin(_ kind: Node.Kind, literal: TextSpan = .empty, at sourceByte: Int) -> NodeID {
        let id = add(kind, literal: literal, at: sourceByte)
        open.append(id)
        return id
    }

    mutating func end() { open.removeLast() }

    /// The innermost open node.
    var current: NodeID { open.last ?? Document.root }

    // MARK: Text

    var textCount: Int { text.count }

    /// Says that the text goes on with what stands at a byte of the file.
    mutating func anchor(at sourceByte: Int) {
        if let last = anchors.last {
            if Int(last.source) - Int(last.text) == sourceByte - text.count { return }
            if last.text == text.count { anchors.removeLast() }
        }
        anchors.append(TextAnchor(text: UInt32(text.count), source: UInt32(sourceByte)))
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe text.append(contentsOf: bytes) }
    mutating func append(_ bytes: some Collection<UInt8>) { text.append(contentsOf: bytes) }
    mutating func append(_ byte: UInt8) { text.append(byte) }

    // MARK: Rewriting

    /// Takes back everything below and behind a node, and the text from `textStart` on.
    mutating func truncate(behind id: NodeID, textStart: Int) {
        nodes.removeSubrange((id + 1)...)
        nodes[id].firstChild = -1
        nodes[id].lastChild = -1
        text.removeSubrange(textStart...)
        while let last = anchors.last, last.text >= textStart { anchors.removeLast() }
    }
}
