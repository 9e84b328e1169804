// What stands behind the text of a link, and link reference definitions, scanned as cmark scans them (CommonMark §6.3,
// §4.7): cmark keeps no places for these.
extension InlineAligner {
    /// Passes `](address "title")`, `][label]`, `][]` or `]` at the end of a link or image.
    mutating func skipLinkTail(_ prefix: ContainerPrefix) {
        skip(UInt8(ascii: "]"), prefix)
        let behindBracket = cursor
        if skipInlineTail(prefix) { return }
        cursor = behindBracket
        if skipLabel(prefix) == nil { cursor = behindBracket }
    }

    /// Passes the link reference definitions at the beginning of a paragraph.
    mutating func skipReferenceDefinitions(_ prefix: ContainerPrefix) {
        while peek() == UInt8(ascii: "[") {
            let start = cursor
            guard skipReferenceDefinition(prefix) else {
                cursor = start
                return
            }
        }
    }

    private mutating func skipInlineTail(_ prefix: ContainerPrefix) -> Bool {
        guard peek() == UInt8(ascii: "(") else { return false }
        advance(prefix)
        skipWhitespace(prefix)
        guard skipAddress(prefix, isDefinition: false) else { return false }
        if skipWhitespace(prefix) {
            let title = cursor
            if !skipTitle(prefix) { cursor = title }
            skipWhitespace(prefix)
        }
        guard peek() == UInt8(ascii: ")") else { return false }
        advance(prefix)
        return true
    }

    private mutating func skipReferenceDefinition(_ prefix: ContainerPrefix) -> Bool {
        guard let label = skipLabel(prefix), !label, peek() == UInt8(ascii: ":") else { return false }
        advance(prefix)
        skipSpacesAndLineEnd(prefix)
        guard skipAddress(prefix, isDefinition: true) else { return false }
        let behindAddress = cursor
        skipSpacesAndLineEnd(prefix)
        let hasSpace = cursor.index != behindAddress.index || cursor.line != behindAddress.line
        if hasSpace, skipTitle(prefix), skipRestOfLine(prefix) { return true }
        cursor = behindAddress
        return skipRestOfLine(prefix)
    }

    /// Passes `[label]` and says whether it is blank; nil if there is none.
    private mutating func skipLabel(_ prefix: ContainerPrefix) -> Bool? {
        guard peek() == UInt8(ascii: "[") else { return nil }
        advance(prefix)
        var length = 0
        var isBlank = true
        while let byte = peek(), byte != UInt8(ascii: "["), byte != UInt8(ascii: "]") {
            if !byte.isASCIISpace { isBlank = false }
            length += 1
            advance(prefix)
            if byte == UInt8(ascii: "\\"), let next = peek(), next.isASCIIPunctuation {
                length += 1
                advance(prefix)
            }
            if length > 1000 { return nil }
        }
        guard peek() == UInt8(ascii: "]") else { return nil }
        advance(prefix)
        return isBlank
    }

    private mutating func skipAddress(_ prefix: ContainerPrefix, isDefinition: Bool) -> Bool {
        guard peek() == UInt8(ascii: "<") else { return skipBareAddress(prefix, isDefinition: isDefinition) }
        advance(prefix)
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: ">"):
                advance(prefix)
                return true
            case UInt8(ascii: "\\"):
                advance(prefix)
                advance(prefix)
            case 10, UInt8(ascii: "<"): return false
            default: advance(prefix)
            }
        }
        return false
    }

    /// An address without `<>`: brackets must be balanced, a blank ends it.
    private mutating func skipBareAddress(_ prefix: ContainerPrefix, isDefinition: Bool) -> Bool {
        var depth = 0
        var isEmpty = true
        scan: while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\\") where peek(ahead: 1)?.isASCIIPunctuation ?? false:
                advance(prefix)
                advance(prefix)
            case UInt8(ascii: "("):
                depth += 1
                advance(prefix)
            case UInt8(ascii: ")"):
                if depth == 0 { break scan }
                depth -= 1
                advance(prefix)
            case _ where byte.isASCIISpace: break scan
            default: advance(prefix)
            }
            isEmpty = false
        }
        return depth == 0 && !(isEmpty && isDefinition)
    }

    /// Passes the longest title in quotes or brackets. As in cmark's scanner a closing mark behind a backslash may
    /// end the title if no other does.
    private mutating func skipTitle(_ prefix: ContainerPrefix) -> Bool {
        let close: UInt8
        switch peek() {
        case UInt8(ascii: "\""): close = UInt8(ascii: "\"")
        case UInt8(ascii: "'"): close = UInt8(ascii: "'")
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        default: return false
        }
        advance(prefix)
        var escaped = false
        var possibleEnd: Cursor?
        while let byte = peek() {
            advance(prefix)
            if byte == close {
                if !escaped { return true }
                possibleEnd = cursor
            } else if byte == UInt8(ascii: "("), close == UInt8(ascii: ")"), !escaped {
                break
            }
            escaped = byte == UInt8(ascii: "\\")
        }
        guard let possibleEnd else { return false }
        cursor = possibleEnd
        return true
    }

    @discardableResult
    private mutating func skipWhitespace(_ prefix: ContainerPrefix) -> Bool {
        var found = false
        while let byte = peek(), byte.isASCIISpace {
            advance(prefix)
            found = true
        }
        return found
    }

    /// Passes blanks with at most one line end among them.
    private mutating func skipSpacesAndLineEnd(_ prefix: ContainerPrefix) {
        while let byte = peek(), byte.isBlank { advance(prefix) }
        guard peek() == 10 else { return }
        advance(prefix)
        while let byte = peek(), byte.isBlank { advance(prefix) }
    }

    private mutating func skipRestOfLine(_ prefix: ContainerPrefix) -> Bool {
        while let byte = peek(), byte.isBlank { advance(prefix) }
        guard let byte = peek() else { return true }
        guard byte == 10 else { return false }
        advance(prefix)
        return true
    }
}
