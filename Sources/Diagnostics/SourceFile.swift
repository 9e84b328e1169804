/// The text of a file that a person wrote, with what is needed to name a place in it.
///
/// Offsets count bytes from 0; lines and columns count from 1, columns in Unicode scalars, as editors show them.
package final class SourceFile: Sendable {
    /// The path as the user wrote it, such as `content/cases/01.md`.
    package let path: String
    /// The bytes as they stand in the file.
    package let bytes: [UInt8]
    private let lineStarts: [UInt32]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        lineStarts = Self.lineStarts(in: bytes)
    }

    /// Counted before they are kept: files are kept by the thousand, and no more room than needed with each.
    private static func lineStarts(in bytes: [UInt8]) -> [UInt32] {
        var starts: [UInt32] = []
        var count = 1
        forEachLineEnd(in: bytes) { _ in count += 1 }
        starts.reserveCapacity(count)
        starts.append(0)
        forEachLineEnd(in: bytes) { starts.append(UInt32($0 + 1)) }
        return starts
    }

    private static func forEachLineEnd(in bytes: [UInt8], _ body: (Int) -> Void) {
        var start = 0
        while let end = bytes.firstIndex(of: UInt8(ascii: "\n"), in: start..<bytes.count) {
            body(end)
            start = end + 1
        }
    }

    /// The number of lines, at least 1.
    package var lineCount: Int { lineStarts.count }

    /// The place of a byte; an offset beyond the end is the place behind the last byte.
    package func place(ofByte offset: Int) -> SourcePlace {
        let offset = min(max(offset, 0), bytes.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        var column = 1
        for byte in bytes[Int(lineStarts[low])..<offset] where byte & 0xC0 != 0x80 { column += 1 }
        return SourcePlace(file: path, line: low + 1, column: column, byte: offset, lineText: text(ofLine: low + 1))
    }

    /// The place of a line's first byte, for faults that concern the whole line.
    package func place(ofLine line: Int) -> SourcePlace { place(ofByte: byte(ofLine: line)) }

    /// The offset of a line's first byte.
    package func byte(ofLine line: Int) -> Int { Int(lineStarts[min(max(line, 1), lineStarts.count) - 1]) }

    /// The place of a column (in Unicode scalars from 1) of a line.
    package func place(line: Int, column: Int) -> SourcePlace {
        var offset = byte(ofLine: line)
        var left = column - 1
        while left > 0, offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return place(ofByte: offset)
    }

    /// A line without its line end; malformed bytes are shown as U+FFFD.
    package func text(ofLine line: Int) -> String {
        let start = byte(ofLine: line)
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

/// A place in a file that a person wrote.
package struct SourcePlace: Hashable, Sendable {
    package var file: String
    /// From 1; 0 for the file as a whole.
    package var line: Int
    /// Unicode scalars from 1; 0 for the line as a whole.
    package var column: Int
    /// Bytes from 0.
    package var byte: Int
    /// The line itself, for the excerpt under the message.
    package var lineText: String

    package init(file: String, line: Int = 0, column: Int = 0, byte: Int = 0, lineText: String = "") {
        self.file = file
        self.line = line
        self.column = column
        self.byte = byte
        self.lineText = lineText
    }

    /// The same place of a line that must not be shown, because it holds what is private.
    package var withoutExcerpt: SourcePlace {
        var place = self
        place.lineText = ""
        return place
    }
}
