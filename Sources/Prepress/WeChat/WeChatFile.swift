import Drawing
import Typesetting

/// One file of a sheet.
enum WeChatFile: Sendable {
    case cover, thumb, share, long

    var name: String {
        switch self {
        case .cover: "cover"
        case .thumb: "thumb"
        case .share: "share"
        case .long: "long"
        }
    }

    /// WeChat takes covers of 900 × 383 and thumbnails of at most 64 KB.
    private static let mostBytesOfThumbnail = 64 << 10
    private static let thumbnailWidth = 300
    private static let quality = 88

    func bytes(of frame: Frame, fonts: FontBook) throws -> [UInt8] {
        guard self == .thumb else {
            let width = Int((frame.size.width.inMillimetres * WeChatSheet.pixelsPerMillimetre).rounded())
            return try Self.photograph(frame, width: width, quality: Self.quality, fonts)
        }
        for quality in stride(from: Self.quality, through: 20, by: -17) {
            let bytes = try Self.photograph(Self.middle(of: frame), width: Self.thumbnailWidth, quality: quality, fonts)
            if bytes.count <= Self.mostBytesOfThumbnail { return bytes }
        }
        return []
    }

    private static func photograph(
        _ frame: Frame, width: Int, quality: Int, _ fonts: FontBook
    ) throws -> [UInt8] {
        var canvas = try PNGCanvas(fonts: fonts, size: frame.size, pixelsAcross: width)
        frame.draw(on: &canvas)
        return try canvas.finishAsPhotograph(quality: quality)
    }

    /// The square in the middle, all that lists of messages show of a cover.
    static func middle(of frame: Frame) -> Frame {
        let side = min(frame.size.width, frame.size.height)
        let move = Transform.move((side - frame.size.width) / 2, (side - frame.size.height) / 2)
        return Frame(
            size: Size(width: side, height: side),
            items: [Placed(.begin(move, clip: nil), as: .artifact)] + frame.items + [Placed(.end, as: .artifact)])
    }
}
