/// A symbol while its modules are laid: rows and columns both, so that each is looked at as lines.
struct Symbol<L: Line> {
    private let size: Int
    private let version: Int
    private var level: QRCode.Level
    private var rows: [L]
    private var columns: [L]
    /// Modules of function patterns and of the format, by row and by column: no mask touches them.
    private var fixedRows: [L]
    private var fixedColumns: [L]
    /// A line's modules, and its pairs of neighbours.
    private let all: L
    private let pairs: L

    init(version: Int, level: QRCode.Level, codewords: [UInt8]) {
        self = L.blank(version: version)
        self.level = level
        lay(codewords)
    }

    /// A symbol of function patterns alone.
    init(blank version: Int) {
        size = 17 + 4 * version
        self.version = version
        level = .medium
        rows = [L](repeating: .zero, count: size)
        columns = rows
        fixedRows = rows
        fixedColumns = rows
        all = .ones(size)
        pairs = .ones(size - 1)
        layFunctionPatterns()
    }

    /// The symbol under the mask of the least penalty (7.8.3).
    func finished() -> QRCode {
        var best = masked(by: 0)
        var least = best.penalty
        for mask in 1..<8 {
            let candidate = masked(by: mask)
            let penalty = candidate.penalty
            if penalty < least { (best, least) = (candidate, penalty) }
        }
        var modules: [Bool] = []
        modules.reserveCapacity(size * size)
        for line in best.rows { for column in 0..<size { modules.append(line[column]) } }
        return QRCode(size: size, modules: modules)
    }

    private mutating func set(_ row: Int, _ column: Int, _ dark: Bool) {
        rows[row][column] = dark
        columns[column][row] = dark
    }

    private mutating func fix(_ row: Int, _ column: Int, _ dark: Bool) {
        set(row, column, dark)
        fixedRows[row][column] = true
        fixedColumns[column][row] = true
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
        reserveFormat()
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

    /// Both copies of the level and the mask, with their BCH code (7.9).
    private mutating func layFormat(mask: Int) {
        let data = level.formatBits << 3 | mask
        var remainder = data
        for _ in 0..<10 { remainder = remainder << 1 ^ (remainder >> 9) * 0x537 }
        let bits = (data << 10 | remainder) ^ 0x5412
        for bit in 0..<15 {
            let (first, second) = formatPlaces(of: bit)
            set(first.row, first.column, bits >> bit & 1 == 1)
            set(second.row, second.column, bits >> bit & 1 == 1)
        }
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

    /// Keeps the places of the format, which depends on the mask, and lays the dark module.
    private mutating func reserveFormat() {
        for bit in 0..<15 {
            let (first, second) = formatPlaces(of: bit)
            fix(first.row, first.column, false)
            fix(second.row, second.column, false)
        }
        fix(size - 8, 8, true)
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

    /// The codewords in pairs of columns from the right, up and down in turn (7.7.3).
    private mutating func lay(_ codewords: [UInt8]) {
        var bit = 0
        var right = size - 1
        while right > 0 {
            if right == 6 { right = 5 }
            let upwards = (right + 1) & 2 == 0
            for step in 0..<size {
                let row = upwards ? size - 1 - step : step
                let fixed = fixedRows[row]
                for side in 0..<2 where !fixed[right - side] {
                    if bit < codewords.count * 8, codewords[bit >> 3] >> UInt8(7 - bit & 7) & 1 == 1 {
                        set(row, right - side, true)
                    }
                    bit += 1
                }
            }
            right -= 2
        }
    }

    // MARK: - Masks

    private func masked(by mask: Int) -> Symbol {
        var result = self
        result.layFormat(mask: mask)
        let (rowMasks, columnMasks) = (L.masks.rows[mask], L.masks.columns[mask])
        for index in 0..<size {
            let place = index % MaskLines<L>.period
            result.rows[index] = result.rows[index] ^ (rowMasks[place] & ~fixedRows[index] & all)
            result.columns[index] = result.columns[index] ^ (columnMasks[place] & ~fixedColumns[index] & all)
        }
        return result
    }

    /// Table 11: runs of one colour, blocks, patterns like a finder, and the share of dark modules.
    private var penalty: Int {
        var result = 0
        for line in rows { result += penalty(of: line) }
        for line in columns { result += penalty(of: line) }
        for (row, next) in zip(rows, rows.dropFirst()) {
            let equal = ~(row ^ next)
            result += 3 * (equal & (equal &>> 1) & ~(row ^ (row &>> 1)) & pairs).nonzeroBitCount
        }
        let dark = rows.reduce(0) { $0 + $1.nonzeroBitCount }
        let total = size * size
        let deviation = abs(dark * 20 - total * 10)
        return result + ((deviation + total - 1) / total - 1) * 10
    }

    private func penalty(of line: L) -> Int {
        // A run of n ≥ 5 costs n − 2: its fours of equal neighbours, and 2.
        let equal = ~(line ^ (line &>> 1)) & pairs
        let twos = equal & (equal &>> 1)
        let fours = twos & (twos &>> 2)
        let runs = fours & ~(fours &>> 1)
        // 1011101 with four light modules before or behind it; beyond the symbol it is light.
        let shifted = line &<< 4
        let light = ~shifted
        let twoLight = light & (light &>> 1)
        let fourLight = twoLight & (twoLight &>> 2)
        let finder =
            shifted & (light &>> 1) & (shifted &>> 2) & (shifted &>> 3) & (shifted &>> 4) & (light &>> 5)
            & (shifted &>> 6)
        let patterns = (fourLight & (finder &>> 4)).nonzeroBitCount + (finder & (fourLight &>> 7)).nonzeroBitCount
        return fours.nonzeroBitCount + 2 * runs.nonzeroBitCount + 40 * patterns
    }
}
