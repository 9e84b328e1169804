import Drawing
import Typesetting

/// What no seam may cut: the ink of a character, or a code that a phone must read.
struct ProtectedBox: Hashable {
    /// On the sheet.
    var rect: Rect
    /// The line of text that the character stands in; a code's payload.
    var text: String
    var isCode = false

    /// Every character and code of a sheet.
    static func all(of frame: Frame, fonts: FontBook) -> [ProtectedBox] {
        var boxes: [ProtectedBox] = []
        var groups: [Transform] = [.move(0, 0)]
        for item in frame.items {
            let placed = groups[groups.count - 1]
            switch item.mark {
            case .begin(let transform, _): groups.append(transform.map { placed.applied(after: $0) } ?? placed)
            case .end: if groups.count > 1 { groups.removeLast() }
            case .glyphs(let run, let origin):
                for rect in run.inkBoxes(at: origin, fonts: fonts) {
                    boxes.append(ProtectedBox(rect: placed.bounds(of: rect), text: run.string))
                }
            case .fill(let path, _):
                guard case .figure(let alternative) = item.element?.kind else { continue }
                boxes.append(ProtectedBox(rect: placed.bounds(of: path.bounds), text: alternative, isCode: true))
            case .bitmap(_, let rect):
                guard case .figure(let alternative) = item.element?.kind else { continue }
                boxes.append(ProtectedBox(rect: placed.bounds(of: rect), text: alternative, isCode: true))
            default: continue
            }
        }
        return boxes
    }
}

extension GlyphRun {
    /// Where the ink of each character is, clusters without ink left out.
    func inkBoxes(at origin: Point, fonts: FontBook) -> [Rect] {
        var boxes: [Rect] = []
        var first = 0
        for cluster in clusters {
            var box: Rect?
            for glyph in glyphs[first..<first + Int(cluster.glyphs)] {
                guard let across = fonts.ink(of: glyph.id, in: face), let down = fonts.inkDown(of: glyph.id, in: face)
                else { continue }
                let ink = Rect(
                    x: origin.x + glyph.x + across.lowerBound * size,
                    y: origin.y + glyph.y + (down.lowerBound - EmBox.ascent) * size,
                    width: (across.upperBound - across.lowerBound) * size,
                    height: (down.upperBound - down.lowerBound) * size)
                box = box?.union(ink) ?? ink
            }
            first += Int(cluster.glyphs)
            if let box { boxes.append(box) }
        }
        return boxes
    }
}

extension Transform {
    /// First the other, then this.
    func applied(after first: Transform) -> Transform {
        Transform(
            xx: xx * first.xx + xy * first.yx, yx: yx * first.xx + yy * first.yx,
            xy: xx * first.xy + xy * first.yy, yy: yx * first.xy + yy * first.yy,
            dx: xx * first.dx + xy * first.dy + dx, dy: yx * first.dx + yy * first.dy + dy)
    }

    func point(_ p: Point) -> Point { Point(x: xx * p.x + xy * p.y + dx, y: yx * p.x + yy * p.y + dy) }

    /// The upright rectangle around a rectangle's image.
    func bounds(of rect: Rect) -> Rect {
        let corners = [
            rect.origin, Point(x: rect.maxX, y: rect.y), Point(x: rect.x, y: rect.maxY),
            Point(x: rect.maxX, y: rect.maxY),
        ]
        return Rect(around: corners.map(point))
    }
}

extension Rect {
    /// The smallest that holds all points; empty at the origin without any.
    init(around points: [Point]) {
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
        self.init(x: left, y: top, width: (xs.max() ?? left) - left, height: (ys.max() ?? top) - top)
    }
}

extension Path {
    /// The rectangle around all points, control points too: a curve never leaves it.
    var bounds: Rect {
        Rect(
            around: elements.flatMap { element -> [Point] in
                switch element {
                case .move(let p), .line(let p): [p]
                case .curve(let a, let b, let c): [a, b, c]
                case .close: []
                }
            })
    }
}
