import Drawing

/// Sheets side by side on a board, in rows from the top left.
enum BoardLayout {
    /// Sheets may be this much larger than their place: frames and clips have some play.
    private static let play = Points.millimetres(1)

    /// Where each sheet hangs, from the board's top left corner, in the order given; nil when they do not all fit.
    static func places(of sheets: [Size], on board: Size) -> [Rect]? {
        var places: [Rect] = []
        var (x, y, rowHeight): (Points, Points, Points) = (0, 0, 0)
        for sheet in sheets {
            if x > 0, x + sheet.width > board.width + play {
                (x, y, rowHeight) = (0, y + rowHeight, 0)
            }
            guard x + sheet.width <= board.width + play, y + sheet.height <= board.height + play else { return nil }
            places.append(Rect(x: x, y: y, width: sheet.width, height: sheet.height))
            x += sheet.width
            rowHeight = max(rowHeight, sheet.height)
        }
        return places
    }
}
