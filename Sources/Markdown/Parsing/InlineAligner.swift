/// Follows cmark's inline nodes through the source, so that each of them gets its exact place.
///
/// cmark's own inline columns are wrong where continuation lines are indented differently, behind link reference
/// definitions and behind line ends inside links (measured with 0.30.2). The aligner reads the content of a
/// paragraph or heading line by line, without the prefixes of its containers, and consumes for each node what cmark
/// consumed for it: delimiters, brackets, link tails, escapes and character references.
struct InlineAligner {
    struct Cursor {
        var index: Int
        /// The end of the line's content.
        var end: Int
        var line: Int
    }

    let text: MappedText
    let lines: LineTable
    let sentinel: Sentinel?
    var cursor = Cursor(index: 0, end: 0, line: 1)
    private var lastLine = 1

    init(_ text: MappedText, _ lines: LineTable, _ sentinel: Sentinel?) {
        self.text = text
        self.lines = lines
        self.sentinel = sentinel
    }

    /// Goes to the beginning of a container's content.
    mutating func begin(at index: Int, lines range: ClosedRange<Int>) {
        let end = lines.content(of: range.lowerBound).upperBound
        cursor = Cursor(index: index, end: end, line: range.lowerBound)
        lastLine = min(range.upperBound, lines.count)
    }

    var place: Int { text.place(of: min(cursor.index, cursor.end)) }

    /// The next byte of the content; a line feed at the end of a line that another follows.
    func peek() -> UInt8? {
        if cursor.index < cursor.end { return text.bytes[cursor.index] }
        return cursor.line < lastLine ? 10 : nil
    }

    func peek(ahead offset: Int) -> UInt8? {
        cursor.index + offset < cursor.end ? text.bytes[cursor.index + offset] : nil
    }

    mutating func advance(_ prefix: ContainerPrefix) {
        guard cursor.index >= cursor.end else {
            cursor.index += 1
            return
        }
        guard cursor.line < lastLine else { return }
        let (scan, isLazy) = prefix.rest(of: cursor.line + 1)
        cursor.line += 1
        cursor.index = isLazy ? scan.index : scan.firstNonBlank
        cursor.end = lines.content(of: cursor.line).upperBound
    }

    mutating func skipSentinels() {
        guard let sentinel else { return }
        while cursor.index < cursor.end, sentinel.stands(at: cursor.index, in: text.bytes) {
            cursor.index += Sentinel.length
        }
    }

    mutating func skip(_ byte: UInt8, count: Int = 1, _ prefix: ContainerPrefix) {
        skipSentinels()
        for _ in 0..<count where peek() == byte { advance(prefix) }
    }

    mutating func skipBlanks(_ prefix: ContainerPrefix) {
        while let byte = peek(), byte.isBlank { advance(prefix) }
    }

    mutating func skipSpaces(_ prefix: ContainerPrefix) {
        while let byte = peek(), byte.isASCIISpace, byte != 10 { advance(prefix) }
    }
}

// MARK: - Literals

extension InlineAligner {
    enum Reading {
        /// Backslash escapes and character references are decoded.
        case text
        /// Character references alone.
        case autolink
        /// Code and raw HTML: nothing is decoded, line ends may be spaces.
        case verbatim
    }

    /// Copies a literal into the document without sentinels and notes where its bytes come from.
    mutating func copy(
        _ literal: UnsafeBufferPointer<UInt8>, as reading: Reading, into builder: inout DocumentBuilder,
        _ prefix: ContainerPrefix
    ) -> TextSpan {
        let start = builder.textCount
        var at = 0
        while at < literal.count {
            if let sentinel, unsafe sentinel.stands(at: at, in: literal) {
                at += Sentinel.length
                skipSentinels()
                continue
            }
            let run = unsafe matchingRun(literal, from: at, reading)
            if run > 0 {
                builder.anchor(at: place)
                unsafe builder.append(UnsafeBufferPointer(rebasing: literal[at..<at + run]))
                cursor.index += run
                at += run
                continue
            }
            guard let used = unsafe copyDecoded(literal, from: at, reading, into: &builder, prefix) else {
                // Cannot happen while this follows cmark's rules; the text must not be lost even so.
                builder.anchor(at: place)
                unsafe builder.append(UnsafeBufferPointer(rebasing: literal[at...]))
                break
            }
            at += used
        }
        return TextSpan(start: start, length: builder.textCount - start)
    }

