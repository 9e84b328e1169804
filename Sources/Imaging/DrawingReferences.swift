/// How a drawing's elements nest and refer to each other: what a renderer would have to draw if every reference were followed.
/// A few lines of `use` in `use` stand for more elements than a machine can draw.
struct DrawingReferences {
    enum Fault: Hashable { case tooDeep, circular, tooMany }

    private static let deepest = 100
    /// References that lead on to references.
    private static let longestChain = 20
    private static let mostElements = 100_000.0

    /// Elements, and what is referred to how often: below an id, itself counted.
    private struct Share {
        var elements = 0.0
        var targets: [String: Double] = [:]
    }

    /// The ids of the open elements, from the root; nil for one without.
    private var open: [String?] = []
    private var whole = Share()
    private var shares: [String: Share] = [:]

    /// An element with the ids that it refers to; a fault when it is the first that is nested too deeply.
    mutating func begin(id: String?, references: [String], isEmpty: Bool) -> Fault? {
        open.append(id)
        // Nothing below too deep a nesting is worth counting.
        if open.count <= Self.deepest {
            Self.add(references, to: &whole)
            for owner in Set(open.compactMap(\.self)) { Self.add(references, to: &shares[owner, default: Share()]) }
        }
        let isFirst = open.count == Self.deepest + 1
        if isEmpty { end() }
        return isFirst ? .tooDeep : nil
    }

    mutating func end() { if !open.isEmpty { open.removeLast() } }

    private static func add(_ references: [String], to share: inout Share) {
        share.elements += 1
        for reference in references { share.targets[reference, default: 0] += 1 }
    }

    /// What following all references would come to.
    func fault() -> Fault? {
        var known: [String: Double] = [:]
        var total = whole.elements
        for (target, times) in whole.targets.sorted(by: { $0.key < $1.key }) {
            guard let cost = cost(of: target, above: [], &known) else { return .circular }
            total += cost * times
        }
        return total > Self.mostElements ? .tooMany : nil
    }

    /// The elements that one reference draws; nil when it leads back to itself, infinite at the end of too long a chain.
    private func cost(of id: String, above: [String], _ known: inout [String: Double]) -> Double? {
        if let cost = known[id] { return cost }
        guard !above.contains(id) else { return nil }
        guard above.count < Self.longestChain else { return .infinity }
        guard let share = shares[id] else { return 0 }
        var total = share.elements
        for (target, times) in share.targets.sorted(by: { $0.key < $1.key }) {
            guard let cost = cost(of: target, above: above + [id], &known) else { return nil }
            total += cost * times
        }
        known[id] = total
        return total
    }
}
