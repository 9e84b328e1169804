package import Drawing

/// A sheet, a page or a part of one, set: marks with their places. Exporters read frames and never lay out.
package struct Frame: Sendable {
    package var size: Size
    package var items: [Placed]

    package init(size: Size, items: [Placed] = []) {
        self.size = size
        self.items = items
    }

    /// Draws the items in order: what comes later lies above.
    package func draw(on canvas: inout some Canvas & ~Copyable) {
        for item in items { canvas.draw(item.mark, as: item.element) }
    }

    /// Puts another frame's items at a place in this one.
    package mutating func add(_ others: [Placed], at offset: Point = .zero) {
        guard offset != .zero else { return items += others }
        var depth = 0
        for item in others {
            if case .end = item.mark { depth -= 1 }
            // Marks inside a group stand in the group's own coordinates: it is moved as one.
            items.append(depth > 0 ? item : item.moved(by: offset.x, offset.y))
            if case .begin = item.mark { depth += 1 }
        }
    }
}

/// A mark and what it is in the structure of the document.
package struct Placed: Sendable {
    package var mark: Mark
    /// Nil for an artifact.
    package var element: StructureElement?
    /// Glyphs of a vertical line that stay upright when their frame is turned.
    var isUpright: Bool

    package init(_ mark: Mark, as element: StructureElement?) { self.init(mark, as: element, isUpright: false) }

    init(_ mark: Mark, as element: StructureElement?, isUpright: Bool) {
        self.mark = mark
        self.element = element
        self.isUpright = isUpright
    }

    func moved(by dx: Points, _ dy: Points) -> Placed {
        Placed(mark.moved(by: dx, dy), as: element, isUpright: isUpright)
    }
}

extension Mark {
    /// The same mark at another place.
    func moved(by dx: Points, _ dy: Points) -> Mark {
        switch self {
        case .fill(let path, let colour): .fill(path.moved(by: dx, dy), colour)
        case .stroke(let path, let width, let colour): .stroke(path.moved(by: dx, dy), width: width, colour)
        case .glyphs(let run, let origin): .glyphs(run, at: origin.moved(by: dx, dy))
        case .bitmap(let bitmap, let rect): .bitmap(bitmap, rect.moved(by: dx, dy))
        case .art(let art, let rect): .art(art, rect.moved(by: dx, dy))
        case .link(let rect, let target): .link(rect.moved(by: dx, dy), to: target)
        case .destination(let name, let point): .destination(name, at: point.moved(by: dx, dy))
        case .begin(let transform, let clip):
            .begin((transform ?? .move(0, 0)).moved(by: dx, dy), clip: clip)
        case .end: self
        }
    }
}

extension Path {
    func moved(by dx: Points, _ dy: Points) -> Path {
        Path(
            elements.map { element in
                switch element {
                case .move(let p): .move(p.moved(by: dx, dy))
                case .line(let p): .line(p.moved(by: dx, dy))
                case .curve(let a, let b, let c): .curve(a.moved(by: dx, dy), b.moved(by: dx, dy), c.moved(by: dx, dy))
                case .close: .close
                }
            })
    }
}
