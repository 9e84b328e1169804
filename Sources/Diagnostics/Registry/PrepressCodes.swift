// BB601–609: PDF files. Posters have BB610–669 (PosterCodes.swift), handbooks BB670 onwards.
extension DiagnosticCode {
    package static let pdfLibraryFailed = DiagnosticCode(
        "BB601", .error,
        .init("处理 PDF 时出错：{reason}", "the PDF could not be finished: {reason}"),
        mend: .init("请重试；若仍出错，请把这段话告诉开发者。", "Try again; if it stays, report this text to the developers."),
        kind: .machine)

    static let prepressCodes: [DiagnosticCode] = [pdfLibraryFailed] + posterCodes + handbookCodes
}
