import Imaging

/// A bitmap as an object of a file (ISO 32000-1 §8.9.5).
enum PDFPicture {
    static func name(_ index: Int) -> String { "P\(index)" }

    /// Writes it; nil for one that cannot be decoded.
    ///
    /// A JPEG stays as it is, so that its pixels are untouched, unless readers would show it differently.
    static func add(_ bitmap: Bitmap, to file: inout PDFFile) -> Int? {
        guard let bitmap = bitmap.plain else { return nil }
        let size = " /Width \(bitmap.width) /Height \(bitmap.height)"
        if bitmap.isJPEG {
            let space = bitmap.head.isGray ? "DeviceGray" : "DeviceRGB"
            return file.add(PDFStream(packed: bitmap.bytes, filter: "/DCTDecode"), head(size, space))
        }
        guard let picture = DecodedPicture(decoding: bitmap.bytes), picture.width == bitmap.width,
            picture.height == bitmap.height
        else { return nil }
        let channels = Channels(picture)
        var mask = ""
        if let opacity = channels.opacity {
            mask = " /SMask \(file.add(PDFStream(opacity), head(size, "DeviceGray"))) 0 R"
        }
        switch channels.colours {
        case .blackAndWhite(let bits):
            // Not softened: these are codes and line drawings.
            return file.add(PDFStream(bits), head(size, "DeviceGray", bits: 1, isSoft: false) + mask)
        case .gray(let levels): return file.add(PDFStream(levels), head(size, "DeviceGray") + mask)
        case .colour(let values): return file.add(PDFStream(values), head(size, "DeviceRGB") + mask)
        }
    }

    private static func head(_ size: String, _ space: String, bits: Int = 8, isSoft: Bool = true) -> String {
        " /Type /XObject /Subtype /Image\(size) /ColorSpace /\(space) /BitsPerComponent \(bits)\(isSoft ? " /Interpolate true" : "")"
    }
}

/// A decoded picture's colours in the fewest bits that hold them all, and its opacity by itself.
private struct Channels {
    enum Colours {
        /// A bit a pixel, rows filled up to whole bytes; 1 is white.
        case blackAndWhite([UInt8])
        case gray([UInt8])
        /// Red, green and blue of each pixel.
        case colour([UInt8])
    }

    let colours: Colours
    /// Nil when every pixel is opaque.
    let opacity: [UInt8]?

    init(_ picture: DecodedPicture) {
        let pixels = picture.pixels
        var (isGray, isTwoLevel, isOpaque) = (true, true, true)
        for place in stride(from: 0, to: pixels.count, by: 4) {
            let level = pixels[place]
            if level != pixels[place + 1] || level != pixels[place + 2] { isGray = false }
            if level != 0, level != 255 { isTwoLevel = false }
            if pixels[place + 3] != 255 { isOpaque = false }
        }
        if isGray {
            let levels = stride(from: 0, to: pixels.count, by: 4).map { pixels[$0] }
            colours = isTwoLevel ? .blackAndWhite(Self.bits(of: levels, width: picture.width)) : .gray(levels)
        } else {
            var values: [UInt8] = []
            values.reserveCapacity(pixels.count / 4 * 3)
            for place in stride(from: 0, to: pixels.count, by: 4) { values += pixels[place..<place + 3] }
            colours = .colour(values)
        }
        opacity = isOpaque ? nil : stride(from: 3, to: pixels.count, by: 4).map { pixels[$0] }
    }

    private static func bits(of levels: [UInt8], width: Int) -> [UInt8] {
        var bits: [UInt8] = []
        for row in stride(from: 0, to: levels.count, by: width) {
            for start in stride(from: row, to: row + width, by: 8) {
                let pixels = levels[start..<min(start + 8, row + width)]
                let byte = pixels.reduce(UInt8(0)) { $0 << 1 | ($1 == 255 ? 1 : 0) }
                bits.append(byte << UInt8(8 - pixels.count))
            }
        }
        return bits
    }
}
