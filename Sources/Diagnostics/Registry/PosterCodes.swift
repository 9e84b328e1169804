// BB610–669: posters and their templates.
extension DiagnosticCode {
    package static let noSuchTemplate = DiagnosticCode(
        "BB610", .error,
        .init(
            "没有叫“{template}”的海报模板[，是否应为“{suggestion}”]",
            "there is no poster template “{template}”[, did you mean “{suggestion}”]"),
        mend: .init("现有的模板：{templates}。", "The templates are: {templates}."))
    package static let templateFileMissing = DiagnosticCode(
        "BB611", .error,
        .init("模板“{template}”里没有文件“{file}”", "the template “{template}” has no file “{file}”"),
        mend: .init(
            "请把文件放进 posters/{template}/，或改正这里的文件名。",
            "Put the file into posters/{template}/, or correct the name here."))
    package static let unknownTake = DiagnosticCode(
        "BB612", .error,
        .init(
            "不知道“{take}”取的是什么[，是否应为“{suggestion}”]",
            "“{take}” is nothing that a frame can take[, did you mean “{suggestion}”]"),
        mend: .init(
            "可以取：title（标题）、section:小标题、meta:date 等，见模板说明。",
            "A frame takes title, section:<heading>, meta:date and so on: see the guide to templates."))
    package static let frameNotDrawn = DiagnosticCode(
        "BB613", .error,
        .init(
            "图稿“{art}”里没有矩形 frame-{frame}[，是否应为“{suggestion}”]",
            "the art “{art}” has no rectangle frame-{frame}[, did you mean “{suggestion}”]"),
        mend: .init(
            "请在图稿里画一个矩形，把它的 id 写成 frame-{frame}。",
            "Draw a rectangle in the art and give it the id frame-{frame}."))
    package static let frameNotSet = DiagnosticCode(
        "BB614", .error,
        .init("图稿里的 frame-{frame} 在 poster.yaml 里没有说明", "the art's frame-{frame} is not described in poster.yaml"),
        mend: .init(
            "请在 frames 下加一项“{frame}”，或从图稿里删去这个矩形。",
            "Add “{frame}” below frames, or remove the rectangle from the art."))
    package static let framesOverlap = DiagnosticCode(
        "BB615", .error,
        .init(
            "frame-{frame} 和 frame-{other} 重叠了 {overlap} 毫米", "frame-{frame} and frame-{other} overlap by {overlap} mm"),
        mend: .init("请在图稿里把两个矩形分开。", "Move the two rectangles apart in the art."))
    package static let frameOutside = DiagnosticCode(
        "BB616", .error,
        .init(
            "frame-{frame} 离纸边只有 {distance} 毫米，至少要 {least} 毫米",
            "frame-{frame} is only {distance} mm from the sheet's edge, at least {least} mm are needed"),
        mend: .init(
            "请把矩形往里移：太靠边的字会被裁掉或打印不出来。",
            "Move the rectangle inwards: text too near the edge is cut off or cannot be printed."))
    package static let frameThemeMissing = DiagnosticCode(
        "BB617", .error,
        .init(
            "图稿“{art}”没有 frame-theme：每张海报都要有活动主题", "the art “{art}” has no frame-theme: every poster carries the theme"),
        mend: .init(
            "请画一个矩形，id 写成 frame-theme，高度不小于整张的 1/24，并在 poster.yaml 的 frames 下写 theme，take 也写 theme。",
            "Draw a rectangle with the id frame-theme, at least 1/24 of the sheet high, and describe theme below frames, with theme as its take."
        ))
    package static let themeTooSmall = DiagnosticCode(
        "BB618", .error,
        .init(
            "活动主题只有 {height} 毫米高，至少要 {least} 毫米（整张的 1/24）",
            "the theme is only {height} mm high, at least {least} mm (1/24 of the sheet) are needed"),
        mend: .init("请在图稿里把 frame-theme 放大。", "Make frame-theme larger in the art."))
    package static let noShapeForSheet = DiagnosticCode(
        "BB619", .error,
        .init(
            "模板“{template}”没有适合“{size}”（{width}×{height} 毫米）的版式",
            "the template “{template}” has no shape for “{size}” ({width} × {height} mm)"),
        mend: .init(
            "请换一个尺寸，或为这个比例画一份图稿[；有这种版式的模板：{others}]。",
            "Choose another size, or draw art of these proportions[; templates that have it: {others}]."))
    package static let unknownSheet = DiagnosticCode(
        "BB620", .error,
        .init("不认识纸张尺寸“{size}”", "unknown sheet size “{size}”"),
        mend: .init("请写 A5 到 A0 中的一个，如 A3。", "Write one of A5 to A0, such as A3."))
    package static let posterOverflow = DiagnosticCode(
        "BB621", .error,
        .init(
            "“{title}”的海报（{template}，{size}）里，“{frame}”的文字排不下，多出 {excess} 毫米",
            "on the poster of “{title}” ({template}, {size}) the text of “{frame}” is {excess} mm too long"),
        mend: .init(
            "请缩短这段文字，或在模板里给它更大的地方。",
            "Shorten the text, or give it more room in the template."))
    package static let takeFoundNothing = DiagnosticCode(
        "BB622", .error,
        .init(
            "“{title}”没有模板“{template}”要的内容“{take}”",
            "“{title}” has nothing for “{take}”, which the template “{template}” shows"),
        mend: .init("请补上这一部分，或换一个模板。", "Add that part, or use another template."))
    package static let codeNotEncodable = DiagnosticCode(
        "BB623", .error,
        .init("做不成二维码：{address}", "cannot be made a QR code: {address}"),
        mend: .init("请把网址改短。", "Use a shorter address."))
    package static let sizeBounds = DiagnosticCode(
        "BB624", .error,
        .init("字号的范围不对：最小 {least}，最大 {most}", "the sizes make no range: least {least}, most {most}"),
        mend: .init(
            "放大（grow）要写 most，缩小（shrink）要写 least，且 least ≤ size ≤ most。",
            "grow needs most, shrink needs least, and least ≤ size ≤ most."))
    package static let unknownFrame = DiagnosticCode(
        "BB625", .error,
        .init("没有叫“{frame}”的文字框[，是否应为“{suggestion}”]", "there is no frame “{frame}”[, did you mean “{suggestion}”]"),
        mend: .init("请写 frames 下面已有的名字。", "Write a name that stands below frames."))
    package static let posterContrast = DiagnosticCode(
        "BB626", .error,
        .init(
            "“{text}”色的字放在“{ground}”色上看不清：对比度 {ratio}，至少要 4.5",
            "{text} text on {ground} is hard to read: contrast {ratio}, at least 4.5 is needed"),
        mend: .init("请换一种文字颜色或底色。", "Choose another colour for the text or the ground."))

    package static let posterTextTooSmall = DiagnosticCode(
        "BB627", .error,
        .init(
            "“{title}”的海报（{template}，{size}）里，“{frame}”的字太小：只有 {height} 毫米高，站在 {distance} 米外看，至少要 {least} 毫米",
            "on the poster of “{title}” ({template}, {size}) the text of “{frame}” is too small: {height} mm high, at least {least} mm are needed at {distance} m"
        ),
        mend: .init(
            "请删去大约 {surplus} 个字，或换大一号的纸，或把视距（distance）改近。",
            "Cut about {surplus} characters, use a larger sheet, or state a nearer distance."))

    static let posterCodes: [DiagnosticCode] = [
        noSuchTemplate, templateFileMissing, unknownTake, frameNotDrawn, frameNotSet, framesOverlap, frameOutside,
        frameThemeMissing, themeTooSmall, noShapeForSheet, unknownSheet, posterOverflow, takeFoundNothing,
        codeNotEncodable, sizeBounds, unknownFrame, posterContrast, posterTextTooSmall,
    ]
}
