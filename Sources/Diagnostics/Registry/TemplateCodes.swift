// BB4xx: theme, templates and site.
extension DiagnosticCode {
    package static let notAColour = DiagnosticCode(
        "BB401", .error,
        .init("“{value}”不是颜色", "“{value}” is not a colour"),
        mend: .init(
            "请写成 \"#C1121F\" 的样子：井号加六位十六进制数，外面加引号。",
            "Write it like \"#C1121F\": a hash and six hexadecimal digits, in quotes."))
    package static let lowContrast = DiagnosticCode(
        "BB402", .error,
        .init(
            "“{text}”放在“{ground}”上看不清：对比度 {ratio}，至少要 4.5",
            "“{text}” on “{ground}” is hard to read: contrast {ratio}, at least 4.5 is needed"),
        mend: .init("请把其中一个调深或调浅。", "Make one of the two darker or lighter."))

    static let templateCodes: [DiagnosticCode] = [
        notAColour, lowContrast,
    ]
}
