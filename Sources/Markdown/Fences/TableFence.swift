import Diagnostics
import Tables

/// The rows of a ```table fence: pipes if the first line has one, else comma-separated values as in RFC 4180; the first row is
/// the header, a row of `:--:` behind it says how the columns stand.
struct TableFence {
    struct Cell {
        /// Parts of the fence's text for each line of the cell.
        var lines: [[Range<Int>]]
        let start: Int
    }

    struct Row {
        var cells: [Cell]
        let start: Int
    }

    private(set) var rows: [Row]
    private(set) var columns: [ColumnAlignment]

    init(_ text: MappedText, in file: SourceFile, _ faults: inout FaultList) {
        let bytes = text.bytes
        let firstLine = bytes.split(separator: UInt8(ascii: "\n")).first { !$0.allSatisfy(\.isBlank) }
        let hasPipes = firstLine?.contains(UInt8(ascii: "|")) ?? false
        rows = hasPipes ? Self.pipeRows(bytes) : Self.commaRows(text, file, &faults)
        columns = []
        guard let header = rows.first else { return }
        if rows.count > 1, let alignments = Self.alignments(rows[1], of: bytes) {
            rows.remove(at: 1)
            columns = alignments
        }
        columns = (0..<header.cells.count).map { $0 < columns.count ? columns[$0] : .none }
        checkWidths(text, file, &faults)
    }

    private func checkWidths(_ text: MappedText, _ file: SourceFile, _ faults: inout FaultList) {
        if columns.count > ColumnAlignments.limit {
            let place = file.place(ofByte: text.place(of: rows[0].start))
            faults.add(
                .tooManyColumns, at: place,
                ["count": .init("\(columns.count)"), "limit": .init("\(ColumnAlignments.limit)")])
        }
        for row in rows.dropFirst() where row.cells.count != columns.count {
            let start = row.cells.count > columns.count ? row.cells[columns.count].start : row.start
            faults.add(
                .raggedRow, at: file.place(ofByte: text.place(of: start)),
                ["count": .init("\(row.cells.count)"), "expected": .init("\(columns.count)")])
            faults.endParagraph()
        }
    }

    // MARK: Pipes

    private static func pipeRows(_ bytes: [UInt8]) -> [Row] {
        var rows: [Row] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = trimmed(start..<end, of: bytes)
            if !line.isEmpty { rows.append(Row(cells: pipeCells(line, of: bytes), start: line.lowerBound)) }
            start = end + 1
        }
        return rows
    }

    /// The cells between the bars of a line; `\|` is a bar inside a cell.
    private static func pipeCells(_ line: Range<Int>, of bytes: [UInt8]) -> [Cell] {
        let bar = UInt8(ascii: "|")
        var cells: [Cell] = []
        var at = bytes[line.lowerBound] == bar ? line.lowerBound + 1 : line.lowerBound
        var parts: [Range<Int>] = []
        var partStart = at
        while at < line.upperBound {
            if bytes[at] == UInt8(ascii: "\\"), at + 1 < line.upperBound {
                if bytes[at + 1] == bar {
                    parts.append(partStart..<at)
                    partStart = at + 1
                }
                at += 2
                continue
            }
            if bytes[at] == bar {
                cells.append(cell(parts + [partStart..<at], of: bytes))
                parts = []
                partStart = at + 1
            }
            at += 1
        }
        // A bar at the end closes the last cell.
        if partStart < line.upperBound || !parts.isEmpty {
            cells.append(cell(parts + [partStart..<line.upperBound], of: bytes))
        }
        return cells.isEmpty ? [cell([line], of: bytes)] : cells
    }

    /// A cell of one line, blanks around it taken off.
    private static func cell(_ parts: [Range<Int>], of bytes: [UInt8]) -> Cell {
        var parts = parts
        let last = parts.count - 1
        parts[last] = trimmedEnd(parts[last], of: bytes)
        parts[0] = trimmed(parts[0], of: bytes, atEnd: parts.count == 1)
        return Cell(lines: [parts], start: parts[0].lowerBound)
    }

    // MARK: Commas

    private static func commaRows(_ text: MappedText, _ file: SourceFile, _ faults: inout FaultList) -> [Row] {
        let (records, csvFaults) = CSV.records(in: text.bytes)
        for fault in csvFaults {
            faults.add(fault.code, at: file.place(ofByte: text.place(of: fault.offset)))
        }
        return records.map { record in
            Row(cells: record.map { commaCell($0, of: text.bytes) }, start: record.first?.start ?? 0)
        }
    }

    /// A cell as it was typed, quotes taken off, `""` inside read as one; a line end inside keeps two lines apart.
    private static func commaCell(_ cell: Tables.Cell, of bytes: [UInt8]) -> Cell {
        let range = cell.start..<min(cell.start + cell.length, bytes.count)
        guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\"") else {
            return Cell(lines: [[trimmed(range, of: bytes)]], start: cell.start)
        }
        var lines: [[Range<Int>]] = []
        var parts: [Range<Int>] = []
        var partStart = range.lowerBound + 1
        var at = partStart
        while at < range.upperBound {
            if bytes[at] == UInt8(ascii: "\"") {
                let isDoubled = at + 1 < range.upperBound && bytes[at + 1] == UInt8(ascii: "\"")
                parts.append(partStart..<(isDoubled ? at + 1 : at))
                at += isDoubled ? 2 : 1
                partStart = at
                continue
            }
            if bytes[at] == UInt8(ascii: "\n") {
                lines.append(parts + [trimmed(partStart..<at, of: bytes)])
                parts = []
                partStart = at + 1
            }
            at += 1
        }
        lines.append(parts + [partStart..<range.upperBound])
        return Cell(lines: lines.filter { !$0.allSatisfy(\.isEmpty) || lines.count == 1 }, start: cell.start)
    }

    // MARK: Alignment

    private static func alignments(_ row: Row, of bytes: [UInt8]) -> [ColumnAlignment]? {
        var alignments: [ColumnAlignment] = []
        for cell in row.cells {
            guard cell.lines.count == 1, cell.lines[0].count == 1 else { return nil }
            let mark = bytes[cell.lines[0][0]]
            let dashes = mark.drop { $0 == UInt8(ascii: ":") }.prefix { $0 == UInt8(ascii: "-") }
            let left = mark.first == UInt8(ascii: ":")
            let right = mark.last == UInt8(ascii: ":")
            guard !dashes.isEmpty, mark.count == dashes.count + (left ? 1 : 0) + (right ? 1 : 0) else { return nil }
            alignments.append(left ? (right ? .centre : .left) : right ? .right : .none)
        }
        return alignments
    }

    private static func trimmed(_ range: Range<Int>, of bytes: [UInt8], atEnd: Bool = true) -> Range<Int> {
        let range = atEnd ? trimmedEnd(range, of: bytes) : range
        var start = range.lowerBound
        while start < range.upperBound, bytes[start].isASCIISpace { start += 1 }
        return start..<range.upperBound
    }

    private static func trimmedEnd(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1].isASCIISpace { end -= 1 }
        return range.lowerBound..<end
    }
}
