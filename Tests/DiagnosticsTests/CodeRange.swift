import Diagnostics

/// The ranges of the registry, in the order of the reference.
struct CodeRange {
    let numbers: ClosedRange<Int>
    let title: Wording

    static let all = [
        CodeRange(numbers: 1...19, title: .init("文件和本机", "Files and the machine")),
        CodeRange(
            numbers: 20...59, title: .init("字段：campaign.yaml、文章开头、theme.yaml", "Fields of settings and front matter")),
        CodeRange(numbers: 100...199, title: .init("正文的 Markdown", "Markdown")),
        CodeRange(
            numbers: 200...299, title: .init("内容：表格、文章、链接、图片、日期", "Content: tables, pieces, links, pictures, dates")),
        CodeRange(numbers: 300...399, title: .init("汇编：整场宣传放在一起时", "The edition: the campaign as a whole")),
        CodeRange(numbers: 400...430, title: .init("主题、模板和网站", "Theme, templates and site")),
        CodeRange(numbers: 431...449, title: .init("点位和印制清单", "Boards and the print order")),
        CodeRange(numbers: 500...599, title: .init("字体、绘图和排版", "Fonts, drawing and typesetting")),
        CodeRange(
            numbers: 600...609, title: .init("PDF、图标和别的软件的文件", "PDF files, pictograms, files of other programs")),
        CodeRange(numbers: 610...699, title: .init("海报和手册", "Posters and handbooks")),
        CodeRange(numbers: 700...799, title: .init("输出文件夹", "The output folder")),
        CodeRange(numbers: 900...999, title: .init("检查成品 PDF", "The proof of finished PDFs")),
    ]

    static func of(_ code: DiagnosticCode) -> CodeRange? {
        guard code.id.count == 5, code.id.hasPrefix("BB"), let number = Int(code.id.dropFirst(2)) else { return nil }
        return all.first { $0.numbers.contains(number) }
    }
}
