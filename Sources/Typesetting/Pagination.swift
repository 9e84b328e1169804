import Drawing

/// Divides a galley into the columns of frames, over a whole part of the flow at once.
///
/// First each column is filled up. When all the text found a place, the ends are chosen anew in as many frames, so that the
/// sum of all columns' costs is least: no column has a hole that others could share, and the last frame is not nearly empty
/// where spreading avoids it (Plass, “Optimal Pagination Techniques”, 1981, with one kind of cost).
struct Pagination {
    let setter: ColumnSetter
    let boxes: [FrameBox]

    /// The end of each column of one frame, filled up from a strip; what is kept together is divided only in need.
    static func filled(_ box: FrameBox, from start: Int, _ setter: ColumnSetter, inNeed: Bool = true) -> [Int] {
        var position = start
        return (0..<box.columns).map { column in
            let end = setter.ends(from: position, height: box.area.height, isFirst: column == 0).last
            if let end, inNeed || !end.isForced { position = end.position }
            return position
        }
    }

    /// A column may be left so many strips shorter than it could be.
    private static let leeway = 16
    /// So many beginnings of a column are followed further, those with the least text left first.
    private static let breadth = 24
    /// A last frame less full than this is nearly empty.
    private static let nearlyEmpty = 0.25

    /// A column's first strip, with the cost of all columns before it.
    private struct Beginning {
        var position: Int
        var cost: Double
        /// The beginning of the column before, by its index there.
        var previous: Int
    }

    /// The cheapest ends of a part of the flow, which ends with its last strip or before a forced frame.
    ///
    /// - Parameters:
    ///   - filled: the ends of each frame's columns, filled up.
    ///   - start: the part's first strip.
    ///   - first: the index of the part's first frame in `boxes`.
    /// - Returns: the ends of as many frames.
    func cheapest(_ filled: [[Int]], from start: Int, first: Int) -> [[Int]] {
        guard filled.count > 1, let end = filled.last?.last else { return filled }
        var layers: [[Beginning]] = [[Beginning(position: start, cost: 0, previous: 0)]]
        var best: (layer: Int, index: Int, cost: Double)?
        for (frame, columns) in filled.enumerated() {
            let box = boxes[first + frame]
            for column in columns.indices {
                layers.append(next(layers[layers.count - 1], in: box, column: column, end: end))
                let layer = layers.count - 1
                if let index = layers[layer].firstIndex(where: { $0.position == end }),
                    layers[layer][index].cost < best?.cost ?? .infinity
                {
                    best = (layer, index, layers[layer][index].cost)
                }
            }
        }
        guard let best else { return filled }
        return traced(layers, from: best.layer, best.index, like: filled, end: end)
    }

    private func next(_ beginnings: [Beginning], in box: FrameBox, column: Int, end: Int) -> [Beginning] {
        var found: [Int: Beginning] = [:]
        for (index, beginning) in beginnings.enumerated() where beginning.position < end {
            let ends = setter.ends(from: beginning.position, height: box.area.height, isFirst: column == 0)
            for candidate in ends.suffix(Self.leeway) where candidate.position <= end {
                let cost = beginning.cost + cost(candidate, in: box, column: column, isLast: candidate.position == end)
                if cost < found[candidate.position]?.cost ?? .infinity {
                    found[candidate.position] = Beginning(position: candidate.position, cost: cost, previous: index)
                }
            }
        }
        return Array(found.values.sorted { $0.position > $1.position }.prefix(Self.breadth))
    }

    /// Empty space costs by its square, so that it is shared out; a nearly empty last frame costs more than a line of space in
    /// each of several columns.
    private func cost(_ end: ColumnSetter.End, in box: FrameBox, column: Int, isLast: Bool) -> Double {
        let fill = end.height / max(1, box.area.height)
        guard isLast else { return 100 * (1 - fill) * (1 - fill) + (end.isForced ? 1000 : 0) }
        let whole = (Double(column) + fill) / Double(box.columns)
        let lack = max(0, Self.nearlyEmpty - whole)
        return 400 * lack * lack
    }

    private func traced(_ layers: [[Beginning]], from layer: Int, _ index: Int, like filled: [[Int]], end: Int)
        -> [[Int]]
    {
        var ends = [Int](repeating: end, count: layers.count - 1)
        var (layer, index) = (layer, index)
        while layer > 0 {
            ends[layer - 1] = layers[layer][index].position
            index = layers[layer][index].previous
            layer -= 1
        }
        var rest = ends[...]
        return filled.map { columns in
            let part = Array(rest.prefix(columns.count))
            rest = rest.dropFirst(columns.count)
            return part
        }
    }
}
