/// How a drawing's elements nest and refer to each other: what a renderer would have to draw if every reference were followed.
/// A few lines of `use` in `use` stand for more elements than a machine can draw, and so do a few paths of many points.
struct DrawingReferences {
    enum Fault: Hashable { case tooDeep, circular, tooMany, tooDense }

    private static let deepest = 100
    /// References that lead on to references.
    private static let longestChain = 20
    private static let mostElements = 100_000.0
    /// Bytes of all paths: where their lines cross, filling them takes time with the square.
    static let mostPathData = 262_144.0

    /// What is drawn.
    private struct Cost {
        var elements = 0.0
        var pathData = 0.0

        static let infinite = Cost(elements: .infinity, pathData: .infinity)

        mutating func add(_ other: Cost, times: Double) {
            elements += other.elements * times
            pathData += other.pathData * times
        }
    }

    /// What an element draws by itself, and what is referred to how often: below an id, itself counted.
    private struct Share {
        var cost = Cost()
        var targets: [String: Double] = [:]
    }

    /// The ids of the open elements, from the root; nil for one without.
    private var open: [String?] = []
    private var whole = Share()
    private var shares: [String: Share] = [:]

    /// An element with the ids that it refers to and the bytes of its path; a fault when it is the first that is nested too
    /// deeply.
    mutating func begin(id: String?, references: [String], pathData: Int = 0, isEmpty: Bool) -> Fault? {
        open.append(id)
        // Nothing below too deep a nesting is worth counting.
        if open.count <= Self.deepest {
            let cost = Cost(elements: 1, pathData: Double(pathData))
            Self.add(cost, references, to: &whole)
            for owner in Set(open.compactMap(\.self)) {
                Self.add(cost, references, to: &shares[owner, default: Share()])
            }
        }
        let isFirst = open.count == Self.deepest + 1
        if isEmpty { end() }
        return isFirst ? .tooDeep : nil
    }

    mutating func end() { if !open.isEmpty { open.removeLast() } }

    private static func add(_ cost: Cost, _ references: [String], to share: inout Share) {
        share.cost.add(cost, times: 1)
        for reference in references { share.targets[reference, default: 0] += 1 }
    }

    /// What following all references would come to.
    func fault() -> Fault? {
        var known: [String: Cost] = [:]
        var total = whole.cost
        for (target, times) in whole.targets.sorted(by: { $0.key < $1.key }) {
            guard let cost = cost(of: target, above: [], &known) else { return .circular }
            total.add(cost, times: times)
        }
        if total.elements > Self.mostElements { return .tooMany }
        return total.pathData > Self.mostPathData ? .tooDense : nil
    }

    /// What one reference draws; nil when it leads back to itself, infinite at the end of too long a chain.
    private func cost(of id: String, above: [String], _ known: inout [String: Cost]) -> Cost? {
        if let cost = known[id] { return cost }
        guard !above.contains(id) else { return nil }
        guard above.count < Self.longestChain else { return .infinite }
        guard let share = shares[id] else { return Cost() }
        var total = share.cost
        for (target, times) in share.targets.sorted(by: { $0.key < $1.key }) {
            guard let cost = cost(of: target, above: above + [id], &known) else { return nil }
            total.add(cost, times: times)
        }
        known[id] = total
        return total
    }
}
