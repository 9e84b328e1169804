import Diagnostics
package import Drawing

/// One drawn file and a small label for each of its copies: every copy is the same bytes followed by an incremental
/// update (ISO 32000-1 §7.5.6) that fills in its label. Forty or ten thousand copies cost one drawing.
package struct StampedPDF: Sendable {
    /// The file without a label, and the beginning of every copy.
    package let base: [UInt8]
    private let labels: [[UInt8]]
    private let form: FormObject

    /// `pages` is the drawn file; its first page carries the labels. `labels` is a file with one page for each copy, each
    /// as large as that page and empty but for the label. `finishing` is applied to the drawn file before it is stamped.
    package init(pages: DrawnPDF, labels: DrawnPDF, finishing: PDFFinishing) throws {
        let document = try QPDFDocument.reading(pages.bytes, description: "drawn pages")
        let labelled = try QPDFDocument.reading(labels.bytes, description: "labels")
        try finishing.apply(to: document, pages.structure)
        let resources = try Self.resources(ofAllPagesOf: labelled, copiedTo: document)
        let label = Self.placeEmptyForm(resources: resources, in: document)
        let parts = LabelParts(labels.structure)
        StructureWriter(StructureTree(pages.structure, labels: parts.elements)).add(to: document, labelForm: label)
        base = try document.written()
        self.labels = try (0..<labelled.pageCount).map { page in
            try parts.marked(labelled.content(ofPage: labelled.page(page)), ofLabel: page)
        }
        form = try FormObject(markedIn: base)
    }

    package var count: Int { labels.count }

    /// What follows `base` in the copy with this index.
    package func update(forCopy index: Int) -> [UInt8] { form.update(of: base, content: labels[index]) }

    /// All resources that the labels use, by category; cairo names fonts the same on every page of one file.
    private static func resources(
        ofAllPagesOf labelled: borrowing QPDFDocument, copiedTo document: borrowing QPDFDocument
    ) throws -> QPDFDocument.Object {
        let merged = document.parsed("<< >>")
        var copied: Set<String> = []
        for index in 0..<labelled.pageCount {
            let resources = labelled.value("/Resources", of: labelled.page(index))
            for category in labelled.keys(of: resources).sorted() {
                let entries = labelled.value(category, of: resources)
                guard labelled.isDictionary(entries) else { continue }
                if !document.has(category, in: merged) {
                    document.set(category, of: merged, to: document.parsed("<< >>"))
                }
                for name in labelled.keys(of: entries).sorted() where copied.insert(category + name).inserted {
                    let entry = labelled.indirect(labelled.value(name, of: entries))
                    let target = document.value(category, of: merged)
                    document.set(name, of: target, to: try document.copy(entry, from: labelled))
                }
            }
        }
        return merged
    }

    /// Ends the first page's content with an empty form XObject that has resources of its own.
    private static func placeEmptyForm(
        resources: QPDFDocument.Object, in document: borrowing QPDFDocument
    ) -> QPDFDocument.Object {
        let page = document.page(0)
        let form = document.stream([])
        let dictionary = document.dictionary(ofStream: form)
        for (key, value) in [
            ("/Type", "/XObject"), ("/Subtype", "/Form"), ("/FormType", "1"), (FormObject.marker, "true"),
        ] {
            document.set(key, of: dictionary, to: document.parsed(value))
        }
        document.set("/BBox", of: dictionary, to: document.value("/MediaBox", of: page))
        document.set("/Resources", of: dictionary, to: resources)

        let pageResources = document.value("/Resources", of: page)
        if !document.has("/XObject", in: pageResources) {
            document.set("/XObject", of: pageResources, to: document.parsed("<< >>"))
        }
        document.set("/CopyLabel", of: document.value("/XObject", of: pageResources), to: form)

        // The drawn content may leave the coordinate system changed, so it is put between q and Q.
        let old = document.value("/Contents", of: page)
        let contents = document.array([document.stream(Array("q\n".utf8))])
        if document.isArray(old) {
            for part in document.items(of: old) { document.append(part, to: contents) }
        } else {
            document.append(old, to: contents)
        }
        document.append(document.stream(Array("\nQ\n/CopyLabel Do\n".utf8)), to: contents)
        document.set("/Contents", of: page, to: contents)
        return form
    }
}

/// What labels consist of. The structure is the same in all copies, so a label without one of the parts has it empty.
private struct LabelParts {
    /// In the order of reading.
    let elements: [StructureElement]
    private let structure: DrawnStructure

    init(_ structure: DrawnStructure) {
        var elements: [StructureElement] = []
        for sequence in structure.pages.joined() where !elements.contains(sequence.element) {
            elements.append(sequence.element)
        }
        self.elements = elements
        self.structure = structure
    }

    func marked(_ content: [UInt8], ofLabel label: Int) throws -> [UInt8] {
        let own = structure.pages[label].map(\.element)
        guard Set(own).count == own.count else {
            throw Fault(.pdfLibraryFailed, ["reason": "a part of a label is drawn in pieces"])
        }
        let marks = own.map { MarkedContent.Sequence(tag: $0.kind.tag, number: elements.firstIndex(of: $0)) }
        var result = try MarkedContent.marked(content, as: marks)
        for (number, element) in elements.enumerated() where !own.contains(element) {
            result += "\n/\(element.kind.tag) << /MCID \(number) >> BDC EMC\n".utf8
        }
        return result
    }
}
