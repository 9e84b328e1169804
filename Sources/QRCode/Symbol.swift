/// A symbol while its modules are laid, under each of the eight masks: rows and columns both, so that each is looked at as
/// lines.
struct Symbol<L: Line>: Sendable {
    private let size: Int
    private let version: Int
    private var rows: [L]
    private var columns: [L]
    /// Modules of function patterns and of the format, by row and by column: no mask touches them.
    private var fixedRows: [L]
    private var fixedColumns: [L]
    /// The other modules, in the order in which the codewords' bits are laid.
    private var places: [(row: UInt8, column: UInt8)] = []
    /// A line's pairs of neighbours.
    private let pairs: L

    init(version: Int, level: QRCode.Level, codewords: [UInt8]) {
        self = L.blank(version: version, level: level)
        lay(codewords)
    }

    /// A symbol of function patterns and masks alone.
    init(blank version: Int, level: QRCode.Level) {
        size = 17 + 4 * version
        self.version = version
        rows = [L](repeating: .zero, count: size)
        columns = rows
        fixedRows = rows
        fixedColumns = rows
        pairs = .ones(size - 1)
        layFunctionPatterns()
        layFormat(level)
        layMasks()
        places = placesOfCodewords()
    }

    /// The symbol under the mask of the least penalty (7.8.3).
    func finished() -> QRCode {
        let penalties = penalties
        let mask = (1..<8).reduce(0) { penalties[$1] < penalties[$0] ? $1 : $0 }
        let modules = [Bool](capacity: size * size) { modules in
            for line in rows { line.append(size, under: mask, to: &modules) }
        }
        return QRCode(size: size, modules: modules)
    }

    private mutating func fix(_ row: Int, _ column: Int, _ dark: SIMD8<UInt32>) {
        let (inRow, inColumn) = (L(at: column), L(at: row))
        rows[row] = rows[row] & ~inRow | L(dark, at: column)
        columns[column] = columns[column] & ~inColumn | L(dark, at: row)
        fixedRows[row] = fixedRows[row] | inRow
        fixedColumns[column] = fixedColumns[column] | inColumn
    }

    private mutating func fix(_ row: Int, _ column: Int, _ dark: Bool) {
        fix(row, column, SIMD8(repeating: dark ? 1 : 0))
    }

    // MARK: - Function patterns

