// BB5xx: fonts, drawing and typesetting.
extension DiagnosticCode {
    package static let fontMissing = DiagnosticCode(
        "BB501", .error,
        .init("这台电脑没有安装字体“{family}”", "the font family “{family}” is not installed"),
        mend: .init(
            "请安装字体[：sudo apt-get install {package}]，或在 theme.yaml 里换一种字体。",
            "Install the font[: sudo apt-get install {package}], or name another family in theme.yaml."),
        kind: .machine)
    package static let fontWeightMissing = DiagnosticCode(
        "BB502", .error,
        .init("字体“{family}”没有安装字重 {weight}", "the font family “{family}” has no weight {weight} installed"),
        mend: .init(
            "请安装完整的字体[：sudo apt-get install {package}]，或在 theme.yaml 里改用已有的字重。",
            "Install the whole family[: sudo apt-get install {package}], or use another weight in theme.yaml."),
        kind: .machine)
    package static let fontUnusable = DiagnosticCode(
        "BB503", .error,
        .init("字体文件“{path}”读不出来", "the font file “{path}” cannot be read as a font"),
        mend: .init("请重新安装这个字体。", "Install the font again."),
        kind: .machine)
    package static let libraryMissing = DiagnosticCode(
        "BB504", .error,
        .init("这台电脑用不了程序库“{library}”：{reason}", "the library “{library}” cannot be used: {reason}"),
        mend: .init("请安装：sudo apt-get install {package}。", "Install it: sudo apt-get install {package}."),
        kind: .machine)
    package static let characterMissing = DiagnosticCode(
        "BB510", .error,
        .init("“{character}”（{code}）在字体 {fonts} 里都没有", "no font of {fonts} has “{character}” ({code})"),
        mend: .init(
            "换一个字，或在 theme.yaml 的备用字体里加一种有这个字的字体。",
            "Use another character, or add a family that has it to the fallbacks of theme.yaml."))

    package static let characterSubstituted = DiagnosticCode(
        "BB511", .warning,
        .init(
            "“{character}”（{code}）在字体“{font}”里没有，改用了“{other}”",
            "“{character}” ({code}) is not in “{font}”; “{other}” is used instead"),
        mend: .init(
            "请看一看样张；不满意就换一个字，或换一种字体。", "Look at the proof; use another character or font if it does not please."))
    package static let pictureUnreadable = DiagnosticCode(
        "BB520", .error,
        .init("“{path}”不是完整的 PNG 或 JPEG 图片", "“{path}” is not a whole PNG or JPEG picture"),
        mend: .init(
            "请用看图软件打开它：缺了一块，就重新拷贝一份；没有缺，就另存为 PNG 或 JPEG。",
            "Open it in a picture program: copy it again if a part is missing, else save it as PNG or JPEG."))
    package static let pictureTooLarge = DiagnosticCode(
        "BB521", .error,
        .init("图片“{path}”太大：{width}×{height} 像素", "the picture “{path}” is too large: {width}×{height} pixels"),
        mend: .init(
            "请缩小到两亿像素以内，每边不超过 32767 像素。",
            "Scale it down to less than 200 million pixels, 32,767 on a side."))
    package static let artUnreadable = DiagnosticCode(
        "BB530", .error,
        .init("矢量图“{path}”读不出来，或没有写明大小", "the drawing “{path}” cannot be read, or states no size"),
        mend: .init(
            "请用绘图软件打开它，设好页面大小，另存为普通 SVG。", "Open it in a drawing program, set the page size and save it as plain SVG."))
    package static let artRefused = DiagnosticCode(
        "BB531", .error,
        .init("矢量图里不能有{what}", "a drawing must not hold {what}"),
        mend: .init("请在绘图软件里去掉，另存为普通 SVG。", "Remove it in the drawing program and save as plain SVG."))
    package static let artTooLarge = DiagnosticCode(
        "BB532", .error,
        .init("矢量图太大：{size}，上限 {limit}", "the drawing is too large: {size}, the limit is {limit}"),
        mend: .init("请去掉里面嵌入的照片，简化路径。", "Remove embedded photographs and simplify its paths."))
    package static let drawingFailed = DiagnosticCode(
        "BB540", .error,
        .init("画图失败：{reason}", "drawing failed: {reason}"),
        mend: .init(
            "请检查图片和矢量图文件是否完好，内存和磁盘是否够用。", "Check that pictures and drawings are whole and that memory and disk suffice."
        ))

    package static let lineTooLong = DiagnosticCode(
        "BB550", .warning,
        .init("“{text}”比行宽多出 {excess} 毫米", "“{text}” is {excess} mm wider than its line"),
        mend: .init(
            "请把它改短，或放到更宽的版面里：太窄的表格可以减少列数。",
            "Shorten it, or give it a wider measure: a narrow table may do with fewer columns."))
    package static let pictureCoarse = DiagnosticCode(
        "BB551", .warning,
        .init(
            "图片只有每英寸 {density} 像素（{pixels} 像素印成 {width} 毫米宽），印刷至少要 {least}",
            "the picture has only {density} pixels an inch ({pixels} pixels on {width} mm), print needs {least}"),
        mend: .init("请换一张更大的图片，或把它排得小些。", "Use a larger picture, or set it smaller."))

    package static let flowOverflow = DiagnosticCode(
        "BB552", .error,
        .init("“{text}”放不进一页，高出 {excess} 毫米", "“{text}” does not fit a page, it is {excess} mm too high"),
        mend: .init(
            "请把大图改小，把长的表格行拆开，或换大一点的开本。",
            "Make a large picture smaller, split a long table row, or use a larger page."))
    package static let faceSubstituted = DiagnosticCode(
        "BB553", .warning,
        .init("没有安装{wanted}，改用了“{other}”", "{wanted} is not installed; “{other}” is used instead"),
        mend: .init(
            "要用这种字体，请安装：sudo apt-get install {package}。", "To have it: sudo apt-get install {package}."))
    package static let pictureElsewhere = DiagnosticCode(
        "BB554", .error,
        .init(
            "图片“{address}”不在这个文件所在的文件夹里", "the picture “{address}” is not in the folder of this file"),
        mend: .init(
            "请把图片复制到 Markdown 文件旁边，写相对路径，如 images/a.jpg。",
            "Copy the picture beside the Markdown file and write a relative path, such as images/a.jpg."))

    static let typesettingCodes: [DiagnosticCode] = [
        fontMissing, fontWeightMissing, fontUnusable, libraryMissing, characterMissing, characterSubstituted,
        pictureUnreadable,
        pictureTooLarge, artUnreadable, artRefused, artTooLarge, drawingFailed, lineTooLong, pictureCoarse,
        flowOverflow, faceSubstituted, pictureElsewhere,
    ]
}
