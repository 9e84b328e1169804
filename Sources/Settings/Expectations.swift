import Diagnostics

/// The beginning of what was typed, long enough to recognise it.
func excerpt(of text: String) -> String {
    let limit = 40
    guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))) + "…"
}

extension Field.Kind {
    /// What is expected, for a message.
    var wording: Wording {
        switch self {
        case .text: .init("一段文字", "a text")
        case .date: .init("日期（如 2024-07-01）", "a date (such as 2024-07-01)")
        case .whole: .init("整数", "a whole number")
        case .number: .init("数字", "a number")
        case .flag: .init(" true 或 false（也可写是、否）", "true or false")
        case .choice(let choices):
            .init(
                choices.map { $0.twin ?? $0.name }.joined(separator: "、"), choices.map(\.name).joined(separator: ", "))
        case .list: .init("列表（如 [甲, 乙]）", "a list (such as [a, b])")
        case .group: .init("一组字段（如 {名称: 甲}）", "a group of fields (such as {name: a})")
        case .dictionary: .init("一组字段（如 {名称: 甲}）", "a group of fields (such as {name: a})")
        }
    }
}

extension Setting {
    /// What was found, for a message.
    var wording: Wording {
        switch value {
        case .nothing: .init("空白", "nothing")
        case .text(let text): .init("“\(excerpt(of: text))”")
        case .list: .init("列表", "a list")
        case .map: .init("一组字段", "a group of fields")
        }
    }
}
