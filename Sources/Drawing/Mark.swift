package import Theme

/// One thing that is drawn: all that canvases understand. Later marks lie over earlier ones.
package enum Mark: Sendable {
    case fill(Path, Colour)
    /// A line along a path.
    case stroke(Path, width: Points, Colour)
    /// A run of text from a point on its baseline.
    case glyphs(GlyphRun, at: Point)
    /// A picture, stretched to the rectangle: keep its proportions when choosing one.
    case bitmap(Bitmap, Rect)
    /// The whole artwork, scaled evenly to fit the rectangle and centred in it.
    case art(Artwork, Rect)
    /// A clickable area; draws nothing. `#name` leads to a destination of the same document.
    case link(Rect, to: String)
    /// A place that links and outlines lead to. A name stands once in a document.
    case destination(String, at: Point)
    /// Until the matching `end`, marks are transformed and shown inside the clip alone.
    case begin(Transform?, clip: Path?)
    case end
}

/// Straight and curved lines, closed or not.
package struct Path: Hashable, Sendable {
    package enum Element: Hashable, Sendable {
        case move(Point)
        case line(Point)
        case curve(Point, Point, Point)
        case close
    }
    package var elements: [Element]

    package init(_ elements: [Element] = []) { self.elements = elements }

    package static func rect(_ rect: Rect) -> Path {
        Path([
            .move(rect.origin), .line(Point(x: rect.maxX, y: rect.y)), .line(Point(x: rect.maxX, y: rect.maxY)),
            .line(Point(x: rect.x, y: rect.maxY)), .close,
        ])
    }

    /// A rectangle around all points, those that draw curves towards themselves too; nil for an empty path.
    package var bounds: Rect? {
        var corners: (least: Point, most: Point)?
        func take(_ points: Point...) {
            for p in points {
                let (least, most) = corners ?? (p, p)
                corners = (
                    Point(x: min(least.x, p.x), y: min(least.y, p.y)), Point(x: max(most.x, p.x), y: max(most.y, p.y))
                )
            }
        }
        for element in elements {
            switch element {
            case .move(let p), .line(let p): take(p)
            case .curve(let a, let b, let c): take(a, b, c)
            case .close: break
            }
        }
        return corners.map {
            Rect(x: $0.least.x, y: $0.least.y, width: $0.most.x - $0.least.x, height: $0.most.y - $0.least.y)
        }
    }

    package static func line(from start: Point, to end: Point) -> Path { Path([.move(start), .line(end)]) }

    /// Corners are quarter circles; the radius is cut to half of the shorter side.
    package static func rounded(_ rect: Rect, radius: Points) -> Path {
        let r = min(radius, rect.width / 2, rect.height / 2)
        guard r > 0 else { return .rect(rect) }
        // The distance of the control points that draws a quarter circle within 0.03 %.
        let k = r * 0.5522847498
        let (left, top, right, bottom) = (rect.x, rect.y, rect.maxX, rect.maxY)
        return Path([
            .move(Point(x: left + r, y: top)), .line(Point(x: right - r, y: top)),
            .curve(
                Point(x: right - r + k, y: top), Point(x: right, y: top + r - k), Point(x: right, y: top + r)),
            .line(Point(x: right, y: bottom - r)),
            .curve(
                Point(x: right, y: bottom - r + k), Point(x: right - r + k, y: bottom),
                Point(x: right - r, y: bottom)),
            .line(Point(x: left + r, y: bottom)),
            .curve(
                Point(x: left + r - k, y: bottom), Point(x: left, y: bottom - r + k),
                Point(x: left, y: bottom - r)),
            .line(Point(x: left, y: top + r)),
            .curve(Point(x: left, y: top + r - k), Point(x: left + r - k, y: top), Point(x: left + r, y: top)),
            .close,
        ])
    }

    package static func circle(centre: Point, radius: Points) -> Path {
        .rounded(
            Rect(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius), radius: radius)
    }
}

extension Mark {
    package static func fill(_ rect: Rect, _ colour: Colour) -> Mark { .fill(.rect(rect), colour) }

    package static func rule(from start: Point, to end: Point, width: Points, _ colour: Colour) -> Mark {
        .stroke(.line(from: start, to: end), width: width, colour)
    }
}

/// Something that marks are drawn on.
package protocol Canvas: ~Copyable {
    /// Draws a mark of an element of the structure; what belongs to none is an artifact. Pictures have no structure.
    mutating func draw(_ mark: Mark, as element: StructureElement?)
}

extension Canvas where Self: ~Copyable {
    package mutating func draw(_ mark: Mark) { draw(mark, as: .artifact) }
}
