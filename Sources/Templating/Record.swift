/// The values that one record gives a template. `Key` is a `ContextKey`, which only the extension says: a type with a
/// condition makes the runtime search the whole program for who meets it, once for each kind of record.
@usableFromInline
package struct Record<Key>: Sendable {
    @usableFromInline var fields: Fields
}

// Inlinable, so that the room that fills in records compiles this for their keys, whose numbers are then constants: asking
// a key for its number and a record for its length at run time takes as long as making the values.
extension Record where Key: ContextKey {
    @inlinable package init() { fields = Fields(count: Key.allCases.count) }

    /// A value of the kind that the key declares; nil is absent.
    @inlinable package subscript(_ key: Key) -> Value? {
        get { fields.slots[key.rawValue] }
        set { fields.slots[key.rawValue] = newValue }
    }
}

/// The slots of a record.
@usableFromInline
struct Fields: Sendable {
    @usableFromInline var slots: [Value?]

    @usableFromInline init(count: Int) { slots = [Value?](repeating: nil, count: count) }

    /// The bytes of texts and markup on the first level: nearly all of a page.
    var size: Int {
        slots.reduce(0) { sum, value in
            switch value?.storage {
            case .text(let text): sum + text.utf8.count
            case .html(let bytes): sum + bytes.count
            case .flag, .list, .group, nil: sum
            }
        }
    }
}

/// A value of a record. Which of them are escaped is decided by this type, not by the template: text never gets onto a page
/// as markup.
@usableFromInline
package struct Value: Sendable {
    enum Storage: Sendable {
        case text(String)
        case html([UInt8])
        case flag(Bool)
        case list([Fields])
        case group(Fields)
    }

    let storage: Storage

    package static func text(_ text: String) -> Value { Value(storage: .text(text)) }
    package static func number(_ number: Int) -> Value { .text(String(number)) }
    package static func flag(_ flag: Bool) -> Value { Value(storage: .flag(flag)) }

    /// Markup that a renderer of ours wrote.
    package static func html(_ bytes: [UInt8]) -> Value { Value(storage: .html(bytes)) }

    @inlinable package static func list<Key>(_ records: [Record<Key>]) -> Value { list(of: records.map { $0.fields }) }
    @usableFromInline static func list(of records: [Fields]) -> Value { Value(storage: .list(records)) }
    package static func group<Key>(_ record: Record<Key>) -> Value { Value(storage: .group(record.fields)) }

    /// Whether a section of the value is shown.
    var isShown: Bool {
        switch storage {
        case .text(let text): !text.isEmpty
        case .html(let bytes): !bytes.isEmpty
        case .flag(let flag): flag
        case .list(let records): !records.isEmpty
        case .group: true
        }
    }
}

// MARK: - Canonical bytes

extension Record {
    /// Bytes that are equal for equal records and for no others: what a page that is made from the record depends on.
    package var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(fields.size + 1024)
        fields.append(to: &bytes)
        return bytes
    }
}

extension Fields {
    /// Slots with their numbers; every variable part has its length before it.
    fileprivate func append(to bytes: inout [UInt8]) {
        for (slot, value) in slots.enumerated() {
            guard let value else { continue }
            append(slot, to: &bytes)
            switch value.storage {
            case .text(let content):
                append(type: 1, length: content.utf8.count, to: &bytes)
                unsafe content.utf8Span.span.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
            case .html(let content):
                append(type: 2, length: content.count, to: &bytes)
                bytes += content
            case .flag(let flag): bytes += [3, flag ? 1 : 0]
            case .list(let records):
                bytes.append(4)
                append(records.count, to: &bytes)
                for record in records { record.append(to: &bytes) }
            case .group(let record):
                bytes.append(5)
                record.append(to: &bytes)
            }
        }
        bytes.append(0xFF)
    }

    private func append(type: UInt8, length: Int, to bytes: inout [UInt8]) {
        bytes.append(type)
        append(length, to: &bytes)
    }

    private func append(_ number: Int, to bytes: inout [UInt8]) {
        bytes.append(addingCapacity: 4) { out in
            for shift in [24, 16, 8, 0] { out.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
    }
}
