/// A length in points, 1/72 inch.
package typealias Points = Double

extension Points {
    /// Millimetres as points.
    package static func millimetres(_ value: Double) -> Points { value * 72 / 25.4 }
    package var inMillimetres: Double { self * 25.4 / 72 }
}

/// From the top left corner, x to the right and y downwards.
package struct Point: Hashable, Sendable {
    package var x: Points
    package var y: Points

    package init(x: Points, y: Points) {
        self.x = x
        self.y = y
    }

    package static let zero = Point(x: 0, y: 0)
    package func moved(by dx: Points, _ dy: Points) -> Point { Point(x: x + dx, y: y + dy) }
}

package struct Size: Hashable, Sendable {
    package var width: Points
    package var height: Points

    package init(width: Points, height: Points) {
        self.width = width
        self.height = height
    }
}

package struct Rect: Hashable, Sendable {
    package var x: Points
    package var y: Points
    package var width: Points
    package var height: Points

    package init(x: Points, y: Points, width: Points, height: Points) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    package init(origin: Point = .zero, size: Size) {
        self.init(x: origin.x, y: origin.y, width: size.width, height: size.height)
    }

    package var origin: Point { Point(x: x, y: y) }
    package var size: Size { Size(width: width, height: height) }
    package var maxX: Points { x + width }
    package var maxY: Points { y + height }

    package func moved(by dx: Points, _ dy: Points) -> Rect { Rect(x: x + dx, y: y + dy, width: width, height: height) }

    /// Whether more than an edge is shared.
    package func overlaps(_ other: Rect) -> Bool {
        min(maxX, other.maxX) - max(x, other.x) > 0.01 && min(maxY, other.maxY) - max(y, other.y) > 0.01
    }

    /// The smallest that holds both.
    package func union(_ other: Rect) -> Rect {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return Rect(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
    }

    /// Smaller by `inset` on every side; a negative inset makes it larger.
    package func inset(by inset: Points) -> Rect {
        Rect(x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset)
    }
}

/// A scale and a move, the same in both directions unless art is turned: x' = xx·x + xy·y + dx.
package struct Transform: Hashable, Sendable {
    package var xx: Double
    package var yx: Double
    package var xy: Double
    package var yy: Double
    package var dx: Points
    package var dy: Points

    package init(xx: Double, yx: Double, xy: Double, yy: Double, dx: Points, dy: Points) {
        self.xx = xx
        self.yx = yx
        self.xy = xy
        self.yy = yy
        self.dx = dx
        self.dy = dy
    }

    package static func move(_ dx: Points, _ dy: Points) -> Transform {
        Transform(xx: 1, yx: 0, xy: 0, yy: 1, dx: dx, dy: dy)
    }

    /// The same, and then a move.
    package func moved(by dx: Points, _ dy: Points) -> Transform {
        Transform(xx: xx, yx: yx, xy: xy, yy: yy, dx: self.dx + dx, dy: self.dy + dy)
    }

    package static func scale(_ factor: Double) -> Transform {
        Transform(xx: factor, yx: 0, xy: 0, yy: factor, dx: 0, dy: 0)
    }

    package func applied(to point: Point) -> Point {
        Point(x: xx * point.x + xy * point.y + dx, y: yx * point.x + yy * point.y + dy)
    }

    /// First the other, then this.
    package func applied(after inner: Transform) -> Transform {
        let origin = applied(to: Point(x: inner.dx, y: inner.dy))
        return Transform(
            xx: xx * inner.xx + xy * inner.yx, yx: yx * inner.xx + yy * inner.yx, xy: xx * inner.xy + xy * inner.yy,
            yy: yx * inner.xy + yy * inner.yy, dx: origin.x, dy: origin.y)
    }

    /// What a rectangle becomes: turned ones exchange their corners.
    package func bounds(of rect: Rect) -> Rect {
        let a = applied(to: rect.origin)
        let b = applied(to: Point(x: rect.maxX, y: rect.maxY))
        return Rect(x: min(a.x, b.x), y: min(a.y, b.y), width: abs(b.x - a.x), height: abs(b.y - a.y))
    }

    /// A quarter turn clockwise around the origin.
    package static let quarterTurn = Transform(xx: 0, yx: 1, xy: -1, yy: 0, dx: 0, dy: 0)
}
