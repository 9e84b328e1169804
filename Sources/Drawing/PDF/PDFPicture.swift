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
        return file.add(
            PDFStream(channels.colours), head(size, channels.isGray ? "DeviceGray" : "DeviceRGB") + mask)
    }

    private static func head(_ size: String, _ space: String) -> String {
        " /Type /XObject /Subtype /Image\(size) /ColorSpace /\(space) /BitsPerComponent 8 /Interpolate true"
    }
}

/// A decoded picture's colours and its opacity, each by itself.
private struct Channels {
    /// One byte a pixel, or three.
    var colours: [UInt8] = []
    let isGray: Bool
    /// Nil when every pixel is opaque.
    var opacity: [UInt8]?

    init(_ picture: DecodedPicture) {
        let pixels = picture.pixels
        var (isGray, isOpaque) = (true, true)
        for place in stride(from: 0, to: pixels.count, by: 4) {
            if pixels[place] != pixels[place + 1] || pixels[place] != pixels[place + 2] { isGray = false }
            if pixels[place + 3] != 255 { isOpaque = false }
        }
        self.isGray = isGray
        colours.reserveCapacity(pixels.count / 4 * (isGray ? 1 : 3))
        for place in stride(from: 0, to: pixels.count, by: 4) {
            colours.append(pixels[place])
            if isGray { continue }
            colours.append(pixels[place + 1])
            colours.append(pixels[place + 2])
        }
        if !isOpaque { opacity = stride(from: 3, to: pixels.count, by: 4).map { pixels[$0] } }
    }
}
