package import Diagnostics

extension Schema {
    /// Checks a group of settings field by field. Everything that is wrong is reported; what is right is in the result.
    package func check(_ setting: Setting, in file: SourceFile, reporting report: inout Report) -> Fields {
        var checker = Checker(file: file)
        let fields: Fields
        switch setting.value {
        case .map(let entries): fields = checker.fields(of: entries, at: setting.span, by: self, isWhole: true)
        case .nothing: fields = checker.fields(of: [], at: setting.span, by: self, isWhole: true)
        case .text, .list:
            checker.report.add(.notAGroup, in: file, at: setting.span)
            fields = Fields(file: file, span: setting.span)
        }
        report.add(contentsOf: checker.report.diagnostics)
        return fields
    }
}

/// Checks values against kinds, collecting what is wrong.
private struct Checker {
    let file: SourceFile
    var report = Report()

    init(file: SourceFile) { self.file = file }

    /// `isWhole` for the fields of a file: one that is missing then concerns no line of it.
    mutating func fields(
        of entries: [Setting.Entry], at span: Span, by schema: Schema, isWhole: Bool = false
    ) -> Fields {
        let chosen = choice(among: entries, by: schema)
        var fields = Fields(file: file, span: span)
        fields.values.reserveCapacity(min(entries.count, schema.fields.count))
        for (position, field) in schema.fields.enumerated() {
            if let index = chosen[position] {
                let entry = entries[index]
                if let value = value(of: entry, for: field) {
                    fields.values.append((field.key, value))
                } else {
                    fields.wrong.append(field.key)
                }
            } else if field.isRequired {
                let place = isWhole ? SourcePlace(file: file.path) : file.place(ofByte: span.start)
                report.add(.missingField, at: place, names(of: field))
            }
        }
        return fields
    }

    /// The entry of each field, by the field's position. A misspelt name stands for the field that was probably meant, so
    /// that one slip is not reported twice.
    private mutating func choice(among entries: [Setting.Entry], by schema: Schema) -> [Int?] {
        var chosen = [Int?](repeating: nil, count: schema.fields.count)
        var meant: [(position: Int, index: Int)] = []
        for (index, entry) in entries.enumerated() {
            guard let position = schema.position(of: entry.key.text) else {
                let near = Suggestion.nearest(to: entry.key.text, among: schema.names)
                addUnknown(entry.key, meaning: near)
                if let position = near.flatMap(schema.position) { meant.append((position, index)) }
                continue
            }
            if let earlier = chosen[position] { addRepeated(entries[earlier].key, entry.key) }
            chosen[position] = index
        }
        for (position, index) in meant where chosen[position] == nil { chosen[position] = index }
        return chosen
    }

    private func names(of field: Field) -> [String: Wording] {
        ["field": .init(field.twin ?? field.key, field.key), "key": .init(field.key)]
    }

    private mutating func addUnknown(_ key: Located, meaning near: String?) {
        var arguments: [String: Wording] = ["field": .init(excerpt(of: key.text))]
        if let near { arguments["suggestion"] = .init(near) }
        report.add(.unknownField, in: file, at: key.span, arguments)
    }

    /// The same field twice: the last one counts, the place is that of the one that does not.
    private mutating func addRepeated(_ earlier: Located, _ later: Located) {
        if earlier.text == later.text {
            report.add(.duplicateField, in: file, at: earlier.span, ["field": .init(earlier.text)])
        } else {
            report.add(
                .twinFields, in: file, at: earlier.span, ["field": .init(earlier.text), "other": .init(later.text)])
        }
    }

    private mutating func value(of entry: Setting.Entry, for field: Field) -> Fields.Checked? {
        let name = entry.key.text
        let isBlank =
            switch entry.value.value {
            case .nothing: true
            case .text(let text): text.utf8.allSatisfy { $0 == UInt8(ascii: " ") }
            case .list, .map: false
            }
        guard isBlank else { return value(of: entry.value, for: field.kind, named: name) }
        if field.isRequired {
            report.add(.emptyField, in: file, at: entry.key.span, ["field": .init(name)])
        } else if case .nothing = entry.value.value {
            report.add(.blankField, in: file, at: entry.key.span, ["field": .init(name)])
        }
        return nil
    }

    private mutating func value(of setting: Setting, for kind: Field.Kind, named name: String) -> Fields.Checked? {
        switch (kind, setting.value) {
        case (.list(let item, let count), .list(let items)):
            return list(of: items, each: item, count: count, at: setting.span, named: name)
        case (.group(let schema), .map(let entries)):
            return .init(value: .group(fields(of: entries, at: setting.span, by: schema)), span: setting.span)
        case (.dictionary(let kind), .map(let entries)):
            return .init(value: .dictionary(dictionary(of: entries, each: kind)), span: setting.span)
        case (.list, _), (.group, _), (.dictionary, _), (_, .list), (_, .map), (_, .nothing):
            addWrongKind(setting, kind, named: name)
            return nil
        case (_, .text(let text)):
            guard let value = scalar(text, for: kind, at: setting.span, named: name) else { return nil }
            return .init(value: value, span: setting.span)
        }
    }

