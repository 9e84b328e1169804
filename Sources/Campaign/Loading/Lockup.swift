/// The lines of a theme for which campaign.yaml states none: cut at its marks, else into even lines.
struct Lockup {
    let lines: [String]
    /// The lines were cut between any two characters: a person should say where words end.
    let isGuessed: Bool

    /// A label has room for a short line alone, for two or three of this length.
    private static let longestAlone = 9
    private static let longest = 14

    init(of line: String) {
        let parts = line.unicodeScalars.split(whereSeparator: ThemeLine.isMark).map(Array.init)
        let limit = parts.count == 1 ? Self.longestAlone : Self.longest
        if (1...3).contains(parts.count), parts.allSatisfy({ $0.count <= limit }) {
            lines = parts.map(Self.text)
            isGuessed = false
            return
        }
        let text = Array(parts.joined())
        let count = text.count <= 2 * Self.longest ? 2 : 3
        var marks: Set<Int> = []
        for part in parts.dropLast() { marks.insert((marks.max() ?? 0) + part.count) }
        let cuts = (1..<count).compactMap { Self.cut(in: text, near: text.count * $0 / count, marks: marks) }
        let edges = [0] + cuts + [text.count]
        lines = zip(edges, edges.dropFirst()).filter { $0 < $1 }.map { Self.text(text[$0..<$1]) }
        isGuessed = !cuts.allSatisfy(marks.contains)
    }

    /// The best place near the wished one: at a mark of the sentence if one is near, never inside a word or number of
    /// Latin letters and digits.
    private static func cut(in text: [Unicode.Scalar], near wish: Int, marks: Set<Int>) -> Int? {
        func isWord(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isASCII && scalar.properties.isAlphabetic || scalar.properties.numericType != nil && scalar.isASCII
        }
        func distance(_ place: Int) -> Int { abs(place - wish) - (marks.contains(place) ? 3 : 0) }
        return text.indices.dropFirst().filter { !(isWord(text[$0 - 1]) && isWord(text[$0])) }
            .min { distance($0) < distance($1) }
    }

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

extension ThemeLine {
    /// The characters that a lock-up must hold: no punctuation, no white space.
    static func essence(of text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isMark(scalar) { result.append(scalar) }
        return String(result)
    }

    fileprivate static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control,
            .format:
            true
        default: false
        }
    }
}
