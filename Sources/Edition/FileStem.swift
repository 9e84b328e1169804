import Campaign

/// File names made of what people call things: safe on every file system, unique, still readable.
package struct FileStems {
    private var taken: Set<String> = []

    package init() {}

    /// Bytes of a stem; with an extension and a counter it stays far below the 255 that file systems allow.
    static let limit = 80

    /// A stem for a name, different from all before it even where letters of both sizes count as the same.
    package mutating func stem(for name: String) -> String {
        let base = Self.safe(name)
        var stem = base
        var number = 2
        while !taken.insert(stem.lowercased()).inserted {
            let ending = "-\(number)"
            stem = Self.cut(base, to: Self.limit - ending.utf8.count) + ending
            number += 1
        }
        return stem
    }

    /// The name in NFC, characters that some file system refuses replaced, no dots or spaces at the ends.
    private static func safe(_ name: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in CanonicalText.nfc(name).unicodeScalars {
            switch scalar {
            case "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "%": result.append("_")
            case _ where isInvisible(scalar): continue
            case _ where scalar.properties.isWhitespace: result.append("_")
            default: result.append(scalar)
            }
        }
        let stem = cut(trimmed(result), to: limit)
        if stem.isEmpty { return "unit" }
        return isDevice(stem) ? stem + "_" : stem
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    private static func trimmed(_ scalars: String.UnicodeScalarView) -> String {
        let isEdge: (Unicode.Scalar) -> Bool = { $0 == "." || $0 == "_" || $0 == "-" }
        guard let first = scalars.firstIndex(where: { !isEdge($0) }),
            let last = scalars.lastIndex(where: { !isEdge($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// As many whole scalars as fit into a number of bytes.
    private static func cut(_ text: String, to limit: Int) -> String {
        var result = String.UnicodeScalarView()
        var size = 0
        for scalar in text.unicodeScalars {
            size += UTF8.width(scalar)
            if size > limit { break }
            result.append(scalar)
        }
        return trimmed(result)
    }

    private static func isDevice(_ stem: String) -> Bool {
        let name = stem.lowercased().prefix { $0 != "." }
        if ["con", "prn", "aux", "nul"].contains(name) { return true }
        return name.count == 4 && (name.hasPrefix("com") || name.hasPrefix("lpt")) && name.last?.isNumber == true
    }
}

extension UnitCopies {
    /// One copy a person; a unit without people gets no handbook.
    static func of(_ units: [Unit]) -> [UnitCopies] {
        var stems = FileStems()
        return units.filter { $0.headcount > 0 }.map {
            UnitCopies(
                name: $0.name, category: $0.category, copies: $0.headcount, fileStem: stems.stem(for: $0.name),
                place: $0.place)
        }
    }
}
