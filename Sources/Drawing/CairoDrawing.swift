import CPangoCairo
import CRsvg
import Diagnostics
import Theme

/// Bytes that cairo writes.
final class ByteCollector {
    var bytes: [UInt8] = []

    /// What cairo calls with each piece; `collector` is an unretained ByteCollector.
    static let receive:
        @convention(c) (
            _ collector: UnsafeMutableRawPointer?, _ data: UnsafePointer<UInt8>?, _ length: UInt32
        ) -> cairo_status_t = { collector, data, length in
            guard let collector = unsafe collector else { return CAIRO_STATUS_WRITE_ERROR }
            let target = unsafe Unmanaged<ByteCollector>.fromOpaque(collector).takeUnretainedValue()
            unsafe target.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
            return CAIRO_STATUS_SUCCESS
        }

    var pointer: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }
}

/// Draws marks as pixels, by cairo.
@safe
struct CairoDrawing: ~Copyable {
    let surface: OpaquePointer
    let context: OpaquePointer
    private let fonts: FontBook
    private var faces: [OpaquePointer?]
    private var glyphs: [cairo_glyph_t] = []
    /// The first thing that went wrong.
    private(set) var failure: String?

    /// Takes the surface over.
    init?(surface: OpaquePointer?, fonts: FontBook) {
        guard let surface = unsafe surface else { return nil }
        guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = unsafe cairo_create(surface)
        else {
            unsafe cairo_surface_destroy(surface)
            return nil
        }
        unsafe self.surface = surface
        unsafe self.context = context
        self.fonts = fonts
        unsafe faces = [OpaquePointer?](repeating: nil, count: fonts.faces.count)
        let options = unsafe cairo_font_options_create()
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        unsafe cairo_set_font_options(context, options)
        unsafe cairo_font_options_destroy(options)
    }

    deinit {
        for index in fonts.faces.indices { unsafe cairo_font_face_destroy(faces[index]) }
        unsafe cairo_destroy(context)
        unsafe cairo_surface_destroy(surface)
    }

    mutating func draw(_ mark: Mark) {
        switch mark {
        case .fill(let path, let colour):
            trace(path)
            use(colour)
            unsafe cairo_fill(context)
        case .stroke(let path, let width, let colour):
            trace(path)
            use(colour)
            unsafe cairo_set_line_width(context, width)
            unsafe cairo_stroke(context)
        case .glyphs(let run, let origin): draw(run, at: origin)
        case .bitmap(let bitmap, let rect): draw(bitmap, in: rect)
        case .art(let art, let rect):
            unsafe cairo_save(context)
            // A form in a PDF shows nothing beyond its box, nor does a drawing in an SVG: a picture must not show more.
            trace(.rect(art.fitted(in: rect)))
            unsafe cairo_clip(context)
            if unsafe !art.draw(on: context, in: rect) { fail("SVG") }
            unsafe cairo_restore(context)
        case .link, .destination: break
        case .begin(let transform, let clip): begin(transform, clip)
        case .end: unsafe cairo_restore(context)
        }
    }

    mutating func fail(_ reason: String) {
        if failure == nil { failure = reason }
    }

    /// Ends the drawing; what went wrong, if anything did.
    mutating func finished() -> String? {
        let status = unsafe cairo_status(context)
        unsafe cairo_surface_finish(surface)
        let surfaceStatus = unsafe cairo_surface_status(surface)
        for status in [status, surfaceStatus] where status != CAIRO_STATUS_SUCCESS {
            fail(unsafe String(cString: cairo_status_to_string(status)))
        }
        return failure
    }

    private func use(_ colour: Colour) {
        unsafe cairo_set_source_rgb(
            context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
    }

    private func trace(_ path: Path) {
        unsafe cairo_new_path(context)
        for element in path.elements {
            switch element {
            case .move(let p): unsafe cairo_move_to(context, p.x, p.y)
            case .line(let p): unsafe cairo_line_to(context, p.x, p.y)
            case .curve(let a, let b, let c): unsafe cairo_curve_to(context, a.x, a.y, b.x, b.y, c.x, c.y)
            case .close: unsafe cairo_close_path(context)
            }
        }
    }

    private func begin(_ transform: Transform?, _ clip: Path?) {
        unsafe cairo_save(context)
        if let t = transform {
            var matrix = cairo_matrix_t(xx: t.xx, yx: t.yx, xy: t.xy, yy: t.yy, x0: t.dx, y0: t.dy)
            unsafe cairo_transform(context, &matrix)
        }
        if let clip {
            trace(clip)
            unsafe cairo_clip(context)
        }
    }

    private mutating func draw(_ run: GlyphRun, at origin: Point) {
        guard let face = unsafe cairoFace(run.face) else { return fail(fonts.name(of: run.face)) }
        use(run.colour)
        unsafe cairo_set_font_face(context, face)
        unsafe cairo_set_font_size(context, run.size)
        glyphs.removeAll(keepingCapacity: true)
        for glyph in run.glyphs {
            glyphs.append(cairo_glyph_t(index: UInt(glyph.id), x: origin.x + glyph.x, y: origin.y + glyph.y))
        }
        unsafe cairo_show_glyphs(context, &glyphs, Int32(glyphs.count))
    }

    /// cairo's face for one of ours, made when it is first drawn.
    private mutating func cairoFace(_ id: FaceID) -> OpaquePointer? {
        if let made = unsafe faces[Int(id.index)] { return unsafe made }
        let face = fonts.face(id)
        let owner = unsafe Unmanaged.passRetained(face).toOpaque()
        let made = unsafe bulletin_face(face.bytes.baseAddress, face.bytes.count, owner) { owner in
            if let owner = unsafe owner { unsafe Unmanaged<Face>.fromOpaque(owner).release() }
        }
        unsafe faces[Int(id.index)] = made
        return unsafe made
    }

    private mutating func draw(_ bitmap: Bitmap, in rect: Rect) {
        guard let image = unsafe self.image(of: bitmap) else { return fail(bitmap.path) }
        unsafe cairo_save(context)
        unsafe cairo_translate(context, rect.x, rect.y)
        unsafe cairo_scale(context, rect.width / Double(bitmap.width), rect.height / Double(bitmap.height))
        unsafe cairo_set_source_surface(context, image, 0, 0)
        unsafe cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
        // Pixels at the edge are not mixed with the emptiness beyond it.
        unsafe cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
        unsafe cairo_rectangle(context, 0, 0, Double(bitmap.width), Double(bitmap.height))
        unsafe cairo_fill(context)
        unsafe cairo_restore(context)
        unsafe cairo_surface_destroy(image)
    }

    private func image(of bitmap: Bitmap) -> OpaquePointer? {
        let image = unsafe cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(bitmap.width), Int32(bitmap.height))
        guard unsafe cairo_surface_status(image) == CAIRO_STATUS_SUCCESS else {
            unsafe cairo_surface_destroy(image)
            return nil
        }
        let stride = Int(unsafe cairo_image_surface_get_stride(image))
        let isDecoded = unsafe bitmap.draw(into: cairo_image_surface_get_data(image), stride: stride)
        unsafe cairo_surface_mark_dirty(image)
        if !isDecoded {
            unsafe cairo_surface_destroy(image)
            return nil
        }
        return unsafe image
    }
}
