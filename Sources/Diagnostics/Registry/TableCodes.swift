// BB201–219: tables.
extension DiagnosticCode {
    package static let csvQuoteNotClosed = DiagnosticCode(
        "BB201", .error,
        .init("这一格的英文双引号没有配对", "the quotation mark of this cell is not closed"),
        mend: .init("请删去多余的英文双引号，或补上后一个。", "Delete the mark or add the closing one."))
    package static let csvTextAfterQuote = DiagnosticCode(
        "BB202", .error,
        .init("引号之后、逗号之前还有文字", "text between the closing quotation mark and the comma"),
        mend: .init("整格文字都放进引号；格内的英文双引号要写两个。", "Put the whole cell into the quotes, and double the quotes inside."))
    package static let csvTooManyCells = DiagnosticCode(
        "BB203", .error,
        .init("这一行有 {count} 格，表头只有 {expected} 格", "this row has {count} cells, the header {expected}"),
        mend: .init("请删去多余的英文逗号；格内要用逗号时写中文逗号，或给整格加引号。", "Delete the extra comma, or quote the cell."))
    package static let csvSeparator = DiagnosticCode(
        "BB204", .error,
        .init("表格各列之间用了{mark}", "the columns are separated by {mark}"),
        mend: .init("请用英文逗号分隔，或在表格软件里另存为“CSV UTF-8（逗号分隔）”。", "Separate them by commas, or save the sheet as CSV UTF-8.")
    )
    package static let unknownColumn = DiagnosticCode(
        "BB205", .error,
        .init(
            "未知的列“{column}”[，是否应为“{suggestion}”？]", "unknown column “{column}”[; did you mean “{suggestion}”?]"),
        mend: .init("请改正表头，或者删去这一列。", "Correct the header, or delete the column."))
    package static let missingColumn = DiagnosticCode(
        "BB206", .error,
        .init("表头缺少“{column}”这一列", "the column “{column}” is missing"),
        mend: .init("请在第一行补上列名“{column}”。", "Add “{column}” to the first line."))
    package static let duplicateColumn = DiagnosticCode(
        "BB207", .error,
        .init("“{column}”这一列出现了两次", "the column “{column}” stands twice"),
        mend: .init("只留一列。", "Keep one of them."))
    package static let emptyTable = DiagnosticCode(
        "BB208", .error,
        .init("表格是空的", "the table is empty"),
        mend: .init("第一行写列名，从第二行起每行一条。", "Write the columns' names in line 1 and one entry a line below."))

    static let tableCodes: [DiagnosticCode] = [
        csvQuoteNotClosed, csvTextAfterQuote, csvTooManyCells, csvSeparator, unknownColumn, missingColumn,
        duplicateColumn, emptyTable,
    ]
}
