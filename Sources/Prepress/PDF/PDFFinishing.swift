package import Drawing

/// What cairo cannot say about a page or a file, set on the finished PDF by libqpdf.
package struct PDFFinishing: Hashable, Sendable {
    /// A natural language of the text, as BCP 47 writes it.
    package var language: String
    /// Boxes of every page in order, or of all pages when there is only one entry; empty leaves the pages alone.
    package var boxes: [PageBoxes]

    /// Points that a unit of the pages stands for.
    package var userUnit: Int

    package init(language: String, boxes: [PageBoxes] = [], userUnit: Int = 1) {
        self.language = language
        self.boxes = boxes
        self.userUnit = userUnit
    }

    /// The finished file with its structure. Deterministic; throws a `Fault` when the file is no PDF.
    package func finished(_ drawn: DrawnPDF) throws -> [UInt8] {
        let document = try QPDFDocument.reading(drawn.bytes, description: "drawn pages")
        try apply(to: document, drawn.structure)
        StructureWriter(StructureTree(drawn.structure)).add(to: document)
        // /UserUnit came with PDF 1.6.
        return try document.written(version: userUnit > 1 ? "1.6" : nil)
    }

    /// All but the structure tree, for which the content of the pages is marked.
    func apply(to document: borrowing QPDFDocument, _ structure: DrawnStructure) throws {
        describe(document)
        for index in 0..<document.pageCount {
            let page = document.page(index)
            let content = try document.content(ofPage: page)
            let marked = try MarkedContent.marked(content, as: structure.marks(ofPage: index))
            document.set("/Contents", of: page, to: document.stream(marked))
        }
    }

    /// The language, and the boxes and unit of the pages.
    func describe(_ document: borrowing QPDFDocument) {
        let root = document.root
        document.set("/Lang", of: root, to: document.parsed("(\(language))"))
        // A reader's window shows the title, not the file's name (ISO 32000-1 §12.2).
        document.set("/ViewerPreferences", of: root, to: document.parsed("<< /DisplayDocTitle true >>"))
        guard !boxes.isEmpty else { return }
        for index in 0..<document.pageCount {
            let page = document.page(index)
            let box = boxes[min(index, boxes.count - 1)]
            document.set("/TrimBox", of: page, to: document.parsed(box.trim.array))
            document.set("/BleedBox", of: page, to: document.parsed(box.bleed.array))
            if userUnit > 1 { document.set("/UserUnit", of: page, to: document.parsed("\(userUnit)")) }
        }
    }
}

/// Where a sheet is cut and how far its ground must reach, in points from the lower left corner (ISO 32000-1 §14.11.2).
package struct PageBoxes: Hashable, Sendable {
    package struct Box: Hashable, Sendable {
        package var left: Double
        package var bottom: Double
        package var right: Double
        package var top: Double

        package init(left: Double, bottom: Double, right: Double, top: Double) {
            self.left = left
            self.bottom = bottom
            self.right = right
            self.top = top
        }

        var array: String { "[\([left, bottom, right, top].map(PDFNumber.text).joined(separator: " "))]" }
    }

    package var trim: Box
    package var bleed: Box

    package init(trim: Box, bleed: Box) {
        self.trim = trim
        self.bleed = bleed
    }

    /// A sheet that is not cut: both boxes are the page.
    package init(uncut width: Double, by height: Double) {
        let box = Box(left: 0, bottom: 0, right: width, top: height)
        self.init(trim: box, bleed: box)
    }
}

enum PDFNumber {
    /// A number to a thousandth of a point, as PDF writes it: no exponent, no trailing zeros.
    static func text(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
        let sign = thousandths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        var digits = String(rest)
        digits = String(repeating: "0", count: 3 - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }
}
