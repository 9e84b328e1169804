/// The closed list of fields that a group of settings may have: data, so that tests can enumerate it.
package struct Schema: Sendable {
    package let fields: [Field]
    /// Both names of every field, by name.
    private let positions: [String: Int]

    package init(_ fields: [Field]) {
        self.fields = fields
        var positions: [String: Int] = [:]
        for (index, field) in fields.enumerated() {
            positions[field.key] = index
            if let twin = field.twin { positions[twin] = index }
        }
        self.positions = positions
    }

    package func position(of name: String) -> Int? { positions[name] }

    /// Every name that may stand before a colon.
    var names: [String] { fields.flatMap { [$0.key] + ($0.twin.map { [$0] } ?? []) } }

    package static func + (left: Schema, right: Schema) -> Schema { Schema(left.fields + right.fields) }
}

/// One field: its two names, and what may stand in it.
package struct Field: Sendable {
    package let key: String
    /// The Chinese name, which may be written instead.
    package let twin: String?
    package let kind: Kind
    package let isRequired: Bool

    package init(_ key: String, _ twin: String?, _ kind: Kind, required: Bool = false) {
        self.key = key
        self.twin = twin
        self.kind = kind
        isRequired = required
    }

    package indirect enum Kind: Sendable {
        /// One line of at most so many characters; control characters are faults.
        case text(limit: Int)
        /// `2024-07-01` or `2024年7月1日`, a day that exists, in a year of the range.
        case date(years: ClosedRange<Int>)
        case whole(ClosedRange<Int>)
        case number(ClosedRange<Double>)
        /// true, false, 是, 否.
        case flag
        case choice([Choice])
        /// A list with a number of items in the range.
        case list(of: Kind, count: ClosedRange<Int>)
        /// A group of fields.
        case group(Schema)
        /// A group whose keys are free; the values are of one kind.
        case dictionary(of: Kind)
    }

    /// One word of an enumeration and its Chinese twin.
    package struct Choice: Hashable, Sendable {
        package let name: String
        package let twin: String?

        package init(_ name: String, _ twin: String? = nil) {
            self.name = name
            self.twin = twin
        }
    }
}
