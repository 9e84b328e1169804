import Imaging

extension Bitmap {
    /// Writes premultiplied ARGB, as cairo wants it; false for a picture that cannot be decoded.
    func draw(into target: UnsafeMutablePointer<UInt8>?, stride: Int) -> Bool {
        guard let target = unsafe target, let picture = DecodedPicture(decoding: bytes), picture.width == width,
            picture.height == height
        else { return false }
        unsafe picture.pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<height {
                for x in 0..<width {
                    let from = (y * width + x) * 4
                    let to = unsafe target + (y * stride + x * 4)
                    let alpha = unsafe UInt32(pixels[from + 3])
                    unsafe to[0] = Self.premultiplied(pixels[from + 2], alpha)
                    unsafe to[1] = Self.premultiplied(pixels[from + 1], alpha)
                    unsafe to[2] = Self.premultiplied(pixels[from], alpha)
                    unsafe to[3] = UInt8(alpha)
                }
            }
        }
        return true
    }

    private static func premultiplied(_ value: UInt8, _ alpha: UInt32) -> UInt8 {
        UInt8((UInt32(value) * alpha + 127) / 255)
    }
}
