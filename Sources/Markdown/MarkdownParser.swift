package import Diagnostics

/// Reads Markdown files into documents.
package struct MarkdownParser {
    /// Files above this many bytes are refused: cmark takes twenty times their size in memory.
    package static let sizeLimit = 8 << 20

    /// The document of a file from `bodyStart` (behind the front matter) to its end.
    package static func parse(_ file: SourceFile, from bodyStart: Int = 0, reporting report: inout Report) -> Document {
        var reader = TreeReader(file: file, bodyStart: bodyStart)
        reader.read()
        return Document(nodes: reader.builder.nodes, text: reader.builder.text, file: file)
    }
}
