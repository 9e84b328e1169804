/// The characters of one page with their places, as `mutool draw -F stext` tells them.
struct PageBoxes: Sendable {
    /// From 1.
    var number: Int
    /// In points.
    var width = 0.0
    var height = 0.0
    var characters: [Character] = []
    /// The names that `Character.font` counts.
    var fonts: [String] = []
    var dots: [DrawnDot] = []
    /// The page holds more than `StextReader.limit` characters; the rest is not here.
    var isCut = false

    struct Character: Equatable, Sendable {
        /// As it stands in the text layer.
        var scalar: UInt32
        /// The origin: on the baseline, at the left edge.
        var x: Double
        var y: Double
        /// How far the pen moves on, in the direction of the line.
        var advance: Double
        /// The em.
        var size: Double
        var font: Int32
        var turn: Turn
    }

    enum Turn: Equatable, Sendable {
        /// From left to right, as the page lies.
        case upright
        /// From top to bottom, turned a quarter clockwise: Latin in vertical text.
        case clockwise
        /// From top to bottom, upright, by a vertical font; the origin is above the middle of the character.
        case vertical
        /// In any other direction: stamps, watermarks, labels of charts.
        case other
    }
}
