import Diagnostics

/// The fences ```table, ```qr and ```notice: what stands inside is Markdown again, with the places of the outer file.
extension TreeReader {
    /// Notices inside notices; more is a fault.
    static let noticeLimit = 4

    /// Reads a fence of ours into the tree; false for any other code block.
    mutating func readFence(_ info: TextSpan, _ node: CmarkNode, lineCount: Int, at place: Int) -> Bool {
        let name = builder.text[info.range].prefix { !$0.isASCIISpace }
        guard let fence = ["table", "qr", "notice"].first(where: { name.elementsEqual($0.utf8) }) else { return false }
        if fence == "notice", noticeDepth >= Self.noticeLimit {
            report(.noticeTooDeep, at: place, ["limit": .init("\(Self.noticeLimit)")])
            return false
        }
        if node.endLine <= node.startLine + lineCount { report(.fenceNotClosed, at: place, ["name": .init(fence)]) }
        let inner = FenceLines(text: text, lines: lines, sentinel: sentinel, prefix: prefix)
            .inner(behind: node.startLine, count: lineCount)
        switch fence {
        case "table": readTable(inner, at: place)
        case "qr": readQR(inner, at: place)
        default: readNotice(inner, title: title(in: info, behind: name.count), at: place)
        }
        return true
    }

    private func title(in info: TextSpan, behind name: Int) -> TextSpan {
        var start = info.range.lowerBound + name
        var end = info.range.upperBound
        while start < end, builder.text[start].isASCIISpace { start += 1 }
        while end > start, builder.text[end - 1].isASCIISpace { end -= 1 }
        return TextSpan(start: start, length: end - start)
    }

    private mutating func readNotice(_ inner: MappedText, title: TextSpan, at place: Int) {
        read(inner, as: .notice(title: title, at: place, depth: noticeDepth + 1), marked: nil)
    }

    private mutating func readTable(_ inner: MappedText, at place: Int) {
        let table = TableFence(inner, in: passes.file, &passes.faults)
        if table.rows.count < 2 { report(.emptyTableFence, at: place) }
        guard !table.rows.isEmpty, var cells = InlineLines(from: inner) else {
            builder.add(.table(columns: ColumnAlignments([])), at: place)
            return
        }
        var rows: [TableRows.Row] = []
        for (index, row) in table.rows.enumerated() {
            for cell in row.cells { cells.append(cell.lines, at: cell.start, isHard: true) }
            rows.append(
                TableRows.Row(
                    isHeader: index == 0, place: inner.place(of: row.start),
                    cellPlaces: row.cells.map { inner.place(of: $0.start) },
                    missing: max(0, table.columns.count - row.cells.count)))
        }
        builder.begin(.table(columns: ColumnAlignments(table.columns)), at: place)
        read(cells.text, as: .table(TableRows(rows)), marked: cells.sentinel)
        builder.end()
    }

    /// The first line is what the code says, the others are its caption.
    private mutating func readQR(_ inner: MappedText, at place: Int) {
        let lines = inner.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { line in line.indices }.map { trimmed($0, of: inner.bytes) }
        let payload = lines.first ?? 0..<0
        if payload.isEmpty { report(.emptyQR, at: place) }
        let start = builder.textCount
        builder.anchor(at: inner.place(of: payload.lowerBound))
        builder.append(inner.bytes[payload])
        builder.begin(.qr(payload: TextSpan(start: start, length: payload.count)), at: place)
        let caption = lines.dropFirst().filter { !$0.isEmpty }
        if let first = caption.first, var text = InlineLines(from: inner) {
            text.append(caption.map { [$0] }, at: first.lowerBound, isHard: false)
            read(text.text, as: .caption, marked: text.sentinel)
        }
        builder.end()
    }

    private func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start].isASCIISpace { start += 1 }
        while end > start, bytes[end - 1].isASCIISpace { end -= 1 }
        return start..<end
    }

    /// Reads a text inside this one into the same document.
    private mutating func read(_ inner: MappedText, as role: Role, marked: Sentinel?) {
        // Handed over and taken back, so that the arrays are never copied.
        var own = DocumentBuilder(capacity: 0)
        swap(&own, &builder)
        var reader = TreeReader(inner, as: role, marked: marked, into: own, passes)
        own = DocumentBuilder(capacity: 0)
        reader.read()
        swap(&reader.builder, &builder)
        passes = reader.passes
    }

    private mutating func report(_ code: DiagnosticCode, at place: Int, _ arguments: [String: Wording] = [:]) {
        passes.faults.add(code, at: passes.file.place(ofByte: place), arguments)
    }
}
