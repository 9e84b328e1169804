/// The rows of a table while its cells are read one after the other.
struct TableRows {
    struct Row {
        let isHeader: Bool
        let place: Int
        let cellPlaces: [Int]
        /// Empty cells that are added behind the last, so that no row is shorter than the header.
        let missing: Int
    }

    private let rows: [Row]
    private var row = 0
    private var cell = 0

    init(_ rows: [Row]) { self.rows = rows }

    mutating func beginCell(in builder: inout DocumentBuilder) {
        if cell == 0 { builder.begin(.tableRow(header: rows[row].isHeader), at: rows[row].place) }
        builder.begin(.tableCell, at: rows[row].cellPlaces[cell])
    }

    mutating func endCell(in builder: inout DocumentBuilder) {
        builder.end()
        cell += 1
        guard cell == rows[row].cellPlaces.count else { return }
        for _ in 0..<rows[row].missing { builder.add(.tableCell, at: rows[row].place) }
        builder.end()
        row += 1
        cell = 0
    }
}
