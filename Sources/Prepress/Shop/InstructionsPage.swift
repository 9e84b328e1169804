import Campaign
import Diagnostics
import Drawing
import Edition
import Theme
import Typesetting

/// 印制说明.pdf: on one page what the print shop is to know, and how much of each size and paper there is.
struct InstructionsPage: Sendable {
    let lines: [BoardPlan.Line]
    let edition: Edition
    let theme: Theme

    private static let page = Size(width: .millimetres(210), height: .millimetres(297))
    private static var area: Rect { Rect(size: page).inset(by: .millimetres(20)) }
    private static let leading: Points = 17
    private static let size: Points = 10

    func made(sheets: [Int], fonts: FontBook) throws -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
        var setter = Typesetter(fonts: fonts, colours: theme.colours)
        var frame = Frame(size: Self.page)
        var y = head(by: &setter, into: &frame.items)
        y = rules(from: y, by: &setter, into: &frame.items)
        amounts(sheets, from: y + 12, by: &setter, into: &frame.items)
        foot(by: &setter, into: &frame.items)
        var canvas = PDFCanvas(
            fonts: fonts,
            metadata: PDFMetadata(
                title: "\(edition.short)\(ShopWords.title)", author: edition.organiser, subject: edition.theme.line,
                date: edition.period.from.iso))
        canvas.begin(page: frame.size)
        frame.draw(on: &canvas)
        canvas.setOutline([.init(title: ShopWords.title, level: 1, page: 1)])
        let boxes = [PageBoxes(uncut: Self.page.width, by: Self.page.height)]
        let bytes = try canvas.finish().file(PDFFinishing(language: "zh-CN", boxes: boxes))
        return (bytes, setter.report.diagnostics)
    }

    private func head(by setter: inout Typesetter, into items: inout [Placed]) -> Points {
        let area = Self.area
        setter.line(
            ShopWords.title, .headline, 30, setter.colours.red, at: Point(x: area.x, y: area.y + 27), role: .heading(1),
            into: &items)
        var y = area.y + 44
        y += setter.lines(
            "\(edition.organiser)　\(edition.name)", .textBold, 11, setter.colours.ink, leading: 17,
            in: Rect(x: area.x, y: y, width: area.width, height: 0), into: &items)
        rule(at: y + 8, width: 1, setter.colours.red, into: &items)
        return y + 20
    }

    /// Numbered rules; where they end.
    private func rules(from top: Points, by setter: inout Typesetter, into items: inout [Placed]) -> Points {
        let area = Self.area
        var y = top
        let list = StructureElement(.list(isOrdered: true))
        for (index, text) in ruleTexts.enumerated() {
            let item = StructureElement(.listItem, in: list)
            let base = y + EmBox.baseline(leading: Self.leading, size: Self.size)
            setter.line(
                "\(index + 1)", .headline, 13, setter.colours.red, at: Point(x: area.x, y: base),
                role: StructureElement(.label, in: item),
                into: &items)
            y += setter.lines(
                text, .text, Self.size, setter.colours.ink, leading: Self.leading,
                in: Rect(x: area.x + 22, y: y, width: area.width - 22, height: 0),
                role: StructureElement(.listBody, in: item), into: &items)
            y += 5
        }
        return y
    }

    private var ruleTexts: [String] {
        let fonts = theme.fonts.families.joined(separator: "、")
        return [ShopWords.names, ShopWords.edges]
            + (lines.contains { $0.poster.isLarge } ? [ShopWords.large] : [])
            + [
                "\(ShopWords.colour)红 \(theme.colours.red.hex)，墨 \(theme.colours.ink.hex)，纸色 \(theme.colours.paper.hex)。",
                "\(ShopWords.fonts)\(fonts)。", ShopWords.check,
            ]
    }

    // MARK: How much

    private struct Amount {
        var size: String
        var paper: String
        var kinds = 0
        var copies = 0
        var sheets = 0
    }

    private func amounts(
        _ sheets: [Int], from top: Points, by setter: inout Typesetter, into items: inout [Placed]
    ) {
        var amounts: [Amount] = []
        for (line, count) in zip(lines, sheets) {
            let (size, paper) = (line.poster.ref.size, line.paper)
            let index = amounts.firstIndex { $0.size == size && $0.paper == paper } ?? amounts.count
            if index == amounts.count { amounts.append(Amount(size: size, paper: paper)) }
            amounts[index].kinds += 1
            amounts[index].copies += line.copies
            amounts[index].sheets += line.copies * count
        }
        var y = top
        let table = StructureElement(.table)
        row(ShopWords.header, of: table, at: y, .textBold, isHeader: true, by: &setter, into: &items)
        rule(at: y + Self.leading, width: 0.8, setter.colours.ink, into: &items)
        y += Self.leading + 3
        // What does not fit on the page is in the order.
        let room = Int((Self.area.maxY - 64 - y) / Self.leading) - 1
        for amount in amounts.prefix(max(0, room)) {
            let cells = [amount.size, amount.paper, "\(amount.kinds)", "\(amount.copies)", "\(amount.sheets)"]
            row(cells, of: table, at: y, .text, by: &setter, into: &items)
            y += Self.leading
        }
        rule(at: y + 1, width: 0.8, setter.colours.ink, into: &items)
        let copies = amounts.reduce(0) { $0 + $1.copies }
        let total = amounts.reduce(0) { $0 + $1.sheets }
        row(
            ["合计", "", "\(lines.count)", "\(copies)", "\(total)"], of: table, at: y + 4, .textBold, by: &setter,
            into: &items)
    }

    private func row(
        _ cells: [String], of table: StructureElement, at y: Points, _ face: FontRole, isHeader: Bool = false,
        by setter: inout Typesetter, into items: inout [Placed]
    ) {
        let area = Self.area
        let base = y + EmBox.baseline(leading: Self.leading, size: Self.size)
        let row = StructureElement(.row, in: table)
        for (index, cell) in cells.enumerated() {
            let element = StructureElement(.cell(isHeader: isHeader), in: row)
            // A cell without text is a cell all the same: else those behind it would move up in the row.
            if cell.isEmpty {
                items += [Placed(.begin(nil, clip: nil), as: element), Placed(.end, as: element)]
                continue
            }
            let isNumber = index > 1
            let x = isNumber ? area.x + 300 + Double(index - 1) * 60 : area.x + Double(index) * 140
            setter.line(
                cell, face, Self.size, setter.colours.ink, at: Point(x: x, y: base), align: isNumber ? .right : .left,
                role: element, into: &items)
        }
    }

    private func rule(at y: Points, width: Points, _ colour: Colour, into items: inout [Placed]) {
        let area = Self.area
        items.append(
            Placed(
                .rule(from: Point(x: area.x, y: y), to: Point(x: area.maxX, y: y), width: width, colour), as: .artifact)
        )
    }

    private func foot(by setter: inout Typesetter, into items: inout [Placed]) {
        let area = Self.area
        let step = area.width / 3
        for (index, word) in ShopWords.signatures.enumerated() {
            let x = area.x + Double(index) * step
            let width = setter.line(
                word, .text, Self.size, setter.colours.grey, at: Point(x: x, y: area.maxY - 32), into: &items)
            items.append(
                Placed(
                    .rule(
                        from: Point(x: x + width + 4, y: area.maxY - 31),
                        to: Point(x: x + step - 12, y: area.maxY - 31),
                        width: 0.4, setter.colours.grey), as: .artifact))
        }
        ThemeFoot(line: edition.theme.line, area: area, sheet: ShopWords.title).set(by: &setter, into: &items)
    }
}

