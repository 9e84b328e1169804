import Drawing
import Theme
import Typesetting

/// A laid poster as a picture for the screen: one sheet, or all sheets of a strip side by side as on the board.
struct PosterPicture {
    let pages: [Frame]
    let theme: Theme

    init(poster: LaidPoster, theme: Theme) { self.init(pages: poster.sheets.map(\.frame), theme: theme) }

    init(pages: [Frame], theme: Theme) {
        self.pages = pages
        self.theme = theme
    }

    /// Pixels of the picture's shorter side, and at most of the longer one.
    static let shortSide = 1240.0
    static let mostLongSide = 4000.0
    /// Between two sheets of a strip, as a part of a sheet's width.
    private static let gap = 0.03

    func bytes(fonts: FontBook) throws -> [UInt8] {
        let board = board
        let (short, long) = (min(board.size.width, board.size.height), max(board.size.width, board.size.height))
        let scale = min(Self.shortSide / short, pages.count > 1 ? .infinity : Self.mostLongSide / long)
        var canvas = try PNGCanvas(
            fonts: fonts, size: board.size, pixelsAcross: Int((board.size.width * scale).rounded()))
        board.draw(on: &canvas)
        return try canvas.finish()
    }

    /// Pixels of the small picture's width, for a place of 173 px on screens of 2.4 pixels a px; wide sheets get twice that.
    private static let smallWidth = 420

    /// The first sheet, small, in few colours: some 25 KB.
    func smallBytes(fonts: FontBook) throws -> [UInt8] {
        guard let sheet = pages.first else { return [] }
        let isWide = sheet.size.width > sheet.size.height
        var canvas = try PNGCanvas(
            fonts: fonts, size: sheet.size, pixelsAcross: isWide ? 2 * Self.smallWidth : Self.smallWidth)
        sheet.draw(on: &canvas)
        return try canvas.finish(inFewColours: true)
    }

    /// All that is shown.
    var board: Frame {
        guard let first = pages.first, pages.count > 1 else {
            return pages.first ?? Frame(size: Size(width: 1, height: 1))
        }
        let sheet = first.size
        let gap = sheet.width * Self.gap
        let count = Double(pages.count)
        let size = Size(width: sheet.width * count + gap * (count + 1), height: sheet.height + 2 * gap)
        let ground = theme.colours.tint("grey", 0.45) ?? theme.colours.grey
        var board = Frame(size: size, items: [Placed(.fill(Rect(size: size), ground), as: .artifact)])
        for (index, part) in pages.enumerated() {
            let x = gap + Double(index) * (sheet.width + gap)
            board.items.append(Placed(.begin(.move(x, gap), clip: .rect(Rect(size: sheet))), as: .artifact))
            board.items += part.items
            board.items.append(Placed(.end, as: .artifact))
        }
        return board
    }
}
