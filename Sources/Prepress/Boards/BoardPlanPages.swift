import Campaign
import Diagnostics
import Drawing
import Edition
import Theme
import Typesetting

/// board-plan.pdf: for those who put the posters up, every place with its board drawn to scale, what hangs where on it, and
/// lines to sign. It names offices, not persons.
struct BoardPlanPages: Sendable {
    let plan: BoardPlan
    let edition: Edition
    let theme: Theme

    struct Made {
        var bytes: [UInt8]
        var pages: Int
        var diagnostics: [Diagnostic]
    }

    private static let page = Size(width: .millimetres(210), height: .millimetres(297))
    private static let margin = Points.millimetres(18)
    private static var area: Rect { Rect(size: page).inset(by: margin) }
    /// From the foot's baseline to the last entry.
    private static let footRoom: Points = 26

    func made(with pictures: BoardPictures, fonts: FontBook) throws -> Made {
        var setter = Typesetter(fonts: fonts, colours: theme.colours)
        let entries = plan.boards.map {
            BoardEntry(hung: $0, plan: plan, pictures: pictures).set(width: Self.area.width, by: &setter)
        }
        let frames = frames(of: entries, by: &setter)
        var canvas = PDFCanvas(
            fonts: fonts,
            metadata: PDFMetadata(
                title: "\(edition.short)\(BoardWords.title)", author: edition.organiser, subject: edition.theme.line,
                date: edition.period.from.iso))
        for frame in frames {
            canvas.begin(page: frame.size)
            frame.draw(on: &canvas)
        }
        canvas.setOutline([.init(title: BoardWords.title, level: 1, page: 1)])
        let boxes = [PageBoxes(uncut: Self.page.width, by: Self.page.height)]
        let bytes = try canvas.finish().file(PDFFinishing(language: "zh-CN", boxes: boxes))
        return Made(
            bytes: bytes, pages: frames.count, diagnostics: entries.flatMap(\.diagnostics) + setter.report.diagnostics)
    }

    /// Entries below each other, none divided; a head on the first page, a foot on every one.
    private func frames(of entries: [BoardEntry.Entry], by setter: inout Typesetter) -> [Frame] {
        var frames = [Frame(size: Self.page)]
        let area = Self.area
        let bottom = area.maxY - Self.footRoom
        var y = head(in: area, by: &setter, into: &frames[0].items)
        for entry in entries {
            if y + entry.height > bottom, y > area.y {
                frames.append(Frame(size: Self.page))
                y = area.y
            }
            let rule = Mark.rule(
                from: Point(x: area.x, y: y), to: Point(x: area.maxX, y: y), width: 0.35, setter.colours.grey)
            frames[frames.count - 1].items.append(Placed(rule, as: .artifact))
            frames[frames.count - 1].add(entry.items, at: Point(x: area.x, y: y))
            y += entry.height
        }
        for index in frames.indices {
            foot(ofPage: index + 1, of: frames.count, in: area, by: &setter, into: &frames[index].items)
        }
        return frames
    }

    /// The title, the campaign and the sum of it all; where the first entry begins.
    private func head(in area: Rect, by setter: inout Typesetter, into items: inout [Placed]) -> Points {
        let colours = setter.colours
        setter.line(
            BoardWords.title, .headline, 30, colours.red, at: Point(x: area.x, y: area.y + 27), role: .heading(1),
            into: &items)
        var y = area.y + 42
        y += setter.lines(
            edition.name, .textBold, 11, colours.ink, leading: 17,
            in: Rect(x: area.x, y: y, width: area.width, height: 0), into: &items)
        let boards = plan.boards.reduce(0) { $0 + $1.board.quantity }
        let copies = plan.lines.reduce(0) { $0 + $1.copies }
        y += setter.lines(
            "\(edition.organiser)。\(plan.boards.count) 处点位，\(boards) 块板面，\(plan.lines.count) 种海报，印 \(copies) 份。"
                + BoardWords.howToRead,
            .text, 9, colours.grey, leading: 15, in: Rect(x: area.x, y: y, width: area.width, height: 0), into: &items)
        return y + 10
    }

    private func foot(
        ofPage number: Int, of count: Int, in area: Rect, by setter: inout Typesetter, into items: inout [Placed]
    ) {
        ThemeFoot(line: edition.theme.line, area: area, sheet: BoardWords.title).set(
            leaving: 110, as: number == 1 ? .paragraph : .artifact, by: &setter, into: &items)
        setter.line(
            "第 \(number) 页，共 \(count) 页", .text, 9, setter.colours.grey, at: Point(x: area.maxX, y: area.maxY - 2),
            align: .right, role: .artifact, into: &items)
    }
}

/// What the plan says by itself.
enum BoardWords {
    static let title = "点位张贴计划"
    static let howToRead = "图按比例画，纸从左到右、从上到下挂；编号是印制清单里的序号。"
    static let nothing = "没有安排海报"
    static let signature = "张贴人"
    static let date = "日期"
    static let shown = "放图片"
    static let all = [
        title, howToRead, nothing, signature, date, shown, "处点位，块板面种海报印份页共第张纸幅×", "宣传栏电子屏横幅展架台卡",
    ]
}
