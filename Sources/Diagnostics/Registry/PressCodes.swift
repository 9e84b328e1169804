// BB570–589: one poster on order, and what a print shop needs of it.
extension DiagnosticCode {
    package static let fileNotInCampaign = DiagnosticCode(
        "BB570", .error,
        .init("“{path}”不是“{content}”这个活动里的文件", "“{path}” is no file of the campaign in “{content}”"),
        mend: .init(
            "请写 policy、cases、slogans 等文件夹里的一个 .md 文件；活动资料在别处时用 --content 指明。",
            "Name an .md file below policy, cases, slogans and so on; say with --content where the campaign lies."))
    package static let pieceNotStanding = DiagnosticCode(
        "BB571", .error,
        .init("这个文件在{date}不发布", "this file is not published on {date}"),
        mend: .init(
            "请用 --on 换一天，或改文件头部的 publish、expire；活动结束后还要留着的，写进 campaign.yaml 里 after 的 keep。",
            "Choose another day with --on, or change publish or expire in the front matter; what is to stay after the campaign stands in keep, below after in campaign.yaml."
        ))
    package static let itemWanted = DiagnosticCode(
        "BB572", .error,
        .init("这一组有 {count} 条标语，没有说做哪一条", "this group has {count} slogans, and none was chosen"),
        mend: .init("请加 --item，后面写编号，可以写：{items}。", "Add --item with an id, one of: {items}."))
    package static let itemNotHere = DiagnosticCode(
        "BB573", .error,
        .init("这个文件不是一组标语，不能用 --item", "this file is no group of slogans and takes no --item"),
        mend: .init("请去掉 --item，或换成 slogans 里的文件。", "Leave --item out, or name a file of slogans."))
    package static let pictureBeyondLimit = DiagnosticCode(
        "BB574", .error,
        .init(
            "这张图要 {width}×{height} 像素，超出了能做的大小",
            "the picture would have {width} × {height} pixels, more than can be drawn"),
        mend: .init(
            "请把 --dpi 降到 {dpi} 或更低；给印刷厂请做 PDF，它不受这个限制。",
            "Use --dpi {dpi} or less; for the print shop make a PDF, which has no such limit."))
    package static let tooMuchInk = DiagnosticCode(
        "BB575", .warning,
        .init(
            "四种油墨加起来有 {ink}%，最多 {most}%：从左上角往右 {x} 毫米、往下 {y} 毫米处",
            "the four inks add up to {ink} %, at most {most} %: {x} mm from the left, {y} mm from the top"),
        mend: .init(
            "墨太厚不容易干，会粘脏。请把那里的颜色改浅，或换一个特性文件。",
            "So much ink does not dry. Lighten the colour there, or use another profile."))
    package static let ghostscriptMissing = DiagnosticCode(
        "BB576", .error,
        .init("没有安装 Ghostscript，做不了 CMYK 文件", "Ghostscript is not installed: there is no CMYK edition without it"),
        mend: .init("请安装：sudo apt-get install ghostscript。", "Install it: sudo apt-get install ghostscript."),
        kind: .machine)
    package static let ghostscriptFailed = DiagnosticCode(
        "BB577", .error,
        .init("Ghostscript 中途出错：{reason}", "Ghostscript failed: {reason}"),
        mend: .init(
            "请检查内存和磁盘是否够用；仍然出错就重新安装 ghostscript。",
            "Check memory and disk; if it fails again, install ghostscript anew."),
        kind: .machine)
    package static let profileMissing = DiagnosticCode(
        "BB578", .error,
        .init("找不到特性文件“{path}”", "there is no profile “{path}”"),
        mend: .init(
            "请写印刷厂给的 .icc 文件的位置；不写就用 Ghostscript 自带的。",
            "Name the .icc file that the print shop gave; without a name, Ghostscript's own is used."),
        kind: .machine)
    package static let profileUnusable = DiagnosticCode(
        "BB579", .error,
        .init("“{path}”不是印刷用的 CMYK 特性文件", "“{path}” is no CMYK profile of a press"),
        mend: .init(
            "请向印刷厂要 CMYK 输出特性文件（.icc）；显示器和 RGB 的不能用。",
            "Ask the print shop for its CMYK output profile (.icc); those of screens and RGB will not do."))
    package static let seamCuts = DiagnosticCode(
        "BB580", .warning,
        .init(
            "“{size}”的海报拼 {paper} 纸，接缝只能从{what}上过", "tiled on {paper}, a seam of the {size} poster must cut {what}"),
        mend: .init(
            "请改用 A3 纸，或换一个尺寸；不改也能用，拼的时候对齐这几个字。",
            "Use A3 paper or another size; or keep it, and take care to align these characters."))
    package static let tooManyTiles = DiagnosticCode(
        "BB581", .error,
        .init(
            "“{size}”要用 {count} 张 {paper} 纸来拼，最多 {most} 张",
            "{size} would take {count} sheets of {paper}, at most {most}"),
        mend: .init("这么大的请交印刷厂喷绘，或用更大的纸。", "Have it printed whole, or use larger paper."))
    package static let tileNotNeeded = DiagnosticCode(
        "BB582", .error,
        .init("“{size}”的海报一张 {paper} 纸就放得下", "a {size} poster fits on one sheet of {paper}"),
        mend: .init("请去掉 --tile，直接打印。", "Leave --tile out and print it as it is."))
    package static let lineTooThin = DiagnosticCode(
        "BB583", .warning,
        .init(
            "模板“{template}”在“{size}”上有一条线只有 {width} 磅粗，印刷至少要 {least} 磅",
            "on {size} the template “{template}” has a line of {width} pt, print needs {least} pt"),
        mend: .init("请把这条线加粗，或不用这么小的尺寸。", "Draw the line wider, or do not use so small a size."))
    package static let codeTooFine = DiagnosticCode(
        "BB584", .error,
        .init(
            "“{size}”的海报上，二维码的一格只有 {module} 毫米，手机扫不出来，至少要 {least} 毫米",
            "on {size} a module of the code measures {module} mm, too fine for a phone: at least {least} mm are needed"),
        mend: .init(
            "请把 campaign.yaml 里的网址（base_url）改短，或换大一号的纸。",
            "Use a shorter base_url in campaign.yaml, or a larger sheet."))

    static let pressCodes: [DiagnosticCode] = [
        fileNotInCampaign, pieceNotStanding, itemWanted, itemNotHere, pictureBeyondLimit, tooMuchInk,
        ghostscriptMissing,
        ghostscriptFailed, profileMissing, profileUnusable, seamCuts,
        tooManyTiles, tileNotNeeded, lineTooThin, codeTooFine,
    ]
}
