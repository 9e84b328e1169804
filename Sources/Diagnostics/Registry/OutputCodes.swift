// BB7xx: artifacts and the output tree.
extension DiagnosticCode {
    package static let unsuitablePath = DiagnosticCode(
        "BB701", .error,
        .init("“{path}”不能作为输出文件的路径：{reason}", "“{path}” cannot be the path of an output: {reason}"),
        mend: .init(
            "请修改网址名（slug）或单位名称，只用普通的文字、数字和“-”。",
            "Change the slug or the unit's name to plain characters, digits and “-”."))
    package static let duplicatePath = DiagnosticCode(
        "BB702", .error,
        .init("两个输出文件的路径相同或互相冲突：“{path}”与“{other}”", "two outputs claim one path: “{path}” and “{other}”"),
        mend: .init(
            "请修改其中一个的网址名（slug）或单位名称；只有大小写不同也算相同。",
            "Change the slug or the unit's name of one of them; a difference in case alone does not count."))
    package static let brokenPlan = DiagnosticCode(
        "BB703", .error,
        .init("程序内部错误[，生成“{path}”时]：{reason}", "internal error[ while making “{path}”]: {reason}"),
        mend: .init(
            "这不是内容的问题。请把这条信息原样告诉软件维护人员。",
            "This is not a fault of the content. Please report this message as it stands."),
        kind: .machine)

    static let outputCodes: [DiagnosticCode] = [unsuitablePath, duplicatePath, brokenPlan]
}
