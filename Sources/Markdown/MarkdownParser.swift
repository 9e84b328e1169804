import Chinese
package import Diagnostics
import Tables

/// Reads Markdown files into documents.
package enum MarkdownParser {
    /// Files above this many bytes are refused: cmark takes twenty times their size in memory.
    package static let sizeLimit = 8 << 20

    /// The document of a file from `bodyStart` (behind the front matter) to its end. A file that is too large or not
    /// UTF-8 is reported and gives an empty document. With `isUTF8` the caller has made sure of that.
    package static func parse(
        _ file: SourceFile, from bodyStart: Int = 0, isUTF8: Bool = false, reporting report: inout Report
    ) -> Document {
        guard isReadable(file, isUTF8: isUTF8, &report) else {
            return Document(nodes: [Node(kind: .document, sourceByte: 0)], file: file)
        }
        let mark = FrontMatter.byteOrderMark
        let start = bodyStart == 0 && file.bytes.starts(with: mark) ? mark.count : bodyStart
        let source = MappedText(file.bytes[start...], at: start)
        var reader = TreeReader(
            source, as: .document, into: DocumentBuilder(capacity: source.bytes.count), ChinesePasses(file: file))
        reader.read()
        report.add(contentsOf: reader.passes.faults.all)
        return DocumentFinisher.document(of: reader.builder, from: file)
    }

    private static func isReadable(_ file: SourceFile, isUTF8: Bool, _ report: inout Report) -> Bool {
        guard file.bytes.count <= sizeLimit else {
            let arguments = ["size": megabytes(file.bytes.count), "limit": megabytes(sizeLimit)]
            report.add(.fileTooLarge, at: SourcePlace(file: file.path), arguments)
            return false
        }
        if !isUTF8, TextEncoding.isOfficeFile(file.bytes) {
            report.add(.officeFile, at: SourcePlace(file: file.path))
            return false
        }
        if !isUTF8, let offset = UTF8Text.firstMalformedByte(in: file.bytes) {
            report.add(.invalidUTF8, at: file.place(ofByte: offset), ["offset": .init("\(offset)")])
            return false
        }
        if file.bytes.starts(with: FrontMatter.byteOrderMark) {
            report.add(.byteOrderMark, at: SourcePlace(file: file.path))
        }
        reportNoncharacters(file, &report)
        return true
    }

    /// U+FDD0–FDEF and U+FFFE are reserved for programs' own use: no keyboard types them, and tools downstream stumble.
    private static func reportNoncharacters(_ file: SourceFile, _ report: inout Report) {
        let bytes = file.bytes
        var faults = FaultList()
        defer { report.add(contentsOf: faults.all) }
        var at = 0
        while let lead = bytes.firstIndex(of: 0xEF, in: at..<bytes.count) {
            at = lead + 3
            // EF B7 leads U+FDC0–FDFF, EF BF U+FFC0–FFFF; nearly all others are full-width commas.
            guard bytes[lead + 1] == 0xB7 || bytes[lead + 1] == 0xBF else { continue }
            let (scalar, _) = UTF8Text.scalar(in: bytes, at: lead)
            guard (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value >= 0xFFFE else { continue }
            let name = "U+\(String(scalar.value, radix: 16, uppercase: true))"
            faults.add(.noncharacter, at: file.place(ofByte: lead), ["character": .init(name)])
        }
    }

    private static func megabytes(_ size: Int) -> Wording {
        let tenths = (size * 10 + (1 << 20) - 1) >> 20
        return .init(tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB")
    }
}
