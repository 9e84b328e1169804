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
    /// Of the art's length, the parts that share among them what the sheet is longer, in order.
    private var sharing: [ClosedRange<Points>] = []

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

    /// The fit of a shape's art, with the frames that share what the sheet is longer.
    init(_ shape: PosterTemplate.Shape, on sheet: Size) {
        self.init(art: shape.art.size, on: sheet)
        let own = shape.frames.filter { $0.anchor == .share }.compactMap { shape.rect(of: $0.name) }
        let parts = own.map { isWide ? $0.x...$0.maxX : $0.y...$0.maxY }
        for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = sharing.last, part.lowerBound <= last.upperBound {
                sharing[sharing.count - 1] = last.lowerBound...max(last.upperBound, part.upperBound)
            } else {
                sharing.append(part)
            }
        }
    }

    static func isSame(_ art: Size, _ sheet: Size) -> Bool {
        abs(art.width / art.height / (sheet.width / sheet.height) - 1) < sameShape
    }

    /// A rectangle of the art on the sheet.
    func rect(_ rect: Rect, _ anchor: FrameSpec.Anchor) -> Rect {
        var result = Rect(
            x: rect.x * scale, y: rect.y * scale, width: rect.width * scale, height: rect.height * scale)
        let (shift, growth): (Points, Points) =
            switch anchor {
            case .start: (0, 0)
            case .end: (slack, 0)
            case .stretch: (0, slack)
            case .centre: (slack / 2, 0)
            case .share: isWide ? shared(rect.x, rect.maxX) : shared(rect.y, rect.maxY)
            }
        if isWide {
            result.x += shift
            result.width += growth
        } else {
            result.y += shift
            result.height += growth
        }
        return result
    }

    /// How far a part of the art's length moves and grows when what the sheet is longer is shared: each by as much as it is
    /// long, and the gaps stay.
    private func shared(_ from: Points, _ to: Points) -> (shift: Points, growth: Points) {
        func length(before end: Points) -> Points {
            sharing.reduce(0) { $0 + max(0, min(end, $1.upperBound) - $1.lowerBound) }
        }
        let whole = length(before: .infinity)
        guard whole > 0 else { return (0, slack) }
        let (before, upTo) = (length(before: from), length(before: to))
        return (slack * before / whole, slack * (upTo - before) / whole)
    }

    /// The art on the whole sheet, a layer after the other: `ground` covers it, layers named `stretch…` grow with it, those
    /// named `bottom…` or `right…` keep to its end, `centre…` to its middle. Each may reach beyond the sheet.
    func layers(_ drawing: Artwork) -> [[Placed]] {
        let cover = max(sheet.width / art.width, sheet.height / art.height)
        let covering = Size(width: art.width * cover, height: art.height * cover)
        let centred = Point(x: (sheet.width - covering.width) / 2, y: (sheet.height - covering.height) / 2)
        guard slack != 0 else {
            // An A3 is a hair wider than an A4 enlarged: the art covers it all the same, or its edge would show on screens.
            return [[Placed(.art(drawing, Rect(origin: centred, size: covering)), as: .artifact)]]
        }
        let start = rect(Rect(size: art), .start)
        let end = rect(Rect(size: art), .end)
        let centre = rect(Rect(size: art), .centre)
        return [
            [Placed(.art(drawing.showing(.ground), Rect(origin: centred, size: covering)), as: .artifact)],
            stretched(drawing),
            [Placed(.art(drawing.showing(.start), start), as: .artifact)],
            drawing.hasCentredLayers ? [Placed(.art(drawing.showing(.centre), centre), as: .artifact)] : [],
            [Placed(.art(drawing.showing(.end), end), as: .artifact)],
        ]
    }

    /// The art on the sheet and nothing of it beyond.
    func ground(_ drawing: Artwork) -> [Placed] {
        [Placed(.begin(nil, clip: .rect(Rect(size: sheet))), as: .artifact)] + layers(drawing).flatMap { $0 }
            + [Placed(.end, as: .artifact)]
    }

    /// How much of the art's length, from its middle on, is repeated where a sheet is longer.
    private static let repeated = 0.125

    /// Layers that grow: the half before the middle keeps to the beginning, the other to the end. A longer sheet repeats
    /// what follows the middle, a shorter one leaves it out; it is the same all along, so nothing is pulled out of shape.
    private func stretched(_ drawing: Artwork) -> [Placed] {
        guard drawing.hasStretchingLayers else { return [] }
        let layers = drawing.showing(.stretch)
        let whole = rect(Rect(size: art), .start)
        let length = isWide ? whole.width : whole.height
        func piece(_ from: Points, _ to: Points, moved shift: Points) -> [Placed] {
            let clip =
                isWide
                ? Rect(x: from, y: 0, width: to - from, height: sheet.height)
                : Rect(x: 0, y: from, width: sheet.width, height: to - from)
            let area = isWide ? whole.moved(by: shift, 0) : whole.moved(by: 0, shift)
            return [
                Placed(.begin(nil, clip: .rect(clip)), as: .artifact), Placed(.art(layers, area), as: .artifact),
                Placed(.end, as: .artifact),
            ]
        }
        let (total, strip) = (length + slack, length * Self.repeated)
        let middle = min(length / 2, total)
        // Pieces overlap a little, so that no hairline shows between them.
        let lap = strip / 100
        let resumed = middle + max(0, slack)
        var pieces = piece(0, middle + lap, moved: 0)
        for start in stride(from: middle, to: resumed, by: strip) {
            pieces += piece(start, min(start + strip, resumed) + lap, moved: start - middle)
        }
        return pieces + piece(resumed, total, moved: slack)
    }
}
