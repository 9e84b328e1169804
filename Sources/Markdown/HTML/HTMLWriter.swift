/// Bytes of HTML, with the escaping of cmark.
struct HTMLWriter {
    private(set) var bytes: [UInt8]

    init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    mutating func markup(_ text: StaticString) {
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

    /// Begins a new line unless one has just begun.
    mutating func freshLine() {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    mutating func escaped(_ text: String) {
        var text = text
        text.withUTF8 { unsafe escaped($0) }
    }

    /// Text or an attribute's value: `"`, `&`, `<` and `>` as entities.
    mutating func escaped(_ source: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var next = 0
        while next < source.count {
            let index = next
            if unsafe Self.areBeyondASCII(source, at: index) {
                next = index + 8
                continue
            }
            next = index + 1
            let entity: StaticString
            switch unsafe source[index] {
            case UInt8(ascii: "\""): entity = "&quot;"
            case UInt8(ascii: "&"): entity = "&amp;"
            case UInt8(ascii: "<"): entity = "&lt;"
            case UInt8(ascii: ">"): entity = "&gt;"
            default: continue
            }
            unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
            markup(entity)
            start = index + 1
        }
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
    }

    /// Whether eight bytes from a place on are parts of characters like those of Chinese, which have no entities.
    private static func areBeyondASCII(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + 8 <= source.count else { return false }
        let bytes = unsafe UnsafeRawBufferPointer(source).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        return bytes & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
    }

    mutating func address(_ text: String) {
        var text = text
        text.withUTF8 { unsafe address($0) }
    }

    /// An address in an attribute: what is not safe in one is percent-encoded; an unsafe scheme leaves nothing.
    mutating func address(_ source: UnsafeBufferPointer<UInt8>) {
        guard unsafe !UnsafeScheme.begins(source) else { return }
        for index in 0..<source.count {
            let byte = unsafe source[index]
            switch byte {
            case UInt8(ascii: "&"): markup("&amp;")
            case UInt8(ascii: "'"): markup("&#x27;")
            case _ where Self.isSafeInAddress(byte): bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(Self.hexDigit(byte >> 4))
                bytes.append(Self.hexDigit(byte & 15))
            }
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// cmark's table (`houdini_href_e.c`): letters, digits and the marks that a URL may hold as they are.
    private static func isSafeInAddress(_ byte: UInt8) -> Bool {
        byte < 64 ? safeLow >> UInt64(byte) & 1 == 1 : byte < 128 && safeHigh >> UInt64(byte - 64) & 1 == 1
    }
    private static let safeLow = bitSet("!#$%()*+,-./0123456789:;=?", from: 0)
    private static let safeHigh = bitSet("@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~", from: 64)

    private static func bitSet(_ text: String, from base: UInt8) -> UInt64 {
        text.utf8.reduce(0) { $0 | 1 << UInt64($1 - base) }
    }
}

/// The schemes that run code or read the reader's files (the list of cmark's safe mode).
package enum UnsafeScheme {
    package static func begins(_ address: some Sequence<UInt8>) -> Bool {
        // Nearly all addresses begin otherwise.
        guard let first = address.first(where: { _ in true }), "djvfDJVF".utf8.contains(first) else { return false }
        let start = address.prefix(16).map { (65...90).contains($0) ? $0 + 32 : $0 }
        if start.starts(with: "data:".utf8) {
            let pictures = ["png", "gif", "jpeg", "webp"].map { Array("data:image/\($0)".utf8) }
            return !pictures.contains { start.starts(with: $0) }
        }
        return ["javascript:", "vbscript:", "file:"].contains { start.starts(with: $0.utf8) }
    }
}
