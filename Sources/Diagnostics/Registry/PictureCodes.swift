/// BB311 and on: pictures where they are used.
extension DiagnosticCode {
    package static let pictureAsWords = DiagnosticCode(
        "BB311", .warning,
        .init(
            "表格和标题里的图片印不出来，印的是它的说明“{words}”",
            "a picture in a table or a heading is not printed, only its words “{words}”"),
        mend: .init("请让图片自成一段。", "Give the picture a paragraph of its own."))

    package static let pictureInksUnclear = DiagnosticCode(
        "BB312", .error,
        .init(
            "图片“{path}”是印刷用的 CMYK 颜色，却没有注明颜色怎样存放，印出来可能颜色颠倒",
            "the picture “{path}” is in CMYK inks without a note of how they are stored: its colours might be inverted"),
        mend: .init("请用看图软件打开它，另存为 RGB 的 JPEG。", "Open it in a picture program and save it as a JPEG in RGB."))

    static let pictureCodes: [DiagnosticCode] = [pictureAsWords, pictureInksUnclear]
}
