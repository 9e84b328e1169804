/// A QR symbol: a square grid of modules, without its quiet zone.
package struct QRCode: Hashable, Sendable {
    /// Modules a side: 21 for version 1, 4 more for each version.
    package let size: Int
    /// Row by row from the top left; true is dark.
    package let modules: [Bool]

    package init(size: Int, modules: [Bool]) {
        self.size = size
        self.modules = modules
    }

    /// How much of the symbol may be lost: about 7, 15, 25 and 30 per cent (ISO/IEC 18004).
    package enum Level: String, CaseIterable, Sendable {
        case low, medium, quartile, high
    }

    /// Light modules that ISO/IEC 18004 asks for on every side.
    package static let quietZone = 4
}

/// Why there is no symbol.
package enum QRCodeError: Error, Hashable, Sendable {
    /// A symbol of nothing.
    case emptyPayload
    /// More bytes than version 40 holds at the level that was asked for.
    case payloadTooLong(bytes: Int)
    /// The encoder ran out of memory.
    case outOfMemory
}

extension QRCode {
    /// The symbol as the data of an SVG path in units of one module, its origin at the quiet zone's corner: one closed
    /// rectangle for each run of dark modules in a row. A square of `size + 2 * quietZone` units holds it.
    package func svgPath(quietZone: Int = quietZone) -> String {
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                guard modules[row * size + column] else {
                    column += 1
                    continue
                }
                var end = column + 1
                while end < size, modules[row * size + end] { end += 1 }
                path += "M\(column + quietZone) \(row + quietZone)h\(end - column)v1h-\(end - column)z"
                column = end
            }
        }
        return path
    }
}
