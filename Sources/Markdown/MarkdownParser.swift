package import Diagnostics

/// Reads Markdown files into documents.
package struct MarkdownParser {
    /// Files above this many bytes are refused: cmark takes twenty times their size in memory.
    package static let sizeLimit = 8 << 20

    /// The document of a file from `bodyStart` (behind the front matter) to its end.
    package static func parse(_ file: SourceFile, from bodyStart: Int = 0, reporting report: inout Report) -> Document {
        let source = MappedText(file.bytes[bodyStart...], at: bodyStart)
        var reader = TreeReader(source, into: DocumentBuilder(capacity: source.bytes.count))
        reader.read()
        let builder = reader.builder
        return Document(nodes: builder.nodes, text: builder.text, anchors: builder.anchors, file: file)
    }
}
