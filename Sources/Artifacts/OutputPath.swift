package import Diagnostics

/// A path below the output folder: relative, `/` between its parts, such as `posters/no-transfer/case-A3.pdf`.
///
/// Every part can be a file name on Linux, on a Windows share and on a memory stick, because offices carry the files on.
package struct OutputPath: Hashable, Sendable {
    package let text: String

    /// The longest name that file systems take, in bytes.
    private static let longestPart = 255
    /// Far below PATH_MAX, so that there is room for the output folder itself.
    private static let longestPath = 1024

    /// Throws `BB701` with the reason when the text is not such a path.
    package init(_ text: String) throws(Fault) {
        if let reason = Self.objection(to: text) {
            throw Fault(.unsuitablePath, ["path": Wording(Self.printable(text)), "reason": reason])
        }
        self.text = text
    }

    /// For paths that have been valid once, such as those of an earlier build.
    init(trusted text: String) { self.text = text }

    /// The last part.
    package var name: Substring { lastSlash.map { text[text.utf8.index(after: $0)...] } ?? text[...] }

    /// The parts before the last, without the final `/`; empty at the top.
    package var folder: Substring { lastSlash.map { text[..<$0] } ?? "" }

    /// What follows the last dot of the name, such as `pdf`; empty without one.
    package var fileExtension: Substring {
        let name = name
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return "" }
        return name[name.utf8.index(after: dot)...]
    }

    private var lastSlash: String.Index? {
        let bytes = text.utf8Span.span
        for place in bytes.indices.reversed() where bytes[place] == UInt8(ascii: "/") {
            return text.utf8.index(text.startIndex, offsetBy: place)
        }
        return nil
    }

    /// Why the text cannot be a path of an output; nil when it can.
    package static func objection(to text: String) -> Wording? {
        if text.isEmpty { return .init("路径是空的", "it is empty") }
        if text.utf8.count > longestPath { return .init("路径太长", "it is too long") }
        if text.utf8.first == UInt8(ascii: "/") { return .init("不能以“/”开头", "it begins with “/”") }
        // Nearly all paths are plain ASCII, where no scalar needs a look.
        if text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }), text.unicodeScalars.contains(where: isControl) {
            return .init("含有看不见的控制字符", "it contains control characters")
        }
        if let bad = text.utf8.first(where: isReserved) {
            let shown = String(UnicodeScalar(bad))
            return .init("含有文件名里不能用的“\(shown)”", "it contains “\(shown)”, which file names cannot have")
        }
        var length = 0
        var before = UInt8(ascii: "/")
        for byte in text.utf8 {
            if byte == UInt8(ascii: "/"), let reason = objection(toPartOf: length, endingIn: before) { return reason }
            length = byte == UInt8(ascii: "/") ? 0 : length + 1
            before = byte
        }
        if let reason = objection(toPartOf: length, endingIn: before) { return reason }
        let top = text.utf8.prefix { $0 != UInt8(ascii: "/") }
        if top.contains(UInt8(ascii: ".")), ownNames.contains(Substring(top).lowercased()) {
            return .init("“\(Substring(top))”是留给程序用的", "“\(Substring(top))” is kept for the program")
        }
        return nil
    }

    private static func objection(toPartOf length: Int, endingIn last: UInt8) -> Wording? {
        if length == 0 { return .init("有空的一段", "a part of it is empty") }
        if length > longestPart {
            return .init("有一段超过 \(longestPart) 字节", "a part of it is over \(longestPart) bytes")
        }
        if last == UInt8(ascii: ".") || last == UInt8(ascii: " ") {
            return .init("有一段以点或空格结尾", "a part of it ends in a dot or a space")
        }
        return nil
    }

    /// What stands at the top of the output folder beside the artifacts; each with a dot.
    private static let ownNames: Set<String> = [".staging", ".bulletin", "manifest.json", "readme.md", ".gitignore"]

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // C0, DEL and C1, line separators, and the marks that turn the direction of writing.
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private static func isReserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "\""),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
            true
        default: false
        }
    }

    private static func printable(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(200) { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(result)
    }
}
