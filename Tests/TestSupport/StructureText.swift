package import Foundation

/// What a reader of the structure hears: the tree of a PDF with its text, as poppler reads it.
package struct StructureText {
    package struct Piece {
        /// The tags from the root down, with the number of each element in the file: two paragraphs differ.
        package var path: [(tag: String, number: Int)]
        package var text: String
        package var tags: [String] { path.map(\.tag) }
    }

    package let pieces: [Piece]

    package init(of file: URL) throws {
        let lines = try Command.run("pdfinfo", ["-struct-text", file.path]).outputText.split(separator: "\n")
        var path: [(depth: Int, tag: String, number: Int)] = []
        var pieces: [Piece] = []
        for (number, line) in lines.enumerated() {
            let depth = line.prefix { $0 == " " }.count
            let rest = line.dropFirst(depth)
            if rest.hasPrefix("\""), rest.hasSuffix("\""), rest.count > 1 {
                path.removeAll { $0.depth >= depth }
                pieces.append(
                    Piece(path: path.map { ($0.tag, $0.number) }, text: String(rest.dropFirst().dropLast())))
            } else if let first = rest.unicodeScalars.first, first.properties.isUppercase, !rest.hasPrefix("Object ") {
                path.removeAll { $0.depth >= depth }
                path.append((depth, String(rest.prefix { $0.isLetter || $0.isNumber }), number))
            }
        }
        self.pieces = pieces
    }

    package init(of bytes: [UInt8]) throws {
        let scratch = try Scratch()
        try self.init(of: scratch.write(bytes, to: "file.pdf"))
    }

    /// The texts of the elements with one of the tags, without white space, each whole.
    package func texts(of tags: String..., without left: Set<String> = []) -> [(tag: String, text: String)] {
        var result: [(tag: String, text: String)] = []
        var last: Int?
        for piece in pieces where left.isDisjoint(with: piece.tags) {
            guard let element = piece.path.last(where: { tags.contains($0.tag) }) else { continue }
            if element.number != last { result.append((element.tag, "")) }
            result[result.count - 1].text += Self.bare(piece.text)
            last = element.number
        }
        return result
    }

    /// The whole text without white space, some elements left out.
    package func text(without tags: Set<String> = []) -> String {
        pieces.filter { tags.isDisjoint(with: $0.tags) }.map { Self.bare($0.text) }.joined()
    }

    private static func bare(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }
}
