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
            "请用 --on 换一天，或改文件头部的 publish、expire。",
            "Choose another day with --on, or change publish or expire in the front matter."))
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

    static let pressCodes: [DiagnosticCode] = [
        fileNotInCampaign, pieceNotStanding, itemWanted, itemNotHere, pictureBeyondLimit,
    ]
}
