import CPangoCairo
import Diagnostics

/// Drawings in SVG as form XObjects (ISO 32000-1 §8.10): librsvg draws each on a page of cairo's, and libqpdf takes the page
/// over into the file, where an empty form waits for it.
struct PDFArt {
    struct Drawing: Hashable, Sendable {
        var artwork: Artwork
        /// In points, of the drawing's own proportions.
        var size: Size
    }

    private var drawings: [Drawing] = []
    /// The numbers of the empty forms, in the order of the drawings.
    private var forms: [Int] = []

    /// Writes an empty form for a drawing; its number.
    mutating func add(_ drawing: Drawing, to file: inout PDFFile) -> Int {
        let box = [drawing.size.width, drawing.size.height].map { Decimal.text($0, places: 4) }
        let form = file.add(
            PDFStream([]),
            " /Type /XObject /Subtype /Form /BBox [0 0 \(box[0]) \(box[1])]"
                + " /Group << /Type /Group /S /Transparency /I true /CS /DeviceRGB >>")
        drawings.append(drawing)
        forms.append(form)
        return form
    }

    static func name(_ index: Int) -> String { "A\(index)" }

    var isEmpty: Bool { drawings.isEmpty }

    /// The file with its forms filled.
    func filled(_ file: [UInt8]) throws -> [UInt8] {
        let document = try QPDFDocument.reading(file, description: "drawn pages")
        let pages = try QPDFDocument.reading(try drawn(), description: "art")
        for (index, number) in forms.enumerated() {
            let form = document.object(number)
            try document.fill(form, withContentOf: pages.page(index), of: pages)
        }
        return try document.written()
    }

    /// All drawings, a page each.
    private func drawn() throws(Fault) -> [UInt8] {
        let collector = ByteCollector()
        let surface = unsafe cairo_pdf_surface_create_for_stream(ByteCollector.receive, collector.pointer, 1, 1)
        let context = unsafe cairo_create(surface)
        defer {
            unsafe cairo_destroy(context)
            unsafe cairo_surface_destroy(surface)
        }
        var failed: String?
        for drawing in drawings {
            unsafe cairo_pdf_surface_set_size(surface, drawing.size.width, drawing.size.height)
            let isDrawn = unsafe context.map { context in
                unsafe drawing.artwork.draw(on: context, in: Rect(size: drawing.size))
            }
            if isDrawn != true { failed = "SVG" }
            unsafe cairo_show_page(context)
        }
        let status = unsafe cairo_status(context)
        unsafe cairo_surface_finish(surface)
        let last = unsafe cairo_surface_status(surface)
        for status in [status, last] where status != CAIRO_STATUS_SUCCESS {
            failed = failed ?? (unsafe String(cString: cairo_status_to_string(status)))
        }
        if let failed { throw Fault(.drawingFailed, ["reason": .init(failed)]) }
        return collector.bytes
    }
}
