/// A page's tags as a browser sees them: names and attributes, quotes respected, script content skipped.
struct Element: Hashable {
    var name: String
    var attributes: [Attribute]

    struct Attribute: Hashable {
        var name: String
        var value: String
    }

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

enum Markup {
    static func tags(in page: String) -> [Element] {
        let bytes = Array(page.utf8)
        var tags: [Element] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            var end = index + 1
            var quote: UInt8?
            while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: ">") {
                if quote == bytes[end] {
                    quote = nil
                } else if quote == nil, bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
                    quote = bytes[end]
                }
                end += 1
            }
            tags.append(tag(of: bytes[index + 1..<min(end, bytes.count)]))
            index = end + 1
        }
        return tags
    }

    private static func tag(of bytes: ArraySlice<UInt8>) -> Element {
        let name = bytes.prefix { $0 > 0x20 }
        var tag = Element(name: String(decoding: name, as: UTF8.self), attributes: [])
        var rest = bytes.dropFirst(name.count)
        while true {
            rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
            guard !rest.isEmpty else { return tag }
            let key = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "=") }
            rest = rest.dropFirst(key.count)
            var value: ArraySlice<UInt8> = []
            if rest.first == UInt8(ascii: "="), let mark = rest.dropFirst().first {
                rest = rest.dropFirst(2)
                value = rest.prefix { $0 != mark }
                rest = rest.dropFirst(value.count + 1)
            }
            tag.attributes.append(
                .init(
                    name: String(decoding: key, as: UTF8.self), value: unescaped(String(decoding: value, as: UTF8.self))
                ))
            if key.isEmpty { return tag }
        }
    }

    static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    /// Names of elements and attributes only: what hostile text must not change.
    static func skeleton(of page: String) -> [String] {
        tags(in: page).map { "\($0.name) \($0.attributes.map(\.name).joined(separator: " "))" }
    }
}
