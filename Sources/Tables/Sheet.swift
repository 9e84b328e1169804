package import Diagnostics

/// A table with a header, read by its columns' names.
package struct Sheet: Sendable {
    package let file: SourceFile
    /// The index of each wanted column in a record, by the wanted name.
    private let positions: [String: Int]
    private let records: [[Cell]]

    /// A column that a sheet may have.
    package struct Column: Sendable {
        package let name: String
        /// Another name for it, in English.
        package let twin: String
        package let isRequired: Bool

        package init(_ name: String, _ twin: String, required: Bool = false) {
            self.name = name
            self.twin = twin
            isRequired = required
        }
    }

    /// Reads a sheet whose first record names the columns. Unknown, missing and repeated columns are reported.
    package init(_ file: SourceFile, columns: [Column], reporting report: inout Report) {
        self.file = file
        let (records, faults) = CSV.records(in: file.bytes)
        for fault in faults { report.add(fault.code, at: file.place(ofByte: fault.offset)) }
        // A row with a fault of its own says nothing reliable, so its cells are not judged as well.
        self.records = records.dropFirst().filter { record in
            guard let first = record.first, let last = record.last else { return false }
            return !faults.contains { (first.start...last.start + last.length).contains($0.offset) }
        }
        guard let header = records.first else {
            report.add(.emptyTable, at: SourcePlace(file: file.path))
            positions = [:]
            return
        }
        positions = Self.positions(of: columns, in: header, of: file, reporting: &report)
        for record in self.records where record.count > header.count {
            guard let extra = record[header.count...].first(where: { !$0.text.isEmpty }) else { continue }
            report.add(
                .csvTooManyCells, at: file.place(ofByte: extra.start),
                ["count": .init("\(record.count)"), "expected": .init("\(header.count)")])
        }
    }

    /// The rows in order, without those that hold white space alone.
    package var rows: [Row] {
        records.filter { $0.contains { !Row.trimmed($0.text).isEmpty } }.map { Row(cells: $0, positions: positions) }
    }

    /// Whether the header names a column.
    package func has(_ column: String) -> Bool { positions[column] != nil }

    package func place(of cell: Cell) -> SourcePlace { file.place(ofByte: cell.start) }

    package struct Row: Sendable {
        fileprivate let cells: [Cell]
        fileprivate let positions: [String: Int]

        /// Where the row begins.
        package var start: Int { cells.first?.start ?? 0 }

        /// The cell of a column without white space around it; nil when it is empty or the row ends before it.
        package func cell(_ column: String) -> Cell? {
            guard let position = positions[column], position < cells.count else { return nil }
            var cell = cells[position]
            cell.text = Self.trimmed(cell.text)
            return cell.text.isEmpty ? nil : cell
        }

        package func text(_ column: String) -> String? { cell(column)?.text }

        fileprivate static func trimmed(_ text: String) -> String {
            let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
            let scalars = text.unicodeScalars
            guard let first = scalars.firstIndex(where: { !isBlank($0) }),
                let last = scalars.lastIndex(where: { !isBlank($0) })
            else { return "" }
            return String(scalars[first...last])
        }
    }

    private static func positions(
        of columns: [Column], in header: [Cell], of file: SourceFile, reporting report: inout Report
    ) -> [String: Int] {
        if header.count == 1, let mark = separator(in: header[0]) {
            report.add(.csvSeparator, at: file.place(ofByte: header[0].start), ["mark": mark])
            return [:]
        }
        var positions: [String: Int] = [:]
        for (index, cell) in header.enumerated() {
            let name = Row.trimmed(cell.text)
            if name.isEmpty { continue }
            guard let column = columns.first(where: { $0.name == name || $0.twin == name.lowercased() }) else {
                var arguments: [String: Wording] = ["column": .init(name)]
                let known = columns.flatMap { [$0.name, $0.twin] }
                if let near = Suggestion.nearest(to: name, among: known) { arguments["suggestion"] = .init(near) }
                report.add(.unknownColumn, at: file.place(ofByte: cell.start), length: name.count, arguments)
                continue
            }
            if positions[column.name] != nil {
                report.add(
                    .duplicateColumn, at: file.place(ofByte: cell.start), length: name.count, ["column": .init(name)])
            }
            positions[column.name] = positions[column.name] ?? index
        }
        for column in columns where column.isRequired && positions[column.name] == nil {
            report.add(.missingColumn, at: file.place(ofLine: 1), ["column": .init(column.name)])
        }
        return positions
    }

    /// The mark that was probably meant as a comma.
    private static func separator(in cell: Cell) -> Wording? {
        for (mark, wording): (Unicode.Scalar, Wording) in [
            ("，", .init("中文逗号“，”", "full-width commas")), (";", .init("分号“;”", "semicolons")),
            ("；", .init("分号“；”", "full-width semicolons")), ("\t", .init("制表符", "tabs")), ("、", .init("顿号“、”", "“、”")),
        ] where cell.text.unicodeScalars.contains(mark) {
            return wording
        }
        return nil
    }
}
