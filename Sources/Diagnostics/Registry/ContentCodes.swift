// BB218–239: the content folder, headings, pictures and links.
extension DiagnosticCode {
    package static let fileNameNotUTF8 = DiagnosticCode(
        "BB218", .error,
        .init("文件名不是 UTF-8 编码", "the file's name is not UTF-8"),
        mend: .init(
            "请给文件重新起名；在 Windows 上打包的旧压缩文件常有这个问题。",
            "Rename the file; old archives made on Windows are often the cause."))
    package static let notARegularFile = DiagnosticCode(
        "BB219", .error,
        .init("这不是普通文件", "not a regular file"),
        mend: .init("请写文件的名字，不要写文件夹；管道、设备等请移走。", "Name a file, not a folder; remove pipes, devices and the like."))
    package static let noContentFolder = DiagnosticCode(
        "BB220", .error,
        .init("找不到内容文件夹“{path}”", "no content folder “{path}”"),
        mend: .init("请检查路径；新建一个请用 bulletin new。", "Check the path, or make one with bulletin new."))
    package static let emptyContentFolder = DiagnosticCode(
        "BB221", .error,
        .init("内容文件夹“{path}”是空的", "the content folder “{path}” is empty"),
        mend: .init(
            "请先写 campaign.yaml 和各栏目的文章；也可以用 bulletin new 生成一套。",
            "Write campaign.yaml and some pieces first, or begin with bulletin new."))
    package static let noCampaignFile = DiagnosticCode(
        "BB222", .error,
        .init("内容文件夹里没有 campaign.yaml", "the content folder has no campaign.yaml"),
        mend: .init("请建立 campaign.yaml，写明名称、主题、时间和主办单位。", "Write campaign.yaml with name, theme, period and organiser.")
    )
    package static let unusedFile = DiagnosticCode(
        "BB223", .warning,
        .init("“{path}”不会被用到[，是否应为“{suggestion}”？]", "“{path}” is not used[; did you mean “{suggestion}”?]"),
        mend: .init("请改名或移走；要原样放到网站上的文件放进 static 文件夹。", "Rename or remove it; files for the site belong into static."))
    package static let noFrontMatter = DiagnosticCode(
        "BB224", .error,
        .init("文件开头没有字段（标题、网址名、日期等）", "the file does not begin with its fields"),
        mend: .init("请在第一行写 ---，接着每行一个字段，最后再写一行 ---。", "Begin with a line ---, one field a line, and another line ---.")
    )
    package static let frontMatterNotClosed = DiagnosticCode(
        "BB225", .error,
        .init("文件开头的字段没有用 --- 结束", "the fields at the head are not closed"),
        mend: .init("请在最后一个字段下面加一行 ---。", "Add a line --- below the last field."))
    package static let titleInBody = DiagnosticCode(
        "BB226", .error,
        .init("正文里又写了一级标题", "a heading of level 1 in the body"),
        mend: .init(
            "标题已经写在 title 里；正文的标题从两个 # 开始。", "The title stands in its field; headings of the body begin with ##."))
    package static let headingSkipsLevel = DiagnosticCode(
        "BB227", .warning,
        .init("标题跳级：这里是 {level} 级，上一级只到 {expected} 级", "a heading of level {level} where {expected} is expected"),
        mend: .init("请逐级使用标题。", "Use the levels one after the other."))
    package static let emptyHeading = DiagnosticCode(
        "BB228", .error,
        .init("标题里没有文字", "a heading without text"),
        mend: .init("请写上标题，或删去这一行。", "Write a heading, or delete the line."))
    package static let typedNumber = DiagnosticCode(
        "BB229", .error,
        .init("标题里手写了编号“{number}”", "a number “{number}” is typed before the heading"),
        mend: .init("请删去编号，只写“{rest}”；编号由系统统一加。", "Write “{rest}” only; numbers are added by the program."))
    package static let missingPicture = DiagnosticCode(
        "BB230", .error,
        .init("找不到图片“{path}”[，是否应为“{suggestion}”？]", "no picture “{path}”[; did you mean “{suggestion}”?]"),
        mend: .init(
            "请把图片放进 images 文件夹，写成 images/文件名（正文里写 ../images/文件名）。",
            "Put the picture into images, and name it images/… (in a body ../images/…)."))
    package static let notAPicture = DiagnosticCode(
        "BB231", .error,
        .init("“{path}”不是 PNG 或 JPEG 图片", "“{path}” is no PNG or JPEG picture"),
        mend: .init("请在看图软件里另存为 PNG 或 JPEG；只改扩展名没有用。", "Save it as PNG or JPEG; changing the name is not enough."))
    package static let foreignPicture = DiagnosticCode(
        "BB232", .error,
        .init("引用了外部图片“{address}”", "the picture “{address}” is not of this campaign"),
        mend: .init("请把图片下载到 images 文件夹再引用。", "Put a copy into images."))
    package static let emptyLink = DiagnosticCode(
        "BB233", .error,
        .init("链接没有写地址", "a link without an address"),
        mend: .init("请在圆括号里写上地址。", "Write the address into the parentheses."))
    package static let unsupportedScheme = DiagnosticCode(
        "BB234", .error,
        .init("不支持“{scheme}:”开头的链接", "links with “{scheme}:” are not supported"),
        mend: .init(
            "可以用 http、https、mailto、tel，或者本站文章的 .md 文件名。", "Use http, https, mailto, tel, or the .md file of a piece."))
    package static let linkOutOfContent = DiagnosticCode(
        "BB235", .error,
        .init("链接“{address}”指到了内容文件夹之外", "the link “{address}” leaves the content folder"),
        mend: .init("请写成相对路径，如 ../pages/help.md。", "Write a relative path such as ../pages/help.md."))
    package static let deadLink = DiagnosticCode(
        "BB236", .error,
        .init(
            "链接“{address}”指向的文件不存在[，是否应为“{suggestion}”？]",
            "the link “{address}” leads nowhere[; did you mean “{suggestion}”?]"),
        mend: .init(
            "请核对文件名；站内文章写 .md 文件的相对路径，外部网站写完整的 https:// 地址。",
            "Check the file's name; pieces are linked by their .md file, other sites by their whole address."))
    package static let deadAnchor = DiagnosticCode(
        "BB237", .error,
        .init(
            "{path} 里没有标题“{anchor}”[，是否应为“{suggestion}”？]",
            "{path} has no heading “{anchor}”[; did you mean “{suggestion}”?]"),
        mend: .init("请把 # 后面写成那篇文章里的标题原文。", "Write the heading's own words behind the #."))
    package static let drawingNotAllowed = DiagnosticCode(
        "BB238", .error,
        .init("“{path}”是 SVG 矢量图，这里要 PNG 或 JPEG", "“{path}” is a drawing in SVG; a PNG or JPEG is wanted here"),
        mend: .init("请在看图软件里另存为 PNG；SVG 只能做标志（logo）。", "Save it as PNG; SVG is for the logo alone."))

    static let contentCodes: [DiagnosticCode] = [
        fileNameNotUTF8, notARegularFile, noContentFolder, emptyContentFolder, noCampaignFile, unusedFile,
        noFrontMatter, frontMatterNotClosed,
        titleInBody, headingSkipsLevel, emptyHeading, typedNumber, missingPicture, notAPicture, foreignPicture,
        emptyLink, unsupportedScheme, linkOutOfContent, deadLink, deadAnchor, drawingNotAllowed,
    ]
}
