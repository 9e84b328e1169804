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
        page.add(bleed + sheet.frame.items, at: Point(x: margin, y: margin))
        let around = MarksAround(trim: Rect(origin: Point(x: margin, y: margin), size: size), marks: marks)
        if marks.hasMarks { page.items += around.lines() + around.note(information, &setter) }
        if marks.hasColourBar { page.items += around.colourBar() }
        return page
    }

    /// How far the mirrored art reaches into the sheet, where the sheet's own covers it: two edges that only meet would show a
    /// light line between them on screens.
    private static let underlap: Points = 0.2

    /// The art beyond each edge and corner, mirrored at the edge: every line and area goes on without a step, whatever the art
    /// is, and nothing is stretched.
    private var bleed: [Placed] {
        guard marks.bleed > 0 else { return [] }
        let (width, height) = (sheet.frame.size.width, sheet.frame.size.height)
        let (bleed, under) = (marks.bleed, Self.underlap)
        /// What is shown of the mirrored art, in its own coordinates, and where it is mirrored.
        typealias Side = (start: Points, length: Points, axis: Points?)
        func sides(_ length: Points) -> [Side] {
            [
                (0, bleed + under, under / 2), (0, length, nil),
                (length - bleed - under, bleed + under, length - under / 2),
            ]
        }
        var items: [Placed] = []
        for column in sides(width) {
            for row in sides(height) where column.axis != nil || row.axis != nil {
                let mirror = Transform(
                    xx: column.axis == nil ? 1 : -1, yx: 0, xy: 0, yy: row.axis == nil ? 1 : -1,
                    dx: 2 * (column.axis ?? 0), dy: 2 * (row.axis ?? 0))
                let shown = Rect(x: column.start, y: row.start, width: column.length, height: row.length)
                items.append(Placed(.begin(mirror, clip: .rect(shown)), as: .artifact))
                items += sheet.art
                items.append(Placed(.end, as: .artifact))
            }
        }
        return items
    }
}
