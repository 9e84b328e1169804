// A QR symbol as the smallest honest PNG: one bit a pixel, grey. Our own writer, so that the bytes depend on nothing but
// the symbol (another zlib would compress otherwise).

extension QRCode {
    /// The symbol as a PNG file of `(size + 2 * quietZone) * moduleSize` pixels a side.
    package func png(moduleSize: Int, quietZone: Int = quietZone) -> [UInt8] {
        let moduleSize = max(1, moduleSize)
        let side = (size + 2 * quietZone) * moduleSize
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        // Width, height, one bit, greyscale, deflate, standard filters, not interlaced.
        appendChunk("IHDR", bigEndian(UInt32(side)) + bigEndian(UInt32(side)) + [1, 0, 0, 0, 0], to: &file)
        appendChunk("IDAT", compressedRows(moduleSize: moduleSize, quietZone: quietZone, side: side), to: &file)
        appendChunk("IEND", [], to: &file)
        return file
    }

    /// The pixel rows as a zlib stream. Every row of modules is `moduleSize` equal rows of pixels, and the quiet zone is
    /// equal rows too: a row stands once as literals, its repetitions as copies from one row back.
    private func compressedRows(moduleSize: Int, quietZone: Int, side: Int) -> [UInt8] {
        var deflate = FixedDeflate()
        var checksum = Adler32()
        let blank = packedRow(nil, moduleSize: moduleSize, quietZone: quietZone, side: side)
        func put(_ row: [UInt8], times: Int) {
            guard times > 0 else { return }
            deflate.literals(row)
            deflate.copy(count: row.count * (times - 1), distance: row.count)
            checksum.add(row, times: times)
        }
        put(blank, times: quietZone * moduleSize)
        for row in 0..<size {
            put(packedRow(row, moduleSize: moduleSize, quietZone: quietZone, side: side), times: moduleSize)
        }
        put(blank, times: quietZone * moduleSize)
        return [0x78, 0x01] + deflate.finished() + bigEndian(checksum.value)
    }

    /// Turns the pixels of a range to 0, whole bytes where it can.
    private static func darken(_ pixels: Range<Int>, in packed: inout [UInt8]) {
        if pixels.isEmpty { return }
        let (first, last) = (1 + pixels.lowerBound >> 3, 1 + (pixels.upperBound - 1) >> 3)
        let keepBefore = ~(0xFF as UInt8 >> UInt8(pixels.lowerBound & 7))
        let keepBehind = 0x7F as UInt8 >> UInt8((pixels.upperBound - 1) & 7)
        if first == last {
            packed[first] &= keepBefore | keepBehind
            return
        }
        packed[first] &= keepBefore
        for index in first + 1..<last { packed[index] = 0 }
        packed[last] &= keepBehind
    }

    /// A row of pixels, eight to a byte, 1 for light, behind the byte of PNG's filter “none”; nil for a light row.
    private func packedRow(_ row: Int?, moduleSize: Int, quietZone: Int, side: Int) -> [UInt8] {
        var packed = [UInt8](repeating: 0xFF, count: 1 + (side + 7) / 8)
        packed[0] = 0
        guard let row else { return packed }
        var column = 0
        while column < size {
            let dark = column
            while column < size, modules[row * size + column] { column += 1 }
            Self.darken((dark + quietZone) * moduleSize..<(column + quietZone) * moduleSize, in: &packed)
            column += 1
        }
        return packed
    }
}

/// One deflate block with the fixed codes of RFC 1951 §3.2.6.
private struct FixedDeflate {
    private var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var pendingBits: UInt64 = 0
    private let codes = Self.codes
    /// A symbol of version 3 takes less.
    private static let usualSize = 1024

    init() {
        bytes.reserveCapacity(Self.usualSize)
        put(1, bits: 1)  // the last block
        put(1, bits: 2)  // fixed codes
    }

    mutating func literals(_ values: [UInt8]) {
        let table = codes
        for value in values {
            let code = table[Int(value)]
            pending |= UInt64(code.bits) &<< pendingBits
            pendingBits &+= UInt64(code.length)
            if pendingBits >= 32 { flush() }
        }
    }

    /// Repeats `count` bytes from `distance` bytes back.
    mutating func copy(count: Int, distance: Int) {
        var left = count
        while left > 0 {
            // Lengths of 3 to 258: never leave a rest of 1 or 2.
            let length = left > 258 ? (left - 258 < 3 ? left - 3 : 258) : left
            lengthCode(length)
            distanceCode(distance)
            left -= length
        }
    }

