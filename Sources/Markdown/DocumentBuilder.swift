/// Grows a flat tree in document order.
struct DocumentBuilder {
    private(set) var nodes: [Node] = []
    private(set) var text: [UInt8] = []
    private var open: [NodeID] = []

    init(capacity: Int) {
        nodes.reserveCapacity(capacity / 24 + 4)
        text.reserveCapacity(capacity)
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

    mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) -> TextSpan {
        let start = text.count
        unsafe text.append(contentsOf: bytes)
        return TextSpan(start: start, length: text.count - start)
    }
}
