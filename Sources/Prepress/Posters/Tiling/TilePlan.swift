import Drawing

/// A sheet divided into tiles.
struct TilePlan {
    struct Tile {
        /// `A1`: the row's letter and the place in the row, from the left.
        var label: String
        /// From 1.
        var row: Int
        var column: Int
        /// What is printed of the sheet.
        var rect: Rect
        /// Where it meets its neighbours; nil at the sheet's own edges.
        var left: Seam?
        var right: Seam?
        var top: Seam?
        var bottom: Seam?
    }

    /// The paper as the tiles lie on it, upright or across.
    let paper: Size
    let sheet: Size
    /// In the order of reading.
    let tiles: [Tile]
    /// What the seams cut, when there was no way around.
    let cut: [ProtectedBox]

    /// Printers leave some 4 mm at the paper's edges empty; marks and labels stand in the rest.
    static let margin = Points.millimetres(8)

    /// The plan with the fewest sheets of paper, upright if both are equal.
    static func best(for sheet: Size, boxes: [ProtectedBox], on paper: Size) -> TilePlan {
        let papers = [paper, Size(width: paper.height, height: paper.width)]
        let solutions = papers.map { paper in
            let room = Self.room(on: paper)
            return (paper: paper, solution: TilePlanner(sheet: sheet, boxes: boxes, room: room).solved())
        }
        let best = solutions[1].solution.cost < solutions[0].solution.cost - 1 ? solutions[1] : solutions[0]
        return TilePlan(best.solution, of: sheet, boxes: boxes, on: best.paper)
    }

    /// About how many tiles there will be, before they are planned.
    static func estimate(for sheet: Size, on paper: Size) -> Int {
        let room = Self.room(on: paper)
        let overlap = Seam(parts: [.init(position: 0, from: 0, to: 0)]).overlap
        func count(_ length: Points, _ tile: Points) -> Int {
            max(1, Int(((length - overlap) / (tile - overlap)).rounded(.up)))
        }
        return min(
            count(sheet.width, room.width) * count(sheet.height, room.height),
            count(sheet.width, room.height) * count(sheet.height, room.width))
    }

    private static func room(on paper: Size) -> Size {
        Size(width: paper.width - 2 * margin, height: paper.height - 2 * margin)
    }

    private init(_ solution: TilePlanner.Solution, of sheet: Size, boxes: [ProtectedBox], on paper: Size) {
        var tiles: [Tile] = []
        for (index, row) in solution.rows.enumerated() {
            let top = row.top?.trimStart ?? 0
            let bottom = min(sheet.height, row.bottom?.flapEnd ?? sheet.height)
            for column in 0...row.seams.count {
                let left = column > 0 ? row.seams[column - 1] : nil
                let right = column < row.seams.count ? row.seams[column] : nil
                let start = left?.trimStart ?? 0
                let end = min(sheet.width, right?.flapEnd ?? sheet.width)
                tiles.append(
                    Tile(
                        label: "\(Self.letters(index))\(column + 1)", row: index + 1, column: column + 1,
                        rect: Rect(x: start, y: top, width: end - start, height: bottom - top), left: left,
                        right: right, top: row.top, bottom: row.bottom))
            }
        }
        self.paper = paper
        self.sheet = sheet
        self.tiles = tiles
        cut = Set(solution.rows.flatMap(\.cut)).sorted().map { boxes[$0] }
    }

    /// A to Z, AA, AB …
    private static func letters(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? letter : letters(index / 26 - 1) + letter
    }
}
