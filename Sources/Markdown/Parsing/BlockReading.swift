import CCmark
import Diagnostics

/// Blocks, with the places of their first characters; what they hold is told to the passes when they end.
extension TreeReader {
    /// Quotes and lists nested more deeply than this are a fault: no page has room for them.
    static let depthLimit = 100

    mutating func enterRoot() {
        switch role {
        case .document: builder.begin(.document, at: text.place(of: 0))
        case .notice(let title, let place, _): builder.begin(.notice(title: title), at: place)
        case .table, .caption: break
        }
    }

    mutating func leaveRoot() {
        switch role {
        case .document, .notice: builder.end()
        case .table, .caption: break
        }
    }

    mutating func checkDepth(_ node: CmarkNode) {
        guard prefix.depth == Self.depthLimit + 1 else { return }
        let place = passes.file.place(ofByte: place(of: node))
        passes.faults.add(.nestedTooDeep, at: place, ["limit": .init("\(Self.depthLimit)")])
    }

    mutating func enterContent(_ kind: Node.Kind, _ node: CmarkNode, isSetext: Bool) {
        let start = lines.start(of: node.startLine) + max(0, node.startColumn - 1)
        let lastLine = max(node.startLine, node.endLine - (isSetext ? 1 : 0))
        aligner.begin(at: start, lines: node.startLine...lastLine)
        aligner.skipReferenceDefinitions(prefix)
        beginContent(kind, at: aligner.place)
    }

    private mutating func beginContent(_ kind: Node.Kind, at place: Int) {
        switch role {
        case .document, .notice: builder.begin(kind, at: place)
        case .table(var rows):
            rows.beginCell(in: &builder)
            role = .table(rows)
        case .caption: break
        }
        contentStart = builder.textCount
    }

    mutating func leaveContent() {
        passes.run(on: builder.current, textStart: contentStart, in: &builder)
        switch role {
        case .document, .notice: builder.end()
        case .table(var rows):
            rows.endCell(in: &builder)
            role = .table(rows)
        case .caption: break
        }
    }

    mutating func enterHeading(_ node: CmarkNode) {
        let start = lines.start(of: node.startLine) + max(0, node.startColumn - 1)
        guard let content = contentOfATXHeading(at: start) else {
            return enterContent(.heading(level: node.headingLevel), node, isSetext: true)
        }
        aligner.begin(at: content, lines: node.startLine...node.startLine)
        beginContent(.heading(level: node.headingLevel), at: text.place(of: start))
    }

    /// Behind `## `; nil for a heading that is underlined.
    private func contentOfATXHeading(at start: Int) -> Int? {
        var index = start
        while index < text.bytes.count, text.bytes[index] == UInt8(ascii: "#") { index += 1 }
        guard (1...6).contains(index - start) else { return nil }
        guard index < text.bytes.count else { return index }
        guard text.bytes[index].isBlank || text.bytes[index] == 10 || text.bytes[index] == 13 else { return nil }
        while index < text.bytes.count, text.bytes[index].isBlank { index += 1 }
        return index
    }

    mutating func enterCodeBlock(_ node: CmarkNode) {
        let place = place(of: node)
        let info = unsafe node.withFenceInfo { unsafe store($0) }
        let lineCount = unsafe node.withLiteral { bytes in unsafe bytes.count { $0 == 10 } }
        if readFence(info, node, lineCount: lineCount, at: place) { return }
        let literal = copyCode(node)
        builder.add(.codeBlock(info: info), literal: literal, at: place)
    }

    /// The literal of a code block, each line with its place.
    private mutating func copyCode(_ node: CmarkNode) -> TextSpan {
        let start = lines.start(of: node.startLine) + max(0, node.startColumn - 1)
        let isFenced = start < text.bytes.count && (text.bytes[start] == 0x60 || text.bytes[start] == 0x7E)
        let textStart = builder.textCount
        unsafe node.withLiteral { literal in
            var from = 0
            var line = node.startLine + (isFenced ? 1 : 0)
            while from < literal.count {
                let end = unsafe literal[from...].firstIndex(of: 10).map { $0 + 1 } ?? literal.count
                builder.anchor(at: text.place(of: codeStart(on: line, isFenced: isFenced)))
                _ = unsafe store(UnsafeBufferPointer(rebasing: literal[from..<end]))
                from = end
                line += 1
            }
        }
        return TextSpan(start: textStart, length: builder.textCount - textStart)
    }

    private func codeStart(on line: Int, isFenced: Bool) -> Int {
        guard line <= lines.count else { return text.bytes.count }
        var scan = prefix.depth > 0 ? prefix.scan(toEntryOn: line) : prefix.rest(of: line).scan
        if !isFenced { scan.advance(columns: 4) }
        return scan.index
    }

    mutating func enterHTMLBlock(_ node: CmarkNode) {
        let place = place(of: node)
        builder.anchor(at: place)
        let literal = unsafe node.withLiteral { unsafe store($0) }
        builder.add(.htmlBlock, literal: literal, at: place)
        reportHTML(literal, at: place)
        passes.faults.endParagraph()
    }

    /// Comments are left out in silence, and a closing tag goes with its opening one.
    mutating func reportHTML(_ literal: TextSpan, at place: Int) {
        let html = builder.text[literal.range]
        if html.starts(with: "<!--".utf8) || html.starts(with: "</".utf8) { return }
        passes.faults.add(.rawHTML, at: passes.file.place(ofByte: place))
    }

    /// Keeps a text of cmark's without sentinels.
    mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) -> TextSpan {
        let start = builder.textCount
        guard let sentinel else {
            unsafe builder.append(bytes)
            return TextSpan(start: start, length: bytes.count)
        }
        var from = 0
        var index = 0
        while index < bytes.count {
            guard unsafe sentinel.stands(at: index, in: bytes) else {
                index += 1
                continue
            }
            unsafe builder.append(UnsafeBufferPointer(rebasing: bytes[from..<index]))
            index += Sentinel.length
            from = index
        }
        unsafe builder.append(UnsafeBufferPointer(rebasing: bytes[from...]))
        return TextSpan(start: start, length: builder.textCount - start)
    }
}
