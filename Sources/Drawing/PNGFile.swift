import CDeflate

/// A picture of pixels as a PNG file (ISO/IEC 15948), written for posters: large even areas, small type, few colours.
///
/// cairo's own writer tries five filters on every row, which cost half of a picture's time, and of flat art they made files
/// a quarter larger than no filter does.
enum PNGFile {
    /// Pixels in rows of `stride` bytes as cairo keeps them: blue, green, red, alpha, the colours multiplied by alpha.
    @safe struct Pixels {
        var bytes: UnsafeRawBufferPointer
        var width: Int
        var height: Int
        var stride: Int

        /// Red, green, blue, from the most significant byte but one.
        func colour(_ x: Int, _ y: Int) -> UInt32 {
            unsafe bytes.loadUnaligned(fromByteOffset: y * stride + x * 4, as: UInt32.self) & 0xFF_FFFF
        }
    }

    /// The file; nil when memory ran out.
    static func bytes(of pixels: Pixels) -> [UInt8]? {
        let look = Look(of: pixels)
        let channels = look.isOpaque ? 3 : 4
        var rows = look.isOpaque ? colours(of: pixels) : coloursAndAlpha(of: pixels)
        if look.isPhotographic { rows = predicted(rows, width: pixels.width * channels, channels: channels) }
        return file(of: rows, pixels, colourType: look.isOpaque ? 2 : 6)
    }

    /// The file with a palette of at most 256 colours, which make drawn art a quarter as large; a picture with transparent
    /// parts is written as it is. Nil when memory ran out.
    static func indexed(_ pixels: Pixels) -> [UInt8]? {
        guard Look(of: pixels).isOpaque else { return bytes(of: pixels) }
        let palette = Palette(of: pixels)
        var rows: [UInt8] = []
        rows.reserveCapacity((pixels.width + 1) * pixels.height)
        for y in 0..<pixels.height {
            rows.append(0)
            for x in 0..<pixels.width { rows.append(palette.index(of: pixels.colour(x, y))) }
        }
        return file(of: rows, pixels, colourType: 3, palette: palette.bytes)
    }

    private static func file(
        of rows: [UInt8], _ pixels: Pixels, colourType: UInt8, palette: [UInt8]? = nil
    ) -> [UInt8]? {
        guard let packed = Deflate.compressed(rows) else { return nil }
        var head: [UInt8] = []
        for size in [pixels.width, pixels.height] { append(UInt32(size), to: &head) }
        // Eight bits a channel; deflate, filters by row, not interlaced.
        head += [8, colourType, 0, 0, 0]
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file.reserveCapacity(packed.count + 64)
        appendChunk("IHDR", head, to: &file)
        if let palette { appendChunk("PLTE", palette, to: &file) }
        appendChunk("IDAT", packed, to: &file)
        appendChunk("IEND", [], to: &file)
        return file
    }

    // MARK: Rows, each behind the number of its filter

    private static func colours(of pixels: Pixels) -> [UInt8] {
        let length = pixels.width * 3 + 1
        return unsafe [UInt8](unsafeUninitializedCapacity: length * pixels.height) { buffer, count in
            for y in 0..<pixels.height {
                var target = y * length
                var source = y * pixels.stride
                unsafe buffer[target] = 0
                target += 1
                for _ in 0..<pixels.width {
                    unsafe buffer[target] = pixels.bytes[source + 2]
                    unsafe buffer[target + 1] = pixels.bytes[source + 1]
                    unsafe buffer[target + 2] = pixels.bytes[source]
                    target += 3
                    source += 4
                }
            }
            count = length * pixels.height
        }
    }

    private static func coloursAndAlpha(of pixels: Pixels) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity((pixels.width * 4 + 1) * pixels.height)
        for y in 0..<pixels.height {
            rows.append(0)
            for x in 0..<pixels.width {
                let source = y * pixels.stride + x * 4
                let alpha = Int(unsafe pixels.bytes[source + 3])
                for channel in [2, 1, 0] {
                    // PNG's colours are not multiplied by alpha (§6.2).
                    let value = Int(unsafe pixels.bytes[source + channel])
                    rows.append(alpha == 0 ? 0 : UInt8(min(255, (value * 255 + alpha / 2) / alpha)))
                }
                rows.append(UInt8(alpha))
            }
        }
        return rows
    }

    /// The rows of a photograph as differences from what is left and above (§9.2, the Paeth filter).
    private static func predicted(_ rows: [UInt8], width: Int, channels: Int) -> [UInt8] {
        var result = rows
        let length = width + 1
        for row in 0..<rows.count / length {
            let start = row * length
            result[start] = 4
            for place in start + 1..<start + length {
                let hasLeft = place - channels > start
                let left = hasLeft ? Int(rows[place - channels]) : 0
                let above = row > 0 ? Int(rows[place - length]) : 0
                let corner = hasLeft && row > 0 ? Int(rows[place - length - channels]) : 0
                let guess = left + above - corner
                let (a, b, c) = (abs(guess - left), abs(guess - above), abs(guess - corner))
                let nearest = a <= b && a <= c ? left : (b <= c ? above : corner)
                result[place] = rows[place] &- UInt8(nearest)
            }
        }
        return result
    }

    // MARK: Chunks

    private static func appendChunk(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
        append(UInt32(content.count), to: &file)
        let start = file.count
        file += name.utf8
        file += content
        let sum = unsafe file.withUnsafeBytes { bytes in
            unsafe libdeflate_crc32(0, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
        }
        append(sum, to: &file)
    }

    private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
        for shift in stride(from: 24, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}

/// What decides how a picture is best written.
private struct Look {
    var isOpaque = true
    /// More colours than drawn art has, soft edges and all: a photograph fills part of the picture.
    var isPhotographic: Bool { colours > Self.mostColoursOfArt }
    private var colours = 0

    /// The posters of two campaigns have up to 2,000 colours, a photograph has tens of thousands.
    private static let mostColoursOfArt = 8000

    init(of pixels: PNGFile.Pixels) {
        // Colours are told apart by 16 bits of a hash: enough to count to a few thousand.
        var seen = [Bool](repeating: false, count: 1 << 16)
        var last: UInt32 = 0
        for y in 0..<pixels.height {
            for x in 0..<pixels.width {
                let pixel = unsafe pixels.bytes.loadUnaligned(
                    fromByteOffset: y * pixels.stride + x * 4, as: UInt32.self)
                if pixel == last, x > 0 { continue }
                last = pixel
                if pixel >> 24 != 0xFF { isOpaque = false }
                let hash = Int((pixel &* 0x9E37_79B1) >> 16)
                if !seen[hash] {
                    seen[hash] = true
                    colours += 1
                }
            }
        }
    }
}
