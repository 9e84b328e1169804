import Drawing
import Theme
import Typesetting

/// A sheet as the print shop gets it: the art goes on into the bleed, and marks stand around it.
struct PressSheet {
    let sheet: PosterSheet
    let marks: PressMarks
    /// What the line beside the marks says.
    let information: String

    /// The page, `marks.margin` larger than the sheet on every side.
    func frame(_ setter: inout TextSetter) -> Frame {
        guard marks.margin > 0 else { return sheet.frame }
        let (size, margin) = (sheet.frame.size, marks.margin)
        var page = Frame(size: Size(width: size.width + 2 * margin, height: size.height + 2 * margin))
        let art = marks.bleed > 0 ? artWithBleed : Array(sheet.frame.items.prefix(sheet.artItems))
        page.add(art + sheet.frame.items.dropFirst(sheet.artItems), at: Point(x: margin, y: margin))
        let around = MarksAround(trim: Rect(origin: Point(x: margin, y: margin), size: size), marks: marks)
        if marks.hasMarks { page.items += around.lines() + around.note(information, &setter) }
        if marks.hasColourBar { page.items += around.colourBar() }
        return page
    }

    /// How far inside the cut the art is mirrored, as a part of the sheet's shorter side; and the least, a pixel of most screens.
    private static let overlap = 1.0 / 400
    private static let leastOverlap: Points = 1

    /// The art on the sheet and, mirrored, beyond each edge and corner: every line and area goes on without a step, whatever the
    /// art is, and nothing is stretched.
    ///
    /// Screens soften the edges of clips, and of shapes at the art's own edge; there each of several shapes that lie on
    /// each other would let the one below shine through, as a faint line around the sheet. So the pieces meet a little inside
    /// the art's edge, where each has the same art on both sides, one layer after the other: corners, then sides over
    /// them, then the sheet's own over both.
    private var artWithBleed: [Placed] {
        let (width, height) = (sheet.frame.size.width, sheet.frame.size.height)
        let axis = max(Self.leastOverlap, min(width, height) * Self.overlap)
        /// What is shown of the art, in its own coordinates, and where it is mirrored.
        typealias Side = (start: Points, length: Points, axis: Points?)
        func sides(_ length: Points) -> [Side] {
            let reach = marks.bleed + 2 * axis
            return [(0, reach, axis), (length - reach, reach, length - axis), (axis, length - 2 * axis, nil)]
        }
        let pieces = sides(width).flatMap { column in sides(height).map { (column: column, row: $0) } }
        let ordered = [2, 1, 0].flatMap { mirrors in
            pieces.filter { ($0.column.axis == nil ? 0 : 1) + ($0.row.axis == nil ? 0 : 1) == mirrors }
        }
        return sheet.art.flatMap { layer in
            ordered.flatMap { column, row in
                let mirror = Transform(
                    xx: column.axis == nil ? 1 : -1, yx: 0, xy: 0, yy: row.axis == nil ? 1 : -1,
                    dx: 2 * (column.axis ?? 0), dy: 2 * (row.axis ?? 0))
                let shown = Rect(x: column.start, y: row.start, width: column.length, height: row.length)
                return [Placed(.begin(mirror, clip: .rect(shown)), as: .artifact)] + layer
                    + [Placed(.end, as: .artifact)]
            }
        }
    }
}
