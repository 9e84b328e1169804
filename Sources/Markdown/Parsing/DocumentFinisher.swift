import Diagnostics

/// Makes a document of what was built, in no more memory than it needs, because documents are kept by the thousand: a literal
/// that stands in the file as it reads is read from there, which is nearly all of a plain page.
struct DocumentFinisher {
    private let builder: DocumentBuilder
    private let file: SourceFile
    private var ownText: [UInt8] = []
    private var anchors: [TextAnchor] = []
    /// The anchor that was needed last: texts come in the order of their nodes.
    private var lastAnchor = 0

    static func document(of builder: DocumentBuilder, from file: SourceFile) -> Document {
        var finisher = DocumentFinisher(builder: builder, file: file)
        var nodes = builder.nodes.withoutSpareRoom
        for id in nodes.indices { finisher.finish(&nodes[id]) }
        return Document(
            nodes: nodes, ownText: finisher.ownText.withoutSpareRoom, anchors: finisher.anchors.withoutSpareRoom,
            file: file)
    }

    private init(builder: DocumentBuilder, file: SourceFile) {
        self.builder = builder
        self.file = file
    }

    private mutating func finish(_ node: inout Node) {
        node.literal = finished(node.literal)
        switch node.kind {
        case .codeBlock(let info): node.kind = .codeBlock(info: finished(info))
        case .ruby(let annotation): node.kind = .ruby(annotation: finished(annotation))
        case .link(let destination, let title):
            node.kind = .link(destination: finished(destination), title: finished(title))
        case .image(let destination, let title):
            node.kind = .image(destination: finished(destination), title: finished(title))
        case .qr(let payload): node.kind = .qr(payload: finished(payload))
        case .notice(let title): node.kind = .notice(title: finished(title))
        default: break
        }
    }

    private mutating func finished(_ span: TextSpan) -> TextSpan {
        if span.isEmpty { return .empty }
        let (source, end) = origin(ofText: span.range.lowerBound)
        let standsInFile = span.range.upperBound <= end && builder.text.matches(span.range, in: file.bytes, at: source)
        return standsInFile ? TextSpan(start: source, length: span.range.count) : owned(span)
    }

    /// The byte of the file that a text comes from, and where the text does not run in parallel with the file any more.
    private mutating func origin(ofText offset: Int) -> (source: Int, end: Int) {
        let all = builder.anchors
        guard !all.isEmpty else { return (0, .max) }
        if all[lastAnchor].text > offset { lastAnchor = 0 }
        while lastAnchor + 1 < all.count, all[lastAnchor + 1].text <= offset { lastAnchor += 1 }
        let source = Int(all[lastAnchor].source) + max(0, offset - Int(all[lastAnchor].text))
        return (source, lastAnchor + 1 < all.count ? Int(all[lastAnchor + 1].text) : .max)
    }

    /// Copies a text with its anchors behind what is kept already.
    private mutating func owned(_ span: TextSpan) -> TextSpan {
        let start = file.bytes.count + ownText.count
        var at = span.range.lowerBound
        while at < span.range.upperBound {
            let (source, end) = origin(ofText: at)
            anchors.append(TextAnchor(text: UInt32(start + at - span.range.lowerBound), source: UInt32(source)))
            at = end
        }
        ownText.append(contentsOf: builder.text[span.range])
        return TextSpan(start: start, length: span.range.count)
    }
}

extension Array {
    fileprivate var withoutSpareRoom: [Element] {
        if capacity - count <= count / 32 { return self }
        return unsafe [Element](unsafeUninitializedCapacity: count) { space, filled in
            filled = unsafe space.initialize(fromContentsOf: self)
        }
    }
}
