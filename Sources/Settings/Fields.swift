package import Diagnostics

/// A group of settings that has been checked: only values that keep to the schema are in it. A field that is absent, or
/// was reported as wrong, gives nil or an empty list; whoever needs it goes on with a default.
package struct Fields: Sendable {
    package let file: SourceFile
    /// Where the group begins.
    package let span: Span
    var values: [(key: String, value: Checked)] = []
    /// Fields that were given and reported as wrong.
    var wrong: [String] = []

    init(file: SourceFile, span: Span) {
        self.file = file
        self.span = span
    }

    /// A value that keeps to its kind.
    struct Checked: Sendable {
        let value: Value
        let span: Span

        enum Value: Sendable {
            case text(String)
            case date(DateText)
            case whole(Int)
            case number(Double)
            case flag(Bool)
            case list([Checked])
            indirect case group(Fields)
            case dictionary([(key: Located, value: Checked)])
        }
    }

    /// These fields, with those of another group of the same schema in the place of their own.
    package func overridden(by others: Fields) -> Fields {
        var result = self
        result.values.removeAll { value in others.values.contains { $0.key == value.key } }
        result.values += others.values
        return result
    }

    private func checked(_ key: String) -> Checked? { values.first { $0.key == key }?.value }

    package func has(_ key: String) -> Bool { checked(key) != nil }

    /// Whether a field was given and reported as wrong: then nobody should complain that something is not in it.
    package func isWrong(_ key: String) -> Bool { wrong.contains(key) }

    /// Where a field's value stands; for a field that is absent, where the group begins.
    package func span(of key: String) -> Span { checked(key)?.span ?? span }

    package func place(of key: String) -> SourcePlace { file.place(ofByte: span(of: key).start) }

    /// The text of a field of the kind text or choice (the English name of the choice).
    package func text(_ key: String) -> String? {
        if case .text(let text)? = checked(key)?.value { text } else { nil }
    }

    package func located(_ key: String) -> Located? { checked(key).flatMap(located) }

    package func date(_ key: String) -> DateText? {
        if case .date(let date)? = checked(key)?.value { date } else { nil }
    }

    package func whole(_ key: String) -> Int? {
        if case .whole(let number)? = checked(key)?.value { number } else { nil }
    }

    package func number(_ key: String) -> Double? {
        if case .number(let number)? = checked(key)?.value { number } else { nil }
    }

    package func flag(_ key: String) -> Bool? {
        if case .flag(let flag)? = checked(key)?.value { flag } else { nil }
    }

    package func group(_ key: String) -> Fields? {
        if case .group(let fields)? = checked(key)?.value { fields } else { nil }
    }

    /// The texts of a list of texts or choices.
    package func texts(_ key: String) -> [Located] { items(key).compactMap(located) }

    /// The groups of a list of groups.
    package func groups(_ key: String) -> [Fields] {
        items(key).compactMap { if case .group(let fields) = $0.value { fields } else { nil } }
    }

    /// The groups of a dictionary of groups, in the file's order.
    package func groupsByName(_ key: String) -> [(name: Located, fields: Fields)] {
        entries(key).compactMap { entry in
            if case .group(let fields) = entry.value.value { (entry.key, fields) } else { nil }
        }
    }

    /// The texts of a dictionary of texts, in the file's order.
    package func textsByName(_ key: String) -> [(name: Located, text: Located)] {
        entries(key).compactMap { entry in located(entry.value).map { (entry.key, $0) } }
    }

    private func items(_ key: String) -> [Checked] {
        if case .list(let items)? = checked(key)?.value { items } else { [] }
    }

    private func entries(_ key: String) -> [(key: Located, value: Checked)] {
        if case .dictionary(let entries)? = checked(key)?.value { entries } else { [] }
    }

    private func located(_ checked: Checked) -> Located? {
        if case .text(let text) = checked.value { Located(text, at: checked.span) } else { nil }
    }
}
