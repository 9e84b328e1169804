import Diagnostics

/// The rules of Chinese text, applied to the inline content of one container before any renderer sees it. They are all off for
/// a container without a CJK character, so that other text keeps CommonMark to the letter.
struct ChinesePasses {
    let file: SourceFile
    var faults = FaultList()

    init(file: SourceFile) { self.file = file }

    /// Corrects the content of the innermost open node, whose text begins at `textStart`.
    mutating func run(on container: NodeID, textStart: Int, in builder: inout DocumentBuilder) {
        defer { faults.endParagraph() }
        let content = InlineContent(of: container, in: builder)
        LinkHosts.check(container, in: builder, file, &faults)
        guard content.isChinese else { return }
        if builder.nodes[container].kind == .paragraph { LineSlips.check(content, in: builder, file, &faults) }
        TextSlips.check(content, in: builder, file, &faults)

        var edits = InlineEdits()
        BareAddresses.find(in: content, of: builder.text, &edits)
        TypedMarks.find(in: content, of: builder, file, &edits, &faults)
        Rubies.find(in: content, of: builder.text, &edits)
        edits.sort()
        SoftBreaks.drop(in: content, of: builder.text, &edits)
        if !edits.isEmpty { builder.rewrite(content, textStart: textStart, with: edits) }
    }
}

extension DocumentBuilder {
    func place(ofText offset: Int, in file: SourceFile) -> SourcePlace {
        file.place(ofByte: anchors.sourceByte(ofText: offset))
    }
}
