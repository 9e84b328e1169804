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

    package static let fontNotLicensed = DiagnosticCode(
        "BB403", .error,
        .init(
            "“{family}”是{maker}字库的字体，印出来要买许可",
            "“{family}” is a font of {maker}: printing it needs a licence that is sold"),
        mend: .init(
            "请换一种可以自由印刷的字体，如 Noto Serif CJK SC；买了许可的，在 fonts 下写 licences（许可），一行一种：字族: 许可合同号。",
            "Use a free font, such as Noto Serif CJK SC; with a licence, record it in fonts.licences, a line each: the family, a colon, the contract."
        ))

    package static let unknownKey = DiagnosticCode(
        "BB410", .error,
        .init(
            "这里没有叫“{key}”的内容[，是否应为“{suggestion}”？]",
            "there is no key “{key}” here[; did you mean “{suggestion}”?]"),
        mend: .init(
            "请改成正确的名字；各模板能用的名字见 docs/templates.md。",
            "Correct the name; docs/templates.md lists the keys of each template."))
    package static let unknownPartial = DiagnosticCode(
        "BB411", .error,
        .init(
            "没有叫“{key}”的局部模板[，是否应为“{suggestion}”？]",
            "there is no partial “{key}”[; did you mean “{suggestion}”?]"),
        mend: .init("局部模板放在 partials/{key}.mustache。", "Partials stand in partials/{key}.mustache."))
    package static let unclosedTag = DiagnosticCode(
        "BB412", .error,
        .init("左边的花括号没有配上右边的", "opening braces without closing braces"),
        mend: .init("请补上右边的花括号。", "Add the closing braces."))
    package static let unclosedSection = DiagnosticCode(
        "BB413", .error,
        .init("“{key}”这一段没有结束", "the section “{key}” is not closed"),
        mend: .init("在这一段末尾补上写着“/{key}”的结束标记。", "Add the closing tag “/{key}” where the section ends."))
    package static let strayClosingTag = DiagnosticCode(
        "BB414", .error,
        .init("结束标记“/{key}”没有对应的开头", "the closing tag “/{key}” closes nothing"),
        mend: .init("请删去，或者补上写着“#{key}”的开头。", "Delete it, or add the opening tag “#{key}”."))
    package static let wrongClosingTag = DiagnosticCode(
        "BB415", .error,
        .init("这一段由“{open}”开头，却由“/{key}”结束", "the section “{open}” is closed by “/{key}”"),
        mend: .init("请把结束标记改成“/{open}”，或检查嵌套的次序。", "Close it by “/{open}”, or check the nesting."))
    package static let rawText = DiagnosticCode(
        "BB416", .error,
        .init("“{key}”是普通文字，不能用三个花括号", "“{key}” is plain text and must not stand in three braces"),
        mend: .init("请改用两个花括号，这样尖括号会被转义。", "Use two braces, which escape it."))
    package static let escapedHTML = DiagnosticCode(
        "BB417", .error,
        .init("“{key}”是排好版的内容，要用三个花括号", "“{key}” is markup and needs three braces"),
        mend: .init("请改用三个花括号，不然读者会看到标签。", "Use three braces, or readers see the tags."))
    package static let sectionAsValue = DiagnosticCode(
        "BB418", .error,
        .init("“{key}”只能用作段落的开关或列表，不能直接写出来", "“{key}” opens sections and cannot be written out"),
        mend: .init("请用“#{key}”和“/{key}”包住要显示的内容。", "Wrap what is to be shown in “#{key}” and “/{key}”."))
    package static let unsupportedTag = DiagnosticCode(
        "BB419", .error,
        .init("不支持这种标记", "this kind of tag is not supported"),
        mend: .init(
            "可以用：变量、三个花括号的内容、#段、^反段、!注释、>局部模板。",
            "Supported are variables, three braces, # sections, ^ inverted sections, ! comments and > partials."))
    package static let partialLoop = DiagnosticCode(
        "BB420", .error,
        .init("局部模板“{key}”绕了一圈又用到自己", "the partial “{key}” uses itself"),
        mend: .init("请去掉其中一处引用。", "Remove one of the references."))
    package static let unsafePlace = DiagnosticCode(
        "BB421", .error,
        .init("“{key}”不能放在这里：{reason}", "“{key}” must not stand here: {reason}"),
        mend: .init("请放到文字里，或放到加了引号的普通属性值里。", "Put it into text or into a quoted ordinary attribute."))
    package static let splitMarkup = DiagnosticCode(
        "BB422", .error,
        .init("“{key}”这一段把标签或引号切成了两半", "the section “{key}” cuts a tag or a quoted value in two"),
        mend: .init("请让段落的开头和结尾处在同一层：都在标签外，或都在同一个标签里。", "Begin and end it at the same level."))
    package static let missingStamp = DiagnosticCode(
        "BB423", .error,
        .init("模板里没有活动主题（stamp）", "the template lacks the campaign's theme (stamp)"),
        mend: .init(
            "每个页面都要写上活动主题：用 stamp.line，或用“#stamp”段里的 lines。",
            "Every page carries the theme: use stamp.line, or lines in the section “#stamp”."))
    package static let missingTemplate = DiagnosticCode(
        "BB424", .error,
        .init("缺少模板“{name}”[，“{suggestion}”是不是写错了名字？]", "the template “{name}” is missing[; is it “{suggestion}”?]"),
        mend: .init("请从原来的模板文件夹里复制回来。", "Copy it back from the original templates folder."))
    package static let unusedTemplate = DiagnosticCode(
        "BB425", .warning,
        .init("没有页面用到这个模板", "no page uses this template"),
        mend: .init("请检查文件名是否写错；不用就删去。", "Check its name, or delete it."))
    package static let tooDeepTemplate = DiagnosticCode(
        "BB426", .error,
        .init("段落嵌套超过 {limit} 层", "sections are nested more than {limit} levels deep"),
        mend: .init("请检查前面的段落是否忘了结束。", "Check whether an earlier section was left open."))
    package static let payloadTooLong = DiagnosticCode(
        "BB430", .error,
        .init("二维码里的内容太长：{bytes} 字节", "the QR code's text is too long: {bytes} bytes"),
        mend: .init("请缩短，最好在 300 字节以内，手机才容易扫。", "Shorten it, best to 300 bytes or less, so that phones can read it."))

    static let templateCodes: [DiagnosticCode] = [
        notAColour, lowContrast, fontNotLicensed, unknownKey, unknownPartial, unclosedTag, unclosedSection,
        strayClosingTag,
        wrongClosingTag, rawText, escapedHTML, sectionAsValue, unsupportedTag, partialLoop, unsafePlace, splitMarkup,
        missingStamp, missingTemplate, unusedTemplate, tooDeepTemplate,
        payloadTooLong,
    ]
}
