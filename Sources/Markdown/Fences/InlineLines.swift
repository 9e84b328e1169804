/// Puts pieces of text together so that cmark reads each as inline Markdown and nothing else: a paragraph of its own, of which
/// every line begins with a sentinel, so that no line can begin a list, a heading or another block. The sentinel is a
/// punctuation mark, beside which emphasis opens as at the beginning of a line.
struct InlineLines {
    private(set) var text = MappedText()
    let sentinel: Sentinel
    private let source: MappedText

    /// Nil if the source holds every sentinel there is.
    init?(from source: MappedText) {
        guard let sentinel = Sentinel(absentFrom: source.bytes) else { return nil }
        self.sentinel = sentinel
        self.source = source
    }

    /// A paragraph of these lines; between them stands a soft break, or a line break if `isHard`.
    mutating func append(_ lines: [[Range<Int>]], at start: Int, isHard: Bool) {
        for (index, line) in lines.enumerated() {
            let begin = line.first?.lowerBound ?? start
            if index > 0 { text.insert((isHard ? "  \n" : "\n").utf8, before: source.place(of: begin)) }
            text.insert(sentinel.bytes, before: source.place(of: begin))
            for part in line { text.append(part, of: source) }
        }
        text.insert("\n\n".utf8, before: source.place(of: start))
    }
}
