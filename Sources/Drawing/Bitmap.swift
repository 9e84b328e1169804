package import Diagnostics
package import Imaging

/// A PNG or JPEG picture as it stands in its file. Canvases decode it only where they must.
package struct Bitmap: Hashable, Sendable {
    /// Where it comes from, for what is said about it.
    package let path: String
    package let bytes: [UInt8]
    package let head: PictureHead

    /// Pixels.
    package var width: Int { head.width }
    package var height: Int { head.height }
    package var isJPEG: Bool { head.format == .jpeg }

    /// A picture whose head and end were read before.
    package init(path: String, bytes: [UInt8], head: PictureHead) {
        self.path = path
        self.bytes = bytes
        self.head = head
    }

    /// Reads the head of the file and looks for its end; nil after reporting what is wrong with it.
    package static func read(
        _ bytes: [UInt8], path: String, at place: SourcePlace?, reporting report: inout Report
    ) -> Bitmap? {
        PictureHead.checked(bytes, path: path, at: place, reporting: &report)
            .map { Bitmap(path: path, bytes: bytes, head: $0) }
    }

    /// The picture as documents and browsers show it without doubt: upright, in colours of light; itself where it is that.
    var plain: Bitmap? { head.inks != .none || head.isTurned ? photograph(width: width, quality: 92) : self }
}
