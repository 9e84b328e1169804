package import Theme

/// Glyphs of one face and size in one line, with the text that they stand for. Positions are in points from the run's
/// origin on the baseline.
package struct GlyphRun: Hashable, Sendable {
    package var face: FaceID
    /// The em in points.
    package var size: Points
    package var colour: Colour
    package var glyphs: [Glyph]
    /// The parts of `text` and the glyphs that show them, in order; together they cover both whole.
    package var clusters: [Cluster]
    /// UTF-8, as typed.
    package var text: [UInt8]

    package init(face: FaceID, size: Points, colour: Colour) {
        self.face = face
        self.size = size
        self.colour = colour
        glyphs = []
        clusters = []
        text = []
    }

    package struct Glyph: Hashable, Sendable {
        package var id: UInt32
        package var x: Points
        package var y: Points

        package init(id: UInt32, x: Points, y: Points) {
            self.id = id
            self.x = x
            self.y = y
        }
    }

    package struct Cluster: Hashable, Sendable {
        package var bytes: Int32
        package var glyphs: Int32

        package init(bytes: Int32, glyphs: Int32) {
            self.bytes = bytes
            self.glyphs = glyphs
        }
    }

    /// The text as a string, for dumps and tests.
    package var string: String { String(decoding: text, as: UTF8.self) }
}
