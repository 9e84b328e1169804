import Diagnostics
package import Drawing

/// One drawn file and a small label for each of its copies: every copy is the same bytes followed by an incremental
/// update (ISO 32000-1 §7.5.6) that fills in its label. Forty or ten thousand copies cost one drawing.
package struct StampedPDF: Sendable {
    /// The file without a label, and the beginning of every copy.
    package let base: [UInt8]
    private let labels: [[UInt8]]
    private let form: FormObject

    /// `pages` is the drawn file; its first page carries the labels. `labels` is drawn as labels of these pages and has
    /// one for each copy, as large as the first page and empty but for the label.
    package init(pages: DrawnPDF, labels: DrawnPDF, finishing: PDFFinishing) throws {
        let elements = Self.elements(of: labels.structure)
        let copies = CopyLabels(pages: labels, elements: elements, marker: "\(FormObject.marker) true")
        base = try pages.file(finishing, labels: copies)
        self.labels = try (0..<labels.pageCount).map { page in
            try Self.content(ofLabel: page, in: labels, elements: elements)
        }
        form = try FormObject(markedIn: base)
    }

    package var count: Int { labels.count }

    /// What follows `base` in the copy with this index.
    package func update(forCopy index: Int) -> [UInt8] { form.update(of: base, content: labels[index]) }

    /// What labels consist of, in the order of reading.
    private static func elements(of structure: DrawnStructure) -> [StructureElement] {
        var elements: [StructureElement] = []
        for sequence in structure.pages.joined() where !elements.contains(sequence.element) {
            elements.append(sequence.element)
        }
        return elements
    }

    /// The structure is the same in all copies, so a label without one of the parts has it empty.
    private static func content(
        ofLabel label: Int, in labels: DrawnPDF, elements: [StructureElement]
    ) throws(Fault) -> [UInt8] {
        let own = labels.structure.pages[label].map(\.element)
        guard Set(own).count == own.count else {
            throw Fault(.pdfLibraryFailed, ["reason": "a part of a label is drawn in pieces"])
        }
        var result = labels.content(ofPage: label)
        for (number, element) in elements.enumerated() where !own.contains(element) {
            result += "/\(element.kind.tag) << /MCID \(number) >> BDC EMC\n".utf8
        }
        return result
    }
}
