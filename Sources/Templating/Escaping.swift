/// Escaping for the text and the quoted attributes of HTML and XML, byte by byte: a quotation mark is found also where a
/// combining mark follows it, which comparing `Character`s misses.
enum Escaping {
    static func append(_ text: [UInt8], to out: inout [UInt8]) {
        var start = 0
        let bytes = text.span
        for index in bytes.indices {
            let byte = bytes[index]
            guard byte <= UInt8(ascii: ">"), let entity = entity(for: byte) else { continue }
            out += text[start..<index]
            entity.withUTF8Buffer { unsafe out.append(contentsOf: $0) }
            start = index + 1
        }
        out += text[start...]
    }

    private static func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
