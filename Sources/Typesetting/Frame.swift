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
        for item in items { canvas.draw(item.mark) }
    }

    /// Puts another frame's items at a place in this one.
    package mutating func add(_ others: [Placed], at offset: Point = .zero) {
        if offset == .zero {
            items += others
        } else if others.contains(where: \.mark.isGroup) {
            // Marks inside a group stand in the group's own coordinates: all is moved as one.
            items.append(Placed(.begin(.move(offset.x, offset.y), clip: nil), as: .artifact))
            items += others
            items.append(Placed(.end, as: .artifact))
        } else {
            items += others.map { $0.moved(by: offset.x, offset.y) }
        }
    }
}

/// A mark and what it is in the structure of the document.
package struct Placed: Sendable {
    package var mark: Mark
    package var role: Role

    package init(_ mark: Mark, as role: Role) {
        self.mark = mark
        self.role = role
    }

    /// What readers of the structure are told; `artifact` is passed over in silence.
    package enum Role: Hashable, Sendable {
        case artifact, paragraph, listItem, marker, quote, notice, code, caption
        case heading(Int)
        case cell(header: Bool)
        case figure(alternative: String)
    }

    func moved(by dx: Points, _ dy: Points) -> Placed { Placed(mark.moved(by: dx, dy), as: role) }
}

extension Mark {
    var isGroup: Bool {
        if case .begin = self { true } else { false }
    }

    /// The same mark at another place; not for the marks of groups, which `Frame.add` moves whole.
    func moved(by dx: Points, _ dy: Points) -> Mark {
        switch self {
        case .fill(let path, let colour): .fill(path.moved(by: dx, dy), colour)
        case .stroke(let path, let width, let colour): .stroke(path.moved(by: dx, dy), width: width, colour)
        case .glyphs(let run, let origin): .glyphs(run, at: origin.moved(by: dx, dy))
        case .bitmap(let bitmap, let rect): .bitmap(bitmap, rect.moved(by: dx, dy))
        case .art(let art, let rect): .art(art, rect.moved(by: dx, dy))
        case .link(let rect, let target): .link(rect.moved(by: dx, dy), to: target)
        case .destination(let name, let point): .destination(name, at: point.moved(by: dx, dy))
        case .begin, .end: self
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
