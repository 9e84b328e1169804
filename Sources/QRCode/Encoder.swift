// ISO/IEC 18004, byte mode. Our own encoder, because a page has a code and a campaign a thousand pages: choosing among
// the eight masks takes a library that walks module by module as long as everything else about a page.

extension QRCode {
    /// Encodes the bytes of a text in 8-bit mode, in the smallest version that holds them.
    package init(encoding text: String, level: Level = .medium) throws(QRCodeError) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .emptyPayload }
        guard let version = (1...40).first(where: { Capacity(version: $0, level: level).holds(bytes.count) }) else {
            throw .payloadTooLong(bytes: bytes.count)
        }
        let capacity = Capacity(version: version, level: level)
        let codewords = capacity.interleaved(capacity.dataCodewords(for: bytes))
        self =
            NarrowLine.versions.contains(version)
            ? Symbol<NarrowLine>(version: version, level: level, codewords: codewords).finished()
            : Symbol<WideLine>(version: version, level: level, codewords: codewords).finished()
    }
}

/// How many codewords a version has, and how they are divided into blocks.
struct Capacity {
    let version: Int
    let correctionAPerBlock: Int
    let blocks: Int
    /// Of data and correction together.
    let codewords: Int

    init(version: Int, level: QRCode.Level) {
        self.version = version
        correctionAPerBlock = level.correctionPerBlock[version - 1]
        blocks = level.blocks[version - 1]
        codewords = Self.modules(for: version) / 8
    }

    /// Modules that are no function patterns.
    private static func modules(for version: Int) -> Int {
        var modules = (16 * version + 128) * version + 64
        if version >= 2 {
            let alignments = version / 7 + 2
            modules -= (25 * alignments - 10) * alignments - 55
        }
        return version >= 7 ? modules - 36 : modules
    }

    var dataCodewords: Int { codewords - correctionAPerBlock * blocks }

    /// Bytes of the mode and the count before the data: 4 bits, and 8 or 16.
    private var headBits: Int { version <= 9 ? 12 : 20 }

    func holds(_ bytes: Int) -> Bool { headBits + 8 * bytes <= 8 * dataCodewords }

    /// The mode, the count and the bytes, ended and padded (7.4.9, 7.4.10).
    func dataCodewords(for bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(dataCodewords)
        // The mode is half a codeword, so each byte lies across two.
        let count = version <= 9 ? [UInt8(bytes.count)] : [UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)]
        var carried: UInt8 = 0b0100
        for byte in count + bytes {
            result.append(carried << 4 | byte >> 4)
            carried = byte & 0x0F
        }
        result.append(carried << 4)
        var padding: UInt8 = 0xEC
        while result.count < dataCodewords {
            result.append(padding)
            padding ^= 0xEC ^ 0x11
        }
        return result
    }

    /// The blocks' data, then their correction, each column by column (7.6). The last blocks have one codeword of data more.
    func interleaved(_ data: [UInt8]) -> [UInt8] {
        let generator = Generator.of(degree: correctionAPerBlock)
        let shortLength = codewords / blocks - correctionAPerBlock
        let shortBlocks = blocks - codewords % blocks
        var result = [UInt8](repeating: 0, count: codewords)
        var next = 0
        for block in 0..<blocks {
            var remainder = Generator.Remainder()
            for column in 0..<shortLength {
                result[column * blocks + block] = data[next + column]
                generator.divide(data[next + column], into: &remainder)
            }
            next += shortLength
            if block >= shortBlocks {
                result[shortLength * blocks + block - shortBlocks] = data[next]
                generator.divide(data[next], into: &remainder)
                next += 1
            }
            for column in 0..<correctionAPerBlock {
                result[data.count + column * blocks + block] = remainder[column]
            }
        }
        return result
    }
}