    /// How many bytes the literal and the source have in common from here, up to the next special one.
    private func matchingRun(_ literal: UnsafeBufferPointer<UInt8>, from at: Int, _ reading: Reading) -> Int {
        let limit = min(cursor.end, text.segmentEnd(at: cursor.index)) - cursor.index
        let count = min(literal.count - at, limit)
        if count <= 0 { return 0 }
        return unsafe text.bytes[cursor.index..<cursor.index + count].withUnsafeBytes { source in
            let wanted = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(literal)[at..<at + count])
            var run = unsafe plainRun(source, wanted, reading)
            while run < count {
                let byte = unsafe source[run]
                guard unsafe byte == wanted[run] else { break }
                if reading != .verbatim, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\") { break }
                if let sentinel, byte == 0xEA, sentinel.stands(at: cursor.index + run, in: text.bytes) { break }
                run += 1
            }
            return run
        }
    }

    /// How many bytes two texts of one length have in common, by eights, before one of them may be special.
    private func plainRun(
        _ source: UnsafeRawBufferPointer, _ wanted: UnsafeRawBufferPointer, _ reading: Reading
    ) -> Int {
        let hasSentinel = sentinel != nil
        let decodes = reading != .verbatim
        var run = 0
        while run + 8 <= source.count {
            let eight = unsafe source.loadUnaligned(fromByteOffset: run, as: UInt64.self)
            guard unsafe eight == wanted.loadUnaligned(fromByteOffset: run, as: UInt64.self) else { break }
            if hasSentinel, eight.holds(0xEA) { break }
            // In Chinese text most eight bytes hold no ASCII at all.
            if decodes, !eight.isBeyondASCII, eight.holds(UInt8(ascii: "&")) || eight.holds(UInt8(ascii: "\\")) {
                break
            }
            run += 8
        }
        return run
    }

    /// Copies one decoded character; returns how many bytes of the literal it took, nil if nothing fits.
    private mutating func copyDecoded(
        _ literal: UnsafeBufferPointer<UInt8>, from at: Int, _ reading: Reading, into builder: inout DocumentBuilder,
        _ prefix: ContainerPrefix
    ) -> Int? {
        guard let byte = peek() else { return nil }
        let wanted = unsafe literal[at]
        builder.anchor(at: place)
        switch byte {
        case UInt8(ascii: "\\") where reading == .text && wanted.isASCIIPunctuation && peek(ahead: 1) == wanted:
            cursor.index += 2
        case UInt8(ascii: "&") where reading != .verbatim:
            if let used = unsafe copyReference(literal, from: at, into: &builder) { return used }
            guard wanted == byte else { return nil }
            cursor.index += 1
        case 0 where wanted == 0xEF:
            unsafe builder.append(UnsafeBufferPointer(rebasing: literal[at..<min(at + 3, literal.count)]))
            cursor.index += 1
            return 3
        case wanted: advance(prefix)
        case 10 where reading == .verbatim && wanted == 32: advance(prefix)
        case 10 where wanted == 13: break
        case 9 where wanted == 32:
            // The rest of a tab of which a container used up a part stands as spaces in the literal.
            if unsafe at + 1 == literal.count || literal[at + 1] != 32 { advance(prefix) }
        case _ where byte.isASCIISpace:
            advance(prefix)
            return 0
        default: return nil
        }
        builder.append(wanted)
        return 1
    }

    /// Copies what a character reference stands for; nil if cmark took the `&` as it is.
    private mutating func copyReference(
        _ literal: UnsafeBufferPointer<UInt8>, from at: Int, into builder: inout DocumentBuilder
    ) -> Int? {
        guard let reference = CharacterReference(in: text.bytes, at: cursor.index) else { return nil }
        let used: Int
        switch reference {
        case .scalar(let scalar, let length):
            used = UTF8.width(scalar)
            cursor.index += length
        case .named(let name):
            let bytes = text.bytes[name]
            let isAmpersand = bytes.elementsEqual("amp".utf8) || bytes.elementsEqual("AMP".utf8)
            if unsafe literal[at] == UInt8(ascii: "&"), !isAmpersand { return nil }
            cursor.index = name.upperBound + 1
            used = unsafe lengthOfDecoded(literal, from: at, name: bytes)
        }
        let end = min(at + used, literal.count)
        unsafe builder.append(UnsafeBufferPointer(rebasing: literal[at..<end]))
        return end - at
    }

    private func lengthOfDecoded(_ literal: UnsafeBufferPointer<UInt8>, from at: Int, name: ArraySlice<UInt8>) -> Int {
        if name.elementsEqual("fjlig".utf8) { return 2 }
        let first = unsafe Self.width(of: literal[at])
        var decoder = UTF8()
        var rest = unsafe literal.dropFirst(at + first).prefix(4).makeIterator()
        guard case .scalarValue(let second) = unsafe decoder.decode(&rest),
            CharacterReference.secondScalars.contains(second)
        else { return first }
        let isTyped = text.bytes[cursor.index...].starts(with: String(second).utf8)
        return isTyped ? first : first + UTF8.width(second)
    }

    private static func width(of first: UInt8) -> Int { first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }
}
