// BB601–609: PDF files and pictograms. Posters have BB610–669 (PosterCodes.swift), handbooks BB670 onwards.
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

    static let prepressCodes: [DiagnosticCode] =
        [pdfLibraryFailed, unknownPictogram, pictogramNotSquare] + posterCodes + handbookCodes
}
