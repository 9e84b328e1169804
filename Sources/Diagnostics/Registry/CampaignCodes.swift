// BB261–299: campaign.yaml and the rows of the tables.
extension DiagnosticCode {
    package static let phaseOutsidePeriod = DiagnosticCode(
        "BB261", .error,
        .init("阶段“{phase}”超出了活动时间", "the phase “{phase}” leaves the campaign's period"),
        mend: .init("请改阶段的日期，或者改活动的起止时间（period）。", "Change its dates, or the period."))
    package static let phasesOverlap = DiagnosticCode(
        "BB262", .error,
        .init("阶段“{phase}”和“{other}”重叠，或者顺序不对", "the phase “{phase}” overlaps “{other}” or is out of order"),
        mend: .init("请按先后排列，前一阶段结束后再开始下一阶段。", "Order the phases by date, one after the other."))
    package static let taskOutsidePeriod = DiagnosticCode(
        "BB263", .error,
        .init("任务“{task}”的期限（{due}）不在活动时间内", "the task “{task}” is due on {due}, outside the period"),
        mend: .init("请核对期限。", "Check the date."))
    package static let themeWithoutText = DiagnosticCode(
        "BB264", .error,
        .init("主题句里没有文字", "the theme's line has no text"),
        mend: .init("请写上主题。", "Write the theme."))
    package static let lockupDiffers = DiagnosticCode(
        "BB265", .error,
        .init("分行“{lockup}”和主题句“{line}”的文字不一致", "the lock-up “{lockup}” does not hold the characters of “{line}”"),
        mend: .init("请按顺序一字不差地分行，标点可以省去。", "Break the line without changing a character; marks may be left out."))
    package static let unknownZone = DiagnosticCode(
        "BB266", .error,
        .init("不认识时区“{zone}”[，是否应为“{suggestion}”？]", "unknown time zone “{zone}”[; did you mean “{suggestion}”?]"),
        mend: .init("北京时间请写 Asia/Shanghai。", "Beijing time is Asia/Shanghai."))
    package static let badBaseURL = DiagnosticCode(
        "BB267", .error,
        .init("网址“{address}”不能用", "“{address}” cannot be the site's address"),
        mend: .init(
            "请写成 https://域名 的形式，末尾不带斜杠，不带问号；中文域名写它的英文形式。",
            "Write it like https://host, without a slash at the end and without a query."))
    package static let reservedHost = DiagnosticCode(
        "BB268", .warning,
        .init("网址“{address}”只是样例，印出的二维码会注明“样张”", "“{address}” is a placeholder; printed codes will say so"),
        mend: .init("正式印刷前请换成真实网址。", "State the real address before printing."))
    package static let unknownKeep = DiagnosticCode(
        "BB269", .error,
        .init(
            "“保留”里的“{word}”既不是栏目也不是文章的网址名[，是否应为“{suggestion}”？]",
            "“{word}” in keep is neither a folder nor a slug[; did you mean “{suggestion}”?]"),
        mend: .init("请写栏目文件夹名（如 cases）或文章的网址名。", "Write a folder's name, such as cases, or the slug of a piece."))
    package static let duplicateName = DiagnosticCode(
        "BB270", .error,
        .init("“{name}”出现了两次", "“{name}” stands twice"),
        mend: .init("请换一个名称，或删去一个。", "Choose another name, or delete one."))
    package static let badPhoneNumber = DiagnosticCode(
        "BB271", .error,
        .init("“{number}”不像电话号码", "“{number}” is no telephone number"),
        mend: .init("只写数字、空格、连字符和加号。", "Write digits, spaces, hyphens and a plus sign only."))
    package static let badSheetSize = DiagnosticCode(
        "BB272", .error,
        .init("不认识尺寸“{size}”", "unknown sheet size “{size}”"),
        mend: .init(
            "可以写 A4、A3、A4×6、60x90cm、8x0.7m、rollup-80x200。", "It may be A4, A3, A4×6, 60x90cm, 8x0.7m, rollup-80x200."))
    package static let staticPathTaken = DiagnosticCode(
        "BB273", .error,
        .init("static 里的“{path}”和网站自己的页面重名", "“{path}” of static stands where the site has its own pages"),
        mend: .init("请换一个文件名或文件夹名。", "Choose another name for the file or folder."))
    package static let lockupGuessed = DiagnosticCode(
        "BB274", .warning,
        .init(
            "主题句较长，又没有写分行，题签暂时排成“{lockup}”",
            "the theme is long and no lock-up is stated; its label is set as “{lockup}” for now"),
        mend: .init(
            "请在 theme 里写 lockup（分行），在词语之间断开，最多三行，如 lockup: [第一行, 第二行]。",
            "State lockup in theme, broken between words, at most three lines, such as lockup: [first, second]."))
    package static let codePictureBroken = DiagnosticCode(
        "BB275", .error,
        .init("二维码图片“{path}”已损坏或不完整，打不开", "the code's picture “{path}” is damaged or cut short"),
        mend: .init(
            "请从公众号后台重新下载一张，整个文件放进 images 文件夹。",
            "Download it again from the account's console and put the whole file into images."))
    package static let codeNotFound = DiagnosticCode(
        "BB276", .error,
        .init("图片“{path}”里认不出二维码", "no QR code can be read in “{path}”"),
        mend: .init(
            "请用公众号后台下载的方形二维码原图，不要拍照、加花边、遮盖；圆形的小程序码不能用。先用手机扫一扫，能扫开再放进来。",
            "Use the square code as downloaded, without a frame or anything over it; round mini-program codes cannot be used."
        ))
    package static let codePictureSize = DiagnosticCode(
        "BB277", .error,
        .init(
            "二维码图片“{path}”是 {width}×{height} 像素，太小或太大，不能印",
            "the code's picture “{path}” has {width}×{height} pixels, which is too small or too large to print"),
        mend: .init(
            "请下载边长 {least} 到 {most} 像素的原图；把小图拉大没有用。",
            "Download one with sides of {least} to {most} pixels; enlarging a small one does not help."))
    package static let severalCodes = DiagnosticCode(
        "BB278", .error,
        .init("图片“{path}”里有 {count} 个二维码", "“{path}” holds {count} QR codes"),
        mend: .init("请裁成一张图一个码，一个渠道写一张。", "Cut it so that each picture holds one, and name one for each channel."))
    package static let unknownItem = DiagnosticCode(
        "BB279", .error,
        .init("没有编号为“{id}”的标语[，是否应为“{suggestion}”？]", "there is no slogan “{id}”[; did you mean “{suggestion}”?]"),
        mend: .init("请写标语后面花括号里的编号，不带 #。", "Write the id that stands in braces behind the slogan, without #."))
    package static let emptyCell = DiagnosticCode(
        "BB280", .error,
        .init("“{column}”没有填写", "“{column}” is empty"),
        mend: .init("请填写这一格。", "Fill in the cell."))
    package static let cellNotANumber = DiagnosticCode(
        "BB281", .error,
        .init("“{column}”应当是整数，现在是“{value}”", "“{column}” should be a whole number, but is “{value}”"),
        mend: .init("只写数字，不写单位、逗号和“约”。", "Write digits only."))
    package static let cellOutOfRange = DiagnosticCode(
        "BB282", .error,
        .init(
            "“{column}”的数值 {value} 超出范围（{least} 到 {most}）", "{value} in “{column}” is out of range ({least} to {most})"),
        mend: .init("请核对这个数字。", "Check the number."))
    package static let repeatedRow = DiagnosticCode(
        "BB283", .error,
        .init("“{name}”在第 {line} 行已经有了", "“{name}” stands in line {line} already"),
        mend: .init("请合并成一行，或改成不同的名称。", "Join the two rows, or change the name."))
    package static let unknownPlaceKind = DiagnosticCode(
        "BB284", .error,
        .init(
            "不认识点位类型“{kind}”[，是否应为“{suggestion}”？]", "unknown kind of place “{kind}”[; did you mean “{suggestion}”?]"),
        mend: .init("可以写：{kinds}。", "It may be: {kinds}."))
    package static let unknownUnit = DiagnosticCode(
        "BB285", .error,
        .init(
            "units.csv 里没有单位“{unit}”[，是否应为“{suggestion}”？]",
            "units.csv has no unit “{unit}”[; did you mean “{suggestion}”?]"),
        mend: .init("请写成 units.csv 里的单位全称。", "Write the unit's name as it stands in units.csv."))
    package static let duplicateTagSlug = DiagnosticCode(
        "BB286", .error,
        .init(
            "标签“{name}”和“{other}”的网址名都是“{slug}”", "the tags “{name}” and “{other}” both have the slug “{slug}”"),
        mend: .init("请给其中一个换个网址名；意思一样的标签，合成一个。", "Give one of them another slug; join tags that mean the same."))

    static let campaignCodes: [DiagnosticCode] = [
        phaseOutsidePeriod, phasesOverlap, taskOutsidePeriod, themeWithoutText, lockupDiffers, unknownZone, badBaseURL,
        reservedHost, unknownKeep, duplicateName, badPhoneNumber, badSheetSize, staticPathTaken, lockupGuessed,
        codePictureBroken, codeNotFound, codePictureSize, severalCodes, unknownItem, emptyCell,
        cellNotANumber, cellOutOfRange, repeatedRow, unknownPlaceKind, unknownUnit, duplicateTagSlug,
    ]
}
