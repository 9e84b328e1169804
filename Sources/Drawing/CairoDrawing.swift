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

/// Draws marks on a cairo surface: what PDF and PNG have in common.
@safe
struct CairoDrawing: ~Copyable {
    let surface: OpaquePointer
    let context: OpaquePointer
    /// PDF keeps links, destinations and undecoded JPEGs; pixels have none.
    let isDocument: Bool
    private let fonts: FontBook
    private var faces: [OpaquePointer?]
    private var clusters: [cairo_text_cluster_t] = []
    private var glyphs: [cairo_glyph_t] = []
    /// The first thing that went wrong.
    private(set) var failure: String?

    /// Takes the surface over.
    init?(surface: OpaquePointer?, fonts: FontBook, isDocument: Bool) {
        guard let surface = unsafe surface else { return nil }
        guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = unsafe cairo_create(surface)
        else {
            unsafe cairo_surface_destroy(surface)
            return nil
        }
        unsafe self.surface = surface
        unsafe self.context = context
        self.fonts = fonts
        self.isDocument = isDocument
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
            if unsafe !art.draw(on: context, in: rect) { fail("SVG") }
            unsafe cairo_restore(context)
        case .link(let rect, let target): if isDocument { link(rect, to: target) }
        case .destination(let name, let point): if isDocument { destination(name, at: point) }
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

    /// What a mark covers on the page; nil for text and for what draws nothing.
    func area(of mark: Mark) -> Rect? {
        switch mark {
        case .fill(let path, _), .stroke(let path, _, _):
            trace(path)
            var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
            unsafe cairo_path_extents(context, &left, &top, &right, &bottom)
            return onPage(Rect(x: left, y: top, width: right - left, height: bottom - top))
        case .bitmap(_, let rect): return onPage(rect)
        case .art(let art, let rect): return onPage(art.fitted(in: rect))
        case .glyphs, .link, .destination, .begin, .end: return nil
        }
    }

    private func onPage(_ rect: Rect) -> Rect {
        var (x0, y0, x1, y1) = (rect.x, rect.y, rect.maxX, rect.maxY)
        unsafe cairo_user_to_device(context, &x0, &y0)
        unsafe cairo_user_to_device(context, &x1, &y1)
        // Turned art exchanges its corners.
        return Rect(x: min(x0, x1), y: min(y0, y1), width: abs(x1 - x0), height: abs(y1 - y0))
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
        guard isDocument else {
            unsafe cairo_show_glyphs(context, &glyphs, Int32(glyphs.count))
            return
        }
        clusters.removeAll(keepingCapacity: true)
        for cluster in run.clusters {
            clusters.append(cairo_text_cluster_t(num_bytes: cluster.bytes, num_glyphs: cluster.glyphs))
        }
        unsafe run.text.withUnsafeBytes { bytes in
            unsafe cairo_show_text_glyphs(
                context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), &glyphs,
                Int32(glyphs.count), &clusters, Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
        }
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

    private func link(_ rect: Rect, to target: String) {
        let box = [rect.x, rect.y, rect.width, rect.height].map { Decimal.text($0, places: 3) }
        let goal = target.hasPrefix("#") ? "dest='\(escaped(target.dropFirst()))'" : "uri='\(escaped(target[...]))'"
        unsafe cairo_tag_begin(context, CAIRO_TAG_LINK, "rect=[\(box.joined(separator: " "))] \(goal)")
        unsafe cairo_tag_end(context, CAIRO_TAG_LINK)
    }

    private func destination(_ name: String, at point: Point) {
        let place = "x=\(Decimal.text(point.x, places: 3)) y=\(Decimal.text(point.y, places: 3))"
        unsafe cairo_tag_begin(context, CAIRO_TAG_DEST, "name='\(escaped(name[...]))' \(place)")
        unsafe cairo_tag_end(context, CAIRO_TAG_DEST)
    }

    /// For cairo's attribute strings.
    private func escaped(_ text: Substring) -> String {
        var result = ""
        for character in text.unicodeScalars {
            if character == "'" || character == "\\" { result.append("\\") }
            result.unicodeScalars.append(character)
        }
        return result
    }

    private mutating func draw(_ bitmap: Bitmap, in rect: Rect) {
        guard let bitmap = isDocument ? bitmap.plain : bitmap, let image = unsafe self.image(of: bitmap) else {
            return fail(bitmap.path)
        }
        unsafe cairo_save(context)
        unsafe cairo_translate(context, rect.x, rect.y)
        unsafe cairo_scale(context, rect.width / Double(bitmap.width), rect.height / Double(bitmap.height))
        unsafe cairo_set_source_surface(context, image, 0, 0)
        unsafe cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
        // Pixels at the edge are not mixed with the emptiness beyond it.
        if !isDocument { unsafe cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD) }
        unsafe cairo_rectangle(context, 0, 0, Double(bitmap.width), Double(bitmap.height))
        unsafe cairo_fill(context)
        unsafe cairo_restore(context)
        unsafe cairo_surface_destroy(image)
    }

    /// A picture for cairo. PDF takes a JPEG as it is: then the pixels stay untouched, and empty pages cost nothing.
    private func image(of bitmap: Bitmap) -> OpaquePointer? {
        let isRaw = isDocument && bitmap.isJPEG
        let format = isRaw ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
        let image = unsafe cairo_image_surface_create(format, Int32(bitmap.width), Int32(bitmap.height))
        guard unsafe cairo_surface_status(image) == CAIRO_STATUS_SUCCESS else {
            unsafe cairo_surface_destroy(image)
            return nil
        }
        if isRaw {
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bitmap.bytes.count)
            _ = unsafe copy.initialize(from: bitmap.bytes)
            unsafe cairo_surface_set_mime_data(
                image, CAIRO_MIME_TYPE_JPEG, copy.baseAddress, UInt(copy.count), { unsafe $0?.deallocate() },
                copy.baseAddress)
            return unsafe image
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
