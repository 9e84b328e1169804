import Drawing
import Theme
import Typesetting

/// Crop marks, registration marks, the sheet's line and colour bar around a trimmed sheet.
struct MarksAround {
    let trim: Rect
    let marks: PressMarks

    /// Registration colour as near as red, green and blue come to it.
    static let black = Colour(red: 0, green: 0, blue: 0)

    private var offset: Points { marks.offset }
    private var length: Points { PressMarks.markLength }

    /// Two lines at each corner, and a circle with a cross in the middle of each side.
    func lines() -> [Placed] {
        var placed: [Placed] = []
        func line(_ start: Point, _ dx: Points, _ dy: Points) {
            let mark = Mark.rule(
                from: start, to: start.moved(by: dx, dy), width: PressMarks.lineWidth, Self.black)
            placed.append(Placed(mark, as: .artifact))
        }
        for y in [trim.y, trim.maxY] {
            line(Point(x: trim.x - offset, y: y), -length, 0)
            line(Point(x: trim.maxX + offset, y: y), length, 0)
        }
        for x in [trim.x, trim.maxX] {
            line(Point(x: x, y: trim.y - offset), 0, -length)
            line(Point(x: x, y: trim.maxY + offset), 0, length)
        }
        let (middle, centre) = (Point(x: trim.x + trim.width / 2, y: trim.y + trim.height / 2), offset + length / 2)
        for point in [
            Point(x: middle.x, y: trim.y - centre), Point(x: middle.x, y: trim.maxY + centre),
            Point(x: trim.x - centre, y: middle.y), Point(x: trim.maxX + centre, y: middle.y),
        ] {
            line(point.moved(by: -length / 2, 0), length, 0)
            line(point.moved(by: 0, -length / 2), 0, length)
            let circle = Path.circle(centre: point, radius: length / 4)
            placed.append(Placed(.stroke(circle, width: PressMarks.lineWidth, Self.black), as: .artifact))
        }
        return placed
    }

    /// What stands beside a mark keeps this far from it.
    private static let gap = Points.millimetres(3)
    private static let textSize: Points = 6

    /// What the sheet is, below its left half, no longer than that.
    func note(_ text: String, _ setter: inout TextSetter) -> [Placed] {
        let room = trim.width / 2 - length / 2 - 2 * Self.gap
        var style = TypeStyle(font: .text, size: Self.textSize, colour: Self.black)
        var set = setter.line(text, style)
        if set.width > room {
            style = style.sized(Self.textSize * room / set.width)
            set = setter.line(text, style)
        }
        let top = trim.maxY + offset + (length - style.size) / 2
        return set.placed(at: Point(x: trim.x + Self.gap, y: top), as: .artifact)
    }

    /// The process colours, their mixtures and three greys, above the right half.
    func colourBar() -> [Placed] {
        let room = trim.width / 2 - length / 2 - 2 * Self.gap
        let side = min(.millimetres(5), room / Double(Self.bar.count))
        let start = trim.maxX - Self.gap - side * Double(Self.bar.count)
        let top = trim.y - offset - (length + side) / 2
        return Self.bar.enumerated().map { index, colour in
            let patch = Rect(x: start + Double(index) * side, y: top, width: side, height: side)
            return Placed(.fill(patch, colour), as: .artifact)
        }
    }

    /// Cyan, magenta, yellow, black, red, green, blue, and greys of 25, 50 and 75 %, as coated offset prints them.
    static let bar: [Colour] = [
        0x009FE3, 0xE6007E, 0xFFED00, 0x1D1D1B, 0xE30613, 0x009640, 0x312783, 0xC6C6C6, 0x878787, 0x575756,
    ].map { Colour(red: UInt8($0 >> 16), green: UInt8($0 >> 8 & 0xFF), blue: UInt8($0 & 0xFF)) }

    /// The same as inks of the press.
    static let barInks = [
        "1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1", "0 1 1 0", "1 0 1 0", "1 1 0 0", "0 0 0 0.25", "0 0 0 0.5",
        "0 0 0 0.75",
    ]
}
