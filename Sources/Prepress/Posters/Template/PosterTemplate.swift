package import Diagnostics
package import Drawing

/// A poster's design: the art of its sheets and, for each frame in it, what stands there and how.
///
/// Lengths are those of the art's own size (type in points, paddings in millimetres); a sheet of another size scales
/// all of them evenly.
package struct PosterTemplate: Sendable {
    /// The folder's name, which `posters:` in front matter and campaign.yaml use.
    package var name: String
    /// From how far the body is read, in metres.
    package var distance: Double
    package var shapes: [Shape]
    /// In the order of poster.yaml, which is the order of reading.
    package var frames: [FrameSpec]
    package var stacks: [Stack]
    /// poster.yaml, for places.
    package var file: SourceFile
    /// The bytes of all files, for fingerprints.
    package var source: [UInt8]

    /// The art for sheets of one proportion.
    package struct Shape: Sendable {
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

    package func frame(_ name: String) -> FrameSpec? { frames.first { $0.name == name } }

    /// The shape whose proportions are those of a sheet, within a hundredth.
    package func shape(for sheet: Size) -> Shape? {
        let wanted = sheet.width / sheet.height
        return shapes.first { abs($0.art.size.width / $0.art.size.height / wanted - 1) < 0.01 }
    }
}

/// One frame of a template.
package struct FrameSpec: Sendable {
    package enum Alignment: String, CaseIterable, Sendable { case left, centre, right, justified }
    package enum Place: String, CaseIterable, Sendable { case top, middle, bottom }
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
    /// Frames with the same word here get one size: the largest that fits all of them.
    package var together: String?
    /// A heading over the text, and a numeral before it.
    package var label: String?
    package var numeral: String?
    /// A panel behind the frame.
    package var ground: String?
    /// How much of the ground's colour is mixed into the paper.
    package var tint: Double
    /// Millimetres of the art.
    package var padding: Double
    package var marker: Marker?
    /// The frame that takes the room when there is nothing to show here.
    package var yields: String?
    /// Where the frame's settings begin in poster.yaml.
    package var source: SourcePlace
}
