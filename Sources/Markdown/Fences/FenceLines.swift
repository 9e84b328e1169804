/// Takes the lines of a fenced block out of the text around it, so that they can be read as a text of their own whose places are
/// those of the outer file.
struct FenceLines {
    let text: MappedText
    let lines: LineTable
    let sentinel: Sentinel?
    let prefix: ContainerPrefix

    /// `count` lines behind the opening fence, each with a line feed.
    func inner(behind openingLine: Int, count: Int) -> MappedText {
        let fenceIndent = prefix.scan(toEntryOn: openingLine).indent
        var inner = MappedText()
        for line in (openingLine + 1)..<(openingLine + 1 + count) where line <= lines.count {
            let start = contentStart(of: line, indent: fenceIndent, in: &inner)
            append(start..<max(start, lines.content(of: line).upperBound), to: &inner)
            inner.append([UInt8(ascii: "\n")], at: text.place(of: lines.content(of: line).upperBound))
        }
        return inner
    }

    /// Where the content of a line of the fence begins: blanks are taken off up to the fence's own indent.
    private func contentStart(of line: Int, indent: Int, in inner: inout MappedText) -> Int {
        var scan = prefix.rest(of: line).scan
        scan.advance(columns: min(indent, scan.indent))
        let rest = scan.restOfTab
        guard rest > 0 else { return scan.index }
        inner.insert([UInt8](repeating: UInt8(ascii: " "), count: rest), before: text.place(of: scan.index))
        return scan.index + 1
    }

    private func append(_ range: Range<Int>, to inner: inout MappedText) {
        var start = range.lowerBound
        if let sentinel {
            for index in range where sentinel.stands(at: index, in: text.bytes) {
                inner.append(start..<index, of: text)
                start = index + Sentinel.length
            }
        }
        inner.append(start..<range.upperBound, of: text)
    }
}
