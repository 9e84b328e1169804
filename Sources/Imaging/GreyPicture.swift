/// A picture's brightness, a byte a pixel, row by row: what scanners read. Transparent places count as white paper.
struct GreyPicture {
    let width: Int
    let height: Int
    let pixels: [UInt8]

    private init(width: Int, height: Int, pixels: [UInt8]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// Nil for a file that does not decode as a whole.
    init?(decoding file: [UInt8]) {
        // JPEG decoders make up what is missing at the end: such a file is refused before.
        guard PictureHead(file)?.isWhole(file) == true, let picture = DecodedPicture(decoding: file) else { return nil }
        let pixels = stride(from: 0, to: picture.pixels.count, by: 4).map { at -> UInt8 in
            // Brightness by ITU-R BT.601, in thousandths.
            let (red, green, blue) = (picture.pixels[at], picture.pixels[at + 1], picture.pixels[at + 2])
            let light = (299 * Int(red) + 587 * Int(green) + 114 * Int(blue)) / 1000
            let alpha = Int(picture.pixels[at + 3])
            return UInt8((light * alpha + 255 * (255 - alpha)) / 255)
        }
        self.init(width: picture.width, height: picture.height, pixels: pixels)
    }

    /// The picture with white around it.
    func framed(by margin: Int) -> GreyPicture {
        let side = [UInt8](repeating: 255, count: margin)
        var framed = [UInt8](repeating: 255, count: (width + 2 * margin) * margin)
        for row in 0..<height { framed += side + pixels[row * width..<(row + 1) * width] + side }
        framed += [UInt8](repeating: 255, count: (width + 2 * margin) * margin)
        return GreyPicture(width: width + 2 * margin, height: height + 2 * margin, pixels: framed)
    }
}
