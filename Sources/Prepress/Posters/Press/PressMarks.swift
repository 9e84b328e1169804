package import Drawing

/// What a print shop gets around a sheet.
package struct PressMarks: Hashable, Sendable {
    /// How far the art goes on beyond the edge, so that a cut beside the line shows no white.
    package var bleed: Points
    /// Crop and registration marks and a line that says what the sheet is.
    package var hasMarks: Bool
    package var hasColourBar: Bool

    package init(bleed: Points = 0, hasMarks: Bool = false, hasColourBar: Bool = false) {
        self.bleed = bleed
        self.hasMarks = hasMarks
        self.hasColourBar = hasColourBar
    }

    /// What is not printed around: the sheet as it hangs.
    package static let none = PressMarks()

    /// From the cut to the beginning of the marks: outside the bleed, and far enough that a cut beside the line takes none
    /// of them onto the sheet.
    var offset: Points { max(bleed, .millimetres(2)) + .millimetres(1) }
    static let markLength = Points.millimetres(6)
    /// As thin as offset holds without breaking.
    static let lineWidth: Points = 0.25

    /// From the cut to the edge of the page.
    var margin: Points { hasMarks || hasColourBar ? offset + Self.markLength + .millimetres(1) : bleed }

    /// The boxes of a page with this margin, in units of so many points (ISO 32000-1 §14.11.2).
    func boxes(around sheet: Size, userUnit: Int) -> PageBoxes {
        func box(_ distance: Points) -> PageBoxes.Box {
            let unit = Double(userUnit)
            return PageBoxes.Box(
                left: (margin - distance) / unit, bottom: (margin - distance) / unit,
                right: (margin + sheet.width + distance) / unit, top: (margin + sheet.height + distance) / unit)
        }
        return PageBoxes(trim: box(0), bleed: box(bleed))
    }
}