    mutating func finished() -> [UInt8] {
        symbol(256)
        while pendingBits > 0 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            pendingBits -= min(8, pendingBits)
        }
        return bytes
    }

    private mutating func lengthCode(_ length: Int) {
        if length == 258 { return symbol(285) }
        let (code, extraBits, extra) = Self.code(of: length - 3, codesAStep: 4)
        symbol(257 + code)
        put(extra, bits: extraBits)
    }

    private mutating func distanceCode(_ distance: Int) {
        let (code, extraBits, extra) = Self.code(of: distance - 1, codesAStep: 2)
        put(UInt32(Self.reversed(Int(code), bits: 5)), bits: 5)
        put(extra, bits: extraBits)
    }

    /// Both tables of RFC 1951 §3.2.5 are the same law: after the first two steps, each step has as many codes as the
    /// one before and one more extra bit.
    private static func code(of value: Int, codesAStep: Int) -> (code: UInt32, extraBits: UInt32, extra: UInt32) {
        var extraBits = 0
        while value >= codesAStep << (extraBits + 1) { extraBits += 1 }
        let base = extraBits == 0 ? 0 : (extraBits * codesAStep)
        return (UInt32(base + (value >> extraBits)), UInt32(extraBits), UInt32(value & ((1 << extraBits) - 1)))
    }

    private mutating func symbol(_ value: UInt32) {
        let code = codes[Int(value)]
        put(UInt32(code.bits), bits: UInt32(code.length))
    }

    /// The fixed codes of all symbols, their highest bit first as the stream wants them.
    private static let codes: [(bits: UInt16, length: UInt8)] = (0..<288).map { value -> (UInt16, UInt8) in
        switch value {
        case 0...143: (reversed(0x30 + value, bits: 8), 8)
        case 144...255: (reversed(0x190 + value - 144, bits: 9), 9)
        case 256...279: (reversed(value - 256, bits: 7), 7)
        default: (reversed(0xC0 + value - 280, bits: 8), 8)
        }
    }

    private static func reversed(_ value: Int, bits: Int) -> UInt16 {
        (0..<bits).reduce(0) { $0 | UInt16(value >> $1 & 1) << UInt16(bits - 1 - $1) }
    }

    private mutating func flush() {
        let word = UInt32(truncatingIfNeeded: pending).littleEndian
        unsafe withUnsafeBytes(of: word) { unsafe bytes.append(contentsOf: $0) }
        pending >>= 32
        pendingBits &-= 32
    }

    private mutating func put(_ value: UInt32, bits: UInt32) {
        pending |= UInt64(value) &<< pendingBits
        pendingBits &+= UInt64(bits)
        guard pendingBits >= 32 else { return }
        // Four bytes at once; less than 32 bits are left, and no code has more than 13.
        flush()
    }
}

private struct Adler32 {
    private var low: UInt32 = 1
    private var high: UInt32 = 0

    /// Adds the bytes of a row several times. A row of a symbol is so short (740 bytes at most) that the sums cannot overflow
    /// before they are reduced.
    mutating func add(_ bytes: [UInt8], times: Int) {
        // One row from zero; behind other bytes each of its steps adds what `low` was before.
        var (ownLow, ownHigh): (UInt32, UInt32) = (0, 0)
        for byte in bytes {
            ownLow &+= UInt32(byte)
            ownHigh &+= ownLow
        }
        for _ in 0..<times {
            high = (high &+ UInt32(bytes.count) &* low &+ ownHigh) % 65521
            low = (low &+ ownLow) % 65521
        }
    }

    var value: UInt32 { high << 16 | low }
}

private func appendChunk(_ type: String, _ data: [UInt8], to file: inout [UInt8]) {
    let checked = Array(type.utf8) + data
    file += bigEndian(UInt32(data.count)) + checked + bigEndian(crc32(checked))
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
    let table = crcTable.span
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes { crc = crc >> 8 ^ table[Int(crc & 0xFF ^ UInt32(byte))] }
    return ~crc
}

/// The remainders of single bytes (PNG specification, annex D).
private let crcTable: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { crc, _ in crc >> 1 ^ (0xEDB8_8320 & (0 &- (crc & 1))) }
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}
