/// What one file shows of a face: which glyphs, and which text each of them stands for.
struct PDFFontUse: Sendable {
    /// A glyph in the file.
    struct Shown: Sendable {
        var glyph: UInt32
        /// By which the content calls it: its CID (ISO 32000-1 §9.7.4.2).
        var code: UInt16
        /// Thousandths of an em, as the file's widths say it.
        var advance: Double
        /// The text that the file says it stands for, in UTF-8; empty when it stands for none by itself.
        var text: ArraySlice<UInt8>
        /// Whether it stands for that very text where it is shown; else the place must say what it shows.
        var tellsText: Bool
    }

    let face: FaceID
    private let font: Face
    private(set) var shown: [Shown] = []
    /// By glyph, its place in `shown`; -1 for those that are not.
    private var places: [Int32]

    init(_ id: FaceID, _ font: Face) {
        face = id
        self.font = font
        places = [Int32](repeating: -1, count: font.glyphCount)
    }

    static func name(of face: FaceID) -> String { "F\(face.index)" }

    /// A glyph as a shape, of a size in points, from its origin on the page.
    func outline(of glyph: UInt32, size: Points, at origin: Point) -> Path {
        font.outline(of: glyph).path(scale: size / font.unitsPerEm, at: origin)
    }

    /// Notes that a glyph is shown for a text. `alone`: no other glyph belongs to that text.
    mutating func show(_ glyph: UInt32, as text: ArraySlice<UInt8>, alone: Bool) -> Shown {
        let index = Int(glyph) < places.count ? Int(glyph) : 0
        let place = Int(places[index])
        guard place >= 0 else {
            places[index] = Int32(shown.count)
            let advance = (font.advance(of: glyph) * 100_000).rounded() / 100
            let new = Shown(
                glyph: UInt32(index), code: font.characterID(of: UInt32(index)), advance: advance,
                text: alone ? text : [],
                tellsText: alone)
            shown.append(new)
            return new
        }
        if alone, shown[place].text.isEmpty { shown[place].text = text }
        var known = shown[place]
        known.tellsText = alone && known.text == text
        return known
    }
}
