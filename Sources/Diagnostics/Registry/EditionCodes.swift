// BB3xx: edition.
extension DiagnosticCode {
    package static let linkToAbsentPiece = DiagnosticCode(
        "BB301", .warning,
        .init("链接的文章这一天没有发布，只显示文字", "the linked piece does not stand on this day; only the text is shown"),
        mend: .init("可以删去链接，或调整那篇文章的发布、撤下日期。", "Remove the link, or change the days of that piece."))
    package static let emptyEdition = DiagnosticCode(
        "BB302", .warning,
        .init("{date}这一天没有可发布的内容", "nothing is published on {date}"),
        mend: .init(
            "请检查各篇的发布、撤下日期和结束后保留的栏目（keep）。", "Check the pieces' days and what stays after the period (keep)."))
    package static let badSourceDateEpoch = DiagnosticCode(
        "BB303", .error,
        .init("环境变量 SOURCE_DATE_EPOCH 的值“{value}”不是有效的时间", "SOURCE_DATE_EPOCH “{value}” is no valid time"),
        mend: .init("请清除这个变量，或用 --on 指定日期。", "Unset it, or name the day with --on."), kind: .machine)

    static let editionCodes: [DiagnosticCode] = [linkToAbsentPiece, emptyEdition, badSourceDateEpoch]
}
