// BB431–449: boards, what hangs on them and what is printed for them; pictures of articles.
extension DiagnosticCode {
    package static let unknownBoardPoster = DiagnosticCode(
        "BB431", .error,
        .init(
            "没有叫“{name}”的海报[，是否应为“{suggestion}”？]", "there is no poster “{name}”[; did you mean “{suggestion}”?]"),
        mend: .init(
            "请写 output/posters 里的文件名，不要扩展名，如 help/help-A3；尺寸可以不写。还没有这张海报，就先在文章的 posters 里加上。",
            "Write a file's name below output/posters without its extension, such as help/help-A3, the size if you like; or ask for the poster under posters of its page."
        ))
    package static let posterLargerThanBoard = DiagnosticCode(
        "BB432", .error,
        .init(
            "“{poster}”挂不进“{place}”：板面是 {size}，海报有 {sizes}",
            "“{poster}” does not fit “{place}”: the board is {size}, the poster comes in {sizes}"),
        mend: .init(
            "请核对板面尺寸，或换一张海报，或在那篇文章的 posters 里加一个小些的尺寸。",
            "Check the board's size, choose another poster, or add a smaller size under posters of its page."))
    package static let boardFull = DiagnosticCode(
        "BB433", .error,
        .init(
            "“{place}”的板面 {size} 挂不下这 {count} 张纸", "the board of “{place}”, {size}, does not hold these {count} sheets"),
        mend: .init(
            "请在 places.csv 这一行的“海报”里去掉几张，或写小一号的尺寸。",
            "Name fewer posters in the column 海报 of this row of places.csv, or smaller sizes."))
    package static let posterUnlikeStand = DiagnosticCode(
        "BB434", .error,
        .init(
            "“{place}”的展架是 {size}，“{poster}”只有 {sizes}", "the stand of “{place}” is {size}, “{poster}” comes in {sizes}"
        ),
        mend: .init(
            "展架的画面要和架子一样大：请在那篇文章的 posters 里加上这个尺寸，或核对架子。",
            "A stand takes a sheet of its very size: add that size under posters of its page, or check the stand."))
    package static let nothingFitsBoard = DiagnosticCode(
        "BB435", .warning,
        .init(
            "“{place}”（{kind}，{size}）没有海报可挂：campaign.yaml 为这一类写的都放不下",
            "nothing hangs at “{place}” ({kind}, {size}): none of its kind's posters in campaign.yaml fits"),
        mend: .init(
            "请在 places.csv 这一行的“海报”里写一张放得下的，或核对尺寸。",
            "Name a poster that fits in the column 海报 of this row of places.csv, or check the size."))

    package static let longPictureTooLong = DiagnosticCode(
        "BB436", .error,
        .init(
            "“{title}”的长图高 {height} 像素，最多 {most}",
            "the long picture of “{title}” is {height} pixels high, at most {most}"),
        mend: .init(
            "请缩短文章，或在 campaign.yaml 的 wechat 里去掉这一栏的 long。",
            "Shorten the text, or take long from this section under wechat in campaign.yaml."))

    static let boardCodes: [DiagnosticCode] = [
        unknownBoardPoster, posterLargerThanBoard, boardFull, posterUnlikeStand, nothingFitsBoard, longPictureTooLong,
    ]
}
