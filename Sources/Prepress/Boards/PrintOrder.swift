import Campaign
import Edition
import Tables

/// print-order.csv and .xlsx: how many of which poster are printed, on what, for which places.
struct PrintOrder {
    let lines: [BoardPlan.Line]
    /// Sheets of one copy of each line's poster.
    let sheets: [Int]
    /// What each line's file is called in the folder that the order goes with.
    let files: [String]

    var table: TableFile {
        let rows = lines.indices.map { index -> [TableFile.Cell] in
            let line = lines[index]
            return [
                .number(line.number), .text(line.poster.title), .text(line.poster.template.name),
                .text(line.poster.ref.size), .text(line.paper), .number(sheets[index]), .number(line.copies),
                .number(sheets[index] * line.copies), .text(files[index]),
                .text(line.places.joined(separator: "、")),
            ]
        }
        let copies = lines.reduce(0) { $0 + $1.copies }
        let printed = zip(lines, sheets).reduce(0) { $0 + $1.0.copies * $1.1 }
        let blank = TableFile.Cell.text("")
        return TableFile(
            columns: [
                .init("序号", width: 6), .init("海报", width: 34), .init("模板", width: 16), .init("尺寸", width: 14),
                .init("纸张", width: 14), .init("每份张数", width: 9), .init("份数", width: 7), .init("总张数", width: 8),
                .init("文件", width: 40), .init("点位", width: 60),
            ],
            rows: rows,
            total: [.text("合计"), blank, blank, blank, blank, blank, .number(copies), .number(printed), blank, blank])
    }

    static func properties(of edition: Edition) -> TableFile.Properties {
        let day = edition.period.from
        return TableFile.Properties(
            title: "\(edition.short)印制清单", author: edition.organiser, sheet: "印制清单", year: day.year,
            month: day.month, day: day.day)
    }
}

extension PosterContext {
    /// What the poster is called: its slogan, or its page's title.
    var title: String { slogan?.text ?? piece.title }
}