    private mutating func layFunctionPatterns() {
        for index in 0..<size {
            fix(6, index, index % 2 == 0)
            fix(index, 6, index % 2 == 0)
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { layFinder(row, column) }
        let centres = alignmentCentres
        for row in centres {
            for column in centres {
                let isFinder = (row == 6 && (column == 6 || column == size - 7)) || (row == size - 7 && column == 6)
                if !isFinder { layAlignment(row, column) }
            }
        }
        layVersion()
    }

    private mutating func layFinder(_ row: Int, _ column: Int) {
        for y in -4...4 {
            for x in -4...4 where rows.indices.contains(row + y) && rows.indices.contains(column + x) {
                let ring = max(abs(x), abs(y))
                fix(row + y, column + x, ring != 2 && ring != 4)
            }
        }
    }

    private mutating func layAlignment(_ row: Int, _ column: Int) {
        for y in -2...2 { for x in -2...2 { fix(row + y, column + x, max(abs(x), abs(y)) != 1) } }
    }

    /// Annex E, as a rule.
    private var alignmentCentres: [Int] {
        guard version > 1 else { return [] }
        let count = version / 7 + 2
        let step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (0..<count - 1).map { size - 7 - $0 * step }.reversed()
    }

    /// Both copies of the level and the mask, with their BCH code (7.9), and the dark module.
    private mutating func layFormat(_ level: QRCode.Level) {
        let formats = SIMD8<UInt32>(0, 1, 2, 3, 4, 5, 6, 7) | UInt32(level.formatBits << 3)
        var remainders = formats
        for _ in 0..<10 { remainders = remainders &<< 1 ^ (remainders &>> 9) &* 0x537 }
        let bits = (formats &<< 10 | remainders) ^ 0x5412
        for bit in 0..<15 {
            let (first, second) = formatPlaces(of: bit)
            let dark = bits &>> SIMD8(repeating: UInt32(bit)) & 1
            fix(first.row, first.column, dark)
            fix(second.row, second.column, dark)
        }
        fix(size - 8, 8, true)
    }

    private func formatPlaces(of bit: Int) -> (first: (row: Int, column: Int), second: (row: Int, column: Int)) {
        let first =
            switch bit {
            case 0..<6: (bit, 8)
            case 6, 7: (bit + 1, 8)
            case 8: (8, 7)
            default: (8, 14 - bit)
            }
        return (first, bit < 8 ? (8, size - 1 - bit) : (size - 15 + bit, 8))
    }

    /// Both copies of the version with their BCH code, from version 7 (7.10).
    private mutating func layVersion() {
        guard version >= 7 else { return }
        var remainder = version
        for _ in 0..<12 { remainder = remainder << 1 ^ (remainder >> 11) * 0x1F25 }
        let bits = version << 12 | remainder
        for bit in 0..<18 {
            let dark = bits >> bit & 1 == 1
            fix(bit / 3, size - 11 + bit % 3, dark)
            fix(size - 11 + bit % 3, bit / 3, dark)
        }
    }

    /// The modules of the codewords: pairs of columns from the right, up and down in turn (7.7.3).
    private func placesOfCodewords() -> [(row: UInt8, column: UInt8)] {
        var places: [(row: UInt8, column: UInt8)] = []
        var right = size - 1
        while right > 0 {
            if right == 6 { right = 5 }
            let upwards = (right + 1) & 2 == 0
            for step in 0..<size {
                let row = upwards ? size - 1 - step : step
                for column in [right, right - 1] where !fixedRows[row].isDark(column, under: 0) {
                    places.append((UInt8(row), UInt8(column)))
                }
            }
            right -= 2
        }
        return places
    }

    private mutating func layMasks() {
        for line in 0..<Masks.period {
            var (rowMask, columnMask) = (L.zero, L.zero)
            for place in 0..<size {
                let other = place % Masks.period
                rowMask = rowMask | L(Masks.inverting(row: line, column: other), at: place)
                columnMask = columnMask | L(Masks.inverting(row: other, column: line), at: place)
            }
            for index in stride(from: line, to: size, by: Masks.period) {
                rows[index] = rows[index] | rowMask & ~fixedRows[index]
                columns[index] = columns[index] | columnMask & ~fixedColumns[index]
            }
        }
    }

    // MARK: - Codewords

    private mutating func lay(_ codewords: [UInt8]) { Self.lay(codewords, at: places, into: &rows, &columns) }

    /// Inverts the modules of bits that are 1. Few modules may be left behind the last codeword.
    private static func lay(
        _ codewords: [UInt8], at places: [(row: UInt8, column: UInt8)], into rows: inout [L], _ columns: inout [L]
    ) {
        var rows = rows.mutableSpan
        var columns = columns.mutableSpan
        for (index, codeword) in codewords.enumerated() {
            var rest = codeword
            while rest != 0 {
                let bit = rest.leadingZeroBitCount
                rest ^= 0x80 >> bit
                let (row, column) = (Int(places[index * 8 + bit].row), Int(places[index * 8 + bit].column))
                rows[row] = rows[row] ^ L(at: column)
                columns[column] = columns[column] ^ L(at: row)
            }
        }
    }

    // MARK: - Penalties

    /// Table 11: runs of one colour, blocks, patterns like a finder, and the share of dark modules.
    private var penalties: SIMD8<UInt32> {
        var result = SIMD8<UInt32>(repeating: 0)
        var dark = result
        for line in rows {
            result &+= penalties(of: line)
            dark &+= line.counts
        }
        for line in columns { result &+= penalties(of: line) }
        for index in 1..<size {
            let (row, next) = (rows[index - 1], rows[index])
            let equal = ~(row ^ next)
            result &+= 3 &* (equal & (equal &>> 1) & ~(row ^ (row &>> 1)) & pairs).counts
        }
        for mask in 0..<8 {
            // Odd, so that it deviates.
            let total = size * size
            let deviation = abs(Int(dark[mask]) * 20 - total * 10)
            result[mask] += UInt32(((deviation + total - 1) / total - 1) * 10)
        }
        return result
    }

    private func penalties(of line: L) -> SIMD8<UInt32> {
        // A run of n ≥ 5 costs n − 2: it has n − 4 fours of equal neighbours, which are stretched by 2.
        let equal = ~(line ^ (line &>> 1)) & pairs
        let twos = equal & (equal &>> 1)
        let fours = twos & (twos &>> 2)
        let runs = fours | (fours &<< 1) | (fours &<< 2)
        // 1011101 with four light modules before or behind it; beyond the symbol it is light.
        let finder =
            line & ~(line &>> 1) & (line &>> 2) & (line &>> 3) & (line &>> 4) & ~(line &>> 5) & (line &>> 6)
        let before = (line &<< 1) | (line &<< 2)
        let behind = (line | (line &>> 1)) &>> 7
        let lightBefore = finder & ~(before | (before &<< 2))
        let lightBehind = finder & ~(behind | (behind &>> 2))
        // No two finders begin side by side, so that both kinds are counted at once.
        return runs.counts &+ 40 &* (lightBefore | (lightBehind &<< 1)).counts
    }
}
