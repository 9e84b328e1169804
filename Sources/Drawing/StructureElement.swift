/// An element of a document's structure: what a mark is to readers who do not see the page (ISO 32000-1 §14.8.4).
///
/// Elements have identity: all marks of a paragraph name the same one, on several pages too. What is drawn for no element is
/// an artifact, such as grounds, rules and running feet, and passed over in silence. Elements stand in their parent in the
/// order in which they are first drawn.
package final class StructureElement: Sendable {
    package enum Kind: Hashable, Sendable {
        case paragraph, heading(Int), division, quote, caption, note, reference, link
        case list(isOrdered: Bool)
        case listItem, label, listBody
        case table, row
        case cell(isHeader: Bool)
        /// What the picture shows, in words.
        case figure(alternative: String)
        case contents, contentsItem
        case ruby, rubyBase, rubyText
    }

    package let kind: Kind
    /// Nil for an element of the document itself.
    package let parent: StructureElement?
    private let number: Int?

    /// An element like no other; or, with a number, the one with that kind and number in its parent.
    package init(_ kind: Kind, in parent: StructureElement? = nil, number: Int? = nil) {
        self.kind = kind
        self.parent = parent
        self.number = number
    }

    /// From level 1; deeper ones than the sixth count as the sixth, the last that there is.
    package static func heading(_ level: Int) -> StructureElement { StructureElement(.heading(min(max(level, 1), 6))) }
    /// A new paragraph.
    package static var paragraph: StructureElement { StructureElement(.paragraph) }
    /// A new caption.
    package static var caption: StructureElement { StructureElement(.caption) }
}

extension StructureElement.Kind {
    /// The standard structure type (ISO 32000-1 §14.8.4).
    package var tag: String {
        switch self {
        case .paragraph: "P"
        case .heading(let level): "H\(level)"
        case .division: "Div"
        case .quote: "BlockQuote"
        case .caption: "Caption"
        case .note: "Note"
        case .reference: "Reference"
        case .link: "Link"
        case .list: "L"
        case .listItem: "LI"
        case .label: "Lbl"
        case .listBody: "LBody"
        case .table: "Table"
        case .row: "TR"
        case .cell(let isHeader): isHeader ? "TH" : "TD"
        case .figure: "Figure"
        case .contents: "TOC"
        case .contentsItem: "TOCI"
        case .ruby: "Ruby"
        case .rubyBase: "RB"
        case .rubyText: "RT"
        }
    }
}

extension StructureElement: Hashable {
    package static func == (left: StructureElement, right: StructureElement) -> Bool {
        if left === right { return true }
        guard let number = left.number, number == right.number else { return false }
        return left.kind == right.kind && left.parent == right.parent
    }

    package func hash(into hasher: inout Hasher) {
        guard let number else { return hasher.combine(ObjectIdentifier(self)) }
        hasher.combine(number)
        hasher.combine(kind)
        hasher.combine(parent)
    }
}

extension StructureElement? {
    /// Of no element: decoration, or what stands on every page.
    package static var artifact: StructureElement? { nil }
}

/// Which elements the marks of a drawn file belong to.
package struct DrawnStructure: Sendable {
    /// Marks in a row that belong to one element; or a link's area, which has no content.
    package struct Sequence: Sendable {
        package var element: StructureElement
        /// Where a link's area leads; nil for content.
        package var link: String?
        /// What a link's content says.
        package var words = ""
        /// What a figure's content covers, in points from the page's upper left corner.
        package var area: Rect?

        init(_ element: StructureElement, link: String? = nil) {
            self.element = element
            self.link = link
        }
    }

    /// Of each page, in the order of drawing.
    package var pages: [[Sequence]] = []

    package init() {}
}
