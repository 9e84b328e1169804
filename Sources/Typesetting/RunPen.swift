import Drawing
import Theme

/// Gathers the clusters of one run: glyphs of one face, size and stance that follow each other.
///
/// Upright glyphs of vertical lines have their place along the line in `x` and, in `y`, how far right of the em box's left
/// edge they stand: `Frame.turned` puts them there.
struct RunPen {
    private(set) var glyphs: GlyphRun
    let run: Int32
    /// From the line's origin.
    let start: Double
    private(set) var end: Double
    let isUpright: Bool
    private let isAlone: Bool

    /// `most` boxes may be added.
    init(
        _ cluster: ShapedText.Cluster, _ item: Paragraph.Item, of shaped: ShapedText, x: Double, most: Int,
        colour: Colour
    ) {
        isUpright = item.stance != .lying
        isAlone = item.clusters > 1 || cluster.level % 2 == 1
        var size = cluster.size
        if item.clusters > 1 { size *= min(1, cluster.size / Self.advance(of: item, shaped)) }
        glyphs = GlyphRun(face: cluster.face, size: size, colour: colour)
        glyphs.glyphs.reserveCapacity(most)
        glyphs.clusters.reserveCapacity(most)
        // Most characters are of three bytes.
        glyphs.text.reserveCapacity(3 * most)
        run = cluster.run
        start = x
        end = x
    }

    /// Whether a box goes on in this run.
    func takes(_ cluster: ShapedText.Cluster, _ item: Paragraph.Item) -> Bool {
        !isAlone && item.clusters == 1 && cluster.level % 2 == 0 && run == cluster.run && glyphs.face == cluster.face
            && isUpright == (item.stance != .lying)
    }

    /// The glyphs of a text by themselves, from a point on its baseline.
    static func runs(of shaped: ShapedText, colour: Colour) -> [GlyphRun] {
        var runs: [GlyphRun] = []
        var x = 0.0
        for cluster in shaped.clusters {
            if runs.last?.face != cluster.face {
                runs.append(GlyphRun(face: cluster.face, size: cluster.size, colour: colour))
            }
            for glyph in shaped.glyphs[cluster.range] {
                runs[runs.count - 1].glyphs.append(.init(id: glyph.id, x: x + glyph.dx, y: glyph.dy))
                x += glyph.advance
            }
            runs[runs.count - 1].text += shaped.text[Int(cluster.byte)..<Int(cluster.byte + cluster.length)]
            runs[runs.count - 1].clusters.append(.init(bytes: cluster.length, glyphs: cluster.glyphCount))
        }
        return runs.filter { !$0.glyphs.isEmpty }
    }

    mutating func add(_ item: Paragraph.Item, of shaped: ShapedText, at left: Double) {
        if isUpright { addUpright(item, of: shaped, at: left) } else { addLying(item, of: shaped, at: left) }
        end = left + item.width
    }

    private mutating func addLying(_ item: Paragraph.Item, of shaped: ShapedText, at left: Double) {
        let cluster = shaped.clusters[Int(item.cluster)]
        addGlyphs(of: cluster, shaped, from: left - start + item.shift)
        if let second = item.secondShift { addGlyphs(of: cluster, shaped, from: left - start + second) }
        append(cluster, glyphs: (item.secondShift == nil ? 1 : 2) * cluster.glyphCount, of: shaped)
    }

    private mutating func addGlyphs(of cluster: ShapedText.Cluster, _ shaped: ShapedText, from left: Double) {
        var x = left
        for index in cluster.range {
            let glyph = shaped.glyphs[index]
            glyphs.glyphs.append(.init(id: glyph.id, x: x + glyph.dx, y: glyph.dy))
            x += glyph.advance
        }
    }

    private mutating func addUpright(_ item: Paragraph.Item, of shaped: ShapedText, at left: Double) {
        let em = shaped.clusters[Int(item.cluster)].size
        let scale = glyphs.size / em
        let advance = item.glyph == nil ? Self.advance(of: item, shaped) * scale : em
        // A pair that is set smaller stands in the middle of its cell.
        let along = left - start + (em - glyphs.size) / 2
        var across = (glyphs.size - advance) / 2
        for index in item.cluster..<item.cluster + item.clusters {
            let cluster = shaped.clusters[Int(index)]
            var count: Int32 = 0
            for shift in [item.shift, item.secondShift].compactMap({ $0 }) {
                var x = across
                for glyph in shaped.glyphs[cluster.range] {
                    let corner = item.stance == .raised ? em / 2 : 0
                    glyphs.glyphs.append(
                        .init(
                            id: item.glyph ?? glyph.id, x: along + shift + glyph.dy * scale - corner,
                            y: x + glyph.dx * scale + corner))
                    x += glyph.advance * scale
                    count += 1
                }
            }
            append(cluster, glyphs: count, of: shaped)
            across += cluster.advance * scale
        }
    }

    private static func advance(of item: Paragraph.Item, _ shaped: ShapedText) -> Points {
        (item.cluster..<item.cluster + item.clusters).reduce(0) { $0 + shaped.clusters[Int($1)].advance }
    }

    mutating func add(spaces: Range<Int32>, of shaped: ShapedText, at left: Double) {
        for index in spaces {
            let cluster = shaped.clusters[Int(index)]
            // A zero-width space stays out: who copies an address must not get the places where it might be broken.
            guard cluster.glyphCount > 0, cluster.scalar != 0x200B else { continue }
            for glyph in shaped.glyphs[cluster.range] {
                glyphs.glyphs.append(.init(id: glyph.id, x: left - start, y: 0))
            }
            append(cluster, glyphs: cluster.glyphCount, of: shaped)
        }
    }

    private mutating func append(_ cluster: ShapedText.Cluster, glyphs count: Int32, of shaped: ShapedText) {
        for byte in cluster.byte..<cluster.byte + cluster.length { glyphs.text.append(shaped.text[Int(byte)]) }
        glyphs.clusters.append(.init(bytes: cluster.length, glyphs: count))
    }
}

extension ShapedText.Cluster {
    /// Its glyphs.
    var range: Range<Int> { Int(firstGlyph)..<Int(firstGlyph + glyphCount) }
}

/// Lines below a text: wavy for titles of books, straight for proper names.
enum Underline {
    case wave, straight

    init?(_ marks: Inline.Marks) {
        if marks.contains(.bookTitle) {
            self = .wave
        } else if marks.contains(.properName) {
            self = .straight
        } else {
            return nil
        }
    }

    func mark(from start: Point, width: Points, em: Points, colour: Colour) -> Mark {
        let y = start.y + 0.22 * em
        // Names that touch keep their lines apart.
        let (left, right) = (start.x + 0.04 * em, start.x + width - 0.04 * em)
        guard self == .wave else {
            return .rule(from: Point(x: left, y: y), to: Point(x: right, y: y), width: 0.05 * em, colour)
        }
        let waves = max(1, Int(((right - left) / (em / 2)).rounded()))
        let length = (right - left) / Double(waves)
        var elements = [Path.Element.move(Point(x: left, y: y))]
        for wave in 0..<waves {
            let x = left + Double(wave) * length
            elements.append(
                .curve(
                    Point(x: x + length / 3, y: y - 0.16 * em), Point(x: x + 2 * length / 3, y: y + 0.16 * em),
                    Point(x: x + length, y: y)))
        }
        return .stroke(Path(elements), width: 0.05 * em, colour)
    }
}
