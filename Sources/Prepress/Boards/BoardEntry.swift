import Campaign
import Diagnostics
import Drawing
import Edition
import Theme
import Typesetting

/// One place of the board plan: at the left its board to scale, at the right what hangs there.
struct BoardEntry {
    let hung: BoardPlan.Hung
    let plan: BoardPlan
    let pictures: BoardPictures

    struct Entry {
        var items: [Placed]
        var height: Points
        var diagnostics: [Diagnostic] = []
    }

    private static let picture = Size(width: .millimetres(60), height: .millimetres(40))
    private static let gutter: Points = 16
    private static let padding: Points = 11
    private static let leading: Points = 14
    private static let size: Points = 9
    /// Wide enough that a number is not read as the beginning of the title.
    private static let numberColumn: Points = 34

    func set(width: Points, by setter: inout Typesetter) -> Entry {
        var entry = Entry(items: [], height: 0)
        let x = Self.picture.width + Self.gutter
        // The name is read before the picture.
        let text = text(from: x, to: width, by: &setter, into: &entry.items)
        let drawing = drawing(&entry, by: &setter)
        entry.height = max(drawing, text) + 2 * Self.padding
        return entry
    }

    // MARK: The board

    /// Draws the board; its height. Sheets that do not fit are reported.
    private func drawing(_ entry: inout Entry, by setter: inout Typesetter) -> Points {
        let board = hung.board
        let scale = min(Self.picture.width / board.area.width, Self.picture.height / board.area.height)
        let ground = Rect(
            x: 0, y: Self.padding, width: board.area.width * scale, height: board.area.height * scale)
        let colours = setter.colours
        let tint = colours.tint("grey", 0.16) ?? colours.paper
        entry.items.append(Placed(.fill(ground, tint), as: .artifact))
        let sheets = hung.posters.flatMap { poster in
            (0..<(hung.isScreen ? 1 : pictures.sheets(of: poster))).map { (poster: poster, number: $0) }
        }
        let places =
            hung.isScreen
            ? screenPlaces(sheets.map(\.poster.sheet))
            : BoardLayout.places(of: sheets.map(\.poster.sheet), on: board.area)
        if let places {
            for (sheet, place) in zip(sheets, places) {
                let rect = Rect(
                    x: ground.x + place.x * scale, y: ground.y + place.y * scale, width: place.width * scale,
                    height: place.height * scale)
                add(sheet.poster, sheet: sheet.number, in: rect, by: &setter, to: &entry.items)
            }
        } else {
            entry.diagnostics.append(
                Diagnostic(
                    .boardFull, at: board.place,
                    ["place": .init(board.name), "size": .init(board.size), "count": .init("\(sheets.count)")]))
        }
        entry.items.append(Placed(.stroke(.rect(ground), width: 0.6, colours.ink), as: .artifact))
        return ground.height
    }

    /// Pictures follow each other on a screen; the plan shows them side by side, each as high as the screen allows.
    private func screenPlaces(_ sheets: [Size]) -> [Rect] {
        let area = hung.board.area
        let width = area.width / Double(max(1, sheets.count))
        return sheets.enumerated().map { index, sheet in
            let scale = min(width * 0.94 / sheet.width, area.height * 0.94 / sheet.height)
            let size = Size(width: sheet.width * scale, height: sheet.height * scale)
            return Rect(
                x: (Double(index) + 0.5) * width - size.width / 2, y: (area.height - size.height) / 2,
                width: size.width, height: size.height)
        }
    }

    private func add(
        _ poster: PosterContext, sheet: Int, in rect: Rect, by setter: inout Typesetter, to items: inout [Placed]
    ) {
        let colours = setter.colours
        if sheet == 0, let picture = pictures.picture(of: poster) {
            items.append(Placed(.bitmap(picture, rect), as: StructureElement(.figure(alternative: poster.title))))
        } else {
            items.append(Placed(.fill(rect, colours.paper), as: .artifact))
            let size = min(12, rect.height * 0.4)
            setter.line(
                "\(sheet + 1)", .text, size, colours.grey,
                at: Point(x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 + size * 0.36), align: .centre,
                role: .artifact, into: &items)
        }
        items.append(Placed(.stroke(.rect(rect), width: 0.3, colours.grey), as: .artifact))
    }

    // MARK: The words

    private func text(from x: Points, to right: Points, by setter: inout Typesetter, into items: inout [Placed])
        -> Points
    {
        let board = hung.board
        let colours = setter.colours
        var y = Self.padding
        func box(_ left: Points, _ end: Points) -> Rect { Rect(x: left, y: y, width: end - left, height: 0) }
        y += setter.lines(
            board.name, .textBold, 12.5, colours.ink, leading: 18, in: box(x, right), role: .heading(2), into: &items)
        let facts = [board.kind.rawValue, board.size, "\(board.quantity) 块"] + (board.unit.map { [$0] } ?? [])
        y += setter.lines(
            facts.joined(separator: "，"), .text, Self.size, colours.grey, leading: Self.leading, in: box(x, right),
            into: &items)
        y += 4
        if hung.posters.isEmpty {
            y += setter.lines(
                BoardWords.nothing, .text, Self.size, colours.grey, leading: Self.leading, in: box(x, right),
                into: &items)
        }
        let sizeColumn = right - 128
        let table = StructureElement(.table)
        for poster in hung.posters {
            let row = StructureElement(.row, in: table)
            func cell() -> StructureElement { StructureElement(.cell(isHeader: false), in: row) }
            let base = y + EmBox.baseline(leading: Self.leading, size: Self.size)
            let number = plan.number(of: poster).map { plan.label(ofNumber: $0) } ?? ""
            if !hung.isScreen {
                setter.line(
                    number, .textBold, Self.size, colours.red, at: Point(x: x, y: base), role: cell(), into: &items)
            }
            let height = setter.lines(
                poster.title, .text, Self.size, colours.ink, leading: Self.leading,
                in: box(x + Self.numberColumn, sizeColumn - 8),
                role: cell(), into: &items)
            setter.line(
                poster.ref.size, .text, Self.size, colours.ink, at: Point(x: sizeColumn, y: base), role: cell(),
                into: &items)
            setter.line(
                amount(of: poster), .text, Self.size, colours.ink, at: Point(x: right, y: base), align: .right,
                role: cell(), into: &items)
            y += height
        }
        sign(from: x, to: right, at: y + 16, by: &setter, into: &items)
        return y + 18 - Self.padding
    }

    /// Two lines to write on: who put it up, and when.
    private func sign(
        from x: Points, to right: Points, at base: Points, by setter: inout Typesetter, into items: inout [Placed]
    ) {
        let colours = setter.colours
        let middle = x + (right - x) * 0.6
        for (word, left, end) in [(BoardWords.signature, x, middle - 10), (BoardWords.date, middle, right)] {
            let width = setter.line(word, .text, 8, colours.grey, at: Point(x: left, y: base), into: &items)
            let rule = Mark.rule(
                from: Point(x: left + width + 4, y: base + 1), to: Point(x: end, y: base + 1), width: 0.4, colours.grey)
            items.append(Placed(rule, as: .artifact))
        }
    }

    private func amount(of poster: PosterContext) -> String {
        if hung.isScreen { return BoardWords.shown }
        let sheets = pictures.sheets(of: poster)
        return sheets > 1 ? "\(hung.board.quantity) 份，每份 \(sheets) 张" : "\(hung.board.quantity) 份"
    }
}