/// A generator polynomial of Reed and Solomon (7.5.2): (x−1)(x−2)(x−4)… over GF(256) modulo x⁸+x⁴+x³+x²+1.
struct Generator: Sendable {
    /// Coefficients, the highest first, eight to a word; no generator has more than 30 without its leading one.
    fileprivate typealias Coefficients = SIMD4<UInt64>
    /// The multiples by 0, 1, 2…15, and by 0, 16, 32…240: two of them make each of 256.
    private let low: [Coefficients]
    private let high: [Coefficients]

    static func of(degree: Int) -> Generator { all[degree] }

    private static let all: [Generator] = {
        var coefficients: [UInt8] = []
        var root: UInt8 = 1
        return (0...30).map { _ in
            defer {
                // Times x, and the same times the root.
                let shifted = coefficients + [0]
                let multiple = ([1] + coefficients).map { product($0, root) }
                coefficients = zip(shifted, multiple).map { $0 ^ $1 }
                root = product(root, 2)
            }
            return Generator(coefficients)
        }
    }()

    private init(_ coefficients: [UInt8]) {
        var power = Coefficients()
        for (index, coefficient) in coefficients.enumerated() {
            power[index >> 3] |= UInt64(coefficient) << UInt64(8 * (index & 7))
        }
        var powers = [power]
        for _ in 1..<8 {
            power = (power & 0x7F7F_7F7F_7F7F_7F7F) &<< 1 ^ (power &>> 7 & 0x0101_0101_0101_0101) &* 0x1D
            powers.append(power)
        }
        func sums(of powers: ArraySlice<Coefficients>) -> [Coefficients] {
            powers.reduce(into: [Coefficients()]) { sums, power in sums += sums.map { $0 ^ power } }
        }
        low = sums(of: powers[..<4])
        high = sums(of: powers[4...])
    }

    private static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
        var sum: UInt8 = 0
        for bit in (0..<8).reversed() { sum = sum << 1 ^ (sum >> 7) * 0x1D ^ (b >> UInt8(bit) & 1) * a }
        return sum
    }

    /// What is left of a division, a codeword for each coefficient.
    struct Remainder {
        fileprivate var words = Coefficients()

        subscript(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: words[index >> 3] >> UInt64(8 * (index & 7))) }
    }

    /// Goes on with the next codeword of a dividend.
    func divide(_ codeword: UInt8, into remainder: inout Remainder) {
        let words = remainder.words
        let factor = Int(codeword ^ UInt8(truncatingIfNeeded: words[0]))
        let shifted = words &>> 8 | Coefficients(words[1], words[2], words[3], 0) &<< 56
        remainder.words = shifted ^ low[factor & 15] ^ high[factor >> 4]
    }
}

extension QRCode.Level {
    /// Table 9: correction codewords of each block, by version.
    fileprivate var correctionPerBlock: [Int] { Self.correction[position] }
    /// Table 9: blocks, by version.
    fileprivate var blocks: [Int] { Self.blockCounts[position] }

    private var position: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .quartile: 2
        case .high: 3
        }
    }

    private static let correction: [[Int]] = [
        [
            7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30,
            30,
            30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ],
        [
            10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28,
            28,
            28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
        ],
        [
            13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28, 30,
            30,
            30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ],
        [
            17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30, 30, 30,
            30,
            30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ],
    ]

    private static let blockCounts: [[Int]] = [
        [
            1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18,
            19,
            19, 20, 21, 22, 24, 25,
        ],
        [
            1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
            31, 33,
            35, 37, 38, 40, 43, 45, 47, 49,
        ],
        [
            1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38, 40,
            43,
            45, 48, 51, 53, 56, 59, 62, 65, 68,
        ],
        [
            1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42, 45,
            48, 51,
            54, 57, 60, 63, 66, 70, 74, 77, 81,
        ],
    ]

    /// The two bits that name the level in the format information (table 12).
    var formatBits: Int {
        switch self {
        case .low: 1
        case .medium: 0
        case .quartile: 3
        case .high: 2
        }
    }
}
