/// Writes diagnostics for people (with the source line and a caret) and for programs (one JSON object a line).
package struct DiagnosticPrinter: Sendable {
    package let language: Language

    package init(language: Language) { self.language = language }

    /// `content/cases/01.md:12:5: error[BB023]: …`, the source line, a caret under the place, and the mend.
    package func text(of diagnostic: Diagnostic) -> String {
        let code = "\(diagnostic.code.severity.rawValue)[\(diagnostic.code.id)]"
        var lines = ["\(prefix(of: diagnostic.place))\(code): \(DisplayText.safe(diagnostic.summary(in: language)))"]
        if let place = diagnostic.place, place.line > 0, !place.lineText.isEmpty {
            lines += excerpt(of: place, length: diagnostic.length)
        }
        let mend = DisplayText.safe(diagnostic.mend(in: language))
        if !mend.isEmpty { lines.append("    \(language == .chinese ? "改法：" : "mend: ")\(mend)") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func prefix(of place: SourcePlace?) -> String {
        guard let place else { return "" }
        let file = DisplayText.safe(place.file)
        if place.line == 0 { return "\(file): " }
        if place.column == 0 { return "\(file):\(place.line): " }
        return "\(file):\(place.line):\(place.column): "
    }

    /// The source line, cut around the place when it is long, and the caret under it by display width.
    private func excerpt(of place: SourcePlace, length: Int) -> [String] {
        let scalars = Array(place.lineText.unicodeScalars)
        let column = max(place.column, 1)
        let start = max(0, min(column - 1, scalars.count) - 40)
        let end = min(scalars.count, start + 100)
        let shown = scalars[start..<end].map(visible)
        let before = shown.prefix(max(0, column - 1 - start)).reduce(0) { $0 + displayWidth($1) }
        let marked = shown.dropFirst(max(0, column - 1 - start)).prefix(length).reduce(0) { $0 + displayWidth($1) }
        var line = String.UnicodeScalarView()
        line.append(contentsOf: shown)
        let caret =
            place.column == 0
            ? []
            : ["    " + String(repeating: " ", count: before) + "^" + String(repeating: "~", count: max(0, marked - 1))]
        return ["    " + String(line)] + caret
    }

    private func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar { DisplayText.isUnsafe(scalar) ? " " : scalar }

    /// Columns of a terminal that a scalar takes.
    private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            2
        default: 1
        }
    }

    /// One JSON object on one line, with the keys code, severity, file, line, column, byte, message, mend.
    package func json(of diagnostic: Diagnostic) -> String {
        var fields = [
            "\"code\":\(quoted(diagnostic.code.id))", "\"severity\":\(quoted(diagnostic.code.severity.rawValue))",
        ]
        if let place = diagnostic.place {
            fields.append("\"file\":\(quoted(place.file))")
            if place.line > 0 { fields.append("\"line\":\(place.line)") }
            if place.column > 0 { fields.append("\"column\":\(place.column),\"byte\":\(place.byte)") }
        }
        fields.append("\"message\":\(quoted(diagnostic.summary(in: language)))")
        fields.append("\"mend\":\(quoted(diagnostic.mend(in: language)))")
        return "{\(fields.joined(separator: ","))}\n"
    }

    private func quoted(_ text: String) -> String { JSONText.quoted(text) }
}

/// JSON strings, Han characters as they are.
package enum JSONText {
    package static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain { return "\"\(text)\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
