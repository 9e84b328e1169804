/// The size of a printed sheet, in millimetres, as people name it.
package struct SheetFormat: Hashable, Sendable {
    package var width: Double
    package var height: Double
    /// What the sheet hangs in: stands hide a part of it.
    package var stand: Stand?

    package enum Stand: String, CaseIterable, Sendable {
        /// 易拉宝: the lowest part stays in the case, the topmost under the rail.
        case rollup
        /// X展架: held at its corners.
        case xstand
    }

    /// The longest side that is taken for meant, in millimetres: no banner of one piece of cloth is longer than 20 m.
    package static let longest = 20_000.0

    /// Upright, as they are named in offices and print shops (ISO 216; 大度 and 正度 as cut in China).
    private static let known: [(name: String, width: Double, height: Double)] = [
        ("A0", 841, 1189), ("A1", 594, 841), ("A2", 420, 594), ("A3", 297, 420), ("A4", 210, 297), ("A5", 148, 210),
        ("A6", 105, 148), ("大度八开", 285, 420), ("大度十六开", 210, 285), ("正度对开", 540, 740), ("正度十六开", 185, 260),
    ]

    /// The names for suggestions and messages.
    package static let names = known.map(\.name)

    /// `A3`, `大度八开`, `60x90cm`, `8x0.7m`, `210x297mm`, `rollup-80x200` or `xstand-60x160` (both in cm); nil for others.
    package init?(_ name: String) {
        let name = name.replacing("×", with: "x").replacing("*", with: "x")
        if let known = Self.known.first(where: { $0.name == name }) {
            self.init(width: known.width, height: known.height)
            return
        }
        for stand in Stand.allCases where name.hasPrefix("\(stand.rawValue)-") {
            self.init(sides: name.dropFirst(stand.rawValue.count + 1), unit: 10)
            self.stand = stand
            return
        }
        for (suffix, unit) in [("mm", 1.0), ("cm", 10), ("m", 1000)] where name.hasSuffix(suffix) {
            self.init(sides: name.dropLast(suffix.count), unit: unit)
            return
        }
        return nil
    }

    package var area: Double { width * height }

    /// Whether the same picture stands for both: their proportions differ by less than a hundredth.
    package func hasShape(of other: SheetFormat) -> Bool {
        abs(width / height / (other.width / other.height) - 1) < 0.01
    }

    private init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    private init?(sides: Substring, unit: Double) {
        let parts = sides.split(separator: "x", omittingEmptySubsequences: false)
        let lengths = parts.compactMap { part -> Double? in
            guard
                part.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
                )
            else { return nil }
            return Double(part).map { $0 * unit }
        }
        guard parts.count == 2, lengths.count == 2, lengths.allSatisfy({ $0 > 0 && $0 <= Self.longest }) else {
            return nil
        }
        self.init(width: lengths[0], height: lengths[1])
    }
}
