import Theme

/// The operators of one page (ISO 32000-1 §8 and §9), in points from its upper left corner.
struct PDFContent {
    private(set) var bytes: [UInt8] = []
    /// What the content sets and need not set again; a stack, because `Q` takes it back.
    private var states = [State()]

    private struct State {
        var fill: Colour?
        var stroke: Colour?
        var lineWidth = 1.0
        var font: (face: UInt8, size: Points)?
    }

    private var state: State {
        get { states[states.count - 1] }
        set { states[states.count - 1] = newValue }
    }

    /// How many groups are open.
    var depth: Int { states.count - 1 }

    /// PDF counts upwards from the lower left corner.
    init(height: Points) {
        operate("cm", 1, 0, 0, -1, 0, height)
    }

    mutating func begin(_ transform: Transform?, clip: Path?) {
        operate("q")
        states.append(state)
        // A thousandth of a third of a banner's length is a centimetre.
        if let t = transform { operate("cm", t.xx, t.yx, t.xy, t.yy, t.dx, t.dy, places: 6) }
        if let clip {
            trace(clip)
            operate("W n")
        }
    }

    mutating func end() {
        guard depth > 0 else { return }
        states.removeLast()
        operate("Q")
    }

    mutating func fill(_ path: Path, _ colour: Colour) {
        use(fill: colour)
        trace(path)
        operate("f")
    }

    mutating func stroke(_ path: Path, width: Points, _ colour: Colour) {
        if state.stroke != colour {
            state.stroke = colour
            operate("RG", colour)
        }
        if state.lineWidth != width {
            state.lineWidth = width
            operate("w", width)
        }
        trace(path)
        operate("S")
    }

    /// An object of the resources, one unit high and wide or so many points, set upright into a rectangle.
    mutating func place(_ name: String, in rect: Rect, size: Size) {
        operate("q")
        operate("cm", rect.width / size.width, 0, 0, -rect.height / size.height, rect.x, rect.maxY, places: 6)
        bytes += "/\(name) Do\n".utf8
        operate("Q")
    }

    /// A sequence that the structure refers to by its number on the page.
    mutating func beginMarked(_ tag: String, number: Int) { bytes += "/\(tag) <</MCID \(number)>> BDC\n".utf8 }
    /// What the structure passes over (§14.8.2.2).
    mutating func beginArtifact() { operate("/Artifact BMC") }
    mutating func endMarked() { operate("EMC") }

    /// Glyphs of this size, in points, and larger are drawn as shapes, with their text unseen over them (§9.3.6): poppler draws
    /// no glyph above 1440 points, and a wall of 2.4 metres would lack its number.
    private static let sizeOfShapes = 1400.0

    /// A run of glyphs, from a point on its baseline.
    mutating func show(_ run: GlyphRun, at origin: Point, with use: inout PDFFontUse) {
        guard !run.glyphs.isEmpty else { return }
        self.use(fill: run.colour)
        let areShapes = run.size >= Self.sizeOfShapes
        if areShapes {
            for glyph in run.glyphs {
                trace(
                    use.outline(of: glyph.id, size: run.size, at: Point(x: origin.x + glyph.x, y: origin.y + glyph.y)))
            }
            operate("f")
        }
        operate("BT")
        if areShapes { operate("Tr", 3) }
        if state.font?.face != run.face.index || state.font?.size != run.size {
            state.font = (run.face.index, run.size)
            bytes += "/\(PDFFontUse.name(of: run.face)) ".utf8
            operate("Tf", run.size)
        }
        var line = PDFTextLine(size: run.size, origin: origin)
        var (glyph, byte) = (0, 0)
        for cluster in run.clusters {
            let glyphs = run.glyphs[glyph..<glyph + Int(cluster.glyphs)]
            let text = run.text[byte..<byte + Int(cluster.bytes)]
            glyph = glyphs.endIndex
            byte = text.endIndex
            guard let first = glyphs.first else { continue }
            let shown = use.show(first.id, as: text, alone: glyphs.count == 1)
            if shown.tellsText {
                line.show(shown, at: first, to: &bytes)
                continue
            }
            line.close(to: &bytes)
            bytes += "/Span <</ActualText <\(PDFText.hexadecimal(String(decoding: text, as: UTF8.self)))>>> BDC\n".utf8
            line.show(shown, at: first, to: &bytes)
            for other in glyphs.dropFirst() {
                line.show(use.show(other.id, as: text, alone: false), at: other, to: &bytes)
            }
            line.close(to: &bytes)
            operate("EMC")
        }
        line.close(to: &bytes)
        if areShapes { operate("Tr", 0) }
        operate("ET")
    }

    private mutating func use(fill colour: Colour) {
        guard state.fill != colour else { return }
        state.fill = colour
        operate("rg", colour)
    }

    private mutating func operate(_ name: StaticString, _ colour: Colour) {
        for part in [colour.red, colour.green, colour.blue] {
            Decimal.append(Double(part) / 255, places: 6, to: &bytes)
            bytes.append(UInt8(ascii: " "))
        }
        operate(name)
    }

    private mutating func operate(_ name: StaticString, _ numbers: Double..., places: Int = 4) {
        for number in numbers {
            Decimal.append(number, places: places, to: &bytes)
            bytes.append(UInt8(ascii: " "))
        }
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func trace(_ path: Path) {
        if let rect = path.rectangle { return operate("re", rect.x, rect.y, rect.width, rect.height) }
        for element in path.elements {
            switch element {
            case .move(let p): operate("m", p.x, p.y)
            case .line(let p): operate("l", p.x, p.y)
            case .curve(let a, let b, let c): operate("c", a.x, a.y, b.x, b.y, c.x, c.y)
            case .close: operate("h")
            }
        }
    }
}

extension Path {
    /// The rectangle that the path goes around, as `Path.rect` draws it.
    fileprivate var rectangle: Rect? {
        guard elements.count == 5, case .move(let a) = elements[0], case .line(let b) = elements[1],
            case .line(let c) = elements[2], case .line(let d) = elements[3], case .close = elements[4],
            a.y == b.y, b.x == c.x, c.y == d.y, d.x == a.x
        else { return nil }
        return Rect(x: a.x, y: a.y, width: c.x - a.x, height: c.y - a.y)
    }
}
