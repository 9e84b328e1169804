import Drawing
import Theme
import Typesetting

/// One sheet of paper with its tile: the part of the poster at its real size, ticks where it is cut and where its neighbours
/// lie, and what it is called.
struct TilePage {
    let tile: TilePlan.Tile
    let plan: TilePlan
    let poster: Frame
    let theme: Theme

    private static let tick = (gap: Points.millimetres(0.8), length: Points.millimetres(3.6))
    private static let labelSize: Points = 7

    func frame(_ setter: inout TextSetter) -> Frame {
        var page = Frame(size: plan.paper)
        page.items.append(Placed(.begin(.move(-shift.x, -shift.y), clip: .rect(tile.rect)), as: .artifact))
        page.items += poster.part(in: tile.rect)
        page.items += steps
        page.items.append(Placed(.end, as: .artifact))
        page.items += ticks + label(&setter)
        return page
    }

    /// From the paper to the sheet.
    private var shift: Point { Point(x: tile.rect.x - TilePlan.margin, y: tile.rect.y - TilePlan.margin) }

    private var image: Rect { tile.rect.moved(by: -shift.x, -shift.y) }

    /// Along the edges that are cut, and at those that are glued, where the next tile's edge will lie.
    private var ticks: [Placed] {
        var ticks: [Placed] = []
        func add(_ start: Point, _ dx: Points, _ dy: Points, _ colour: Colour) {
            let from = start.moved(by: dx * Self.tick.gap, dy * Self.tick.gap)
            let to = from.moved(by: dx * Self.tick.length, dy * Self.tick.length)
            ticks.append(Placed(.rule(from: from, to: to, width: 0.5, colour), as: .artifact))
        }
        for (seam, colour) in [(tile.left, theme.colours.ink), (tile.right, theme.colours.grey)] {
            guard let seam else { continue }
            add(Point(x: seam.position(at: tile.rect.y) - shift.x, y: image.y), 0, -1, colour)
            add(Point(x: seam.position(at: tile.rect.maxY) - shift.x, y: image.maxY), 0, 1, colour)
        }
        for (seam, colour) in [(tile.top, theme.colours.ink), (tile.bottom, theme.colours.grey)] {
            guard let seam else { continue }
            add(Point(x: image.x, y: seam.position(at: tile.rect.x) - shift.y), -1, 0, colour)
            add(Point(x: image.maxX, y: seam.position(at: tile.rect.maxX) - shift.y), 1, 0, colour)
        }
        return ticks
    }

    /// Stepped seams that are cut are drawn: white below, so that they are seen on any ground.
    private var steps: [Placed] {
        let lines = [(tile.left, true), (tile.top, false)].compactMap { seam, isUpright in
            seam.flatMap { $0.isStraight ? nil : $0.path(isUpright: isUpright) }
        }
        return lines.flatMap { path in
            [
                Placed(.stroke(path, width: 1.2, theme.colours.paper), as: .artifact),
                Placed(.stroke(path.dashed(on: 4, off: 3), width: 0.5, theme.colours.ink), as: .artifact),
            ]
        }
    }

    private func label(_ setter: inout TextSetter) -> [Placed] {
        let sides = [(tile.left, "左边"), (tile.top, "上边")].filter { $0.0 != nil }.map(\.1)
        let flaps = [(tile.right, "右边"), (tile.bottom, "下边")].filter { $0.0 != nil }.map(\.1)
        var text = "第 \(tile.row) 行第 \(tile.column) 列，共 \(plan.tiles.count) 张"
        if !sides.isEmpty { text += "　裁：" + sides.joined(separator: "、") }
        if !flaps.isEmpty { text += "　涂胶：" + flaps.joined(separator: "、") }
        let name = setter.line(
            tile.label, TypeStyle(font: .textBold, size: Self.labelSize * 1.3, colour: theme.colours.ink))
        let words = setter.line(text, TypeStyle(font: .text, size: Self.labelSize, colour: theme.colours.ink))
        let origin = Point(x: image.x + .millimetres(8), y: image.maxY + .millimetres(1))
        return name.placed(at: origin, as: .artifact)
            + words.placed(
                at: origin.moved(by: name.width + .millimetres(3), Self.labelSize * 0.2), as: .artifact)
    }

    /// What labels say, for cutting fonts.
    static let words = "ABCDEFGHIJKLMNOPQRSTUVWXYZ第行列共张裁左右上下边涂胶，、：　"
}

extension Seam {
    /// The line on the sheet; `isUpright` for seams from top to bottom.
    func path(isUpright: Bool) -> Path {
        func point(_ position: Points, _ place: Points) -> Point {
            isUpright ? Point(x: position, y: place) : Point(x: place, y: position)
        }
        var elements: [Path.Element] = []
        for part in parts {
            let start = point(part.position, part.from)
            elements.append(elements.isEmpty ? .move(start) : .line(start))
            elements.append(.line(point(part.position, part.to)))
        }
        return Path(elements)
    }
}

extension Path {
    /// Straight lines as dashes.
    func dashed(on: Points, off: Points) -> Path {
        var dashes = Path()
        var (last, left, isOn) = (Point.zero, on, true)
        for element in elements {
            switch element {
            case .move(let point):
                (last, left, isOn) = (point, on, true)
                dashes.elements.append(.move(point))
            case .line(let point):
                var rest = ((point.x - last.x) * (point.x - last.x) + (point.y - last.y) * (point.y - last.y))
                    .squareRoot()
                while rest > 0 {
                    let step = min(left, rest)
                    let part = step / rest
                    last = last.moved(by: (point.x - last.x) * part, (point.y - last.y) * part)
                    dashes.elements.append(isOn ? .line(last) : .move(last))
                    (rest, left) = (rest - step, left - step)
                    if left <= 0 {
                        isOn.toggle()
                        left = isOn ? on : off
                        dashes.elements.append(.move(last))
                    }
                }
            case .curve, .close: continue
            }
        }
        return dashes
    }
}

extension Frame {
    /// The items that may show in a part of the frame, in order; links lead nowhere on paper.
    func part(in rect: Rect) -> [Placed] {
        var depth = 0
        return items.filter { item in
            switch item.mark {
            case .begin:
                depth += 1
                return true
            case .end:
                depth -= 1
                return true
            case .link, .destination: return false
            // Marks inside a group stand in the group's own coordinates.
            default: return depth > 0 || item.mark.extent.overlaps(rect)
            }
        }
    }
}

extension Mark {
    /// A rectangle that the mark does not leave.
    fileprivate var extent: Rect {
        switch self {
        case .fill(let path, _): path.bounds.inset(by: -0.1)
        case .stroke(let path, let width, _): path.bounds.inset(by: -width)
        case .glyphs(let run, let origin):
            Rect(around: run.glyphs.map { origin.moved(by: $0.x, $0.y) } + [origin]).inset(by: -1.5 * run.size)
        case .bitmap(_, let rect), .art(_, let rect): rect
        case .link, .destination, .begin, .end: Rect(size: Size(width: 0, height: 0))
        }
    }
}
