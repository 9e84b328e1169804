import Tables

/// handbook/orders.csv: how many copies of which file each unit gets, as a spreadsheet opens it.
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
        TableFile(
            columns: Self.header.map { .init($0) },
            rows: rows.map { [.text($0.unit), .number($0.copies), .number($0.pages), .text($0.file)] },
            total: [.text("合计"), .number(rows.reduce(0) { $0 + $1.copies }), .text(""), .text("")]
        ).csv
    }
}
