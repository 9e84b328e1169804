package import Diagnostics
package import Drawing
package import Theme

/// A poster's design: the art of its sheets and, for each frame in it, what stands there and how.
///
/// Lengths are those of the art's own size (type in points, paddings in millimetres); a sheet of another size scales
/// all of them evenly.
package struct PosterTemplate: Sendable {
    /// The folder's name, which `posters:` in front matter and campaign.yaml use.
    package var name: String
    /// From how far the body is read, in metres.
    package var distance: Double
    /// Readers whose eyes are old: what would strain others is an error here.
    package var isForElderly: Bool
    /// Instead of the theme's, in the inks of a press.
    package var inks: [String: Inks]
    package var shapes: [Shape]
    /// In the order of poster.yaml, which is the order of reading; a shape may set some of them otherwise.
    package var frames: [FrameSpec]
    package var stacks: [Stack]
    /// poster.yaml, for places.
    package var file: SourceFile
    /// The bytes of all files, for fingerprints.
    package var source: [UInt8]

    /// Kinds of sheets by how wide they are for their height.
    package enum Family: String, CaseIterable, Sendable {
        /// Stands: 80 × 200 cm.
        case tall
        /// Sheets of paper and boards, upright.
        case portrait
        /// The same across, and the wall of a board.
        case wide
        /// Cloth over a street, and over a door: too short for anything beside its line.
        case banner
        case shortBanner = "banner_short"

        /// Width by height.
        var proportions: Range<Double> {
            switch self {
            case .tall: 0..<0.6
            case .portrait: 0.6..<1
            case .wide: 1..<4
            case .banner: 2.5..<1000
            case .shortBanner: 2.5..<9
            }
        }

        var isCloth: Bool { self == .banner || self == .shortBanner }
    }

    /// The art for sheets of one family.
    package struct Shape: Sendable {
        package var family: Family
        /// As they are on these sheets, in the order of reading.
        package var frames: [FrameSpec]
        package var art: Artwork
        package var artFile: SourceFile
        /// The art of the sheets that follow, for a text that may run over several.
        package var next: Artwork?
        package var nextFile: SourceFile?

        /// The frame's rectangle on the first or on the following sheets, in the art's own size.
        package func rect(of frame: String, following: Bool = false) -> Rect? {
            (following ? next : art)?.frames.first { $0.name == frame }?.rect
        }
    }

    /// Frames that stand one above the other and share the height from the first's top to the last's bottom by need.
    package struct Stack: Sendable {
        package var frames: [String]
        /// Millimetres of the art between two of them.
        package var gap: Double
        /// How many of the twelve columns that it shares with the next stack it may take; nil for the width as drawn.
        package var columns: ClosedRange<Int>?
    }

    /// Whether the frames still stand beside each other, inside the sheet, when it is longer or shorter than the art.
    func fits(_ shape: Shape, on sheet: Size) -> Bool {
        let fit = SheetFit(shape, on: sheet)
        guard fit.slack != 0 else { return true }
        let rects = shape.art.frames.map { drawn in
            fit.rect(drawn.rect, shape.frames.first { $0.name == drawn.name }?.anchor ?? .start)
        }
        let isInside = rects.allSatisfy {
            $0.width > 0 && $0.height > 0 && $0.maxX <= sheet.width + 0.01 && $0.maxY <= sheet.height + 0.01
                && $0.x >= -0.01 && $0.y >= -0.01
        }
        return isInside
            && rects.indices.allSatisfy { index in rects[..<index].allSatisfy { !$0.overlaps(rects[index]) } }
    }

    package func frame(_ name: String) -> FrameSpec? { frames.first { $0.name == name } }

    /// The shape for a sheet: one of its very proportions; else that of its family, if the frames say where they keep to
    /// on longer and shorter sheets. Cloth is a banner's before it is a wide sheet's, and a
    /// short one's before it is a long one's.
    package func shape(for sheet: Size) -> Shape? {
        if let same = shapes.first(where: { SheetFit.isSame($0.art.size, sheet) }) { return same }
        return shapes.last { shape in
            shape.family.proportions.contains(sheet.width / sheet.height)
                && shape.frames.contains { $0.anchor != nil }
        }
    }

    /// The template as it is on sheets of one shape.
    func on(_ shape: Shape) -> PosterTemplate {
        var template = self
        template.frames = shape.frames
        return template
    }
}

/// One frame of a template.
package struct FrameSpec: Sendable {
    package enum Alignment: String, CaseIterable, Sendable { case left, centre, right, justified }
    package enum Place: String, CaseIterable, Sendable { case top, middle, bottom }
    /// The end of the sheet that a frame keeps to, or both, or its middle; or frames beside each other share what it is longer.
    package enum Anchor: Sendable { case start, end, stretch, centre, share }
    package enum Marker: String, CaseIterable, Sendable { case numbers, dots, squares }

    package var name: String
    package var take: Take
    package var font: FontRole
    /// The least and the most that the type may measure; equal for a fixed size.
    package var sizes: ClosedRange<Double>
    /// From baseline to baseline, as a multiple of the size.
    package var leading: Double
    /// Names of the theme's colours.
    package var colour: String
    package var accent: String
    /// Of a paragraph's first line, in em.
    package var indent: Double
    package var alignment: Alignment
    package var place: Place
    package var columns: Int
    /// Of a headline, at most; nil for as many as make it largest.
    package var lines: Int?
    /// Running text from top to bottom, its lines from right to left.
    package var isVertical: Bool
    /// Frames with the same word here get one size: the largest that fits all of them.
    package var together: String?
    /// A heading over the text, and a numeral before it.
    package var label: String?
    package var numeral: String?
    /// A panel behind the frame.
    package var ground: String?
    /// A colour behind the heading alone, over the panel's whole width.
    package var band: String?
    /// How much of the ground's colour is mixed into the paper.
    package var tint: Double
    /// Millimetres of the art.
    package var padding: Double
    package var marker: Marker?
    /// The organiser's mark stands before the text.
    var hasLogo: Bool
    /// The frame that takes the room when there is nothing to show here.
    package var yields: String?
    /// What the frame keeps to on a sheet that is longer than the art; nil where it was not stated, which is the start.
    package var anchor: Anchor?
    /// Where the frame's settings begin in poster.yaml.
    package var source: SourcePlace
}
