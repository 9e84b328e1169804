// BB020–059: settings, front matter and fields.
extension DiagnosticCode {
    package static let yamlSyntax = DiagnosticCode(
        "BB020", .error,
        .init("格式读不懂：{reason}", "cannot be read as YAML: {reason}"),
        mend: .init(
            "请检查这一行和上一行：冒号后要有空格，引号、括号要成对，缩进用空格对齐。",
            "Check this line and the one before: a space after the colon, paired quotes and brackets, aligned spaces."))
    package static let tabIndentation = DiagnosticCode(
        "BB021", .error,
        .init("行首用了制表符（Tab）", "the line is indented with a tab"),
        mend: .init("请改成空格，每级两个。", "Use spaces, two for each level."))
    package static let duplicateField = DiagnosticCode(
        "BB022", .error,
        .init("字段“{field}”写了不止一次", "the field “{field}” stands more than once"),
        mend: .init("只留一个，删去多余的。", "Keep one and delete the others."))
    package static let unknownField = DiagnosticCode(
        "BB023", .error,
        .init(
            "未知的字段“{field}”[，是否应为“{suggestion}”？]", "unknown field “{field}”[; did you mean “{suggestion}”?]"),
        mend: .init("请改成正确的字段名，或者删去这一行。", "Correct the field's name, or delete the line."))
    package static let twinFields = DiagnosticCode(
        "BB024", .error,
        .init("“{field}”和“{other}”是同一个字段", "“{field}” and “{other}” are the same field"),
        mend: .init("只写其中一个。", "Write one of the two."))
    package static let missingField = DiagnosticCode(
        "BB025", .error,
        .init("缺少字段“{field}”", "the field “{field}” is missing"),
        mend: .init("请补上一行“{key}: …”或“{field}: …”。", "Add a line “{key}: …”."))
    package static let emptyField = DiagnosticCode(
        "BB026", .error,
        .init("字段“{field}”不能为空", "the field “{field}” must not be empty"),
        mend: .init("请在冒号后填写内容。", "Write its value behind the colon."))
    package static let blankField = DiagnosticCode(
        "BB027", .warning,
        .init("字段“{field}”没有填写，按没有这个字段处理", "the field “{field}” has no value and is ignored"),
        mend: .init("请填写内容，或者删去这一行。", "Give it a value, or delete the line."))
    package static let wrongKind = DiagnosticCode(
        "BB028", .error,
        .init("字段“{field}”应当是{expected}，现在是{found}", "the field “{field}” should be {expected}, but is {found}"),
        mend: .init("请照应有的写法改写。", "Write it in the expected form."))
    package static let notADate = DiagnosticCode(
        "BB029", .error,
        .init("字段“{field}”里的“{value}”不是日期", "“{value}” in the field “{field}” is not a date"),
        mend: .init("请写成 2024-07-01 或 2024年7月1日。", "Write it like 2024-07-01 or 2024年7月1日."))
    package static let impossibleDate = DiagnosticCode(
        "BB030", .error,
        .init("字段“{field}”里的日期“{value}”不存在或年份不对", "“{value}” in the field “{field}” is no possible date"),
        mend: .init("请核对年、月、日。", "Check the year, the month and the day."))
    package static let outOfRange = DiagnosticCode(
        "BB031", .error,
        .init(
            "字段“{field}”的数值 {value} 超出范围（{least} 到 {most}）",
            "the value {value} of the field “{field}” is out of range ({least} to {most})"),
        mend: .init("请核对这个数字。", "Check the number."))
    package static let textTooLong = DiagnosticCode(
        "BB032", .error,
        .init(
            "字段“{field}”太长：{count} 字，上限 {limit} 字",
            "the field “{field}” is too long: {count} characters, at most {limit}"),
        mend: .init("请缩短；长的内容写到正文里。", "Shorten it; long texts belong into the body."))
    package static let unknownChoice = DiagnosticCode(
        "BB033", .error,
        .init(
            "字段“{field}”不能写“{value}”[，是否应为“{suggestion}”？]",
            "the field “{field}” cannot be “{value}”[; did you mean “{suggestion}”?]"),
        mend: .init("可以写：{choices}。", "It may be: {choices}."))
    package static let wrongCount = DiagnosticCode(
        "BB034", .error,
        .init(
            "字段“{field}”有 {count} 项，应当是 {least} 到 {most} 项",
            "the field “{field}” has {count} items, it should have {least} to {most}"),
        mend: .init("请增减到规定的项数。", "Add or remove items."))
    package static let controlCharacter = DiagnosticCode(
        "BB035", .error,
        .init("字段“{field}”里有看不见的控制字符", "the field “{field}” holds an invisible control character"),
        mend: .init("请删去这一行，重新输入一遍。", "Delete the line and type it again."))
    package static let settingsTooDeep = DiagnosticCode(
        "BB036", .error,
        .init("层级太深，超过 {limit} 层", "nested too deeply, over {limit} levels"),
        mend: .init("请检查多余的括号和缩进。", "Look for superfluous brackets and indentation."))
    package static let yamlReference = DiagnosticCode(
        "BB037", .error,
        .init("不支持用 & 和 * 引用别处的内容", "references by & and * are not supported"),
        mend: .init("请把内容直接写在这里；文字以 & 或 * 开头时加上引号。", "Write the value here; quote a text that begins with & or *."))
    package static let fullWidthColon = DiagnosticCode(
        "BB038", .error,
        .init("字段“{field}”后面用了中文冒号“：”", "the field “{field}” is followed by a full-width colon"),
        mend: .init("请改成英文冒号加一个空格：“{field}: ”。", "Use an ASCII colon and a space: “{field}: ”."))
    package static let colonWithoutSpace = DiagnosticCode(
        "BB039", .error,
        .init("字段“{field}”的冒号后面缺少空格", "no space after the colon of “{field}”"),
        mend: .init("请改成“{field}: ”，冒号后加一个空格。", "Write “{field}: ” with a space."))
    package static let keyNotText = DiagnosticCode(
        "BB040", .error,
        .init("字段名应当是文字", "a field's name must be a text"),
        mend: .init("请写成“字段名: 内容”。", "Write “name: value”."))
    package static let notAGroup = DiagnosticCode(
        "BB041", .error,
        .init("这里应当是一行一个的“字段名: 内容”", "“name: value” lines are expected here"),
        mend: .init("请每行写一个字段：字段名、英文冒号、空格、内容。", "Write one field a line: name, colon, space, value."))

    static let settingsCodes: [DiagnosticCode] = [
        yamlSyntax, tabIndentation, duplicateField, unknownField, twinFields, missingField, emptyField, blankField,
        wrongKind, notADate, impossibleDate, outOfRange, textTooLong, unknownChoice, wrongCount, controlCharacter,
        settingsTooDeep, yamlReference, fullWidthColon, colonWithoutSpace, keyNotText, notAGroup,
    ]
}
