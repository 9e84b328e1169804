import CCmark

/// What stands inside a paragraph, aligned with the text that it was written in.
extension TreeReader {
    mutating func enterText(_ node: CmarkNode) {
        let reading: InlineAligner.Reading = autolinks.last == true ? .autolink : .text
        let literal = unsafe node.withLiteral { unsafe aligner.copy($0, as: reading, into: &builder, prefix) }
        if literal.isEmpty { return }
        builder.add(.text, literal: literal, at: builder.anchors.sourceByte(ofText: Int(literal.start)))
    }

    mutating func enterBreak(_ kind: Node.Kind) {
        aligner.skipSentinels()
        aligner.skipSpaces(prefix)
        builder.add(kind, at: aligner.place)
        let isTyped = aligner.peek() == UInt8(ascii: "\\")
        if isTyped { aligner.advance(prefix) }
        if aligner.peek() == 10 { aligner.advance(prefix) }
        if !isTyped { aligner.skipBlanks(prefix) }
    }

    mutating func enterCode(_ node: CmarkNode) {
        aligner.skipSentinels()
        let place = aligner.place
        var ticks = 0
        while aligner.peek() == UInt8(ascii: "`") {
            ticks += 1
            aligner.advance(prefix)
        }
        let literal = unsafe node.withLiteral { unsafe aligner.copy($0, as: .verbatim, into: &builder, prefix) }
        while let byte = aligner.peek(), byte.isASCIISpace { aligner.advance(prefix) }
        aligner.skip(UInt8(ascii: "`"), count: ticks, prefix)
        builder.add(.code, literal: literal, at: place)
    }

    mutating func enterHTML(_ node: CmarkNode) {
        aligner.skipSentinels()
        let place = aligner.place
        let literal = unsafe node.withLiteral { unsafe aligner.copy($0, as: .verbatim, into: &builder, prefix) }
        builder.add(.htmlInline, literal: literal, at: place)
        reportHTML(literal, at: place)
    }

    mutating func enterEmphasis(_ kind: Node.Kind, count: Int) {
        aligner.skipSentinels()
        builder.begin(kind, at: aligner.place)
        aligner.skipDelimiters(count, prefix)
    }

    mutating func enterLink(_ node: CmarkNode) {
        let destination = unsafe node.withURL { unsafe store($0) }
        let title = unsafe node.withTitle { unsafe store($0) }
        aligner.skipSentinels()
        let isAutolink = aligner.peek() == UInt8(ascii: "<")
        autolinks.append(isAutolink)
        builder.begin(.link(destination: destination, title: title), at: aligner.place)
        aligner.advance(prefix)
    }

    mutating func leaveLink() {
        if autolinks.removeLast() {
            aligner.skip(UInt8(ascii: ">"), prefix)
        } else {
            aligner.skipLinkTail(prefix)
        }
    }

    mutating func enterImage(_ node: CmarkNode) {
        let destination = unsafe node.withURL { unsafe store($0) }
        let title = unsafe node.withTitle { unsafe store($0) }
        aligner.skipSentinels()
        builder.begin(.image(destination: destination, title: title), at: aligner.place)
        aligner.skip(UInt8(ascii: "!"), prefix)
        aligner.skip(UInt8(ascii: "["), prefix)
    }
}

extension InlineAligner {
    /// Passes the `*` or `_` of emphasis.
    mutating func skipDelimiters(_ count: Int, _ prefix: ContainerPrefix) {
        skipSentinels()
        for _ in 0..<count where peek() == UInt8(ascii: "*") || peek() == UInt8(ascii: "_") { advance(prefix) }
    }
}
