import Drawing
import Typesetting

/// How a template's art lies on a sheet of other proportions: scaled evenly, never stretched. What the sheet is longer (or
/// shorter) than the art is taken up between the frames that keep to its beginning and those that keep to its end.
struct SheetFit {
    let art: Size
    let sheet: Size
    /// From the art's own size to the sheet's.
    let scale: Double
    /// How much longer the sheet is than the scaled art; negative when it is shorter.
    let slack: Points
    /// The direction in which the sheet is longer: from left to right, or from top to bottom.
    let isWide: Bool

    /// Proportions nearer than this are the art's own.
    static let sameShape = 0.01

    init(art: Size, on sheet: Size) {
        self.art = art
        self.sheet = sheet
        isWide = art.width > art.height
        if Self.isSame(art, sheet) {
            scale = sheet.width / art.width
            slack = 0
        } else {
            scale = isWide ? sheet.height / art.height : sheet.width / art.width
            slack = isWide ? sheet.width - art.width * scale : sheet.height - art.height * scale
        }
    }

    static func isSame(_ art: Size, _ sheet: Size) -> Bool {
        abs(art.width / art.height / (sheet.width / sheet.height) - 1) < sameShape
    }

    /// A rectangle of the art on the sheet.
    func rect(_ rect: Rect, _ anchor: FrameSpec.Anchor) -> Rect {
        var result = Rect(
            x: rect.x * scale, y: rect.y * scale, width: rect.width * scale, height: rect.height * scale)
        let shift = anchor == .end ? slack : 0
        let growth = anchor == .stretch ? slack : 0
        if isWide {
            result.x += shift
            result.width += growth
        } else {
            result.y += shift
            result.height += growth
        }
        return result
    }

    /// The art on the whole sheet: the layer `ground` covers it, layers named `bottom…` or `right…` keep to its end.
    func ground(_ drawing: Artwork) -> [Placed] {
        let whole = Rect(size: sheet)
        guard slack != 0 else { return [Placed(.art(drawing, whole), as: .artifact)] }
        let cover = max(sheet.width / art.width, sheet.height / art.height)
        let covering = Size(width: art.width * cover, height: art.height * cover)
        let centred = Point(x: (sheet.width - covering.width) / 2, y: (sheet.height - covering.height) / 2)
        let start = rect(Rect(size: art), .start)
        let end = rect(Rect(size: art), .end)
        return [
            Placed(.begin(nil, clip: .rect(whole)), as: .artifact),
            Placed(.art(drawing.showing(.ground), Rect(origin: centred, size: covering)), as: .artifact),
            Placed(.art(drawing.showing(.start), start), as: .artifact),
            Placed(.art(drawing.showing(.end), end), as: .artifact),
            Placed(.end, as: .artifact),
        ]
    }
}
