// A QR symbol as the smallest honest PNG: one bit a pixel, grey. Our own writer, so that the bytes depend on nothing but
// the symbol (another zlib would compress otherwise).

extension QRCode {
    /// The symbol as a PNG file of `(size + 2 * quietZone) * moduleSize` pixels a side; a module has 1 to 32.
    package func png(moduleSize: Int, quietZone: Int = quietZone) -> [UInt8] {
        let moduleSize = min(max(1, moduleSize), 32)
        let side = (size + 2 * quietZone) * moduleSize
        let rowBytes = 1 + (side + 7) / 8
        let equalRows = max(moduleSize, quietZone * moduleSize)
        let dataLimit = 16 + (size + 2) * FixedDeflate.limit(of: rowBytes, repeated: equalRows)
        return [UInt8](capacity: 57 + dataLimit) { file in
            for byte: UInt8 in [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] { file.append(byte) }
            appendChunk("IHDR", to: &file) { file in
                append(UInt32(side), to: &file)
                append(UInt32(side), to: &file)
                // One bit, greyscale, deflate, standard filters, not interlaced.
                for byte: UInt8 in [1, 0, 0, 0, 0] { file.append(byte) }
            }
            appendChunk("IDAT", to: &file) { file in
                appendRows(moduleSize: moduleSize, quietZone: quietZone * moduleSize, side: side, to: &file)
            }
            appendChunk("IEND", to: &file) { _ in }
        }
    }

    /// The pixel rows as a zlib stream. Every row of modules is `moduleSize` equal rows of pixels, and the quiet zone is
    /// equal rows too: a row stands once as literals, its repetitions as copies from one row back.
    private func appendRows(moduleSize: Int, quietZone: Int, side: Int, to file: inout OutputSpan<UInt8>) {
        file.append(0x78)
        file.append(0x01)
        var deflate = FixedDeflate(&file)
        var checksum = Adler32()
        // Behind the byte of PNG's filter “none”.
        var blank = [UInt8](repeating: 0xFF, count: 1 + (side + 7) / 8)
        blank[0] = 0
        func put(_ row: Span<UInt8>, times: Int, to file: inout OutputSpan<UInt8>) {
            guard times > 0 else { return }
            deflate.literals(row, to: &file)
            deflate.copy(count: row.count * (times - 1), distance: row.count, to: &file)
            checksum.add(row, times: times)
        }
        put(blank.span, times: quietZone, to: &file)
        var row = blank
        for index in 0..<size {
            let modules = modules.span.extracting(index * size..<(index + 1) * size)
            var pixels = row.mutableSpan
            Self.pack(modules, moduleSize: moduleSize, quietZone: quietZone, into: &pixels)
            put(row.span, times: moduleSize, to: &file)
        }
        put(blank.span, times: quietZone, to: &file)
        deflate.finish(&file)
        append(checksum.value, to: &file)
    }

    /// A row's pixels between the quiet zones, eight to a byte, 1 for light.
    private static func pack(
        _ modules: Span<Bool>, moduleSize: Int, quietZone: Int, into row: inout MutableSpan<UInt8>
    ) {
        let light: UInt64 = 1 &<< UInt64(moduleSize) &- 1
        var index = 1 + quietZone / 8
        // Pixels that fill no byte yet, the last one lowest; the quiet zone may end within a byte.
        var pending = UInt64.max
        var count = quietZone % 8
        for column in modules.indices {
            pending = pending &<< UInt64(moduleSize) | (modules[column] ? 0 : light)
            count += moduleSize
            while count >= 8 {
                count -= 8
                row[index] = UInt8(truncatingIfNeeded: pending &>> UInt64(count))
                index += 1
            }
        }
        if count > 0 { row[index] = ~(~UInt8(truncatingIfNeeded: pending) &<< UInt8(8 - count)) }
    }
}

/// One deflate block with the fixed codes of RFC 1951 §3.2.6.
private struct FixedDeflate {
    private var pending: UInt64 = 0
    private var pendingBits: UInt64 = 0
    private let codes = Self.codes

    init(_ out: inout OutputSpan<UInt8>) {
        put(1, bits: 1, to: &out)  // the last block
        put(1, bits: 2, to: &out)  // fixed codes
    }

    /// How many bytes a row takes at most that is written once and then repeated: nine bits for each literal, and four bytes
    /// for each copy.
    static func limit(of row: Int, repeated times: Int) -> Int { row * 9 / 8 + 1 + (row * times / 258 + 2) * 4 }

    mutating func literals(_ values: Span<UInt8>, to out: inout OutputSpan<UInt8>) {
        // Of its own, for all its bytes: what is written to `self` goes through memory.
        var bits = self
        for index in values.indices {
            let code = codes[Int(values[index])]
            bits.put(UInt32(code.bits), bits: UInt32(code.length), to: &out)
        }
        self = bits
    }

    /// Repeats `count` bytes from `distance` bytes back.
    mutating func copy(count: Int, distance: Int, to out: inout OutputSpan<UInt8>) {
        var left = count
        while left > 0 {
            // Lengths of 3 to 258: never leave a rest of 1 or 2.
            let length = left > 258 ? (left - 258 < 3 ? left - 3 : 258) : left
            lengthCode(length, to: &out)
            distanceCode(distance, to: &out)
            left -= length
        }
    }

