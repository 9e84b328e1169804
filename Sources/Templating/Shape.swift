// The room Templating: in come template files and typed records, out go pages as bytes. Templates are written in Mustache,
// of which this room knows: variables, raw variables, sections, inverted sections, comments and partials.
//
// A template is checked when it is loaded, against the closed list of keys of its kind, and compiled to byte segments:
// a misspelt key is a located diagnostic and never an empty place on a page.

/// What the value of a key is, which decides how a template may use it.
package indirect enum Kind: Sendable {
    /// Escaped wherever it stands. Empty text counts as absent in sections.
    case text
    /// Markup of our own making, written as it is by `{{{key}}}` and nowhere else.
    case html
    /// An address that was checked or made by us; it may stand where the browser follows addresses.
    case url
    /// For sections only.
    case flag
    case list(Shape)
    case group(Shape)
}

/// The keys of one kind of record, as an enumeration without gaps from 0; the names of the cases are the names in templates.
/// `CodingKey` lets the compiler write down the names: asking for them at run time searches the whole program for how a
/// case might describe itself.
package protocol ContextKey: RawRepresentable<Int>, CodingKey, CaseIterable {
    var kind: Kind { get }
    static var shape: Shape { get }
}

/// The closed list of keys of one kind of record.
package struct Shape: Sendable {
    /// By slot.
    let names: [String]
    let kinds: [Kind]

    package init<Key: ContextKey>(_ keys: Key.Type) {
        names = keys.allCases.map { $0.stringValue }
        kinds = keys.allCases.map { $0.kind }
    }

    func slot(of name: String) -> Int? { names.firstIndex(of: name) }
}

extension Shape {
    /// The keys and what each is, for the reference that designers read.
    package var keys: [(name: String, kind: Kind)] { zip(names, kinds).map { ($0, $1) } }
}
