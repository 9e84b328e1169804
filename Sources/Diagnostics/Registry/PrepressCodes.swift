// BB601–609: PDF files, pictograms and files of other programs. Posters have BB610–669 (PosterCodes.swift), handbooks BB670 onwards.
extension DiagnosticCode {
    package static let pdfLibraryFailed = DiagnosticCode(
        "BB601", .error,
        .init("处理 PDF 时出错：{reason}", "the PDF could not be finished: {reason}"),
        mend: .init("请重试；若仍出错，请把这段话告诉开发者。", "Try again; if it stays, report this text to the developers."),
        kind: .machine)

    package static let unknownPictogram = DiagnosticCode(
        "BB602", .error,
        .init(
            "没有叫“{name}”的图标[，是否应为“{suggestion}”]", "there is no pictogram “{name}”[, did you mean “{suggestion}”]"),
        mend: .init("现有的图标：{known}。", "The pictograms are: {known}."))
    package static let pictogramNotSquare = DiagnosticCode(
        "BB603", .error,
        .init("图标“{name}”不是正方形（{width}×{height}）", "the pictogram “{name}” is not square ({width} × {height})"),
        mend: .init("请把图稿的宽和高改成一样，如 24×24。", "Give the drawing one width and height, such as 24 × 24."))

    package static let officeFile = DiagnosticCode(
        "BB604", .error,
        .init("这是 Excel、Word 或 WPS 的文件，不是纯文字", "this is a file of Excel, Word or WPS, not plain text"),
        mend: .init(
            "表格：在 Excel 里另存为“CSV UTF-8（逗号分隔）”。文章：把文字复制到文本编辑器里，存成 .md。只改后缀没有用。",
            "A table: save it in Excel as CSV UTF-8. A text: copy it into a text editor and save it as .md. A new suffix alone does not help."
        ))

    static let prepressCodes: [DiagnosticCode] =
        [pdfLibraryFailed, unknownPictogram, pictogramNotSquare, officeFile] + posterCodes + handbookCodes
}
