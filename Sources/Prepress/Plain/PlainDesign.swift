package import Drawing
import Theme
import Typesetting

/// The two built-in designs for a single file: type area, type, page numbers. All lengths in points.
package struct PlainDesign: Sendable {
    package enum Style: String, CaseIterable, Sendable {
        /// A plain book page.
        case book
        /// Official documents by GB/T 9704-2012.
        case official
    }

    package let style: Style
    package let page: Size
    package let columns: Int
    /// 竖排: lines from top to bottom, from right to left. The type area stays as it is; `measure` and `lines` are those of
    /// horizontal text.
    package var isVertical = false
    let em: Points
    let leading: Points
    /// Of one column.
    let measure: Points
    let gutter: Points
    let lines: Int
    let inner: Points
    let top: Points

    /// Why no page can be made: how many em there is room for in a column.
    package struct TooWide: Error {
        package var room: Int
    }

    /// A type area of whole characters and lines; `wanted` characters in a line, or as many as suit the page.
    package init(_ style: Style, page: Size, measure wanted: Int? = nil, columns: Int = 1) throws(TooWide) {
        self.style = style
        self.page = page
        self.columns = columns
        let isSmall = page.width < .millimetres(160) || columns > 1
        // 三号 of 15.75 points: 28 of them fill 156 mm, which 16 points do not (GB/T 9704 §5.2.1–5.2.3).
        em = style == .official ? 15.75 : isSmall ? 10.5 : 12
        leading = style == .official ? 28.95 : em * 1.7
        gutter = 2 * em
        let gaps = gutter * Double(columns - 1)
        let suited = style == .official ? .millimetres(156) * page.width / .millimetres(210) : 0.74 * page.width
        let room = Int(((page.width - .millimetres(16) - gaps) / Double(columns) / em).rounded(.down))
        let count = wanted ?? Int(((suited - gaps) / Double(columns) / em + 0.02).rounded(.down))
        guard count >= 1, count <= room else { throw TooWide(room: room) }
        measure = Double(count) * em
        let width = measure * Double(columns) + gaps
        if style == .official {
            // Margins of A4: 37 mm above, 28 mm at the binding; other sheets in proportion (§5.2.1).
            lines = max(1, Int((.millimetres(225.5) * page.height / .millimetres(297) / leading).rounded(.down)))
            top = .millimetres(37) * page.height / .millimetres(297)
            inner = wanted == nil ? .millimetres(28) * page.width / .millimetres(210) : (page.width - width) / 2
        } else {
            lines = max(1, Int((0.78 * page.height / leading).rounded(.down)))
            top = (page.height - Double(lines) * leading) * 0.45
            inner = (page.width - width) * 0.47
        }
    }

    /// Odd pages lie on the right, their inner margin on the left.
    func area(ofPage number: Int) -> Rect {
        let width = measure * Double(columns) + gutter * Double(columns - 1)
        return Rect(
            x: number % 2 == 1 ? inner : page.width - inner - width, y: top, width: width,
            height: Double(lines) * leading)
    }

    /// What lines follow each other through on a page: its height, of vertical text its width.
    var flowHeight: Points {
        let area = area(ofPage: 1)
        return isVertical ? area.width : area.height
    }

    /// `cut` is taken by what stands before the text: at the top, of vertical pages at the right.
    func frameBox(ofPage number: Int, cut: Points = 0) -> FrameBox {
        let whole = area(ofPage: number)
        let area =
            isVertical
            ? Rect(x: whole.x, y: whole.y, width: whole.width - cut, height: whole.height) : whole.cut(top: cut)
        return FrameBox(
            sheet: page, area: area, columns: columns, gutter: gutter,
            isBalanced: columns > 1)
    }

    // MARK: Type

    static let ink = Colour(red: 27, green: 27, blue: 31)
    static let red = Colour(red: 200, green: 16, blue: 30)
    private static let grey = Colour(red: 107, green: 107, blue: 115)
    private static let tint = Colour(red: 243, green: 243, blue: 244)

    var body: TextLook {
        TextLook(
            face: .serif, strongFace: .serifBold, codeFace: .text, emphasis: .dots, size: em, colour: Self.ink)
    }

    /// Headings of books grow by about a sixth a level (row 31); the lowest are hardly larger than the body. They stand on
    /// the grid, a line away from what is before and close to what they head.
    var flowStyle: FlowStyle {
        var flow = FlowStyle(
            body: body, leading: leading, heading: .headline, accent: Self.ink, tint: Self.tint, rule: Self.grey)
        flow.grid = leading
        flow.isVertical = isVertical
        flow.pictureHeight = flowHeight * 0.7
        flow.pictureWidth = 0.6
        flow.pictureDensity = 200
        flow.list.spacing = 0
        // Boxes take whole lines, so that the text below them stands on the grid again.
        flow.quote.padding = 0
        flow.code.padding = leading / 2
        flow.headings =
            style == .official
            ? officialHeadings
            : [(1.4, 1), (1.2, 1), (1.05, 0)].map { factor, lines in
                HeadingStyle(
                    look: TextLook(face: .headline, strongFace: .headline, size: em * factor, colour: Self.ink),
                    leading: leading, before: leading * lines, after: 0)
            }
        if style == .official { flow.note = body.sized(10.5) }
        flow.noteLeading = flow.note.size * 1.5
        return flow
    }

    /// 一、黑体, （一）楷体, 1. 仿宋, （1）仿宋, all of the body's size and indent (§7.3.3).
    private var officialHeadings: [HeadingStyle] {
        [FontRole.text, .hand, .serif, .serif].map { face in
            HeadingStyle(
                look: TextLook(face: face, strongFace: face, size: em, colour: Self.ink), leading: leading, before: 0,
                after: 0, alignment: .justified, indent: 2)
        }
    }
}

extension Colours {
    /// The colours of a single file: black, and the red of a red head.
    static func plain(ink: Colour, red: Colour) -> Colours {
        Colours(
            red: red, ink: ink, paper: Colour(red: 255, green: 255, blue: 255), indigo: ink, yellow: ink, grey: ink)
    }
}
