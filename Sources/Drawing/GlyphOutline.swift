import CHarfBuzz

/// The shape of a glyph in font units, y downwards; without elements for a glyph without ink.
struct GlyphOutline {
    enum Element {
        case move(Point), line(Point), quadratic(Point, Point), cubic(Point, Point, Point), close
    }

    fileprivate(set) var elements: [Element] = []

    /// SVG path data.
    var pathData: [UInt8] {
        var bytes: [UInt8] = []
        func add(_ command: StaticString, _ points: Point...) {
            bytes += "\(command)".utf8
            for (index, number) in points.flatMap({ [$0.x, $0.y] }).enumerated() {
                if index > 0, number >= 0 { bytes.append(UInt8(ascii: " ")) }
                Decimal.append(number, places: 1, to: &bytes)
            }
        }
        for element in elements {
            switch element {
            case .move(let p): add("M", p)
            case .line(let p): add("L", p)
            case .quadratic(let c, let p): add("Q", c, p)
            case .cubic(let a, let b, let p): add("C", a, b, p)
            case .close: add("Z")
            }
        }
        return bytes
    }

    /// The outline as it stands on a page: so many points to a font unit, its origin at a point.
    func path(scale: Double, at origin: Point) -> Path {
        func placed(_ p: Point) -> Point { Point(x: origin.x + p.x * scale, y: origin.y + p.y * scale) }
        var path = Path()
        var pen = Point(x: 0, y: 0)
        for element in elements {
            switch element {
            case .move(let p):
                path.elements.append(.move(placed(p)))
                pen = p
            case .line(let p):
                path.elements.append(.line(placed(p)))
                pen = p
            case .quadratic(let c, let p):
                // The cubic with the same course has its points two thirds of the way to the one between.
                func towards(_ end: Point) -> Point {
                    Point(x: end.x + (c.x - end.x) * 2 / 3, y: end.y + (c.y - end.y) * 2 / 3)
                }
                path.elements.append(.curve(placed(towards(pen)), placed(towards(p)), placed(p)))
                pen = p
            case .cubic(let a, let b, let p):
                path.elements.append(.curve(placed(a), placed(b), placed(p)))
                pen = p
            case .close:
                path.elements.append(.close)
            }
        }
        return path
    }
}

extension Face {
    func outline(of glyph: UInt32) -> GlyphOutline {
        guard let functions = unsafe hb_draw_funcs_create() else { return GlyphOutline() }
        defer { unsafe hb_draw_funcs_destroy(functions) }
        unsafe hb_draw_funcs_set_move_to_func(
            functions, { _, sink, _, x, y, _ in unsafe OutlineSink.of(sink)?.add(.move(point(x, y))) }, nil, nil)
        unsafe hb_draw_funcs_set_line_to_func(
            functions, { _, sink, _, x, y, _ in unsafe OutlineSink.of(sink)?.add(.line(point(x, y))) }, nil, nil)
        unsafe hb_draw_funcs_set_quadratic_to_func(
            functions,
            { _, sink, _, cx, cy, x, y, _ in unsafe OutlineSink.of(sink)?.add(.quadratic(point(cx, cy), point(x, y))) },
            nil, nil)
        unsafe hb_draw_funcs_set_cubic_to_func(
            functions,
            { _, sink, _, ax, ay, bx, by, x, y, _ in
                unsafe OutlineSink.of(sink)?.add(.cubic(point(ax, ay), point(bx, by), point(x, y)))
            }, nil, nil)
        unsafe hb_draw_funcs_set_close_path_func(
            functions, { _, sink, _, _ in unsafe OutlineSink.of(sink)?.add(.close) }, nil, nil)
        let sink = OutlineSink()
        unsafe hb_font_get_glyph_shape(font, glyph, functions, Unmanaged.passUnretained(sink).toOpaque())
        return sink.outline
    }
}

/// Fonts count upwards.
private func point(_ x: Float, _ y: Float) -> Point { Point(x: Double(x), y: Double(-y)) }

/// Collects the elements from HarfBuzz's calls.
private final class OutlineSink {
    private(set) var outline = GlyphOutline()

    static func of(_ pointer: UnsafeMutableRawPointer?) -> OutlineSink? {
        guard let pointer = unsafe pointer else { return nil }
        return unsafe Unmanaged<OutlineSink>.fromOpaque(pointer).takeUnretainedValue()
    }

    func add(_ element: GlyphOutline.Element) { outline.elements.append(element) }
}
