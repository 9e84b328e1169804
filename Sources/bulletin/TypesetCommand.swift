import ArgumentParser
import Diagnostics
import Drawing
import Prepress

/// `bulletin typeset FILE.md`: one file as a plain flow of pages, outside any campaign.
struct TypesetCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "typeset",
        abstract: "把一个 Markdown 文件排成 PDF：书页或公文格式，不需要任何活动资料。",
        discussion: """
            One Markdown file as a PDF of plain pages, outside any campaign and in a built-in style.

            book：书页，页码居中。official：公文格式（GB/T 9704—2012），正文三号，每页 22 行、每行 28 字；
            文件头部写了“发布机构”和“文号”时有红头，还写了“成文日期”时有落款。
            标题取文件头部的“标题”，没有就取第一个一级标题。链接的网址排在页脚，成为注释。
            book: book pages. official: official documents by GB/T 9704-2012, with a red head when the front matter
            gives issuer and document number. Links become notes at the foot.

            例 / examples:
              bulletin typeset 通知.md --style official --out 通知.pdf
              bulletin typeset 手册.md --size A5 --measure 24em --out 手册.pdf
            """)

    @Argument(help: "Markdown 文件。 / a Markdown file")
    var file: String

    @Option(help: "纸张：A5、A4、A3 等；不写则书页 A5，公文 A4。 / the sheet; A5 for books, A4 for official documents")
    var size: String?

    @Option(help: "每行几个字，如 24em；不写则按纸张。 / characters in a line, such as 24em")
    var measure: Measure?

    @Option(help: "栏数，1 到 3。 / columns, 1 to 3")
    var columns = 1

    @Option(help: "格式：book 书页，official 公文。 / book or official")
    var style: PlainDesign.Style = .book

    @Flag(help: "竖排：字从上到下，行从右到左。 / vertical: lines from top to bottom, from right to left")
    var vertical = false

    @Option(help: "PDF 写到哪里，以 .pdf 结尾。 / the PDF file to write")
    var out: PDFName

    @OptionGroup var options: ConsoleOptions

    func validate() throws {
        if vertical, style == .official {
            throw ValidationError("--vertical：公文格式是横排的。 / official documents are set in horizontal lines.")
        }
        guard (1...3).contains(columns) else { throw ValidationError("--columns: 1–3") }
        _ = try design()
    }

    func run() throws { try options.console.deliver(to: out.path) { try pdf(reporting: &$0) } }

    private func pdf(reporting report: inout Report) throws -> [UInt8]? {
        guard let document = PlainDocument.read(file, reporting: &report), !report.hasErrors,
            let fonts = PlainFonts.find(style, reporting: &report)
        else { return nil }
        return try PlainPress(document, design: try design(), sources: fonts.keepingCuts(in: UserCache.fonts)).pdf(
            reporting: &report)
    }

    private func design() throws -> PlainDesign {
        let name = size ?? (style == .official ? "A4" : "A5")
        guard let sheet = SheetSize.named(name) else { throw ValidationError("--size: A0–A5") }
        do throws(PlainDesign.TooWide) {
            var design = try PlainDesign(style, page: sheet, measure: measure?.count, columns: columns)
            design.isVertical = vertical
            return design
        } catch {
            throw ValidationError(
                "--measure：这张纸每栏最多 \(error.room) 字。 / this sheet has room for \(error.room)em in a column.")
        }
    }
}

/// The value of `--measure`: whole characters, with or without `em`.
struct Measure: ExpressibleByArgument {
    let count: Int

    init?(argument: String) {
        let digits = argument.hasSuffix("em") ? argument.dropLast(2) : argument[...]
        guard let count = Int(digits), (1...1000).contains(count) else { return nil }
        self.count = count
    }
}

/// The value of `--out`: the name of a PDF, lest a slip of the hand replaces the text by its pages.
struct PDFName: ExpressibleByArgument {
    let path: String

    init?(argument: String) {
        guard argument.lowercased().hasSuffix(".pdf") else { return nil }
        path = argument
    }
}

extension PlainDesign.Style: ExpressibleByArgument {}
