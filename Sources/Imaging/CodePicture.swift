/// What a scanner sees in a picture that should hold one QR code.
package enum CodeReading: Hashable, Sendable {
    /// The code's bytes.
    case code([UInt8])
    /// The file is no picture, or was cut short.
    case broken
    /// Too few pixels to be printed sharply, or so many that nobody meant it.
    case wrongSize(width: Int, height: Int)
    /// The picture is whole, but holds no QR code.
    case none
    case several(Int)
}

/// Reads the QR code of an official account in the picture that was supplied of it.
package enum CodePicture {
    /// Pixels of the shorter side: 200 dots an inch on a code of 25 mm.
    package static let leastSide = 200
    /// Pixels of the longer side; WeChat's largest have 1,280.
    package static let mostSide = 4000

    package static func read(_ file: [UInt8]) -> CodeReading {
        guard let head = PictureHead(file) else { return .broken }
        let (width, height) = (head.width, head.height)
        // Before anything is decoded: a small file may unfold to gigabytes.
        guard max(width, height) <= mostSide else { return .wrongSize(width: width, height: height) }
        guard let picture = GreyPicture(decoding: file) else { return .broken }
        guard min(width, height) >= leastSide else { return .wrongSize(width: width, height: height) }
        // Pictures are laid on white when they are placed, also those that were cut at the code's edge.
        let codes = CodeScanner.codes(in: picture.framed(by: min(width, height) / 8))
        switch codes.count {
        case 0: return .none
        case 1: return .code(codes[0])
        default: return .several(codes.count)
        }
    }
}
