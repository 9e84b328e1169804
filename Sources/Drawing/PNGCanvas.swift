import CPangoCairo
package import Diagnostics

/// A picture in the making, on transparent ground.
@safe
package struct PNGCanvas: ~Copyable, Canvas {
    private var drawing: CairoDrawing

    /// A picture of so many pixels across of what is drawn in `size`, in points; the height follows from the proportions.
    package init(fonts: FontBook, size: Size, pixelsAcross width: Int) throws(Fault) {
        let scale = Double(width) / size.width
        let height = Int((size.height * scale).rounded())
        let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
        guard let drawing = unsafe CairoDrawing(surface: surface, fonts: fonts, isDocument: false) else {
            throw Fault(.drawingFailed, ["reason": "PNG \(width)×\(height)"])
        }
        self.drawing = drawing
        unsafe cairo_scale(self.drawing.context, scale, Double(height) / size.height)
    }

    package mutating func draw(_ mark: Mark) { drawing.draw(mark) }

    /// The finished file.
    package consuming func finish() throws(Fault) -> [UInt8] {
        let collector = ByteCollector()
        unsafe cairo_surface_flush(drawing.surface)
        let status = unsafe cairo_surface_write_to_png_stream(
            drawing.surface, ByteCollector.receive, collector.pointer)
        if status != CAIRO_STATUS_SUCCESS { drawing.fail(unsafe String(cString: cairo_status_to_string(status))) }
        if let reason = drawing.finished() { throw Fault(.drawingFailed, ["reason": .init(reason)]) }
        return collector.bytes
    }
}
