import Diagnostics

// What a finished file owes to whoever prints it, searches it or has it read out.
extension ProofRule {
    static let embeddedFonts = ProofRule(
        41, .init("字体都嵌在文件里", "every font is embedded"), source: "ISO 32000-1 §9.9; ISO 15930-7",
        mend: .init(
            "导出时选“嵌入全部字体”，不然别的机器会换成别的字体。",
            "Export with all fonts embedded: another machine would put others in their place."))
    static let language = ProofRule(
        42, .init("文件写明语言", "the file states its language"), source: "ISO 32000-1 §14.9.2; ISO 14289-1 §7.2",
        mend: .init("导出前把文档语言设为简体中文（zh-CN）。", "Set the document's language, such as zh-CN, before exporting."))
    static let title = ProofRule(
        43, .init("文件有标题", "the file has a title"), source: "ISO 32000-1 §14.3.3; ISO 14289-1 §7.1",
        mend: .init("在文档属性里填写标题。", "Fill in the title in the document's properties."))
    static let readableText = ProofRule(
        44, .init("文字能复制、能查找", "the text can be copied and searched"), source: "ISO 32000-1 §9.10.2",
        mend: .init("换一种导出方法，让字体带上 ToUnicode 表。", "Export in another way, so that the font has a ToUnicode table."))
    static let plainIdeographs = ProofRule(
        45, .init("文字层里是通用的汉字，不是部首和兼容字", "the text layer has ideographs, not radicals or compatibility ideographs"),
        source: "Unicode 15.0 §18.1",
        mend: .init(
            "换一个程序或字体导出；不然查找“日”找不到“⽇”。", "Export with another program or font: whoever searches for 日 does not find ⽇.")
    )
    static let tagged = ProofRule(
        46, .init("文件有结构标签", "the file is tagged"), source: "ISO 32000-1 §14.7–14.8; ISO 14289-1 §7.1",
        mend: .init(
            "导出时选“带标签的 PDF”，读屏软件才知道标题、列表和表格。",
            "Export as tagged PDF, so that screen readers know headings, lists and tables."))

    static let fileRules = [embeddedFonts, language, title, readableText, plainIdeographs, tagged]
}
