import Drawing

/// Where two tiles meet: a line across a band of the sheet, straight or, where no straight one misses every character, with
/// steps between lines of text.
///
/// Positions are measured across the seam, stretches along it, both in the sheet's points: for a seam from top to bottom the
/// position is x and the stretch a part of y.
struct Seam: Hashable {
    struct Part: Hashable {
        var position: Points
        var from: Points
        var to: Points
    }

    /// In order, without gaps.
    let parts: [Part]
    /// Characters and codes that it cuts, when there is no way around them, as indices of the planner's boxes.
    let cut: [Int]
    let least: Points
    let most: Points

    init(parts: [Part], cut: [Int] = []) {
        self.parts = parts
        self.cut = cut
        least = parts.map(\.position).min() ?? 0
        most = parts.map(\.position).max() ?? 0
    }

    var isStraight: Bool { parts.count == 1 }

    /// The same seam on another stretch.
    func stretched(from start: Points, to end: Points) -> Seam {
        var parts = self.parts
        parts[0].from = start
        parts[parts.count - 1].to = end
        return Seam(parts: parts, cut: cut)
    }

    /// The position at a place along the seam.
    func position(at place: Points) -> Points {
        (parts.first { place <= $0.to } ?? parts.last)?.position ?? 0
    }

    /// How far the tile behind the seam reaches before it: the paper that is cut off.
    static let trim = Points.millimetres(3)
    /// How far the tile before a seam reaches beyond it: the paper that is glued.
    private static let flap = Points.millimetres(10)
    /// How far apart the parts of a stepped seam may lie, so that the overlap stays within 15 mm.
    static let mostSpread = Points.millimetres(8)
    private static let steppedFlap = Points.millimetres(4)

    /// Where the tile before the seam ends.
    var flapEnd: Points { max(least + Self.flap, most + Self.steppedFlap) }
    /// Where the tile behind the seam begins.
    var trimStart: Points { least - Self.trim }
    var overlap: Points { flapEnd - trimStart }
}
