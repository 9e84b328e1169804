import Drawing
import Theme
import Typesetting

/// The foot of the sheets that go with the posters: a red rule, and the theme below it.
struct ThemeFoot {
    let line: String
    /// Of the sheet's text; the foot stands at its lower edge.
    let area: Rect
    /// What the sheet is called where the theme has no room.
    let sheet: String

    /// Points that something else needs at the right, below the rule.
    func set(
        leaving rest: Points = 0, as role: StructureElement? = .paragraph, by setter: inout Typesetter,
        into items: inout [Placed]
    ) {
        let y = area.maxY - 14
        items.append(
            Placed(
                .rule(
                    from: Point(x: area.x, y: y), to: Point(x: area.maxX, y: y), width: 1, setter.colours.red),
                as: .artifact))
        let look = FrameLook(face: .textBold, size: 9, least: 5, align: .left, colour: "red")
        let rect = Rect(x: area.x, y: area.maxY - 11, width: area.width - rest, height: 11)
        items += FrameText(lines: [line], look: look).setOrReported(in: rect, named: sheet, by: &setter, role: role)
    }
}