    mutating func finish(_ out: inout OutputSpan<UInt8>) {
        symbol(256, to: &out)
        while pendingBits > 0 {
            out.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            pendingBits -= min(8, pendingBits)
        }
    }

    private mutating func lengthCode(_ length: Int, to out: inout OutputSpan<UInt8>) {
        if length == 258 { return symbol(285, to: &out) }
        let (code, extraBits, extra) = Self.code(of: length - 3, codesAStep: 4)
        symbol(257 + code, to: &out)
        put(extra, bits: extraBits, to: &out)
    }

    private mutating func distanceCode(_ distance: Int, to out: inout OutputSpan<UInt8>) {
        let (code, extraBits, extra) = Self.code(of: distance - 1, codesAStep: 2)
        put(UInt32(Self.distances[Int(code)]), bits: 5, to: &out)
        put(extra, bits: extraBits, to: &out)
    }

    /// Both tables of RFC 1951 §3.2.5 are the same law: after the first two steps, each step has as many codes as the
    /// one before and one more extra bit.
    private static func code(of value: Int, codesAStep: Int) -> (code: UInt32, extraBits: UInt32, extra: UInt32) {
        let step = value / codesAStep
        let extraBits = step == 0 ? 0 : step.bitWidth - 1 - step.leadingZeroBitCount
        let code = extraBits * codesAStep + value >> extraBits
        return (UInt32(code), UInt32(extraBits), UInt32(value & ((1 << extraBits) - 1)))
    }

    private mutating func symbol(_ value: UInt32, to out: inout OutputSpan<UInt8>) {
        let code = codes[Int(value)]
        put(UInt32(code.bits), bits: UInt32(code.length), to: &out)
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

    private static let distances = (0..<30).map { reversed($0, bits: 5) }

    private static func reversed(_ value: Int, bits: Int) -> UInt16 {
        (0..<bits).reduce(0) { $0 | UInt16(value >> $1 & 1) << UInt16(bits - 1 - $1) }
    }

    private mutating func put(_ value: UInt32, bits: UInt32, to out: inout OutputSpan<UInt8>) {
        pending |= UInt64(value) &<< pendingBits
        pendingBits &+= UInt64(bits)
        guard pendingBits >= 32 else { return }
        // Four bytes at once; less than 32 bits are left, and no code has more than 13.
        for _ in 0..<4 {
            out.append(UInt8(truncatingIfNeeded: pending))
            pending &>>= 8
        }
        pendingBits &-= 32
    }
}

private struct Adler32 {
    private var low: UInt64 = 1
    private var high: UInt64 = 0

    /// Adds the bytes of a row several times. No picture that fits into memory makes the sums overflow before they are
    /// reduced.
    mutating func add(_ row: Span<UInt8>, times: Int) {
        // One row from zero; behind other bytes each of its steps adds what `low` was before.
        var (ownLow, ownHigh): (UInt64, UInt64) = (0, 0)
        for index in row.indices {
            ownLow &+= UInt64(row[index])
            ownHigh &+= ownLow
        }
        let (count, times) = (UInt64(row.count), UInt64(times))
        high = (high + times * (ownHigh + count * low) + count * ownLow * (times * (times - 1) / 2)) % 65521
        low = (low + times * ownLow) % 65521
    }

    var value: UInt32 { UInt32(high << 16 | low) }
}

private func appendChunk(
    _ type: String, to file: inout OutputSpan<UInt8>, _ appendData: (inout OutputSpan<UInt8>) -> Void
) {
    let start = file.count
    append(0, to: &file)
    for byte in type.utf8 { file.append(byte) }
    appendData(&file)
    // The length covers neither itself nor the type, the checksum does the type.
    let length = file.count - start - 8
    for index in 0..<4 { file[start + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * index)) }
    append(crc32(file.span.extracting(start + 4..<file.count)), to: &file)
}

/// Eight bytes at a time: each byte's remainder does not wait for that of the one before it.
private func crc32(_ bytes: Span<UInt8>) -> UInt32 {
    let tables = crcTables.span
    var crc: UInt32 = 0xFFFF_FFFF
    var index = 0
    while index + 8 <= bytes.count {
        var remainder: UInt32 = 0
        for place in 0..<8 {
            let carried = place < 4 ? crc >> UInt32(8 * place) & 0xFF : 0
            remainder ^= tables[(7 - place) << 8 | Int(carried ^ UInt32(bytes[index + place]))]
        }
        crc = remainder
        index += 8
    }
    for byte in index..<bytes.count { crc = crc >> 8 ^ tables[Int(crc & 0xFF ^ UInt32(bytes[byte]))] }
    return ~crc
}

/// The remainders of single bytes (PNG specification, annex D), then of bytes with one to seven zeros behind them.
private let crcTables: [UInt32] = {
    var tables = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { crc, _ in crc >> 1 ^ (0xEDB8_8320 & (0 &- (crc & 1))) }
    }
    for index in 0..<7 * 256 {
        let crc = tables[index]
        tables.append(crc >> 8 ^ tables[Int(crc & 0xFF)])
    }
    return tables
}()

/// The highest byte first.
private func append(_ value: UInt32, to file: inout OutputSpan<UInt8>) {
    for shift: UInt32 in [24, 16, 8, 0] { file.append(UInt8(truncatingIfNeeded: value >> shift)) }
}
