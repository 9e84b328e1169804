import Diagnostics
import Drawing
import Typesetting

/// One file of a sheet.
enum WeChatFile: Sendable {
    case cover, thumb, share, long

    /// A long picture is a page of type: with a palette it is sharper and a third as large as a photograph of it.
    var name: String {
        switch self {
        case .cover: "cover.jpg"
        case .thumb: "thumb.jpg"
        case .share: "share.jpg"
        case .long: "long.png"
        }
    }

    /// WeChat takes covers of 900 × 383 and thumbnails of at most 64 KB; pictures inside an article, of at most 1 MB.
    var mostBytes: Int { self == .thumb ? 64 << 10 : 1_000_000 }
    private static let thumbnailWidth = 300
    private static let qualities = stride(from: 88, through: 20, by: -17)
    /// Of the width that is wanted; less than the last no phone shows sharp.
    private static let reductions = [1, 0.875, 0.75]

    /// The largest and best file within the limit; nil where there is none.
    func bytes(of frame: Frame, fonts: FontBook) throws -> [UInt8]? {
        let width = (frame.size.width.inMillimetres * WeChatSheet.pixelsPerMillimetre).rounded()
        switch self {
        case .thumb: return try photograph(Self.middle(of: frame), width: Self.thumbnailWidth, fonts)
        case .cover, .share: return try photograph(frame, width: Int(width), fonts)
        case .long:
            for reduction in Self.reductions {
                var canvas = try PNGCanvas(
                    fonts: fonts, size: frame.size, pixelsAcross: Int((width * reduction).rounded()))
                frame.draw(on: &canvas)
                let bytes = try canvas.finish(inFewColours: true)
                if bytes.count <= mostBytes { return bytes }
            }
            return nil
        }
    }

    private func photograph(_ frame: Frame, width: Int, _ fonts: FontBook) throws -> [UInt8]? {
        for quality in Self.qualities {
            var canvas = try PNGCanvas(fonts: fonts, size: frame.size, pixelsAcross: width)
            frame.draw(on: &canvas)
            let bytes = try canvas.finishAsPhotograph(quality: quality)
            if bytes.count <= mostBytes { return bytes }
        }
        return nil
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
