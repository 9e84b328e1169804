import Drawing

/// A title divided into lines between words, so that it may be set as large as its frame allows.
struct TitleLines {
    private let scalars: [Unicode.Scalar]
    /// Where words begin, from the first, and the end.
    private let bounds: [Int]

    init(_ title: String) {
        scalars = Array(title.unicodeScalars)
        let starts = WordBreaks.starts(in: title)
        bounds = starts.indices.filter { starts[$0] } + [scalars.count]
    }

    /// The division that gives the largest characters; of two alike the one with fewer lines. `leading` is a multiple of
    /// the size, `largest` the frame's largest size.
    func divided(for box: Size, leading: Double, largest: Points, mostLines: Int) -> [String] {
        var best: (lines: [String], size: Points)?
        for count in 1...max(1, mostLines) {
            guard let lines = divided(into: count), let longest = lines.map(\.unicodeScalars.count).max() else { break }
            let size = min(
                largest, box.width / Double(max(1, longest)), box.height / (1 + leading * Double(count - 1)))
            if size > (best?.size ?? 0) * 1.02 { best = (lines, size) }
        }
        return best?.lines ?? []
    }

    /// The lines whose longest is shortest, and of those the most even; nil when there are fewer words than lines.
    private func divided(into count: Int) -> [String]? {
        guard bounds.count > count else { return nil }
        struct Cost: Comparable {
            var longest: Int
            var squares: Int
            static func < (left: Self, right: Self) -> Bool {
                (left.longest, left.squares) < (right.longest, right.squares)
            }
        }
        var costs: [[Cost?]] = [[Cost(longest: 0, squares: 0)] + bounds.dropFirst().map { _ in nil }]
        var previous: [[Int]] = [bounds.map { _ in 0 }]
        for line in 1...count {
            var row = [Cost?](repeating: nil, count: bounds.count)
            var from = [Int](repeating: 0, count: bounds.count)
            for end in 1..<bounds.count {
                for start in 0..<end {
                    guard let before = costs[line - 1][start] else { continue }
                    let length = bounds[end] - bounds[start]
                    let cost = Cost(longest: max(before.longest, length), squares: before.squares + length * length)
                    if row[end].map({ cost < $0 }) ?? true {
                        row[end] = cost
                        from[end] = start
                    }
                }
            }
            costs.append(row)
            previous.append(from)
        }
        guard costs[count][bounds.count - 1] != nil else { return nil }
        var lines: [String] = []
        var end = bounds.count - 1
        for line in stride(from: count, to: 0, by: -1) {
            let start = previous[line][end]
            lines.append(string(bounds[start]..<bounds[end]))
            end = start
        }
        return lines.reversed()
    }

    private func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }
}
