import Campaign
import Diagnostics
import Settings
import TestSupport
import Testing

/// Every group of fields of the content, found by walking the schemas: no field can be forgotten.
private let groups: [(name: String, schema: Schema)] = {
    var found: [(name: String, schema: Schema)] = []
    func walk(_ kind: Field.Kind, _ name: String) {
        switch kind {
        case .group(let schema):
            found.append((name, schema))
            for field in schema.fields { walk(field.kind, "\(name).\(field.key)") }
        case .list(let item, _), .dictionary(let item): walk(item, name)
        default: break
        }
    }
    walk(.group(CampaignSchema.whole), "campaign")
    for folder in Folder.allCases { walk(.group(PieceSchema.of(folder)), folder.rawValue) }
    return found
}()

/// One field of one group.
private struct Case: CustomTestStringConvertible, Sendable {
    let group: String
    let schema: Schema
    let field: Field
    var testDescription: String { "\(group).\(field.key)" }

    static let all = groups.flatMap { group in
        group.schema.fields.map { Case(group: group.name, schema: group.schema, field: $0) }
    }

    /// The group with every required field right, one to a line, and the field as given on line `line`.
    func reading(_ value: String?, name: String? = nil, more: String = "") -> (line: Int, faults: [String]) {
        var lines = schema.fields.filter { $0.isRequired && $0.key != field.key }.map { "\($0.key): \($0.kind.right)" }
        if let value { lines.append("\(name ?? field.key):\(value.isEmpty ? "" : " ")\(value)") }
        let line = lines.count
        if !more.isEmpty { lines.append(more) }
        let file = SourceFile(path: "s.yaml", bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
        var report = Report()
        guard let setting = YAMLReader.read(file, reporting: &report) else { return (line, ["unreadable"]) }
        _ = schema.check(setting, in: file, reporting: &report)
        return (line, report.sorted.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code.id)" })
    }

    var valueColumn: Int { field.key.count + 3 }
}

extension Field.Kind {
    /// A value that is right, as YAML on one line.
    fileprivate var right: String {
        switch self {
        case .text: "甲"
        case .date: "2024-07-01"
        case .whole(let range): "\(range.lowerBound)"
        case .number(let range): "\(range.upperBound)"
        case .flag: "是"
        case .choice(let choices): choices[0].twin ?? choices[0].name
        case .list(let item, let count):
            "[\(Array(repeating: item.right, count: max(1, count.lowerBound)).joined(separator: ", "))]"
        case .group(let schema):
            "{\(schema.fields.filter(\.isRequired).map { "\($0.key): \($0.kind.right)" }.joined(separator: ", "))}"
        case .dictionary(let kind): "{甲: \(kind.right)}"
        }
    }

    /// Values of the wrong kind and the code of each.
    fileprivate var wrong: [(String, String)] {
        switch self {
        case .text: [("[甲]", "BB028"), ("{甲: 乙}", "BB028")]
        case .date: [("七月一日", "BB029"), ("20240701", "BB029"), ("[2024-07-01]", "BB028")]
        case .whole: [("许多", "BB028"), ("1.5", "BB028"), ("[1]", "BB028")]
        case .number: [("很远", "BB028"), ("1e999", "BB028"), ("{甲: 1}", "BB028")]
        case .flag: [("大概", "BB028"), ("[是]", "BB028")]
        case .choice: [("从没听过", "BB033"), ("[甲]", "BB028")]
        case .list: [("甲", "BB028"), ("{甲: 乙}", "BB028")]
        case .group, .dictionary: [("甲", "BB028"), ("[甲]", "BB028")]
        }
    }

    /// Values of the right kind that nobody can mean, and the code of each.
    fileprivate var absurd: [(String, String)] {
        switch self {
        case .text(let limit): [(String(repeating: "长", count: limit + 1), "BB032"), ("\"甲\\u0007\"", "BB035")]
        case .date:
            [("2024-02-30", "BB030"), ("0024-07-01", "BB030"), ("2240-07-01", "BB030"), ("2024-13-01", "BB030")]
        case .whole(let range):
            [("\(range.upperBound + 1)", "BB031"), ("-1", "BB031"), ("99999999999999999999", "BB028")]
        case .number: [("0", "BB031"), ("-3", "BB031"), ("1e9", "BB031")]
        case .list(let item, let count):
            [("[\(Array(repeating: item.right, count: count.upperBound + 1).joined(separator: ", "))]", "BB034")]
        case .flag, .choice, .group, .dictionary: []
        }
    }
}

@Suite struct SchemaTests {
    @Test(arguments: Case.all)
    fileprivate func aRightValueIsAccepted(of field: Case) {
        #expect(field.reading(field.field.kind.right).faults == [])
        if let twin = field.field.twin { #expect(field.reading(field.field.kind.right, name: twin).faults == []) }
    }

    @Test(arguments: Case.all)
    fileprivate func aValueOfTheWrongKindIsNamed(of field: Case) {
        for (value, code) in field.field.kind.wrong {
            let (line, faults) = field.reading(value)
            #expect(faults == ["\(line):\(field.valueColumn) \(code)"], "\(value)")
        }
    }

    @Test(arguments: Case.all)
    fileprivate func anEmptyValueIsNamed(of field: Case) {
        let (line, faults) = field.reading("")
        #expect(faults == ["\(line):1 \(field.field.isRequired ? "BB026" : "BB027")"])
        #expect(field.reading("\"\"").faults == (field.field.isRequired ? ["\(line):1 BB026"] : []))
    }

    @Test(arguments: Case.all)
    fileprivate func anAbsurdValueIsNamed(of field: Case) {
        for (value, code) in field.field.kind.absurd {
            let (line, faults) = field.reading(value)
            #expect(faults == ["\(line):\(field.valueColumn) \(code)"], "\(value.prefix(40))")
        }
    }

    @Test(arguments: Case.all)
    fileprivate func aMisspeltNameIsNamed(of field: Case) {
        let name = field.field.key
        let misspelt = name + "x"
        let (line, faults) = field.reading(field.field.kind.right, name: misspelt)
        // The value is taken for the field that was meant, so that nothing else is reported.
        #expect(faults == ["\(line):1 BB023"])
    }

    @Test(arguments: Case.all)
    fileprivate func aMissingFieldIsNamedWhereItIsRequired(of field: Case) {
        #expect(field.reading(nil).faults == (field.field.isRequired ? ["0:0 BB025"] : []))
    }

    @Test(arguments: Case.all)
    fileprivate func aFieldStandsOnce(of field: Case) {
        let right = field.field.kind.right
        let (line, faults) = field.reading(right, more: "\(field.field.key): \(right)")
        #expect(faults == ["\(line):1 BB022"])
        guard let twin = field.field.twin else { return }
        #expect(field.reading(right, more: "\(twin): \(right)").faults == ["\(line):1 BB024"])
    }

    @Test func everyFieldHasAChineseTwinOfItsOwn() {
        for (name, schema) in groups {
            #expect(schema.fields.allSatisfy { $0.twin != nil }, "\(name)")
            let names = schema.fields.flatMap { [$0.key, $0.twin ?? ""] }
            #expect(Set(names).count == names.count, "\(name)")
        }
    }
}
