/// What a PNG or JPEG states about itself.
package struct PictureHead: Hashable, Sendable {
    package enum Format: Hashable, Sendable { case png, jpeg }

    package let format: Format
    /// Pixels, as the picture is seen: when the camera was held on its side, its rows are the picture's columns.
    package let width: Int
    package let height: Int
    /// Four inks of a printer instead of three colours of light.
    package enum Inks: Hashable, Sendable {
        case none
        /// Stored the wrong way round, as Adobe's programs do and note.
        case adobe
        /// Without that note readers disagree whether 255 is all ink or none.
        case unsigned
    }
    package let inks: Inks
    /// A JPEG of one value a pixel.
    package let isGray: Bool
    /// The first row of the file is not the top of the picture, or not from the left: viewers turn it.
    package let isTurned: Bool

    /// No side is longer: cairo's pictures end there.
    package static let longestSide = 32_767
    /// More pixels than this would take a gigabyte to draw.
    package static let mostPixels = 200_000_000

    /// Nil for anything else, for a file that was cut short before it says, and for kinds of JPEG that no printer reads.
    package init?(_ bytes: [UInt8]) {
        if PNGChunks.isPNG(bytes) {
            guard let size = PNGChunks.size(of: bytes) else { return nil }
            self.init(format: .png, width: size.width, height: size.height)
        } else if let segments = JPEGSegments(bytes), let frame = segments.frame {
            let isOnItsSide = segments.orientation >= 5
            self.init(
                format: .jpeg, width: isOnItsSide ? frame.height : frame.width,
                height: isOnItsSide ? frame.width : frame.height,
                inks: frame.components != 4 ? .none : segments.isAdobe ? .adobe : .unsigned,
                isGray: frame.components == 1,
                isTurned: segments.orientation != 1)
        } else {
            return nil
        }
    }

    private init?(
        format: Format, width: Int, height: Int, inks: Inks = .none, isGray: Bool = false, isTurned: Bool = false
    ) {
        guard width > 0, height > 0 else { return nil }
        self.format = format
        self.width = width
        self.height = height
        self.inks = inks
        self.isGray = isGray
        self.isTurned = isTurned
    }

    var isTooLarge: Bool { width > Self.mostPixels / height || max(width, height) > Self.longestSide }

    /// Whether the file that began with this head goes on to its end, and is what was written: what a decoder would make up or
    /// leave grey is found without decoding.
    func isWhole(_ bytes: [UInt8]) -> Bool {
        switch format {
        case .png: PNGChunks.areWhole(bytes)
        case .jpeg: JPEGSegments(bytes)?.hasEnd(bytes) ?? false
        }
    }
}
