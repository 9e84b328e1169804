/// handbook/orders.csv: how many copies of which file each unit gets, as a spreadsheet opens it.
///
/// UTF-8 with a byte order mark, because Excel takes a file without one for GB18030; lines end in CRLF (RFC 4180).
package struct OrdersTable: Sendable {
    package struct Row: Hashable, Sendable {
        package var unit: String
        package var copies: Int
        /// Of one copy.
        package var pages: Int
        /// Beside the table.
        package var file: String

        package init(unit: String, copies: Int, pages: Int, file: String) {
            self.unit = unit
            self.copies = copies
            self.pages = pages
            self.file = file
        }
    }

    private let rows: [Row]

    package init(_ rows: [Row]) { self.rows = rows }

    package static let header = ["单位", "册数", "页数", "文件"]

    /// The head, a line for each row in the order given, and a last line that adds up the copies.
    package var csv: [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        func add(_ cells: [String]) {
            bytes += cells.map(Self.cell).joined(separator: ",").utf8
            bytes += [0x0D, 0x0A]
        }
        add(Self.header)
        for row in rows { add([row.unit, "\(row.copies)", "\(row.pages)", row.file]) }
        add(["合计", "\(rows.reduce(0) { $0 + $1.copies })", "", ""])
        return bytes
    }

    /// A cell as RFC 4180 writes it. A text that a spreadsheet would run as a formula gets an apostrophe before it.
    private static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
