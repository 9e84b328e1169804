package import Diagnostics

/// How thin the lines of a drawing are: strokes with a stated width, and filled rectangles that are drawn as rules, in the
/// units of the drawing's view box and with the scales of their groups.
package struct DrawingLines {
    package struct Line: Hashable, Sendable {
        /// In units of the view box.
        package var width: Double
        /// Where its tag begins in the file.
        package var byte: Int
    }

    package private(set) var lines: [Line] = []
    /// The view box's width; nil when there is none.
    package private(set) var boxWidth: Double?

    private struct Level {
        var scale = 1.0
        var stroke: Double?
    }

    private static let shapes: Set<String> = ["path", "line", "polyline", "polygon", "rect", "circle", "ellipse"]

    package init(_ file: SourceFile) {
        let bytes = file.bytes
        var levels = [Level()]
        var position = 0
        while position < bytes.count, let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            if bytes[open...].starts(with: "<!--".utf8) {
                position = bytes[open...].firstRange(of: Array("-->".utf8))?.upperBound ?? bytes.count
                continue
            }
            let close = Self.end(ofTagAt: open, in: bytes)
            position = close + 1
            let tag = String(decoding: bytes[open + 1..<min(close, bytes.count)], as: UTF8.self)
            if tag.hasPrefix("/") {
                if levels.count > 1 { levels.removeLast() }
                continue
            }
            if tag.hasPrefix("!") || tag.hasPrefix("?") { continue }
            var level = levels[levels.count - 1]
            level.scale *= Self.scale(of: Self.attribute("transform", of: tag))
            if let stroke = Self.length(Self.attribute("stroke-width", of: tag)) { level.stroke = stroke }
            add(tag, level, at: open)
            if !tag.hasSuffix("/") { levels.append(level) }
        }
    }

    private mutating func add(_ tag: String, _ level: Level, at byte: Int) {
        let name = String(tag.prefix { $0.isLetter })
        if name == "svg", boxWidth == nil {
            let numbers = Self.attribute("viewBox", of: tag)?.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
            if let numbers, numbers.count == 4 { boxWidth = numbers[2] }
        }
        guard Self.shapes.contains(name) else { return }
        // Frames are drawn to be measured.
        if Self.attribute("id", of: tag)?.hasPrefix("frame-") == true { return }
        if let stroke = level.stroke, stroke > 0 {
            lines.append(Line(width: stroke * level.scale, byte: byte))
        } else if name == "rect", let width = Self.length(Self.attribute("width", of: tag)),
            let height = Self.length(Self.attribute("height", of: tag)), min(width, height) > 0
        {
            lines.append(Line(width: min(width, height) * level.scale, byte: byte))
        }
    }

    /// The offset of the `>` that ends a tag, or the length of the bytes; quoted ones end nothing.
    static func end(ofTagAt open: Int, in bytes: [UInt8]) -> Int {
        var quote: UInt8?
        for index in open..<bytes.count {
            let byte = bytes[index]
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            }
        }
        return bytes.count
    }

    private static func attribute(_ name: String, of tag: String) -> String? {
        for quote in ["\"", "'"] {
            for space in [" ", "\n", "\t"] {
                guard let found = tag.firstRange(of: "\(space)\(name)=\(quote)") else { continue }
                return String(tag[found.upperBound...].prefix { String($0) != quote })
            }
        }
        return nil
    }

    /// A plain number; lengths with units are given in the drawing's own only for the whole.
    private static func length(_ text: String?) -> Double? { text.flatMap { Double($0) } }

    /// How much a transformation enlarges: the root of the area's factor; 1 for moves and turns.
    private static func scale(of transform: String?) -> Double {
        guard let transform else { return 1 }
        var scale = 1.0
        for part in transform.split(separator: ")") {
            let pieces = part.split(separator: "(")
            guard pieces.count == 2 else { continue }
            let numbers = pieces[1].split { $0 == "," || $0 == " " }.compactMap { Double($0) }
            if pieces[0].hasSuffix("scale"), let first = numbers.first {
                scale *= (abs(first * (numbers.count > 1 ? numbers[1] : first))).squareRoot()
            } else if pieces[0].hasSuffix("matrix"), numbers.count == 6 {
                scale *= abs(numbers[0] * numbers[3] - numbers[1] * numbers[2]).squareRoot()
            }
        }
        return scale
    }
}
