import Drawing
import Theme
import Typesetting

/// The head of a chapter's first page: a large numeral, a pictogram at the other side, the title, one sentence.
struct ChapterOpening {
    let look: OpeningLook
    let grid: PageGrid

    /// The marks, and how many lines of the body they take: more than the look says when the title or the sentence is long.
    func items(
        number: Int, pictogram: Artwork?, title: String, summary: String, in area: Rect, by setter: inout Typesetter
    ) -> (items: [Placed], lines: Int) {
        var items: [Placed] = []
        let heading = StructureElement.heading(1)
        let colours = setter.colours
        // The numeral's figures are about 0.73 em high: their top is the type area's top.
        let numeralBase = area.y + 0.73 * look.numeral
        setter.line(
            "\(number)", .headline, look.numeral, colours.red,
            at: Point(x: area.x - 0.04 * look.numeral, y: numeralBase),
            role: StructureElement(.label, in: heading), into: &items)
        if let pictogram {
            // As high as the numeral's figures, so that both stand between the same two lines.
            let side = 0.73 * look.numeral
            let box = Rect(x: area.maxX - side, y: area.y, width: side, height: side)
            items.append(Placed(.art(pictogram, box), as: .artifact))
        }
        var y = numeralBase + 0.35 * grid.leading
        let titleLeading = look.title * 1.25
        y += setter.lines(
            title, .headline, look.title, colours.ink, leading: titleLeading,
            in: Rect(x: area.x, y: y, width: area.width, height: 0), keepsPhrases: true, role: heading,
            into: &items)
        y += 0.25 * grid.leading
        y += setter.lines(
            summary, .hand, look.summary, colours.indigo, leading: look.summary * 1.5,
            in: Rect(x: area.x, y: y, width: area.width, height: 0), keepsPhrases: true, into: &items)
        let rule = y + 0.45 * grid.leading
        items.append(
            Placed(
                .rule(from: Point(x: area.x, y: rule), to: Point(x: area.maxX, y: rule), width: 0.5, colours.red),
                as: .artifact))
        let taken = Int(((rule + 0.55 * grid.leading - area.y) / grid.leading).rounded(.up))
        return (items, max(look.lines, taken))
    }
}
