// The room Tables: in come the bytes of a spreadsheet's CSV, out go cells that know their place.
package import Diagnostics

/// One cell and where it stands in the bytes that were read.
package struct Cell: Hashable, Sendable {
    /// The value: quotes taken off, white space around it kept.
    package var text: String
    /// The first byte of the cell as it was typed, a quote included.
    package var start: Int
    /// In bytes, as it was typed.
    package var length: Int

    package init(text: String, start: Int, length: Int) {
        self.text = text
        self.start = start
        self.length = length
    }
}

/// Comma-separated values as in RFC 4180: CRLF, LF or CR ends a record, quotes protect commas, quotes and line ends.
package enum CSV {
    /// What is wrong at an offset of the bytes.
    package struct Fault: Hashable, Sendable {
        package let code: DiagnosticCode
        package let offset: Int
    }

    /// The records of the bytes; lines that hold nothing are left out. Reading goes on after every fault.
    package static func records(in bytes: [UInt8]) -> (records: [[Cell]], faults: [Fault]) {
        var reader = Reader(bytes: bytes)
        return reader.records()
    }

    private struct Reader {
        let bytes: [UInt8]
        var index = 0
        var faults: [Fault] = []

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func records() -> (records: [[Cell]], faults: [Fault]) {
            var records: [[Cell]] = []
            while index < bytes.count {
                let record = record()
                if !record.allSatisfy({ $0.length == 0 }) || record.count > 1 { records.append(record) }
            }
            return (records, faults)
        }

        private mutating func record() -> [Cell] {
            var cells: [Cell] = []
            while true {
                cells.append(bytes[at: index] == quote ? quotedCell() : plainCell())
                guard bytes[at: index] == comma else { break }
                index += 1
            }
            if bytes[at: index] == carriageReturn { index += 1 }
            if bytes[at: index] == newline { index += 1 }
            return cells
        }

        private mutating func plainCell() -> Cell {
            let start = index
            while let byte = bytes[at: index], byte != comma, !isLineEnd(byte) { index += 1 }
            return Cell(
                text: String(decoding: bytes[start..<index], as: UTF8.self), start: start, length: index - start)
        }

        private mutating func quotedCell() -> Cell {
            let start = index
            var value: [UInt8] = []
            index += 1
            while true {
                guard let byte = bytes[at: index] else {
                    faults.append(Fault(code: .csvQuoteNotClosed, offset: start))
                    break
                }
                index += 1
                guard byte == quote else {
                    value.append(byte)
                    continue
                }
                guard bytes[at: index] == quote else { break }
                value.append(quote)
                index += 1
            }
            let closed = index
            while let byte = bytes[at: index], byte != comma, !isLineEnd(byte) { index += 1 }
            let rest = bytes[closed..<index]
            if !rest.allSatisfy({ $0 == UInt8(ascii: " ") }) {
                faults.append(Fault(code: .csvTextAfterQuote, offset: closed))
                value += rest
            }
            return Cell(text: String(decoding: value, as: UTF8.self), start: start, length: index - start)
        }

        private func isLineEnd(_ byte: UInt8) -> Bool { byte == newline || byte == carriageReturn }
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}

extension [UInt8] {
    fileprivate subscript(at index: Int) -> UInt8? { index < count ? self[index] : nil }
}