    private mutating func list(
        of items: [Setting], each kind: Field.Kind, count: ClosedRange<Int>, at span: Span, named name: String
    ) -> Fields.Checked? {
        if !count.contains(items.count) {
            report.add(
                .wrongCount, in: file, at: span,
                [
                    "field": .init(name), "count": .init("\(items.count)"), "least": .init("\(count.lowerBound)"),
                    "most": .init("\(count.upperBound)"),
                ])
            return nil
        }
        return .init(value: .list(items.compactMap { value(of: $0, for: kind, named: name) }), span: span)
    }

    private mutating func dictionary(
        of entries: [Setting.Entry], each kind: Field.Kind
    ) -> [(key: Located, value: Fields.Checked)] {
        var result: [(key: Located, value: Fields.Checked)] = []
        for entry in entries {
            if let earlier = result.firstIndex(where: { $0.key.text == entry.key.text }) {
                addRepeated(result[earlier].key, entry.key)
                result.remove(at: earlier)
            }
            if let value = value(of: entry.value, for: kind, named: entry.key.text) {
                result.append((entry.key, value))
            }
        }
        return result
    }

    private mutating func addWrongKind(_ setting: Setting, _ kind: Field.Kind, named name: String) {
        report.add(
            .wrongKind, in: file, at: setting.span,
            ["field": .init(name), "expected": kind.wording, "found": setting.wording])
    }

    /// Reads one scalar by its kind.
    private mutating func scalar(
        _ text: String, for kind: Field.Kind, at span: Span, named name: String
    ) -> Fields.Checked.Value? {
        var arguments: [String: Wording] { ["field": .init(name), "value": .init(excerpt(of: text))] }
        switch kind {
        case .text(let limit): return line(text, limit: limit, at: span, named: name).map { .text($0) }
        case .date(let years):
            guard let date = DateText(text) else {
                report.add(.notADate, in: file, at: span, arguments)
                return nil
            }
            guard date.exists, years.contains(date.year) else {
                report.add(.impossibleDate, in: file, at: span, arguments)
                return nil
            }
            return .date(date)
        case .whole(let range):
            guard let number = Int(text) else { return wrong(text, kind, at: span, named: name) }
            guard range.contains(number) else {
                return outOfRange("\(range.lowerBound)", "\(range.upperBound)", arguments, at: span)
            }
            return .whole(number)
        case .number(let range):
            guard let number = Double(text), number.isFinite else { return wrong(text, kind, at: span, named: name) }
            guard range.contains(number) else {
                return outOfRange("\(range.lowerBound)", "\(range.upperBound)", arguments, at: span)
            }
            return .number(number)
        case .flag:
            switch text {
            case "true", "True", "TRUE", "是": return .flag(true)
            case "false", "False", "FALSE", "否": return .flag(false)
            default: return wrong(text, kind, at: span, named: name)
            }
        case .choice(let choices): return choice(text, of: choices, at: span, named: name).map { .text($0) }
        case .list, .group, .dictionary: return nil
        }
    }

    private mutating func wrong(
        _ text: String, _ kind: Field.Kind, at span: Span, named name: String
    ) -> Fields.Checked.Value? {
        addWrongKind(Setting(.text(text), at: span), kind, named: name)
        return nil
    }

    private mutating func outOfRange(
        _ least: String, _ most: String, _ arguments: [String: Wording], at span: Span
    ) -> Fields.Checked.Value? {
        let bounds: [String: Wording] = ["least": .init(least), "most": .init(most)]
        report.add(.outOfRange, in: file, at: span, arguments.merging(bounds) { $1 })
        return nil
    }

    private mutating func line(_ text: String, limit: Int, at span: Span, named name: String) -> String? {
        let scalars = text.unicodeScalars
        if scalars.contains(where: { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) }) {
            report.add(.controlCharacter, in: file, at: span, ["field": .init(name)])
            return nil
        }
        if text.utf8.count > limit, scalars.count > limit {
            report.add(
                .textTooLong, in: file, at: span,
                ["field": .init(name), "count": .init("\(scalars.count)"), "limit": .init("\(limit)")])
            return nil
        }
        return text
    }

    private mutating func choice(
        _ text: String, of choices: [Field.Choice], at span: Span, named name: String
    ) -> String? {
        if let match = choices.first(where: { $0.name == text || $0.twin == text }) { return match.name }
        let words = choices.flatMap { [$0.name] + ($0.twin.map { [$0] } ?? []) }
        var arguments: [String: Wording] = [
            "field": .init(name), "value": .init(excerpt(of: text)),
            "choices": .init(
                choices.map { $0.twin ?? $0.name }.joined(separator: "、"), choices.map(\.name).joined(separator: ", ")),
        ]
        if let suggestion = Suggestion.nearest(to: text, among: words) { arguments["suggestion"] = .init(suggestion) }
        report.add(.unknownChoice, in: file, at: span, arguments)
        return nil
    }
}
