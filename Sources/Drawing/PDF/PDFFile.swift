/// A PDF in the writing: objects one behind another, then the table that finds them (ISO 32000-1 §7.5).
struct PDFFile {
    private(set) var bytes: [UInt8]
    /// Where each object begins, from the first; 0 for one that is not written yet.
    private var offsets: [Int] = []

    init() {
        // Bytes over 127 tell programs that the file is not text.
        bytes = Array("%PDF-1.7\n%".utf8) + [0xE6, 0xA6, 0x9C, 0x0A]
    }

    /// The number of an object that is written later.
    mutating func reserve() -> Int {
        offsets.append(0)
        return offsets.count
    }

    /// The first of so many numbers in a row.
    mutating func reserve(_ count: Int) -> Int {
        offsets += repeatElement(0, count: count)
        return offsets.count - count + 1
    }

    mutating func add(_ object: String) -> Int {
        let number = reserve()
        write(number, object)
        return number
    }

    mutating func write(_ number: Int, _ object: String) {
        begin(number)
        bytes += object.utf8
        bytes += "\nendobj\n".utf8
    }

    /// A stream with more entries of its dictionary.
    mutating func add(_ stream: PDFStream, _ entries: String = "") -> Int {
        let number = reserve()
        write(number, stream, entries)
        return number
    }

    mutating func write(_ number: Int, _ stream: PDFStream, _ entries: String) {
        begin(number)
        let filter = stream.filter.map { " /Filter \($0)" } ?? ""
        bytes += "<<\(entries)\(filter) /Length \(stream.bytes.count) >>\nstream\n".utf8
        bytes += stream.bytes
        bytes += "\nendstream\nendobj\n".utf8
    }

    private mutating func begin(_ number: Int) {
        offsets[number - 1] = bytes.count
        bytes += "\(number) 0 obj\n".utf8
    }

    /// The whole file. Its identifier follows from its bytes.
    consuming func finished(root: Int, information: Int) -> [UInt8] {
        let id = FileIdentifier.hexadecimal(of: bytes)
        let start = bytes.count
        bytes += "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8
        for offset in offsets {
            let digits = String(offset)
            bytes += repeatElement(UInt8(ascii: "0"), count: 10 - digits.utf8.count)
            bytes += digits.utf8
            bytes += " 00000 n \n".utf8
        }
        bytes +=
            "trailer << /Size \(offsets.count + 1) /Root \(root) 0 R /Info \(information) 0 R /ID [<\(id)><\(id)>] >>\nstartxref\n\(start)\n%%EOF\n"
            .utf8
        return bytes
    }
}

/// The content of a stream, packed (ISO 32000-1 §7.4).
struct PDFStream: Sendable {
    let bytes: [UInt8]
    /// How it is packed; nil for not at all.
    let filter: String?
    /// Unpacked, in bytes.
    let length: Int

    /// Packs the content, unless it is very short.
    init(_ content: [UInt8]) {
        let packed = content.count > 64 ? Deflate.compressed(content) : nil
        bytes = packed ?? content
        filter = packed == nil ? nil : "/FlateDecode"
        length = content.count
    }

    /// Content that stays as it is.
    init(plain content: [UInt8]) {
        bytes = content
        filter = nil
        length = content.count
    }

    /// Content that is packed already.
    init(packed: [UInt8], filter: String) {
        bytes = packed
        self.filter = filter
        length = packed.count
    }
}

/// 16 bytes that tell files apart (§14.4): against accidents, not against people.
private enum FileIdentifier {
    static func hexadecimal(of bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        for seed: UInt64 in [0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15] {
            var hash = seed ^ UInt64(bytes.count)
            let words = bytes.count / 8
            unsafe bytes.withUnsafeBytes { buffer in
                for word in 0..<words {
                    hash =
                        unsafe (hash ^ buffer.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self))
                        &* 0x100_0000_01B3
                    hash ^= hash >> 29
                }
            }
            for byte in bytes[(words * 8)...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            for shift in [48, 32, 16, 0] as [UInt64] {
                result.append(hexadecimal: UInt16(truncatingIfNeeded: hash >> shift))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
