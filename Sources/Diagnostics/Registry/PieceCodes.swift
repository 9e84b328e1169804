// BB240–260: pieces, cases and slogans.
extension DiagnosticCode {
    package static let badSlug = DiagnosticCode(
        "BB240", .error,
        .init("网址名“{slug}”只能用小写字母、数字和单个连字符", "“{slug}” may hold only small letters, digits and single hyphens"),
        mend: .init("请写成 help-page 这样的形式，不能有空格、中文、斜杠和点。", "Write it like help-page, without spaces, slashes and dots."))
    package static let duplicateSlug = DiagnosticCode(
        "BB241", .error,
        .init("网址名“{value}”已经用在 {other}", "the slug “{value}” is already used by {other}"),
        mend: .init("请换一个，每篇都要不同。", "Choose another; each piece needs its own."))
    package static let reservedName = DiagnosticCode(
        "BB242", .error,
        .init("“{name}”是保留名称，不能用", "“{name}” is a reserved name"),
        mend: .init(
            "请换一个名称；con、nul、index 等由系统占用，标签的网址名不能以 tag- 开头。",
            "Choose another; con, nul, index and the like are reserved, and so are slugs of tags that begin with tag-.")
    )
    package static let badCode = DiagnosticCode(
        "BB243", .error,
        .init("短码“{code}”只能是 1 到 6 个小写字母和数字", "the code “{code}” may hold 1 to 6 small letters and digits only"),
        mend: .init("请写成 c01 这样的形式；印出去以后不要再改。", "Write it like c01; never change it once it is printed."))
    package static let duplicateCode = DiagnosticCode(
        "BB244", .error,
        .init("短码“{value}”已经用在 {other}", "the code “{value}” is already used by {other}"),
        mend: .init("请换一个；印刷品上的二维码靠短码找到文章。", "Choose another; printed codes find their piece by it."))
    package static let unknownAudience = DiagnosticCode(
        "BB245", .error,
        .init(
            "campaign.yaml 里没有对象“{value}”[，是否应为“{suggestion}”？]",
            "campaign.yaml has no audience “{value}”[; did you mean “{suggestion}”?]"),
        mend: .init(
            "[可以写：{known}。]没有列出的，先加到 campaign.yaml 里。", "[It may be: {known}. ]Add another to campaign.yaml first."))
    package static let unknownType = DiagnosticCode(
        "BB246", .error,
        .init(
            "campaign.yaml 里没有案例类型“{value}”[，是否应为“{suggestion}”？]",
            "campaign.yaml has no type “{value}”[; did you mean “{suggestion}”?]"),
        mend: .init(
            "[可以写：{known}。]没有列出的，先加到 campaign.yaml 里。", "[It may be: {known}. ]Add another to campaign.yaml first."))
    package static let unknownCasePart = DiagnosticCode(
        "BB247", .error,
        .init("案例里不该有“{part}”这一节[，是否应为“{suggestion}”？]", "a case has no part “{part}”[; did you mean “{suggestion}”?]"),
        mend: .init("案例固定五节：他们怎么说、怎么上钩、转折、法律、怎么办。", "The five parts are 他们怎么说, 怎么上钩, 转折, 法律, 怎么办."))
    package static let missingCasePart = DiagnosticCode(
        "BB248", .error,
        .init("案例缺少“{part}”这一节", "the case lacks the part “{part}”"),
        mend: .init("请补上二级标题“## {part}”和内容。", "Add the heading “## {part}” and its text."))
    package static let casePartOrder = DiagnosticCode(
        "BB249", .error,
        .init(
            "案例各节顺序不对：这里应当是“{expected}”，现在是“{part}”",
            "the parts are out of order: “{part}” stands where “{expected}” should"),
        mend: .init("请按他们怎么说、怎么上钩、转折、法律、怎么办的顺序排列。", "Order them 他们怎么说, 怎么上钩, 转折, 法律, 怎么办."))
    package static let repeatedCasePart = DiagnosticCode(
        "BB250", .error,
        .init("案例里“{part}”写了两节", "the part “{part}” stands twice"),
        mend: .init("请合并成一节。", "Join the two."))
    package static let emptyCasePart = DiagnosticCode(
        "BB251", .error,
        .init("“{part}”这一节没有内容", "the part “{part}” is empty"),
        mend: .init("请写上内容。", "Write its text."))
    package static let notASlogan = DiagnosticCode(
        "BB252", .error,
        .init("标语文件的正文只能是列表，一条一项", "the body of a slogan group may hold lists only"),
        mend: .init("请写成“- 标语 {example}”，每条一行。", "Write one line “- slogan {example}” for each."))
    package static let sloganWithoutID = DiagnosticCode(
        "BB253", .error,
        .init("标语“{slogan}”没有编号", "the slogan “{slogan}” has no id"),
        mend: .init("请在末尾加上编号，如 {example}。", "Add an id at its end, such as {example}."))
    package static let badSloganID = DiagnosticCode(
        "BB254", .error,
        .init(
            "标语编号“{id}”只能用小写字母、数字和单个连字符",
            "the slogan's id “{id}” may hold only small letters, digits and single hyphens"),
        mend: .init("请写成 {example} 这样的形式。", "Write it like {example}."))
    package static let duplicateSloganID = DiagnosticCode(
        "BB255", .error,
        .init("标语编号“{id}”已经用在 {other}", "the slogan's id “{id}” is already used at {other}"),
        mend: .init("请换一个，每条都要不同。", "Choose another; each slogan needs its own."))
    package static let emptySlogan = DiagnosticCode(
        "BB256", .error,
        .init("这一项没有标语", "an item without a slogan"),
        mend: .init("请写上标语，或删去这一项。", "Write a slogan, or delete the item."))
    package static let nameWithoutConsent = DiagnosticCode(
        "BB257", .error,
        .init("写了真实姓名“{name}”，没有注明本人授权", "“{name}” is named without consent"),
        mend: .init("请补上 consent（授权），写明本人何时同意；没有授权就用化名，删去这一条。", "Add consent, or leave the name out."))
    package static let notVerified = DiagnosticCode(
        "BB258", .warning,
        .init("内容待核实", "not verified yet"),
        mend: .init("请核对原文后删去这一行；印刷前应当核实。", "Check it against its source and delete the line; do so before printing."))
    package static let endBeforeStart = DiagnosticCode(
        "BB259", .error,
        .init("结束日期（{to}）早于开始日期（{from}）", "the end ({to}) lies before the start ({from})"),
        mend: .init("请核对两个日期。", "Check both dates."))
    package static let repeatedItem = DiagnosticCode(
        "BB260", .error,
        .init("“{item}”写了两次", "“{item}” stands twice"),
        mend: .init("只留一个。", "Keep one."))

    static let pieceCodes: [DiagnosticCode] = [
        badSlug, duplicateSlug, reservedName, badCode, duplicateCode, unknownAudience, unknownType, unknownCasePart,
        missingCasePart, casePartOrder, repeatedCasePart, emptyCasePart, notASlogan, sloganWithoutID, badSloganID,
        duplicateSloganID, emptySlogan, nameWithoutConsent, notVerified, endBeforeStart, repeatedItem,
    ]
}
