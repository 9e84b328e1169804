import CPangoCairo
package import Diagnostics

/// What a PDF says about itself.
package struct PDFMetadata: Hashable, Sendable {
    package var title: String
    package var author: String
    package var subject: String
    /// `2024-07-10`: the day of the edition, never the clock's.
    package var date: String

    package init(title: String, author: String, subject: String = "", date: String) {
        self.title = title
        self.author = author
        self.subject = subject
        self.date = date
    }
}

/// A PDF in the making. `begin(page:)` before each page's marks, `finish()` for the bytes.
@safe
package struct PDFCanvas: ~Copyable, Canvas {
    private var drawing: CairoDrawing
    private let collector: ByteCollector
    private var structure = DrawnStructure()
    /// The element of the marks that are being drawn.
    private var open: StructureElement?

    package init(fonts: FontBook, metadata: PDFMetadata) throws(Fault) {
        let collector = ByteCollector()
        let surface = unsafe cairo_pdf_surface_create_for_stream(
            ByteCollector.receive, collector.pointer, 595, 842)
        guard let drawing = unsafe CairoDrawing(surface: surface, fonts: fonts, isDocument: true) else {
            throw Fault(.drawingFailed, ["reason": "PDF"])
        }
        self.collector = collector
        self.drawing = drawing
        for (field, text) in [
            (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
            (CAIRO_PDF_METADATA_SUBJECT, metadata.subject),
            (CAIRO_PDF_METADATA_CREATE_DATE, "\(metadata.date)T00:00:00Z"),
        ] where !text.isEmpty {
            unsafe cairo_pdf_surface_set_metadata(self.drawing.surface, field, text)
        }
    }

    /// Ends the page before, if there is one, and begins another.
    package mutating func begin(page size: Size) {
        endElement()
        if !structure.pages.isEmpty { unsafe cairo_show_page(drawing.context) }
        unsafe cairo_pdf_surface_set_size(drawing.surface, size.width, size.height)
        // cairo writes links into a structure tree, and the tree only if there is a root element.
        if structure.pages.isEmpty { unsafe cairo_tag_begin(drawing.context, "Document", nil) }
        structure.pages.append([])
    }

    package mutating func draw(_ mark: Mark, as element: StructureElement?) {
        switch mark {
        case .destination, .end: break
        case .link(_, let target):
            endElement()
            add(.init(element ?? StructureElement(.link), link: target))
        default:
            if element != open { begin(element) }
            note(mark, of: element)
        }
        drawing.draw(mark)
    }

    /// Keeps what the structure says of links and figures beside their content.
    private mutating func note(_ mark: Mark, of element: StructureElement?) {
        guard let page = structure.pages.indices.last, let last = structure.pages[page].indices.last else { return }
        switch element?.kind {
        case .link: if case .glyphs(let run, _) = mark { structure.pages[page][last].words += run.string }
        case .figure:
            guard let area = drawing.area(of: mark) else { return }
            structure.pages[page][last].area = structure.pages[page][last].area?.union(area) ?? area
        default: break
        }
    }

    /// cairo only tells the sequences apart: it knows neither artifacts nor paragraphs that go on on another page, and drops what
    /// a picture shows. The structure itself is written when the file is finished.
    private mutating func begin(_ element: StructureElement?) {
        endElement()
        guard let element else { return }
        unsafe cairo_tag_begin(drawing.context, "P", nil)
        add(.init(element))
        open = element
    }

    private mutating func endElement() {
        if open != nil { unsafe cairo_tag_end(drawing.context, "P") }
        open = nil
    }

    private mutating func add(_ sequence: DrawnStructure.Sequence) {
        structure.pages[structure.pages.count - 1].append(sequence)
    }

    /// An entry of the outline.
    package struct OutlineEntry: Hashable, Sendable {
        package var title: String
        /// From 1; an entry deeper by more than one than the entry before counts as deeper by one.
        package var level: Int
        /// From 1.
        package var page: Int
        package var point: Point

        package init(title: String, level: Int, page: Int, point: Point = .zero) {
            self.title = title
            self.level = level
            self.page = page
            self.point = point
        }
    }

    /// Sets the outline, in reading order. Call it once, when all pages are drawn.
    package mutating func setOutline(_ entries: [OutlineEntry]) {
        var parents: [(level: Int, id: Int32)] = []
        for entry in entries {
            while let last = parents.last, last.level >= entry.level { parents.removeLast() }
            let place = "pos=[\(Decimal.text(entry.point.x)) \(Decimal.text(entry.point.y))]"
            let id = unsafe cairo_pdf_surface_add_outline(
                drawing.surface, parents.last?.id ?? 0, entry.title, "page=\(entry.page) \(place)",
                CAIRO_PDF_OUTLINE_FLAG_OPEN)
            parents.append((entry.level, id))
        }
    }

    /// The drawn file and what its marks are.
    package consuming func finish() throws(Fault) -> DrawnPDF {
        endElement()
        if !structure.pages.isEmpty {
            unsafe cairo_tag_end(drawing.context, "Document")
            unsafe cairo_show_page(drawing.context)
        }
        if let reason = drawing.finished() { throw Fault(.drawingFailed, ["reason": .init(reason)]) }
        return DrawnPDF(bytes: collector.bytes, structure: structure)
    }
}
