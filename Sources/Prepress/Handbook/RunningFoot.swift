import Drawing
import Theme
import Typesetting

/// The foot of a page: the chapter, the theme between two hairlines, the page. Left-hand pages are mirrored, so that the
/// number always stands at the outer edge.
struct RunningFoot {
    let look: FootLook
    let grid: PageGrid
    /// What the placeholders of all pages stand for.
    let title: String
    let theme: String
    /// The theme stands below the rule on every page, because beside one of the chapters' names it has no room.
    var isThemeBelow = false

    /// Whether the theme has too little room beside the widest of the chapters' names.
    func needsTwoRows(beside chapters: [String], lastPage: Int, by setter: inout Typesetter) -> Bool {
        let middle = setter.paragraph(filled(look.middle, "", 0), .serif, look.size, setter.colours.red).naturalWidth
        let ends = grid.footLine(ofPage: 1)
        return chapters.contains { chapter in
            let sides = [(look.left, FontRole.serif), (look.right, .serifBold)].map { format, face in
                setter.paragraph(filled(format, chapter, lastPage), face, look.size, setter.colours.ink).naturalWidth
            }
            return sides.reduce(middle, +) + 3.5 * look.size > ends.right - ends.left
        }
    }

    private func filled(_ format: String, _ chapter: String, _ page: Int) -> String {
        Placeholders.fill(format, [("chapter", chapter), ("page", "\(page)"), ("theme", theme), ("title", title)])
    }

    func items(chapter: String, page: Int, by setter: inout Typesetter) -> [Placed] {
        func text(_ format: String) -> String { filled(format, chapter, page) }
        let isRight = page % 2 == 1
        let (left, right) = isRight ? (look.left, look.right) : (look.right, look.left)
        let ends = grid.footLine(ofPage: page)
        var items: [Placed] = []
        let outer = (face: FontRole.serifBold, colour: setter.colours.ink)
        let inner = (face: FontRole.serif, colour: setter.colours.grey)
        let (leftLook, rightLook) = isRight ? (inner, outer) : (outer, inner)
        let leftWidth = setter.line(
            text(left), leftLook.face, look.size, leftLook.colour, at: Point(x: ends.left, y: grid.foot),
            role: .artifact,
            into: &items)
        let rightWidth = setter.line(
            text(right), rightLook.face, look.size, rightLook.colour, at: Point(x: ends.right, y: grid.foot),
            align: .right, role: .artifact, into: &items)
        let gap = look.size
        let room = Rect(
            x: ends.left + leftWidth + gap, y: grid.foot,
            width: ends.right - rightWidth - gap - ends.left - leftWidth - gap,
            height: 0)
        addMiddle(text(look.middle), in: room, ends: ends, by: &setter, to: &items)
        return items
    }

    /// The theme in the middle of the rule; a long one goes below the rule, as small as it must be to fit.
    private func addMiddle(
        _ text: String, in room: Rect, ends: (left: Points, right: Points), by setter: inout Typesetter,
        to items: inout [Placed]
    ) {
        // Hairlines stand at the height of the figures' middle.
        let y = room.y - 0.36 * look.size
        let paragraph = setter.paragraph(text, .serif, look.size, setter.colours.red)
        let width = paragraph.naturalWidth
        let gap = look.size * 0.75
        guard !isThemeBelow, width + 2 * gap <= room.width, let line = paragraph.broken(to: width + 0.01).first else {
            addRule(from: room.x, to: room.maxX, y, setter, to: &items)
            let below = Rect(
                x: ends.left, y: room.y + 0.4 * look.size, width: ends.right - ends.left, height: look.size * 1.4)
            let look = FrameLook(face: .serif, size: self.look.size, least: 4, align: .centre, colour: "red")
            items += FrameText(lines: [text], look: look)
                .setOrReported(in: below, named: "foot", by: &setter, role: .artifact)
            return
        }
        let start = room.x + (room.width - width) / 2
        addRule(from: room.x, to: start - gap, y, setter, to: &items)
        addRule(from: start + width + gap, to: room.maxX, y, setter, to: &items)
        items += paragraph.marks(of: line, at: Point(x: start, y: room.y), role: .artifact)
    }

    private func addRule(
        from left: Points, to right: Points, _ y: Points, _ setter: Typesetter, to items: inout [Placed]
    ) {
        guard right - left > 1 else { return }
        items.append(
            Placed(
                .rule(from: Point(x: left, y: y), to: Point(x: right, y: y), width: 0.35, setter.colours.red),
                as: .artifact))
    }
}