/// What the instructions say by themselves.
enum ShopWords {
    static let title = "印制说明"
    static let names = "文件名依次是：序号、成品尺寸、海报、纸张、份数。各印多少、送到哪里，见“印制清单.xlsx”，以它为准。一个文件有几页，就是几张一套。"
    static let edges = "成品尺寸是 PDF 的裁切框（TrimBox），按 100% 印，不要缩放。纸张四边出血 3 毫米，横幅 20 毫米，角上有裁切线。"
    static let large = "长边超过 A0 的另有“1比10”的 PDF 和 JPEG，内容一样，供大幅面机器放大十倍，也供先看样。"
    static let colour = "颜色是 RGB（sRGB），转换成 CMYK 时请看样：底色和黑字都不要叠成四色黑。"
    static let fonts = "字体都已嵌入，不用安装，也不要替换："
    static let check = "收到后可以用“sha256.txt”核对文件是否完整。开印前请出一张样张，由交稿人签字。"
    static let header = ["成品尺寸", "纸张", "种", "份", "张"]
    static let signatures = ["交稿人", "接稿人", "日期"]
    static let all =
        [title, names, edges, large, colour, fonts, check, "红墨纸色合计"] + header + signatures
        + [String(String.UnicodeScalarView((0x20...0x7E).compactMap(Unicode.Scalar.init)))]
}
