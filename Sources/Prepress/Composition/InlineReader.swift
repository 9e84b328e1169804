import Campaign
import Diagnostics
import Drawing
import Edition
import Markdown
import Typesetting

/// Gathers the inline nodes below a block as stretches of text with their marks. Iterative: documents may be nested
/// deeper than the stack is.
struct InlineReader {
    private let blocks: DocumentBlocks
    private var document: Document { blocks.document }

    init(_ blocks: DocumentBlocks) { self.blocks = blocks }

    func inlines(in parent: NodeID) -> [Inline] { collected(from: Array(document.children(of: parent))) }

    func inlines(at node: NodeID) -> [Inline] { collected(from: [node]) }

    /// What is still to be read, with the marks that it inherits.
    private enum Task {
        case node(NodeID, Inline.Marks, String?)
        case text(Inline)
    }

    private func collected(from nodes: [NodeID]) -> [Inline] {
        var result: [Inline] = []
        var tasks = nodes.reversed().map { Task.node($0, [], nil) }
        while let task = tasks.popLast() {
            switch task {
            case .text(let inline): result.append(inline)
            case .node(let node, let marks, let link): read(node, marks, link, &tasks, &result)
            }
        }
        return result
    }

    private func read(
        _ node: NodeID, _ marks: Inline.Marks, _ link: String?, _ tasks: inout [Task], _ result: inout [Inline]
    ) {
        let source = SourcePoint(file: document.file, byte: Int(document.nodes[node].sourceByte))
        func descend(_ marks: Inline.Marks, _ link: String?) {
            for child in Array(document.children(of: node)).reversed() { tasks.append(.node(child, marks, link)) }
        }
        switch document.nodes[node].kind {
        case .text:
            result.append(
                Inline(document.string(document.nodes[node].literal), marks: marks, link: link, source: source))
        case .code:
            result.append(
                Inline(
                    document.string(document.nodes[node].literal), marks: marks.union(.code), link: link,
                    source: source))
        case .softBreak: if let joint = softJoint(node) { result.append(Inline(joint, marks: marks, source: source)) }
        case .lineBreak: result.append(Inline("\n", marks: marks, source: source))
        case .ruby(let annotation):
            result.append(
                Inline(
                    document.plainText(of: node), marks: marks, link: link, source: source,
                    ruby: document.string(annotation)))
        case .emphasis: descend(marks.union(.emphasis), link)
        case .strong: descend(marks.union(.strong), link)
        case .link:
            let (address, shown) = destination(of: node)
            if let shown { tasks.append(.text(Inline(shown, marks: marks, source: source))) }
            if let note = note(of: node, source) { tasks.append(.text(note)) }
            descend(marks, address)
        case .htmlInline: break
        default: descend(marks, link)
        }
    }

    /// A line end in the source is a space between Latin words and nothing between Chinese characters.
    private func softJoint(_ node: NodeID) -> String? {
        func isWide(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { $0.value >= 0x2E80 || isMark($0) } ?? true }
        func isMark(_ scalar: Unicode.Scalar) -> Bool { "“”‘’…—·".unicodeScalars.contains(scalar) }
        let before = neighbour(of: node, forwards: false)
        let after = neighbour(of: node, forwards: true)
        return isWide(before) || isWide(after) ? nil : " "
    }

    /// The nearest scalar of the same paragraph before or behind a node.
    private func neighbour(of node: NodeID, forwards: Bool) -> Unicode.Scalar? {
        let range =
            forwards ? stride(from: node + 1, to: document.nodes.count, by: 1) : stride(from: node - 1, to: -1, by: -1)
        for other in range {
            switch document.nodes[other].kind {
            case .text, .code:
                let scalars = document.string(document.nodes[other].literal).unicodeScalars
                if let scalar = forwards ? scalars.first : scalars.last { return scalar }
            case .emphasis, .strong, .link, .image: continue
            default: return nil
            }
        }
        return nil
    }

    /// The raised number of a link whose address stands at the foot.
    private func note(of node: NodeID, _ source: SourcePoint) -> Inline? {
        guard let number = blocks.noteNumbers[node], case .external(let address)? = blocks.targets[node] else {
            return nil
        }
        let text = Inline(address.trimmingScheme.breakable, link: address, source: source)
        return Inline(
            "\(number)", marks: .superscript, link: address, source: source, note: [Inline("\(number)\u{A0}"), text])
    }

    /// What a link leads to in print, and the address that is shown behind its text.
    private func destination(of node: NodeID) -> (link: String?, shown: String?) {
        let target = blocks.targets[node]
        switch blocks.links {
        case .plain: return (nil, nil)
        case .noted:
            switch target {
            case .external(let address): return (address, nil)
            case .anchor(let anchor): return ("#\(anchor)", nil)
            default: return (nil, nil)
            }
        case .shown(let own):
            if case .external(let address)? = target {
                let isNoted = DocumentBlocks.addressToNote(of: node, document, blocks.targets) != nil
                return (address, isNoted ? "（\(address)）" : nil)
            }
            guard target != nil, let printed = own(node) else { return (nil, nil) }
            return (printed.link, printed.note.isEmpty ? nil : printed.note)
        }
    }
}

extension Illustration {
    /// A picture of content/images, whose file was found whole when it was loaded; nil for a drawing.
    init?(_ picture: Picture, alternative: String) {
        guard let head = picture.head else { return nil }
        self = .bitmap(Bitmap(path: picture.path, bytes: picture.bytes, head: head), alternative: alternative)
    }
}
