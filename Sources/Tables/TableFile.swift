package import Diagnostics

/// A table that people take away: a header, rows and a row of totals, written as CSV and as a workbook.
package struct TableFile: Hashable, Sendable {
    package enum Cell: Hashable, Sendable {
        case text(String)
        case number(Int)

        package var text: String {
            switch self {
            case .text(let text): text
            case .number(let number): "\(number)"
            }
        }
    }

    package struct Column: Hashable, Sendable {
        package var title: String
        /// In digits of a spreadsheet's default type.
        package var width: Double

        package init(_ title: String, width: Double = 10) {
            self.title = title
            self.width = width
        }
    }

    package var columns: [Column]
    package var rows: [[Cell]]
    /// Empty for a table that adds nothing up.
    package var total: [Cell]

    package init(columns: [Column], rows: [[Cell]], total: [Cell]) {
        self.columns = columns
        self.rows = rows
        self.total = total
    }

    /// UTF-8 with a byte order mark, because Excel takes a file without one for GB18030; lines end in CRLF (RFC 4180).
    package var csv: [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in [columns.map(\.title)] + (total.isEmpty ? rows : rows + [total]).map({ $0.map(\.text) }) {
            bytes += row.map(Self.field).joined(separator: ",").utf8
            bytes += [0x0D, 0x0A]
        }
        return bytes
    }

    /// A field as RFC 4180 writes it. A text that a spreadsheet would run as a formula gets an apostrophe before it.
    private static func field(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    /// What a workbook says about itself.
    package struct Properties: Hashable, Sendable {
        package var title: String
        package var author: String
        /// The name of its sheet, at most 31 characters.
        package var sheet: String
        /// The day that it is said to be made on: stated, because the bytes may not depend on the clock.
        package var year: Int
        package var month: Int
        package var day: Int

        package init(title: String, author: String, sheet: String, year: Int, month: Int, day: Int) {
            self.title = title
            self.author = author
            self.sheet = sheet
            self.year = year
            self.month = month
            self.day = day
        }
    }

    /// An Office Open XML workbook with one sheet that prints on A4 across, the header on every page.
    package func workbook(_ properties: Properties) throws(Fault) -> [UInt8] {
        try Workbook.bytes(of: self, properties)
    }
}
