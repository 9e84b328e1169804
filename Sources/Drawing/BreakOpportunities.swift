import CPangoCairo

/// What Unicode says about the positions between the characters of a text (UAX #14 and #29, by Pango).
struct BreakOpportunities {
    /// One byte a scalar and one for the end; `line`, `mandatory` and `cursor` are its bits.
    let flags: [UInt8]

    static let line: UInt8 = 1
    static let mandatory: UInt8 = 2
    static let cursor: UInt8 = 4

    init(text: [UInt8], scalarCount: Int) {
        flags = unsafe [UInt8](unsafeUninitializedCapacity: scalarCount + 1) { buffer, count in
            unsafe text.withUnsafeBytes { bytes in
                let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                unsafe bulletin_log_attributes(start ?? nil, Int32(bytes.count), Int32(scalarCount), buffer.baseAddress)
            }
            count = scalarCount + 1
        }
    }
}

/// Which way each scalar runs: odd levels run from right to left (UAX #9, by Pango).
enum Direction {
    /// Nil when the whole text runs from left to right.
    static func levels(of text: [UInt8], scalars: [UInt32]) -> [UInt8]? {
        guard scalars.contains(where: isRightToLeft) else { return nil }
        return unsafe text.withUnsafeBytes { bytes -> [UInt8]? in
            var direction = PANGO_DIRECTION_LTR
            let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let levels = unsafe pango_log2vis_get_embedding_levels(start, Int32(bytes.count), &direction) else {
                return nil
            }
            defer { unsafe free(levels) }
            return unsafe Array(UnsafeBufferPointer(start: levels, count: scalars.count))
        }
    }

    private static func isRightToLeft(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0590...0x08FF, 0x200F, 0x202B, 0x202E, 0x2067, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
            0x1E800...0x1EFFF:
            true
        default: false
        }
    }
}
