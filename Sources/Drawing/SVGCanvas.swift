import Theme

/// SVG in the making, by our own hand: the same marks give the same bytes, and no id depends on what was drawn before.
///
/// Outlines of glyphs stand once in a document, whatever the number of pages, and pages use them by id.
package struct SVGCanvas: ~Copyable, Canvas {
    /// One `<svg>` element a page, and the outlines that all of them use.
    package struct Document: Hashable, Sendable {
        /// `<path id="…">` elements.
        var outlines: [UInt8]
        package var pages: [[UInt8]]

        /// An `<svg>` of no size with the outlines, to stand before the pages in HTML.
        package var definitions: [UInt8] {
            let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\" style=\"position:absolute\">"
            return Array(head.utf8) + definitionsElement + Array("</svg>\n".utf8)
        }

        /// The first page as a file of its own, its outlines inside.
        package var singlePage: [UInt8] {
            guard let page = pages.first, let title = page.firstRange(of: Array("</title>\n".utf8)) else { return [] }
            return Array(page[..<title.upperBound]) + definitionsElement + page[title.upperBound...]
        }

        private var definitionsElement: [UInt8] { Array("<defs>\n".utf8) + outlines + Array("</defs>\n".utf8) }
    }

    private let fonts: FontBook
    /// Put before every id, so that several drawings can stand in one page of HTML.
    private let prefix: String
    private var outlines: [UInt8] = []
    private var pages: [[UInt8]] = []
    private var page: [UInt8] = []
    /// Faces by first use: their numbers in the font book depend on what else the edition holds.
    private var faces: [FaceID] = []
    private var known: Set<GlyphName> = []
    private var clips = 0

    private struct GlyphName: Hashable {
        var face: Int
        var glyph: UInt32
    }

    package init(fonts: FontBook, prefix: String = "") {
        self.fonts = fonts
        self.prefix = prefix
    }

    /// Ends the page before, if there is one, and begins another. The title is read out to those who cannot see it.
    package mutating func begin(page size: Size, title: String) {
        endPage()
        let (width, height) = (Decimal.text(size.width), Decimal.text(size.height))
        page += "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" ".utf8
        page +=
            "width=\"\(width)pt\" height=\"\(height)pt\" role=\"img\"><title>\(XMLText.escaped(title))</title>\n".utf8
    }

    private mutating func endPage() {
        guard !page.isEmpty else { return }
        page += "</svg>\n".utf8
        pages.append(page)
        page = []
    }

    package consuming func finish() -> Document {
        endPage()
        return Document(outlines: outlines, pages: pages)
    }

    package mutating func draw(_ mark: Mark, as _: StructureElement?) {
        switch mark {
        case .fill(let path, let colour):
            page += "<path fill=\"\(colour.hex)\" d=\"".utf8
            add(path)
            page += "\"/>\n".utf8
        case .stroke(let path, let width, let colour):
            page +=
                "<path fill=\"none\" stroke=\"\(colour.hex)\" stroke-width=\"\(Decimal.text(width, places: 3))\" d=\""
                .utf8
            add(path)
            page += "\"/>\n".utf8
        case .glyphs(let run, let origin): draw(run, at: origin)
        case .bitmap(let bitmap, let rect):
            // One that cannot be decoded shows what there is of it.
            let plain = bitmap.plain ?? bitmap
            image(plain.isJPEG ? "image/jpeg" : "image/png", plain.bytes, rect, "none")
        case .art(let art, let rect): image("image/svg+xml", art.styled, art.fitted(in: rect), "xMidYMid meet")
        case .link(let rect, let target):
            page +=
                "<a href=\"\(XMLText.escaped(target))\"><rect \(attributes(rect)) fill=\"none\" pointer-events=\"all\"/></a>\n"
                .utf8
        case .destination: break
        case .begin(let transform, let clip): begin(transform, clip)
        case .end: page += "</g>\n".utf8
        }
    }

    private mutating func begin(_ transform: Transform?, _ clip: Path?) {
        var attributes = ""
        if let t = transform {
            let numbers = [t.xx, t.yx, t.xy, t.yy, t.dx, t.dy].map { Decimal.text($0, places: 5) }
            attributes += " transform=\"matrix(\(numbers.joined(separator: " ")))\""
        }
        if let clip {
            clips += 1
            page += "<clipPath id=\"\(prefix)c\(clips)\"><path d=\"".utf8
            // The clip is given in the group's own coordinates.
            add(clip)
            page += "\"/></clipPath>\n".utf8
            attributes += " clip-path=\"url(#\(prefix)c\(clips))\""
        }
        page += "<g\(attributes)>\n".utf8
    }

    /// Glyphs are placed in font units, one group a run.
    private mutating func draw(_ run: GlyphRun, at origin: Point) {
        let face = fonts.face(run.face)
        let scale = run.size / face.unitsPerEm
        let number = faces.firstIndex(of: run.face) ?? faces.count
        if number == faces.count { faces.append(run.face) }
        let place = "translate(\(Decimal.text(origin.x, places: 3)) \(Decimal.text(origin.y, places: 3)))"
        page += "<g fill=\"\(run.colour.hex)\" transform=\"\(place) scale(\(Decimal.text(scale, places: 6)))\">".utf8
        for glyph in run.glyphs where define(glyph.id, of: face, number) {
            page += "<use href=\"#\(prefix)g\(number)-\(glyph.id)\" x=\"".utf8
            Decimal.append(glyph.x / scale, places: 1, to: &page)
            if glyph.y != 0 {
                page += "\" y=\"".utf8
                Decimal.append(glyph.y / scale, places: 1, to: &page)
            }
            page += "\"/>".utf8
        }
        page += "</g>\n".utf8
    }

    /// Makes sure that a glyph is defined; false for one without ink.
    private mutating func define(_ glyph: UInt32, of face: Face, _ number: Int) -> Bool {
        let name = GlyphName(face: number, glyph: glyph)
        if known.contains(name) { return true }
        let outline = face.outline(of: glyph)
        guard !outline.elements.isEmpty else { return false }
        known.insert(name)
        outlines += "<path id=\"\(prefix)g\(number)-\(glyph)\" d=\"".utf8
        outlines += outline.pathData
        outlines += "\"/>\n".utf8
        return true
    }

    private mutating func add(_ path: Path) {
        for element in path.elements {
            switch element {
            case .move(let p): add("M", [p])
            case .line(let p): add("L", [p])
            case .curve(let a, let b, let c): add("C", [a, b, c])
            case .close: page.append(UInt8(ascii: "Z"))
            }
        }
    }

    private mutating func add(_ command: StaticString, _ points: [Point]) {
        page += "\(command)".utf8
        for (index, point) in points.enumerated() {
            if index > 0 { page.append(UInt8(ascii: " ")) }
            Decimal.append(point.x, places: 3, to: &page)
            page.append(UInt8(ascii: " "))
            Decimal.append(point.y, places: 3, to: &page)
        }
    }

    private mutating func image(_ type: String, _ bytes: [UInt8], _ rect: Rect, _ fit: String) {
        page += "<image \(attributes(rect)) preserveAspectRatio=\"\(fit)\" href=\"data:\(type);base64,".utf8
        Base64.append(bytes, to: &page)
        page += "\"/>\n".utf8
    }

    private func attributes(_ rect: Rect) -> String {
        let numbers = [rect.x, rect.y, rect.width, rect.height].map { Decimal.text($0, places: 3) }
        return "x=\"\(numbers[0])\" y=\"\(numbers[1])\" width=\"\(numbers[2])\" height=\"\(numbers[3])\""
    }
}

enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func append(_ bytes: [UInt8], to target: inout [UInt8]) {
        target.reserveCapacity(target.count + bytes.count * 4 / 3 + 4)
        var index = 0
        while index < bytes.count {
            let left = bytes.count - index
            let word =
                UInt32(bytes[index]) << 16 | (left > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
                | (left > 2 ? UInt32(bytes[index + 2]) : 0)
            for position in 0..<4 {
                target.append(
                    position <= left ? digits[Int(word >> UInt32(18 - 6 * position)) & 63] : UInt8(ascii: "="))
            }
            index += 3
        }
    }
}
