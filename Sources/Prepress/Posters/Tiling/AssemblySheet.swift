import Drawing
import Theme
import Typesetting

/// The first page of a tiled poster: a small picture of the whole with the seams and labels, how to cut and paste, and a line
/// of 100 mm that shows whether the printer kept the size.
struct AssemblySheet {
    let plan: TilePlan
    let poster: Frame
    let title: String
    /// The paper's name.
    let paperName: String
    /// Upright.
    let paper: Size
    let theme: Theme

    private static let margin = Points.millimetres(15)
    private static let steps = [
        "打印时缩放选“实际大小”或 100%。量一量最下面的线段，应当正好 100 毫米。",
        "按编号摆好：字母是行，从上到下；数字是列，从左到右。",
        "标着“裁”的边，沿纸边两条黑短线之间裁开；图上有虚线的，沿虚线裁。别的边不裁。",
        "先拼每一行：标着“涂胶”的边涂胶水，后一张压在前一张上，边对准灰短线。",
        "再把各行上下拼起来，下一行压在上一行上。",
    ]

    func frame(_ setter: inout TextSetter) -> Frame {
        var page = Frame(size: paper)
        let colours = theme.colours
        let width = paper.width - 2 * Self.margin
        let head = setter.line("拼接图", TypeStyle(font: .headline, size: 22, colour: colours.red))
        page.items += head.placed(at: Point(x: Self.margin, y: Self.margin), as: .heading(1))
        let name = named(width - head.width - .millimetres(8), &setter)
        page.items += name.placed(
            at: Point(x: paper.width - Self.margin - name.width, y: Self.margin + 10), as: .paragraph)

        let room = Rect(
            x: Self.margin, y: Self.margin + .millimetres(14), width: width, height: paper.height * 0.53)
        page.items += picture(in: room, &setter)
        page.items += instructions(from: room.maxY + .millimetres(8), &setter)
        page.items += ruler(&setter)
        return page
    }

    /// The poster's title, as much of it as there is room for.
    private func named(_ room: Points, _ setter: inout TextSetter) -> SetText {
        let style = TypeStyle(font: .text, size: 10, colour: theme.colours.grey)
        var text = title
        var set = setter.line(text, style)
        while set.width > room, text.count > 1 {
            text.removeLast()
            set = setter.line(text + "……", style)
        }
        return set
    }

    private func picture(in room: Rect, _ setter: inout TextSetter) -> [Placed] {
        let scale = min(room.width / plan.sheet.width, room.height / plan.sheet.height)
        let size = Size(width: plan.sheet.width * scale, height: plan.sheet.height * scale)
        let origin = Point(x: room.x + (room.width - size.width) / 2, y: room.y + (room.height - size.height) / 2)
        var items = [
            Placed(
                .begin(Transform.scale(scale).moved(by: origin.x, origin.y), clip: .rect(Rect(size: plan.sheet))),
                as: .artifact)
        ]
        items += poster.part(in: Rect(size: plan.sheet))
        for path in seams {
            items.append(Placed(.stroke(path, width: 2.4 / scale, theme.colours.paper), as: .artifact))
            items.append(Placed(.stroke(path, width: 1 / scale, theme.colours.ink), as: .artifact))
        }
        items.append(Placed(.end, as: .artifact))
        items.append(
            Placed(.stroke(.rect(Rect(origin: origin, size: size)), width: 0.5, theme.colours.grey), as: .artifact))
        for tile in plan.tiles {
            let middle = Point(
                x: origin.x + (tile.rect.x + tile.rect.width / 2) * scale,
                y: origin.y + (tile.rect.y + tile.rect.height / 2) * scale)
            items += label(
                tile.label, at: middle, radius: min(11, min(tile.rect.width, tile.rect.height) * scale * 0.4), &setter)
        }
        return items
    }

    /// Every seam as it runs on the sheet, those between tiles from their row's upper seam to its lower one.
    private var seams: [Path] {
        var paths: [Path] = []
        for tile in plan.tiles {
            if tile.column == 1, let top = tile.top { paths.append(top.path(isUpright: false)) }
            guard let left = tile.left, let first = left.parts.first, let last = left.parts.last else { continue }
            let seen = left.stretched(
                from: tile.top?.position(at: first.position) ?? 0,
                to: tile.bottom?.position(at: last.position) ?? plan.sheet.height)
            paths.append(seen.path(isUpright: true))
        }
        return paths
    }

    private func label(_ text: String, at middle: Point, radius: Points, _ setter: inout TextSetter) -> [Placed] {
        let set = setter.line(text, TypeStyle(font: .textBold, size: radius * 0.85, colour: theme.colours.ink))
        let disc = Path.circle(centre: middle, radius: radius)
        return [
            Placed(.fill(disc, theme.colours.paper), as: .artifact),
            Placed(.stroke(disc, width: 0.75, theme.colours.ink), as: .artifact),
        ] + set.placed(at: middle.moved(by: -set.width / 2, -radius * 0.85 * 0.52), as: .artifact)
    }

    private func instructions(from top: Points, _ setter: inout TextSetter) -> [Placed] {
        let sides = [plan.sheet.width, plan.sheet.height].map { Decimal.text($0.inMillimetres, places: 0) }
        let count = setter.line(
            "共 \(plan.tiles.count) 张 \(paperName) 纸，拼成 \(sides[0])×\(sides[1]) 毫米",
            TypeStyle(font: .textBold, size: 12, colour: theme.colours.ink))
        var items = count.placed(at: Point(x: Self.margin, y: top), as: .heading(2))
        var y = top + 12 * 1.9
        let style = TypeStyle(font: .text, size: 10, colour: theme.colours.ink, leading: 1.5)
        let indent: Points = 16
        let list = StructureElement(.list(isOrdered: true))
        for (index, step) in Self.steps.enumerated() {
            let item = StructureElement(.listItem, in: list)
            items += setter.line("\(index + 1).", style.font(.textBold)).placed(
                at: Point(x: Self.margin, y: y), as: StructureElement(.label, in: item))
            let set = setter.text(step, style, width: paper.width - 2 * Self.margin - indent)
            items += set.placed(at: Point(x: Self.margin + indent, y: y), as: StructureElement(.listBody, in: item))
            y += set.height + 6
        }
        return items
    }

    private func ruler(_ setter: inout TextSetter) -> [Placed] {
        let (length, y) = (Points.millimetres(100), paper.height - Self.margin)
        func line(_ a: Point, _ b: Point) -> Placed {
            Placed(.rule(from: a, to: b, width: 0.5, theme.colours.ink), as: .artifact)
        }
        let x = Self.margin
        var items = [line(Point(x: x, y: y), Point(x: x + length, y: y))]
        for part in 0...10 {
            let at = x + length * Double(part) / 10
            items.append(line(Point(x: at, y: y - (part % 10 == 0 ? 8 : part == 5 ? 6 : 4)), Point(x: at, y: y)))
        }
        let text = setter.line("100 毫米", TypeStyle(font: .text, size: 8, colour: theme.colours.ink))
        return items + text.placed(at: Point(x: x + length + 6, y: y - 8), as: .caption)
    }

    /// What the sheet says, for cutting fonts.
    static let words = steps.joined() + "拼接图……共张纸成×毫米"
}
