/// A piece of a template as it was typed.
struct Token: Hashable {
    enum Kind: Hashable {
        case text
        case variable, raw, section, inverted, close, partial, comment
        /// A tag of Mustache that this house does without.
        case unsupported
        /// `{{` without its `}}`.
        case unclosed
    }

    var kind: Kind
    /// Bytes of the file: the text itself, or the whole tag.
    var range: Range<Int>
    /// The name in a tag.
    var name: String
    /// Where the name begins.
    var nameStart: Int
}

/// Cuts a template into tokens. A section, a partial or a comment that stands alone on a line takes the line with it
/// (Mustache specification, standalone tags); a partial is not indented.
enum Tokeniser {
    static func tokens(of bytes: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var textStart = 0
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] == brace, bytes[index + 1] == brace else {
                index += 1
                continue
            }
            if index > textStart { tokens.append(text(textStart..<index)) }
            let tag = tag(in: bytes, at: index)
            tokens.append(tag)
            index = tag.range.upperBound
            textStart = index
        }
        if textStart < bytes.count { tokens.append(text(textStart..<bytes.count)) }
        return withoutStandaloneLines(tokens, bytes)
    }

    private static let brace = UInt8(ascii: "{")

    private static func text(_ range: Range<Int>) -> Token {
        Token(kind: .text, range: range, name: "", nameStart: range.lowerBound)
    }

    private static func tag(in bytes: [UInt8], at start: Int) -> Token {
        var content = start + 2
        let sigil = content < bytes.count ? bytes[content] : 0
        let kind: Token.Kind
        switch sigil {
        case brace, UInt8(ascii: "&"): kind = .raw
        case UInt8(ascii: "#"): kind = .section
        case UInt8(ascii: "^"): kind = .inverted
        case UInt8(ascii: "/"): kind = .close
        case UInt8(ascii: ">"): kind = .partial
        case UInt8(ascii: "!"): kind = .comment
        case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "*"):
            kind = .unsupported
        default: kind = .variable
        }
        if kind != .variable { content += 1 }
        let braces = sigil == brace ? 3 : 2
        guard let end = firstClosing(of: braces, in: bytes, from: content),
            kind == .comment || !bytes[content..<end].contains(where: { $0 == brace || $0 == UInt8(ascii: "\n") })
        else {
            let rest = bytes[start...].dropFirst(2)
            let stop = rest.firstIndex { $0 == brace || $0 == UInt8(ascii: "\n") } ?? bytes.count
            return Token(kind: .unclosed, range: start..<stop, name: "", nameStart: start)
        }
        var (first, last) = (content, end)
        while first < last, bytes[first] == UInt8(ascii: " ") { first += 1 }
        while first < last, bytes[last - 1] == UInt8(ascii: " ") { last -= 1 }
        return Token(
            kind: kind, range: start..<end + braces, name: String(decoding: bytes[first..<last], as: UTF8.self),
            nameStart: first)
    }

    /// Where as many closing braces begin.
    private static func firstClosing(of braces: Int, in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + braces <= bytes.count {
            if bytes[index..<index + braces].allSatisfy({ $0 == UInt8(ascii: "}") }) { return index }
            index += 1
        }
        return nil
    }

    private static func withoutStandaloneLines(_ tokens: [Token], _ bytes: [UInt8]) -> [Token] {
        var result = tokens
        for index in tokens.indices {
            switch tokens[index].kind {
            case .text, .variable, .raw, .unsupported, .unclosed: continue
            case .section, .inverted, .close, .partial, .comment: break
            }
            guard let before = blank(before: tokens[index].range.lowerBound, bytes),
                let after = blank(after: tokens[index].range.upperBound, bytes)
            else { continue }
            if index > 0, tokens[index - 1].kind == .text {
                let range = result[index - 1].range
                result[index - 1].range = range.lowerBound..<max(range.lowerBound, before)
            }
            if index + 1 < tokens.count, tokens[index + 1].kind == .text {
                let range = result[index + 1].range
                result[index + 1].range = min(after, range.upperBound)..<range.upperBound
            }
        }
        return result.filter { $0.kind != .text || !$0.range.isEmpty }
    }

    /// Where the line begins, if only blanks stand before an index.
    private static func blank(before index: Int, _ bytes: [UInt8]) -> Int? {
        var start = index
        while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
        return start == 0 || bytes[start - 1] == UInt8(ascii: "\n") ? start : nil
    }

    /// Where the next line begins, if only blanks stand behind an index.
    private static func blank(after index: Int, _ bytes: [UInt8]) -> Int? {
        var end = index
        while end < bytes.count, isBlank(bytes[end]) || bytes[end] == UInt8(ascii: "\r") { end += 1 }
        if end == bytes.count { return end }
        return bytes[end] == UInt8(ascii: "\n") ? end + 1 : nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
