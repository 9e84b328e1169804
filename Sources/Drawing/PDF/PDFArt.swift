import CPangoCairo
import Diagnostics

/// Drawings in SVG as form XObjects (ISO 32000-1 §8.10): librsvg draws each on a page of cairo's, and libqpdf takes the page
/// apart.
enum PDFArt {
    struct Drawing: Hashable, Sendable {
        var artwork: Artwork
        /// In points, of the drawing's own proportions.
        var size: Size
    }

    static func name(_ index: Int) -> String { "A\(index)" }

    /// Writes a form for each drawing, with all that it refers to; their numbers.
    static func add(_ drawings: [Drawing], to file: inout PDFFile) throws(Fault) -> [Int] {
        guard !drawings.isEmpty else { return [] }
        let pages = try QPDFDocument.reading(try pages(of: drawings), description: "art")
        var copied: [Int32: Int] = [:]
        var forms: [Int] = []
        for (index, drawing) in drawings.enumerated() {
            let box = [drawing.size.width, drawing.size.height].map { Decimal.text($0, places: 4) }
            let page = pages.page(index)
            let resources = try pages.write(pages.value("/Resources", of: page), into: &file, &copied)
            let content = PDFStream(try pages.content(ofPage: page))
            forms.append(
                file.add(
                    content,
                    " /Type /XObject /Subtype /Form /BBox [0 0 \(box[0]) \(box[1])] /Resources \(resources)"
                        + " /Group << /Type /Group /S /Transparency /I true /CS /DeviceRGB >>"))
        }
        return forms
    }

    /// A file with a page for each.
    private static func pages(of drawings: [Drawing]) throws(Fault) -> [UInt8] {
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
