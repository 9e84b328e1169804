// The room Settings: in come the bytes of a YAML file or of a front matter, out go typed values that know their place.
// Every fault is reported with its place; reading goes on, so that one run shows all of them.
package import Diagnostics

/// One value of a settings file and where it stands.
package struct Setting: Sendable {
    package enum Value: Sendable {
        /// A key without a value, `~` or `null`.
        case nothing
        /// Any scalar as it was typed: whether it is a number or a date is decided by the field that reads it.
        case text(String)
        case list([Setting])
        case map([Entry])
    }

    package struct Entry: Sendable {
        package let key: Located
        package let value: Setting

        package init(key: Located, value: Setting) {
            self.key = key
            self.value = value
        }
    }

    package let value: Value
    package let span: Span

    package init(_ value: Value, at span: Span) {
        self.value = value
        self.span = span
    }
}

/// Bytes of a source file that a fault can point to.
package struct Span: Hashable, Sendable {
    package var start: Int
    /// In bytes; 0 for a point.
    package var length: Int

    package init(start: Int, length: Int) {
        self.start = start
        self.length = length
    }
}

/// A piece of text and where it stands.
package struct Located: Hashable, Sendable {
    package let text: String
    package let span: Span

    package init(_ text: String, at span: Span) {
        self.text = text
        self.span = span
    }
}

extension Report {
    /// Adds a diagnostic that underlines a span of a file, up to the end of its first line.
    package mutating func add(
        _ code: DiagnosticCode, in file: SourceFile, at span: Span, _ arguments: [String: Wording] = [:]
    ) {
        let start = min(span.start, file.bytes.count)
        let marked = file.bytes[start..<min(start + span.length, file.bytes.count)].prefix { $0 != UInt8(ascii: "\n") }
        let scalars = marked.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        add(code, at: file.place(ofByte: start), length: scalars, arguments)
    }
}
