// BB001–019: files and the machine.
extension DiagnosticCode {
    package static let fileUnreadable = DiagnosticCode(
        "BB001", .error,
        .init("读不了文件“{path}”：{reason}", "cannot read “{path}”: {reason}"),
        mend: .init("请检查文件是否存在、是否有读取权限。", "Check that the file exists and may be read."),
        kind: .machine)
    package static let invalidUTF8 = DiagnosticCode(
        "BB002", .error,
        .init("文件不是 UTF-8 编码：第 {offset} 字节处无法识别", "not UTF-8: malformed at byte offset {offset}"),
        mend: .init(
            "用记事本打开，另存为时把“编码”选为 UTF-8。", "Open it in a text editor and save it with the encoding UTF-8."))
    package static let fileTooLarge = DiagnosticCode(
        "BB003", .error,
        .init("文件太大：{size}，上限 {limit}", "the file is too large: {size}, the limit is {limit}"),
        mend: .init("请把内容拆成几个文件。", "Split the content into several files."))
    package static let linkOutOfFolder = DiagnosticCode(
        "BB004", .error,
        .init("“{path}”是指向内容文件夹之外的链接", "“{path}” is a link that leaves the content folder"),
        mend: .init("把文件本身复制进来，不要用链接。", "Copy the file itself into the folder instead of a link."))
    package static let byteOrderMark = DiagnosticCode(
        "BB005", .warning,
        .init("文件开头有 BOM 标记，已忽略", "the file begins with a byte order mark, which is ignored"),
        mend: .init("另存为“UTF-8（无 BOM）”即可。", "Save it as UTF-8 without BOM."))

    package static let templatesMissing = DiagnosticCode(
        "BB006", .error,
        .init("找不到模板文件夹“{path}”（里面应有 theme.yaml）", "no template folder “{path}” (it holds theme.yaml)"),
        mend: .init(
            "请在有 templates 文件夹的地方运行，或用 --templates 指明。", "Run where templates/ is, or name it with --templates."),
        kind: .machine)
    package static let folderNotEmpty = DiagnosticCode(
        "BB007", .error,
        .init("“{path}”里已经有东西，不能在这里新建", "“{path}” is not empty"),
        mend: .init("请换一个名字，或先把它移走。", "Choose another name, or move it away first."))
    package static let fileUnwritable = DiagnosticCode(
        "BB008", .error,
        .init("写不了“{path}”：{reason}", "cannot write “{path}”: {reason}"),
        mend: .init("请检查磁盘空间和写入权限。", "Check the disk space and the right to write."),
        kind: .machine)
    package static let unexpected = DiagnosticCode(
        "BB009", .error,
        .init("程序内部出错：{reason}", "something unexpected went wrong: {reason}"),
        mend: .init("什么都没有写。请把这段话告诉开发者。", "Nothing was written. Please report this text to the developers."),
        kind: .machine)

    static let fileCodes: [DiagnosticCode] = [
        fileUnreadable, invalidUTF8, fileTooLarge, linkOutOfFolder, byteOrderMark, templatesMissing, folderNotEmpty,
        fileUnwritable, unexpected,
    ]
}
