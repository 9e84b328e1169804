// BB1xx: Markdown.
extension DiagnosticCode {
    package static let noncharacter = DiagnosticCode(
        "BB101", .error,
        .init("这里有一个看不见的非法字符 {character}", "an invisible character {character} that is not allowed in text"),
        mend: .init("删掉这个字符。", "Delete the character."))
    package static let nestedTooDeep = DiagnosticCode(
        "BB102", .error,
        .init("引用和列表嵌套得太深，超过 {limit} 层", "quotes and lists are nested too deeply, over {limit} levels"),
        mend: .init("减少这一行开头的“>”和“-”。", "Take away some of the “>” and “-” at the beginning of the line."))
    package static let unpairedQuote = DiagnosticCode(
        "BB103", .warning,
        .init("直引号 {quote} 没有配对", "the straight quotation mark {quote} has no partner"),
        mend: .init("补上另一半，或改用中文引号“ ”。", "Add the other half, or type the Chinese quotation marks “ ”."))
    package static let linkNamesOtherHost = DiagnosticCode(
        "BB104", .error,
        .init("链接的文字写着 {shown}，点开却是 {target}", "the link's text says {shown}, but it leads to {target}"),
        mend: .init(
            "把文字和网址改成同一个网站；这正是诈骗链接的做法。",
            "Make text and address name the same site; this is how fraudulent links look."))
    package static let rawHTML = DiagnosticCode(
        "BB105", .warning,
        .init("这段 HTML 代码不会显示", "raw HTML is left out"),
        mend: .init("改用 Markdown 的写法，或删去。", "Write it in Markdown, or delete it."))

    // Slips: what looks like markup to its author and is plain text to Markdown.

    package static let headingWithoutSpace = DiagnosticCode(
        "BB110", .warning,
        .init("“{marks}”后面缺一个空格，这一行不会成为标题", "without a space behind “{marks}” this is no heading"),
        mend: .init("写成“{marks} {rest}”。", "Write “{marks} {rest}”."))
    package static let fullWidthHash = DiagnosticCode(
        "BB111", .warning,
        .init("标题用了全角的“＃”，不会成为标题", "a full-width “＃” makes no heading"),
        mend: .init("改成半角，写成“{marks} {rest}”。", "Write “{marks} {rest}”."))
    package static let itemWithoutSpace = DiagnosticCode(
        "BB112", .warning,
        .init("“{marks}”后面缺一个空格，这一行不会成为列表", "without a space behind “{marks}” this is no list item"),
        mend: .init("写成“{marks} {rest}”。", "Write “{marks} {rest}”."))
    package static let fullWidthNumber = DiagnosticCode(
        "BB113", .warning,
        .init("列表的序号用了全角字符，不会成为列表", "a number in full-width characters makes no list item"),
        mend: .init("改成半角，写成“{marks} {rest}”。", "Write “{marks} {rest}”."))
    package static let fullWidthBullet = DiagnosticCode(
        "BB114", .warning,
        .init("“{marks}”不会成为列表", "“{marks}” makes no list item"),
        mend: .init("用半角减号加空格，写成“- {rest}”。", "Write “- {rest}”."))
    package static let fullWidthLink = DiagnosticCode(
        "BB115", .warning,
        .init("链接的网址用了全角括号，不会成为链接", "an address in full-width brackets makes no link"),
        mend: .init("改成半角括号，写成“{text}({address})”。", "Write “{text}({address})”."))
    package static let spaceInAddress = DiagnosticCode(
        "BB116", .warning,
        .init("地址里有空格，不会成为链接或图片", "with a space in its address this is no link or picture"),
        mend: .init(
            "给文件改名去掉空格，或写成“(<{address}>)”。",
            "Rename the file without spaces, or write “(<{address}>)”."))
    package static let strikethrough = DiagnosticCode(
        "BB117", .warning,
        .init("这里不支持删除线，“~~”会原样显示", "strikethrough is not supported: “~~” is shown as it is"),
        mend: .init("删去“~~”，要删的文字直接删掉。", "Delete the “~~” and what was struck."))
    package static let pipeTable = DiagnosticCode(
        "BB118", .warning,
        .init("这样的表格会原样显示成竖线", "a table like this is shown as bars"),
        mend: .init(
            "在表格前加一行“```table”，后面加一行“```”。",
            "Put a line “```table” before the table and a line “```” behind it."))
    package static let typedIndent = DiagnosticCode(
        "BB119", .warning,
        .init("段首的空格是手打的", "this indent is typed by hand"),
        mend: .init("删去段首空格，段落会自动缩进。", "Delete the spaces: paragraphs are indented by themselves."))

    // The fences table, qr and notice.

    package static let emptyTableFence = DiagnosticCode(
        "BB130", .error,
        .init("表格是空的", "the table is empty"),
        mend: .init(
            "第一行写表头，下面每行写一行数据。", "Write the header in the first line and the data in the lines below."))
    package static let raggedRow = DiagnosticCode(
        "BB131", .error,
        .init("这一行有 {count} 格，表头有 {expected} 格", "this row has {count} cells, the header has {expected}"),
        mend: .init("补齐或删去多余的格；空格子也要有分隔符。", "Add or delete cells; an empty cell needs its separator too."))
    package static let tooManyColumns = DiagnosticCode(
        "BB132", .error,
        .init("表格有 {count} 列，最多 {limit} 列", "the table has {count} columns, at most {limit} are possible"),
        mend: .init("拆成几个表格。", "Split the table."))
    package static let emptyQR = DiagnosticCode(
        "BB133", .error,
        .init("二维码没有内容", "the QR code is empty"),
        mend: .init("在“```qr”下面一行写网址。", "Write the address in the line below “```qr”."))
    package static let noticeTooDeep = DiagnosticCode(
        "BB134", .error,
        .init("提示框套提示框超过 {limit} 层", "notices are nested over {limit} levels"),
        mend: .init("把里面的提示框拿到外面来。", "Take the inner notice out."))
    package static let fenceNotClosed = DiagnosticCode(
        "BB135", .error,
        .init("“```{name}”没有结束，后面的内容都被包了进去", "“```{name}” is not closed and takes in all that follows"),
        mend: .init("在结束的地方加一行“```”。", "Add a line “```” where it ends."))

    static let markdownCodes: [DiagnosticCode] = [
        noncharacter, nestedTooDeep, unpairedQuote, linkNamesOtherHost, rawHTML, headingWithoutSpace, fullWidthHash,
        itemWithoutSpace, fullWidthNumber, fullWidthBullet, fullWidthLink, spaceInAddress, strikethrough, pipeTable,
        typedIndent, emptyTableFence, raggedRow, tooManyColumns, emptyQR, noticeTooDeep, fenceNotClosed,
    ]
}
