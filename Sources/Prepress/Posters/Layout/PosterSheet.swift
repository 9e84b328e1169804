package import Drawing
package import Typesetting

/// A poster laid out: its sheets and what is said about them. PDF, PNG and the printable page all draw these.
package struct LaidPoster: Sendable {
    package var sheets: [PosterSheet]
    package var title: String
}

package struct PosterSheet: Sendable {
    package var frame: Frame
    /// How many of the frame's items are its art: the first.
    var artItems: Int
    /// The art's layers alone: what goes on beyond the edge where the sheet is cut.
    var art: [[Placed]]
    /// What stands where, in the order of reading.
    package var regions: [PosterRegion]
}

/// A frame of the template on a sheet.
package struct PosterRegion: Sendable {
    package var name: String
    package var take: Take
    /// The frame's rectangle, after stacks and yielding.
    package var rect: Rect
    /// What is covered, for the theme's label.
    package var extent: Rect
    /// Its text as set, line after line.
    package var text: String
}

extension Placed {
    /// The text of a glyph run; nil for other marks.
    var text: String? {
        if case .glyphs(let run, _) = mark { run.string } else { nil }
    }
}
