import Edition
import Markdown
import Typesetting

/// Pictures in the midst of text: in print each stands by itself, between what is said before and behind it.
extension DocumentBlocks {
    /// A paragraph's text and pictures in their order; a picture's words are its caption.
    func paragraph(_ node: NodeID) -> [Block] {
        let children = Array(document.children(of: node))
        var result: [Block] = []
        var text: [NodeID] = []
        for child in children {
            if let picture = picture(at: child) {
                close(&text, into: &result)
                result.append(picture)
            } else {
                text.append(child)
            }
        }
        if result.isEmpty { return [Block(.paragraph(inlines(of: node)), source: source(node))] }
        close(&text, into: &result)
        return result
    }

    /// An image, or a link that holds nothing else.
    private func picture(at node: NodeID) -> Block? {
        let image = document.soleChild(of: node) ?? node
        guard document.isPictureByItself(image), case .picture(let file)? = targets[image],
            let illustration = Illustration(file, alternative: document.plainText(of: image))
        else { return nil }
        return Block(.picture(illustration, caption: inlines(of: image)), source: source(image))
    }

    /// What was said up to a picture becomes a paragraph. Marks behind a picture end the text before it.
    private func close(_ nodes: inout [NodeID], into result: inout [Block]) {
        defer { nodes = [] }
        func isBreak(_ node: NodeID) -> Bool {
            document.nodes[node].kind == .softBreak || document.nodes[node].kind == .lineBreak
        }
        let inner = nodes.drop(while: isBreak).reversed().drop(while: isBreak).reversed()
        guard let first = inner.first else { return }
        var inlines = inner.flatMap { InlineReader(self).inlines(at: $0) }
        let text = inlines[0].text.unicodeScalars.drop { $0 == " " }
        let before = result.lastIndex { if case .paragraph = $0.kind { true } else { false } }
        let marks = text.prefix(while: \.isClosingMark)
        if let before, case .paragraph(var said) = result[before].kind, !marks.isEmpty {
            var ending = inlines[0]
            ending.text = String(marks)
            said.append(ending)
            result[before].kind = .paragraph(said)
            inlines[0].text = String(text.dropFirst(marks.count))
        } else {
            inlines[0].text = String(text)
        }
        if inlines.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) { return }
        result.append(Block(.paragraph(inlines), source: source(first)))
    }
}

extension Unicode.Scalar {
    fileprivate var isClosingMark: Bool { "，。、；：？！）》」』】〕”’…,.;:!?)]".unicodeScalars.contains(self) }
}
