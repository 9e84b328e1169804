/// As much of a CFF table as PDF asks for: the CIDs of its glyphs (Adobe Technical Note 5176).
enum CompactFont {
    /// Of each glyph its CID; nil for a font whose glyphs have names, or that cannot be read.
    static func characterIDs(of table: [UInt8], glyphs: Int) -> [UInt16]? {
        var reader = Reader(table)
        guard table.count > 4 else { return nil }
        reader.position = Int(table[2])
        guard reader.index() != nil, let dictionaries = reader.index(), let top = dictionaries.first else { return nil }
        let operands = topDictionary(table[top])
        // ROS: registry, ordering and supplement; only fonts with CIDs have it.
        guard operands[0x0C1E] != nil, let charset = operands[15]?.first else { return nil }
        reader.position = charset
        return reader.charset(glyphs: glyphs)
    }

    /// Operators, two bytes long ones as 0x0C00 and more, with their operands (§4).
    private static func topDictionary(_ bytes: ArraySlice<UInt8>) -> [Int: [Int]] {
        var result: [Int: [Int]] = [:]
        var operands: [Int] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case 12:
                result[0x0C00 | Int(rest.popFirst() ?? 0)] = operands
                operands = []
            case 0...21:
                result[Int(byte)] = operands
                operands = []
            case 28:
                operands.append(Int(Int16(truncatingIfNeeded: number(rest.prefix(2)))))
                rest = rest.dropFirst(2)
            case 29:
                operands.append(Int(Int32(truncatingIfNeeded: number(rest.prefix(4)))))
                rest = rest.dropFirst(4)
            case 30:
                // A decimal number ends with a half byte of ones.
                while let digits = rest.popFirst(), digits & 0x0F != 0x0F, digits >> 4 != 0x0F {}
                operands.append(0)
            case 32...246: operands.append(Int(byte) - 139)
            case 247...250: operands.append((Int(byte) - 247) * 256 + Int(rest.popFirst() ?? 0) + 108)
            case 251...254: operands.append(-(Int(byte) - 251) * 256 - Int(rest.popFirst() ?? 0) - 108)
            default: break
            }
        }
        return result
    }

    fileprivate static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private struct Reader {
        private let bytes: [UInt8]
        var position = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        private mutating func number(_ count: Int) -> Int? {
            guard position >= 0, position + count <= bytes.count else { return nil }
            defer { position += count }
            return CompactFont.number(bytes[position..<position + count])
        }

        /// The places of an INDEX's objects (§5); ends behind it.
        mutating func index() -> [Range<Int>]? {
            guard let count = number(2) else { return nil }
            guard count > 0 else { return [] }
            guard let size = number(1), 1...4 ~= size else { return nil }
            let base = position + (count + 1) * size - 1
            var offsets: [Int] = []
            for _ in 0...count {
                guard let offset = number(size), base + offset <= bytes.count, offset >= offsets.last ?? 1 else {
                    return nil
                }
                offsets.append(offset)
            }
            position = base + offsets[count]
            return zip(offsets, offsets.dropFirst()).map { base + $0..<base + $1 }
        }

        /// §13; the first glyph is `.notdef` and not in the table.
        mutating func charset(glyphs: Int) -> [UInt16]? {
            guard let format = number(1) else { return nil }
            var result: [UInt16] = [0]
            result.reserveCapacity(glyphs)
            while result.count < glyphs {
                guard let first = number(2) else { return nil }
                var left = 0
                if format > 0 {
                    guard let more = number(format) else { return nil }
                    left = more
                }
                for next in first...first + left where result.count < glyphs {
                    result.append(UInt16(truncatingIfNeeded: next))
                }
            }
            return result
        }
    }
}
