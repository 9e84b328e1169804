import ArgumentParser
import Campaign
import Diagnostics
import Drawing
import Edition
import Prepress
import Theme

/// `bulletin poster FILE.md`: one poster, in one size, into one file.
struct PosterCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "poster",
        abstract: "单独做一张海报：一个文件、一个模板、一种尺寸，存成 PDF、PNG 或 SVG。",
        discussion: """
            One poster of a campaign by itself: as PDF, PNG or SVG, whichever --out ends with. Only this piece is read and
            checked; bulletin check looks at the whole campaign.

            尺寸可以写名字（A5 到 A0、大度八开、大度十六开、正度对开、正度十六开），也可以写宽×高（60x90cm、8x0.7m、210x297mm），
            展架写 rollup-80x200、xstand-60x160。
            给印刷厂的文件加出血和裁切标记：--bleed 3mm --marks；要四色油墨的再加 --cmyk。只有 A4 打印机：--tile A4，打印出来拼成大张，接缝避开文字。
            Sizes are names, width x height in mm, cm or m, or a stand. For the print shop, add --bleed 3mm --marks, and
            --cmyk for its inks; for an office printer --tile A4, whose seams go around the characters.

            例 / examples:
              bulletin poster content/policy/interpretation.md --template policy-facts --size A3 --out 政策.pdf
              bulletin poster content/slogans/banner.md --item theme --template banner --size 8x0.7m --bleed 20mm --out 横幅.pdf

            退出码 / exit status: 0 完成 done · 1 内容有错 faults in the content · 2 用法错误 wrong usage ·
            3 本机缺少字体、工具、空间或权限 the machine lacks something
            """)

    @Argument(help: "活动里的一个 Markdown 文件。 / a Markdown file of a campaign")
    var file: String

    @Option(help: "海报模板，如 policy-facts。 / the poster template")
    var template: String

    @Option(help: "尺寸，如 A3、60x90cm、8x0.7m、rollup-80x200。 / the sheet")
    var size: SheetName

    @Option(help: "标语文件里的哪一条，写它的编号。 / the id of one slogan of a group")
    var item: String?

    @Option(help: "人站在多远看，如 3m；不写则按模板。 / from how far it is read")
    var distance: Metres?

    @Option(help: "出血，如 3mm：胶印 3，展板 5 到 20，横幅 20。 / how far the art goes on beyond the cut")
    var bleed: Millimetres?

    @Flag(help: "裁切线、套准标记和一行说明。 / crop marks, registration marks and a line that says what it is")
    var marks = false

    @Flag(help: "色标。 / a colour bar")
    var colourBar = false

    @Option(
        defaultAsFlag: ProfileName(argument: InkProfile.standard),
        help: "换成四色油墨（CMYK）的 PDF，可写特性文件。 / in the inks of a press, by an ICC profile")
    var cmyk: ProfileName?

    @Option(help: "用办公室的纸拼：A4 或 A3，自带拼接图。 / on paper of an office, to be pasted together")
    var tile: TilePaper?

    @Option(help: "PNG 每英寸多少像素。 / pixels an inch of a PNG")
    var dpi = 150.0

    @Option(help: "按哪一天生成，如 2024-07-10；不写则按今天。 / the day to make it for")
    var on: CivilDate?

    @Option(help: "内容文件夹；不写则是这个文件所在的活动。 / the content folder; by default the campaign that the file lies in")
    var content: String?

    @Option(help: "模板文件夹；不写则用当前文件夹或本程序所带的 templates。 / the template folder")
    var templates: String?

    @Option(help: "写到哪里：以 .pdf、.png 或 .svg 结尾。 / the file to write")
    var out: OutputName

    @OptionGroup var options: ConsoleOptions

    func validate() throws {
        guard (10...2400).contains(dpi) else { throw ValidationError("--dpi: 10–2400") }
        if cmyk != nil, out.format != .pdf || tile != nil {
            throw ValidationError("--cmyk：只能存成 PDF，不能和 --tile 一起用。 / only for a PDF, and not with --tile")
        }
        if tile != nil, out.format != .pdf {
            throw ValidationError("--tile：要存成 PDF。 / tiles are pages of a PDF")
        }
        if tile != nil, pressMarks != .none {
            throw ValidationError("--tile 不能和 --bleed、--marks、--colour-bar 一起用。 / tiles have no bleed and marks")
        }
    }

    func run() throws { try options.console.deliver(to: out.path) { try made(reporting: &$0) } }

    /// The file's bytes; nil when the report says why there are none.
    private func made(reporting report: inout Report) throws -> [UInt8]? {
        let source = try CampaignFile(file, content: content)
        let (path, name) = (try FoundTemplates.path(stated: templates), template)
        let reading = Beside { LoadedTemplate(path, name: name) }
        let loaded = Campaign.load(source.content, piece: source.piece, reporting: &report)
        guard let tools = reading.value() else { return nil }
        report.add(contentsOf: tools.report.diagnostics)
        guard let campaign = loaded, let theme = tools.theme, let sheets = tools.sheets, let fonts = tools.fonts,
            !report.hasErrors
        else { return nil }
        let day = try EditionDay.day(named: on, in: campaign.facts.zone)
        guard let (edition, ref) = ordered(source, in: campaign, on: day, reporting: &report),
            let poster = try SinglePoster(
                ref, of: edition, templates: sheets, theme: theme, fonts: fonts, marks: pressMarks, reporting: &report)
        else { return nil }
        if let cmyk {
            guard let profile = InkProfile.read(cmyk.text, reporting: &report) else { return nil }
            return try poster.cmykPDF(profile, reporting: &report)
        }
        if let tile { return try poster.tiledPDF(on: tile, reporting: &report) }
        switch out.format {
        case .pdf: return try poster.pdf()
        case .png: return try poster.png(dpi: dpi)
        case .svg: return poster.svg()
        }
    }

    private var pressMarks: PressMarks {
        PressMarks(
            bleed: .millimetres(bleed?.value ?? 0), hasMarks: marks || colourBar, hasColourBar: colourBar)
    }

    /// The edition of the day, and the poster of it that is wanted.
    private func ordered(
        _ source: CampaignFile, in campaign: Campaign, on day: CivilDate, reporting report: inout Report
    ) -> (Edition, PosterRef)? {
        // Whether other pieces stand on this day is not asked here.
        var found = Report()
        let edition = Edition(campaign, on: day, reporting: &found)
        let order = PosterOrder(
            file: "\(source.content)/\(source.piece)", template: template, size: size.text, item: item,
            distance: distance?.value)
        guard let ref = edition.poster(for: order, reporting: &report) else { return nil }
        return (edition, ref)
    }
}
