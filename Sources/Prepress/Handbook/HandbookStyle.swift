import Drawing
import Theme
import Typesetting

extension FlowStyle {
    /// The handbook's text: everything on the grid of the body's lines.
    static func handbook(_ grid: PageGrid, look: HandbookTextLook, colours: Colours) -> FlowStyle {
        let body = TextLook(
            face: .serif, strongFace: .serifBold, codeFace: .serif, emphasis: .dots, size: grid.em, colour: colours.ink)
        let tint = colours.red.mixed(with: Colour(red: 255, green: 255, blue: 255), by: 1 - look.tint)
        var style = FlowStyle(
            body: body, leading: grid.leading, heading: .headline, accent: colours.red, tint: tint, rule: colours.grey)
        style.grid = grid.leading
        style.headings = [
            // A section's title stands on the grid itself, a line above it free.
            HeadingStyle(
                look: TextLook(face: .headline, strongFace: .headline, size: look.heading, colour: colours.red),
                leading: grid.leading, before: grid.leading, after: 0),
            HeadingStyle(
                look: TextLook(face: .serifBold, strongFace: .serifBold, size: look.subheading, colour: colours.ink),
                leading: grid.leading, before: 0, after: 0),
        ]
        style.spacing = grid.leading / 2
        style.list.spacing = 0
        // The voices of people are set as if written by hand.
        style.quote.look = TextLook(
            face: .hand, strongFace: .hand, codeFace: .hand, size: grid.em, colour: colours.indigo)
        style.quote.bar = BoxStyle.Bar(width: 1.6, colour: colours.red)
        style.quote.padding = 0
        style.quote.inset = grid.em
        style.notice.padding = grid.leading / 2
        style.notice.inset = grid.em
        style.noticeTitle = TextLook(face: .serifBold, strongFace: .serifBold, size: grid.em, colour: colours.red)
        style.table.look = body.sized(look.small)
        style.table.header = TextLook(face: .serifBold, strongFace: .serifBold, size: look.small, colour: colours.red)
        style.table.leading = look.small * 1.5
        style.table.rule = colours.grey.mixed(with: Colour(red: 255, green: 255, blue: 255), by: 0.5)
        style.table.strongRule = colours.red
        style.caption = body.sized(look.small)
        style.pictureHeight = grid.height * 0.6
        return style
    }
}

extension Colour {
    /// Another colour's part in a mixture, from 0 to 1.
    func mixed(with other: Colour, by part: Double) -> Colour {
        func channel(_ own: UInt8, _ foreign: UInt8) -> UInt8 {
            UInt8((Double(own) * (1 - part) + Double(foreign) * part).rounded())
        }
        return Colour(
            red: channel(red, other.red), green: channel(green, other.green), blue: channel(blue, other.blue))
    }
}
