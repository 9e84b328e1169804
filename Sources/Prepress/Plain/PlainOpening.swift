import Drawing
import Settings
import Theme
import Typesetting

/// What stands above the text on the first page: the title, and in official documents with an issuer and a number the red
/// head (GB/T 9704 §7.2).
struct PlainOpening {
    let document: PlainDocument
    let design: PlainDesign

    struct Set {
        var items: [Placed]
        /// Whole lines of the grid, so that the text below stands on it.
        var height: Points
    }

    /// Above vertical text the title stands at the right, its lines from top to bottom as those of the text: set lying, and turned.
    func set(by setter: inout Typesetter) -> Set {
        let page = design.page
        let area = design.isVertical ? design.area(ofPage: 1).lying(onWidth: page.width) : design.area(ofPage: 1)
        var items: [Placed] = []
        var y = area.y
        if design.style == .official, let issuer = document.issuer, let number = document.number {
            y = redHead(issuer, number, in: area, by: &setter, into: &items)
        }
        y = title(in: area, from: y, by: &setter, into: &items)
        if design.style == .book, let issuer = document.issuer {
            y += design.leading * 0.5
            y += centred(issuer, .serif, design.em, leading: design.leading, in: area, top: y, &setter, &items)
        }
        let used = y - area.y + design.leading
        let most = (area.height / design.leading).rounded(.down) - 3
        let height = min((used / design.leading - 1e-6).rounded(.up), most) * design.leading
        if design.isVertical {
            items = Frame(size: Size(width: page.height, height: page.width), items: items).turned().items
        }
        return Set(items: items, height: max(0, height))
    }

    /// 二号 in official documents, two em in books.
    private func title(
        in area: Rect, from top: Points, by setter: inout Typesetter, into items: inout [Placed]
    ) -> Points {
        let size = design.style == .official ? 22 : design.em * 2
        // Between words, as few lines as hold it.
        let lines = TitleLines(document.title).divided(
            for: Size(width: area.width, height: area.height), leading: 1.5, largest: size, mostLines: 6)
        var y = top
        let role = StructureElement.heading(1)
        for line in lines.isEmpty ? [document.title] : lines {
            y += centred(
                line, .headline, size, leading: size * 1.5, in: area, top: y, &setter, &items, role: role)
        }
        return y
    }

    /// The issuer's name 35 mm below the type area's edge, two lines down the number, 4 mm below it the rule.
    private func redHead(
        _ issuer: String, _ number: String, in area: Rect, by setter: inout Typesetter, into items: inout [Placed]
    ) -> Points {
        let name = issuer.hasSuffix("文件") ? issuer : issuer + "文件"
        let natural = setter.paragraph(name, .headline, 1, PlainDesign.red).naturalWidth
        let size = min(45, area.width / max(natural, 1) * 0.98)
        let top = area.y + .millimetres(35) * design.page.height / .millimetres(297)
        setter.line(
            name, .headline, size, PlainDesign.red, at: Point(x: area.x + area.width / 2, y: top + EmBox.ascent * size),
            align: .centre, into: &items)
        let numberTop = top + size + design.leading * 1.5
        setter.line(
            number, .serif, design.em, PlainDesign.ink,
            at: Point(x: area.x + area.width / 2, y: numberTop + EmBox.ascent * design.em), align: .centre,
            into: &items)
        let rule = numberTop + design.em + .millimetres(4)
        items.append(
            Placed(
                .rule(
                    from: Point(x: area.x, y: rule), to: Point(x: area.maxX, y: rule), width: 1.5, PlainDesign.red),
                as: .artifact))
        return rule + 2 * design.leading
    }

    /// Lines in the middle of the area; their height.
    private func centred(
        _ text: String, _ face: FontRole, _ size: Points, leading: Points, in area: Rect, top: Points,
        _ setter: inout Typesetter, _ items: inout [Placed], role: StructureElement? = .paragraph
    ) -> Points {
        let paragraph = setter.paragraph(
            text, face, size, PlainDesign.ink, align: .centred, leading: leading, keepsPhrases: true,
            isVertical: design.isVertical)
        let lines = paragraph.broken(to: area.width)
        for (index, line) in lines.enumerated() {
            let baseline = top + Double(index) * leading + EmBox.baseline(leading: leading, size: size)
            items += paragraph.marks(of: line, at: Point(x: area.x, y: baseline), role: role)
        }
        return Double(lines.count) * leading
    }
}

/// The number at the foot: in the middle of a book's page; in official documents 四号 between dashes, at the right of odd
/// pages and the left of even ones, an em from the edge (GB/T 9704 §7.5).
struct PageNumber {
    let design: PlainDesign

    func items(page: Int, by setter: inout Typesetter) -> [Placed] {
        var items: [Placed] = []
        let area = design.area(ofPage: page)
        if design.style == .book {
            let size = design.em * 0.85
            setter.line(
                "\(page)", .serif, size, PlainDesign.ink,
                at: Point(x: area.x + area.width / 2, y: area.maxY + design.leading + size), align: .centre,
                role: .artifact, into: &items)
            return items
        }
        let size = 14.0
        let isOdd = page % 2 == 1
        let x = isOdd ? area.maxX - size : area.x + size
        let y = area.maxY + .millimetres(7) * design.page.height / .millimetres(297) + EmBox.ascent * size
        setter.line(
            "— \(page) —", .serif, size, PlainDesign.ink, at: Point(x: x, y: y), align: isOdd ? .right : .left,
            role: .artifact, into: &items)
        return items
    }
}

extension DateText {
    var iso: String { "\(year)-\(Self.padded(month))-\(Self.padded(day))" }
    var chinese: String { "\(year)年\(month)月\(day)日" }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
