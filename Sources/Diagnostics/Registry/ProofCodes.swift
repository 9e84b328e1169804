// BB9xx: the proof of finished PDFs. (What it finds in them has rules instead of codes: Proofing/ProofRule.swift.)
extension DiagnosticCode {
    package static let notAPDF = DiagnosticCode(
        "BB901", .error,
        .init("这不是 PDF 文件", "this is not a PDF file"),
        mend: .init("请先另存或导出为 PDF，再检查。", "Save or export it as PDF first."))
    package static let pdfDamaged = DiagnosticCode(
        "BB902", .error,
        .init("PDF 文件损坏，读不出来[：{reason}]", "the PDF file is damaged and cannot be read[: {reason}]"),
        mend: .init("请重新导出或重新下载这个文件。", "Export or download the file again."))
    package static let pdfEncrypted = DiagnosticCode(
        "BB903", .error,
        .init("PDF 文件有打开密码", "the PDF file needs a password to open"),
        mend: .init("请用密码打开，另存为没有密码的 PDF，再检查。", "Open it with the password, save it without one, and check that file."))
    package static let pdfWithoutPages = DiagnosticCode(
        "BB904", .error,
        .init("PDF 文件里一页也没有", "the PDF file has no page"),
        mend: .init("请重新导出这个文件。", "Export the file again."))
    package static let pdfWithoutText = DiagnosticCode(
        "BB905", .error,
        .init("{count} 页都没有文字，可能是扫描件，无法检查", "none of the {count} pages has text; a scan cannot be checked"),
        mend: .init(
            "请从排版软件直接导出 PDF，不要用扫描件或图片，也不要把文字转成曲线。",
            "Export the PDF from the program that set it, not from a scan or picture, and keep text as text."))
    package static let pagesWithoutText = DiagnosticCode(
        "BB906", .warning,
        .init("第 {pages} 页没有文字，没有检查", "no text on page {pages}, which was not checked"),
        mend: .init("如果是扫描件或图片，请人工看一看。", "If it is a scan or a picture, look at it yourself."))
    package static let pdfRepaired = DiagnosticCode(
        "BB907", .warning,
        .init(
            "PDF 文件不完整，只检查了读得出的 {count} 页", "the PDF file is not whole; the {count} pages that can be read were checked"
        ),
        mend: .init("请重新导出或重新下载这个文件，再检查一次。", "Export or download the file again, and check it again."))
    package static let pageTooFull = DiagnosticCode(
        "BB908", .warning,
        .init(
            "第 {pages} 页的字太多，只检查了前 {limit} 个", "page {pages} has too many characters; the first {limit} were checked"),
        mend: .init("请人工看一看这一页。", "Look at that page yourself."))
    package static let notARegularPDF = DiagnosticCode(
        "BB909", .error,
        .init("这不是普通文件", "this is not a regular file"),
        mend: .init("请写一个 PDF 文件的名字，不要写文件夹。", "Name a PDF file, not a folder."))
    package static let mutoolMissing = DiagnosticCode(
        "BB920", .error,
        .init("这台电脑没有安装 mutool，检查成品要用它", "mutool, which reads the PDF, is not installed"),
        mend: .init("请安装：sudo apt-get install mupdf-tools。", "Install it: sudo apt-get install mupdf-tools."),
        kind: .machine)
    package static let mutoolFailed = DiagnosticCode(
        "BB921", .error,
        .init("mutool 中途出错：{reason}", "mutool failed: {reason}"),
        mend: .init(
            "请检查内存和磁盘是否够用；仍然出错就重新安装 mupdf-tools。",
            "Check memory and disk; if it fails again, install mupdf-tools again."),
        kind: .machine)

    static let proofCodes: [DiagnosticCode] = [
        notAPDF, pdfDamaged, pdfEncrypted, pdfWithoutPages, pdfWithoutText, pagesWithoutText, pdfRepaired, pageTooFull,
        notARegularPDF, mutoolMissing, mutoolFailed,
    ]
}
