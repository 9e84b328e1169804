// BB287–299: whether a poster can be read and scanned where it hangs.
extension DiagnosticCode {
    package static let posterTextStrains = DiagnosticCode(
        "BB287", .warning,
        .init(
            "“{title}”的海报（{template}，{size}）里，“{frame}”的字看着吃力：{height} 毫米高，站在 {distance} 米外看，最好有 {least} 毫米",
            "on the poster of “{title}” ({template}, {size}) the text of “{frame}” strains the eyes: {height} mm high, {least} mm would be comfortable at {distance} m"
        ),
        mend: .init(
            "请删去大约 {surplus} 个字，或换大一号的纸，或把视距（distance）改近。",
            "Cut about {surplus} characters, use a larger sheet, or state a nearer distance."))
    package static let posterTextForElderly = DiagnosticCode(
        "BB288", .error,
        .init(
            "给老年人看的海报“{title}”（{template}，{size}）里，“{frame}”的字太小：{height} 毫米高，站在 {distance} 米外看，至少要 {least} 毫米",
            "on the poster of “{title}” ({template}, {size}), which is for the elderly, the text of “{frame}” is too small: {height} mm high, at least {least} mm are needed at {distance} m"
        ),
        mend: .init(
            "请删去大约 {surplus} 个字，或换大一号的纸，或把视距（distance）改近。",
            "Cut about {surplus} characters, use a larger sheet, or state a nearer distance."))
    package static let hiddenByStand = DiagnosticCode(
        "BB289", .error,
        .init(
            "“{size}”的展架会挡住 frame-{frame}：{zone}，进去了 {depth} 毫米",
            "the stand of “{size}” hides frame-{frame}: {zone}, by {depth} mm"),
        mend: .init(
            "请把矩形移出看不见的地方：易拉宝上头 25 毫米、下头 200 毫米，X 展架四角 40 毫米。",
            "Move the rectangle away: a roll-up hides the topmost 25 mm and the lowest 200 mm, an X stand 40 mm at each corner."
        ))
    package static let posterCodeTooSmall = DiagnosticCode(
        "BB290", .error,
        .init(
            "“{title}”的海报（{template}，{size}）里，二维码只有 {side} 毫米宽；站在 {distance} 米外扫，至少要 {least} 毫米",
            "on the poster of “{title}” ({template}, {size}) the QR code is only {side} mm wide; to be scanned from {distance} m it needs {least} mm"
        ),
        mend: .init("请在图稿里把 frame-qr 放大。", "Make frame-qr larger in the art."))
    package static let posterCodeTooFine = DiagnosticCode(
        "BB291", .error,
        .init(
            "“{title}”的海报（{template}，{size}）里，二维码太密，手机扫不上：网址有 {length} 个字符，一格只有 {module} 毫米，至少要 {least} 毫米",
            "on the poster of “{title}” ({template}, {size}) the QR code is too dense for a phone: the address has {length} characters, a module is {module} mm, at least {least} mm are needed"
        ),
        mend: .init(
            "请把网址改短，或把 frame-qr 放大到 {side} 毫米。",
            "Use a shorter address, or make frame-qr {side} mm wide."))
    package static let bannerTooLow = DiagnosticCode(
        "BB292", .warning,
        .init(
            "横幅“{title}”（{size}）的字小了：高 {height} 厘米，只有布高的 {share}%；一行字该占布高的六成（{least} 厘米）",
            "the characters of the banner “{title}” ({size}) are small: {height} cm high, {share} % of the cloth; a line takes six tenths ({least} cm)"
        ),
        mend: .init(
            "请换 {length} 米长的布，或把标语缩到 {count} 个字以内（连标点）。",
            "Use cloth of {length} m, or at most {count} characters, marks included."))
    package static let pictureForWeChatTooHeavy = DiagnosticCode(
        "BB293", .error,
        .init(
            "“{title}”的 {file} 压到多小都超过 {most}，公众号不收",
            "{file} of “{title}” stays above {most} however it is compressed, and WeChat takes no more"),
        mend: .init(
            "请缩短文章，或去掉文章里的照片，或在 campaign.yaml 的 wechat 里去掉这一种图。",
            "Shorten the text, take photographs out of it, or take this picture from wechat in campaign.yaml."))
    package static let artPathTooDense = DiagnosticCode(
        "BB294", .error,
        .init(
            "图稿里有一个图形太密：路径数据 {size}，最多 {limit}，画起来要几分钟",
            "a shape of the drawing is too dense: {size} of path data, at most {limit}; drawing it would take minutes"),
        mend: .init(
            "请在画图软件里简化路径（Inkscape：路径 → 简化），或拆成几个图形；描摹出来的照片请换成位图。",
            "Simplify the path in the drawing program (Inkscape: Path → Simplify) or split it into several shapes; use a picture instead of a traced photograph."
        ))
    package static let notInks = DiagnosticCode(
        "BB295", .error,
        .init("“{value}”看不出是哪几种油墨、各占百分之几", "“{value}” does not say which inks and how much of each"),
        mend: .init(
            "请写成 M80 Y80 这样：字母是油墨（C 青、M 品红、Y 黄、K 黑），后面是 0 到 100 的百分数，用空格隔开。",
            "Write it like M80 Y80: the ink (C, M, Y or K), then its per cents from 0 to 100, separated by spaces."))

    static let posterReadingCodes: [DiagnosticCode] = [
        posterTextStrains, posterTextForElderly, hiddenByStand, posterCodeTooSmall, posterCodeTooFine, bannerTooLow,
        pictureForWeChatTooHeavy, artPathTooDense, notInks,
    ]
}
