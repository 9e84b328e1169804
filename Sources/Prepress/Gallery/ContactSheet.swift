import Drawing
import Theme
import Typesetting

/// Posters on a wall, in rows of one height each, in their real proportions.
struct ContactSheet: Sendable {
    let sizes: [Size]
    let theme: Theme

    /// Pixels.
    static let width = 1600
    private static let gap = 18.0
    private static let rowHeight = 300.0
    /// Sheets wider than this hang two and two below the others.
    private static let banner = 2.5

    /// Where each sheet hangs, in the order given, and the height of it all; in pixels.
    func places() -> (places: [Rect], height: Double) {
        var places = [Rect](repeating: Rect(x: 0, y: 0, width: 0, height: 0), count: sizes.count)
        func aspect(_ index: Int) -> Double { sizes[index].width / sizes[index].height }
        let room = Double(Self.width) - 2 * Self.gap
        var y = Self.gap
        func hang(_ row: [Int], isLast: Bool) {
            let gaps = Self.gap * Double(row.count - 1)
            let full = (room - gaps) / row.reduce(0) { $0 + aspect($1) }
            // The last row is not blown up to fill the wall.
            let height = isLast ? min(full, Self.rowHeight) : full
            var x = Self.gap
            for index in row {
                places[index] = Rect(x: x, y: y, width: aspect(index) * height, height: height)
                x += aspect(index) * height + Self.gap
            }
            y += height + Self.gap
        }
        var row: [Int] = []
        for index in sizes.indices where aspect(index) <= Self.banner {
            row.append(index)
            let width = row.reduce(0) { $0 + aspect($1) } * Self.rowHeight + Self.gap * Double(row.count - 1)
            if width >= room {
                hang(row, isLast: false)
                row = []
            }
        }
        if !row.isEmpty { hang(row, isLast: true) }
        let banners = sizes.indices.filter { aspect($0) > Self.banner }
        for start in stride(from: 0, to: banners.count, by: 2) {
            hang(Array(banners[start..<min(start + 2, banners.count)]), isLast: false)
        }
        return (places, y)
    }

    func png(_ pictures: [Bitmap?], fonts: FontBook) throws -> [UInt8] {
        let (places, height) = places()
        let size = Size(width: Double(Self.width), height: height.rounded(.up))
        var canvas = try PNGCanvas(fonts: fonts, size: size, pixelsAcross: Self.width)
        let wall = theme.colours.tint("grey", 0.3) ?? theme.colours.paper
        canvas.draw(.fill(Rect(size: size), wall))
        for (picture, place) in zip(pictures, places) {
            if let picture { canvas.draw(.bitmap(picture, place)) }
        }
        return try canvas.finish(inFewColours: true)
    }
}
