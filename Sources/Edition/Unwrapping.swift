import Markdown

/// A document without some of its nodes, their children standing in their place.
struct Unwrapping {
    let document: Document
    /// The new index of each node; a node that is gone has that of what follows it. Nil when nothing changed.
    private let positions: [NodeID]?

    init(_ source: Document, nodes gone: [NodeID]) {
        guard !gone.isEmpty else {
            document = source
            positions = nil
            return
        }
        let gone = Set(gone)
        var positions: [NodeID] = []
        var kept: [Node] = []
        var parents: [Int] = []
        for (index, var node) in source.nodes.enumerated() {
            positions.append(kept.count)
            // Parents stand before their children, so theirs is known.
            let parent = node.parent < 0 ? -1 : parents[Int(node.parent)]
            if gone.contains(index) {
                parents.append(parent)
                continue
            }
            parents.append(kept.count)
            node.parent = Int32(parent)
            (node.firstChild, node.lastChild, node.next) = (-1, -1, -1)
            let own = Int32(kept.count)
            kept.append(node)
            guard parent >= 0 else { continue }
            if kept[parent].firstChild < 0 {
                kept[parent].firstChild = own
            } else {
                kept[Int(kept[parent].lastChild)].next = own
            }
            kept[parent].lastChild = own
        }
        var document = source
        document.nodes = kept
        self.document = document
        self.positions = positions
    }

    func moved(_ node: NodeID) -> NodeID { positions?[node] ?? node }

    func moved<Value>(_ values: [NodeID: Value]) -> [NodeID: Value] {
        guard let positions else { return values }
        return Dictionary(uniqueKeysWithValues: values.map { (positions[$0.key], $0.value) })
    }
}
