import Drawing

/// The elements inside a paragraph's own: its links, the marks of its notes, its annotated characters. The lines of a paragraph ask
/// one by one and are told the same.
struct InlineElements {
    private let inlines: [Inline]
    private let role: StructureElement?

    init(_ paragraph: Paragraph, in role: StructureElement?) {
        inlines = paragraph.inlines
        self.role = role
    }

    /// Of an inline's text.
    func text(_ index: Int) -> StructureElement? {
        guard role != nil else { return nil }
        if !inlines[index].ruby.isEmpty { return StructureElement(.rubyBase, in: ruby(index), number: index) }
        return link(index) ?? role
    }

    /// Of what stands above an inline's text.
    func annotation(_ index: Int) -> StructureElement? {
        role.map { _ in StructureElement(.rubyText, in: ruby(index), number: index) }
    }

    /// Of an inline's link, which may go on over several inlines; nil without one.
    func link(_ index: Int) -> StructureElement? {
        guard let role, let target = inlines[index].link else { return nil }
        var first = index
        while first > 0, inlines[first - 1].link == target { first -= 1 }
        return StructureElement(.link, in: role, number: first)
    }

    private func ruby(_ index: Int) -> StructureElement {
        StructureElement(.ruby, in: link(index) ?? role, number: index)
    }
}
