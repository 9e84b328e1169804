// BB670–699: handbooks.
extension DiagnosticCode {
    package static let handbookFileMissing = DiagnosticCode(
        "BB670", .error,
        .init("缺少手册的模板文件“{path}”", "the handbook's template file “{path}” is missing"),
        mend: .init("请把这个文件放回去，或改正 handbook.yaml 里的文件名。", "Put the file back, or correct its name in handbook.yaml."))
    package static let handbookFrameMissing = DiagnosticCode(
        "BB671", .error,
        .init("手册的图里没有“{frame}”这个框", "the handbook's art has no frame “{frame}”"),
        mend: .init("请在图里画一个方框，把它的 id 设为“{frame}”。", "Draw a rectangle with the id “{frame}”."))
    package static let unknownPlaceholder = DiagnosticCode(
        "BB672", .error,
        .init("“{field}”里不能用“{name}”", "“{name}” cannot be used in “{field}”"),
        mend: .init("可以用：{known}。", "Known here: {known}."))
    package static let typeAreaTooWide = DiagnosticCode(
        "BB673", .error,
        .init(
            "每行 {count} 字宽 {width} 毫米，版面只容得下 {room} 毫米",
            "lines of {count} characters are {width} mm wide, there is room for {room} mm"),
        mend: .init("请减少 measure（行宽）或 inner（订口）。", "Make measure or inner smaller in handbook.yaml."))
    package static let typeAreaTooTall = DiagnosticCode(
        "BB674", .error,
        .init(
            "每页 {count} 行高 {height} 毫米，版面只容得下 {room} 毫米",
            "{count} lines are {height} mm high, there is room for {room} mm"),
        mend: .init("请减少 lines（行数）、top（天头）或 foot（页脚）。", "Make lines, top or foot smaller in handbook.yaml."))
    package static let frameTextTooLong = DiagnosticCode(
        "BB675", .error,
        .init("“{text}”缩到最小也放不进手册的“{frame}”", "“{text}” does not fit the handbook's “{frame}” even at its least size"),
        mend: .init(
            "请缩短文字，或把图里的框画大，或在 handbook.yaml 里减小字号。",
            "Shorten it, enlarge the frame in the art, or make it smaller in handbook.yaml."
        ))
    package static let unitNameTooLong = DiagnosticCode(
        "BB676", .error,
        .init(
            "单位“{unit}”缩到最小、分成两行也放不进“{frame}”框", "the unit “{unit}” does not fit “{frame}”, even small and in two lines"
        ),
        mend: .init("请用单位的简称，或把 label.svg 里的框画大。", "Use a shorter name, or enlarge the frame in label.svg."))
    package static let handbookSizeUnknown = DiagnosticCode(
        "BB677", .error,
        .init("手册开本“{size}”不认识", "the handbook's size “{size}” is unknown"),
        mend: .init("可以写：{known}。", "Known sizes: {known}."))
    package static let handbookWithoutChapters = DiagnosticCode(
        "BB678", .warning,
        .init(
            "有 {count} 个单位要发手册，但“{folder}”文件夹里没有章节，没有印手册",
            "{count} units want handbooks, but “{folder}” has no chapter: none was made"),
        mend: .init(
            "请在“{folder}”里写一章，或在 handbook.yaml 里换一个文件夹。",
            "Write a chapter into “{folder}”, or name another folder in handbook.yaml."))

    package static let blockTooTall = DiagnosticCode(
        "BB679", .error,
        .init("这一段放不进一页：“{text}”", "this does not fit a page of the handbook: “{text}”"),
        mend: .init("请把大图改小，把长的表格行拆开。", "Make a large picture smaller, or split a long table row."))

    static let handbookCodes: [DiagnosticCode] = [
        handbookFileMissing, handbookFrameMissing, unknownPlaceholder, typeAreaTooWide, typeAreaTooTall,
        frameTextTooLong, unitNameTooLong, handbookSizeUnknown, handbookWithoutChapters,
        blockTooTall,
    ]
}
