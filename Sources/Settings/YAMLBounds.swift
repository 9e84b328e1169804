import Diagnostics

/// What a settings file must keep to before the YAML parser, which works by recursion, may see it.
enum YAMLBounds {
    /// Levels of nesting; our deepest file has five.
    static let depth = 32
    /// Bytes; a campaign of a hundred phases has 50 KB.
    static let size = 1 << 20
    /// References (`*name`): a handful cannot multiply into much, and any is refused afterwards anyway.
    static let references = 8

    static func hold(for file: SourceFile, in range: Range<Int>, reporting report: inout Report) -> Bool {
        guard range.count <= size else {
            report.add(
                .fileTooLarge, at: SourcePlace(file: file.path),
                ["size": .init("\(range.count / 1024) KB"), "limit": .init("\(size / 1024) KB")])
            return false
        }
        if let place = firstTooDeep(file.bytes, in: range) {
            report.add(.settingsTooDeep, in: file, at: Span(start: place, length: 1), ["limit": .init("\(depth)")])
            return false
        }
        if let place = tooManyReferences(file.bytes, in: range) {
            report.add(.yamlReference, in: file, at: Span(start: place, length: 1))
            return false
        }
        return true
    }

    /// Where brackets, or the steps of indentation and list dashes of one line, go deeper than allowed. It counts too
    /// much rather than too little: brackets in texts count as well, which evens out, because they are closed again.
    private static func firstTooDeep(_ bytes: [UInt8], in range: Range<Int>) -> Int? {
        var brackets = 0
        var steps = 0
        var atLineStart = true
        for index in range {
            switch bytes[index] {
            case UInt8(ascii: "\n"):
                steps = 0
                atLineStart = true
            case UInt8(ascii: " ") where atLineStart: steps += 1
            case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
                let next = index + 1 < range.upperBound ? bytes[index + 1] : UInt8(ascii: "\n")
                if atLineStart, next == UInt8(ascii: " ") { steps += 2 } else { atLineStart = false }
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets += 1
                atLineStart = false
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                brackets = max(0, brackets - 1)
                atLineStart = false
            default: atLineStart = false
            }
            if brackets > depth || steps > 4 * depth { return index }
        }
        return nil
    }

    /// Nested references grow without bound when they stand in keys, before we see a single node.
    private static func tooManyReferences(_ bytes: [UInt8], in range: Range<Int>) -> Int? {
        var hasAnchor = false
        var count = 0
        for index in range where bytes[index] == UInt8(ascii: "*") || bytes[index] == UInt8(ascii: "&") {
            let before = index > range.lowerBound ? bytes[index - 1] : UInt8(ascii: "\n")
            guard before <= UInt8(ascii: " ") || "[{,:?-".utf8.contains(before) else { continue }
            if bytes[index] == UInt8(ascii: "&") { hasAnchor = true } else { count += 1 }
            if hasAnchor, count > references { return index }
        }
        return nil
    }
}
