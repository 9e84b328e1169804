import Imaging

extension Bitmap {
    /// The picture as a JPEG of so many pixels across; nil for one that cannot be decoded.
    package func photograph(width: Int, quality: Int, pixelsPerInch: Int? = nil) -> Bitmap? {
        guard let picture = DecodedPicture(decoding: bytes),
            let file = picture.jpeg(width: width, quality: quality, pixelsPerInch: pixelsPerInch)
        else { return nil }
        return PictureHead(file).map { Bitmap(path: path, bytes: file, head: $0) }
    }
}
