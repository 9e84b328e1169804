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

    package static let outputLocked = DiagnosticCode(
        "BB704", .error,
        .init("另一个生成任务正在使用输出文件夹“{path}”", "another build is using the output folder “{path}”"),
        mend: .init(
            "请等它结束后再运行，或用 --output 指定另一个文件夹。",
            "Wait until it has finished, or name another folder with --output."),
        kind: .machine)
    package static let foreignFile = DiagnosticCode(
        "BB705", .error,
        .init(
            "“{path}”不是本程序生成的，占住了要生成的文件的位置", "“{path}” was not made by this program and stands where an output belongs"),
        mend: .init(
            "请把它移到别处，再重新生成。程序不会覆盖别人放进来的文件。",
            "Move it elsewhere and build again. The program does not overwrite files that others put there."),
        kind: .machine)
    package static let notAFolder = DiagnosticCode(
        "BB706", .error,
        .init("“{path}”应当是文件夹，却是文件或链接", "“{path}” should be a folder but is a file or a link"),
        mend: .init(
            "请把它移到别处，再重新生成。输出文件夹里面不能用链接代替文件夹。",
            "Move it elsewhere and build again. Links in place of folders are not followed inside the output folder."),
        kind: .machine)
    package static let diskFull = DiagnosticCode(
        "BB707", .error,
        .init("磁盘已满，写不下“{path}”", "the disk is full, “{path}” could not be written"),
        mend: .init(
            "请腾出磁盘空间，再重新生成。", "Free some space on the disk, then build again."),
        kind: .machine)
    package static let outputNotWritable = DiagnosticCode(
        "BB708", .error,
        .init("没有权限写入“{path}”", "“{path}” may not be written"),
        mend: .init(
            "请检查输出文件夹是否只读、是否属于当前用户，或用 --output 指定另一个文件夹。",
            "Check whether the output folder is read-only or belongs to someone else, or name another with --output."),
        kind: .machine)
    package static let outputFailed = DiagnosticCode(
        "BB709", .error,
        .init("读写“{path}”时系统报错：{reason}", "the system failed at “{path}”: {reason}"),
        mend: .init(
            "请检查磁盘和输出文件夹，再重新生成。", "Check the disk and the output folder, then build again."),
        kind: .machine)
    package static let commitUnfinished = DiagnosticCode(
        "BB710", .error,
        .init("输出文件夹“{path}”只更新了一部分", "the output folder “{path}” is only partly up to date"),
        mend: .init(
            "没有丢失任何东西：排除上面的问题后再运行一次，程序会先补完这次更新。",
            "Nothing is lost: once the trouble above is mended, the next run finishes this update first."),
        kind: .machine)

    static let outputCodes: [DiagnosticCode] = [
        unsuitablePath, duplicatePath, brokenPlan, outputLocked, foreignFile, notAFolder, diskFull, outputNotWritable,
        outputFailed, commitUnfinished,
    ]
}
