package import Drawing

/// Vertical text (竖排) is set lying, its lines from left to right and below each other, and turned by a quarter clockwise as a
/// whole: then lines run from top to bottom and follow each other from right to left. What is upright stays upright.
extension Frame {
    /// The frame as it is read.
    package func turned() -> Frame {
        let turn = QuarterTurn(width: size.height)
        var result = Frame(size: Size(width: size.height, height: size.width))
        var depth = 0
        for item in items {
            // Marks inside a group stand in the group's own coordinates.
            if case .end = item.mark { depth -= 1 }
            if depth > 0, !item.isUpright {
                result.items.append(item)
            } else {
                result.items += turn.turned(item)
            }
            if case .begin = item.mark { depth += 1 }
        }
        return result
    }
}

extension FrameBox {
    /// The box as its text is set: lying.
    var lying: FrameBox {
        var box = self
        box.sheet = Size(width: sheet.height, height: sheet.width)
        box.area = area.lying(onWidth: sheet.width)
        return box
    }
}

extension Rect {
    /// The rectangle on a sheet of this width as its vertical text is set: lying.
    package func lying(onWidth sheet: Points) -> Rect { Rect(x: y, y: sheet - maxX, width: height, height: width) }
}

/// From a lying frame to the sheet: x′ = width − y, y′ = x.
struct QuarterTurn {
    /// Of the sheet.
    let width: Points

    func turned(_ point: Point) -> Point { Point(x: width - point.y, y: point.x) }

    func turned(_ rect: Rect) -> Rect {
        Rect(x: width - rect.maxY, y: rect.x, width: rect.height, height: rect.width)
    }

    private func turned(_ path: Path) -> Path {
        Path(
            path.elements.map { element in
                switch element {
                case .move(let p): .move(turned(p))
                case .line(let p): .line(turned(p))
                case .curve(let a, let b, let c): .curve(turned(a), turned(b), turned(c))
                case .close: .close
                }
            })
    }

    private func turned(_ transform: Transform?) -> Transform {
        let t = transform ?? .move(0, 0)
        return Transform(xx: -t.yx, yx: t.xx, xy: -t.yy, yy: t.xy, dx: width - t.dy, dy: t.dx)
    }

    func turned(_ item: Placed) -> [Placed] {
        switch item.mark {
        case .fill(let path, let colour): [Placed(.fill(turned(path), colour), as: item.element)]
        case .stroke(let path, let width, let colour):
            [Placed(.stroke(turned(path), width: width, colour), as: item.element)]
        case .glyphs(let run, let origin):
            item.isUpright
                ? [Placed(upright(run, at: origin), as: item.element)]
                : [
                    Placed(.begin(turned(Transform.move(0, 0)), clip: nil), as: item.element), item,
                    Placed(.end, as: item.element),
                ]
        case .bitmap(let bitmap, let rect): [Placed(.bitmap(bitmap, turned(rect)), as: item.element)]
        case .art(let art, let rect): [Placed(.art(art, turned(rect)), as: item.element)]
        case .link(let rect, let target): [Placed(.link(turned(rect), to: target), as: item.element)]
        case .destination(let name, let point): [Placed(.destination(name, at: turned(point)), as: item.element)]
        case .begin(let transform, let clip): [Placed(.begin(turned(transform), clip: clip), as: item.element)]
        case .end: [item]
        }
    }

    /// The em box of upright glyphs reaches 0.88 em above the baseline of the lying line and 0.12 em below it.
    private func upright(_ run: GlyphRun, at origin: Point) -> Mark {
        var run = run
        let left = width - origin.y - (1 - EmBox.ascent) * run.size
        run.glyphs = run.glyphs.map { .init(id: $0.id, x: $0.y, y: $0.x) }
        return .glyphs(run, at: Point(x: left, y: origin.x + EmBox.ascent * run.size))
    }
}
