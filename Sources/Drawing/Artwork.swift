import CRsvg
package import Diagnostics
import Imaging
package import Theme

/// A drawing in SVG, checked, with the theme's stylesheet. Its layers `frame-…` say where text goes and are not drawn.
///
/// The file is parsed anew for each drawing: librsvg's handles must not be shared between threads, and art is small.
package struct Artwork: Hashable, Sendable {
    package let bytes: [UInt8]
    package let stylesheet: String
    /// The drawing's own size; a length without a unit counts as a point.
    package let size: Size
    /// The layers `frame-…` without that prefix, in the order of the file, in the drawing's own size.
    package let frames: [Frame]

    package struct Frame: Hashable, Sendable {
        package var name: String
        package var rect: Rect
    }

    /// Hidden layers keep their geometry; `display: none` would give them none.
    private static let hiding = "\n[id^=\"frame-\"]{visibility:hidden!important}"

    /// Checks and measures a drawing; nil after reporting what is wrong with it.
    package static func read(_ file: SourceFile, stylesheet: String, reporting report: inout Report) -> Artwork? {
        let scan = DrawingScan(file)
        report.add(contentsOf: scan.faults)
        guard scan.faults.isEmpty else { return nil }
        let style = stylesheet + hiding
        guard let handle = ArtHandle(file.bytes, stylesheet: style), let size = handle.size else {
            report.add(.artUnreadable, at: SourcePlace(file: file.path), ["path": .init(file.path)])
            return nil
        }
        let frames = scan.frames.compactMap { name in
            handle.geometry(ofLayer: "frame-\(name)", size).map { Frame(name: name, rect: $0) }
        }
        return Artwork(bytes: file.bytes, stylesheet: style, size: size, frames: frames)
    }

    private init(bytes: [UInt8], stylesheet: String, size: Size, frames: [Frame]) {
        self.bytes = bytes
        self.stylesheet = stylesheet
        self.size = size
        self.frames = frames
    }

    /// The largest rectangle of the drawing's proportions in the middle of another.
    package func fitted(in rect: Rect) -> Rect {
        let scale = min(rect.width / size.width, rect.height / size.height)
        let (width, height) = (size.width * scale, size.height * scale)
        return Rect(
            x: rect.x + (rect.width - width) / 2, y: rect.y + (rect.height - height) / 2, width: width, height: height)
    }

    /// The same drawing, with another colour wherever it uses the class `ink`.
    package func inked(_ colour: Colour) -> Artwork {
        let rules = "\n.ink{fill:\(colour.hex) !important}.stroke-ink{stroke:\(colour.hex) !important}"
        return Artwork(bytes: bytes, stylesheet: stylesheet + rules, size: size, frames: frames)
    }

    /// The layers of a drawing that keep together when its sheet is longer than it is.
    package enum Part: Hashable, Sendable {
        /// The layer `ground`.
        case ground
        /// Layers whose id begins with `stretch`: bands and rules, which grow with the sheet.
        case stretch
        /// All that is none of the others.
        case start
        /// Layers whose id begins with `centre`.
        case centre
        /// Layers whose id begins with `bottom` or `right`.
        case end
    }

    /// Whether the drawing has layers `stretch…`.
    package var hasStretchingLayers: Bool { bytes.firstRange(of: Array("id=\"stretch".utf8)) != nil }

    /// Whether the drawing has layers `centre…`.
    package var hasCentredLayers: Bool { bytes.firstRange(of: Array("id=\"centre".utf8)) != nil }

    /// The same drawing with one part of it alone.
    package func showing(_ part: Part) -> Artwork {
        let ground = "#ground"
        let stretch = "[id^=\"stretch\"]"
        let centre = "[id^=\"centre\"]"
        let end = "[id^=\"bottom\"],[id^=\"right\"]"
        let hidden = "{visibility:hidden!important}"
        let shown = "{visibility:visible!important}"
        let rules =
            switch part {
            case .ground: "svg>*\(hidden)\(ground)\(shown)"
            case .stretch: "svg>*\(hidden)\(stretch)\(shown)"
            case .start: "\(ground),\(stretch),\(centre),\(end)\(hidden)"
            case .centre: "svg>*\(hidden)\(centre)\(shown)"
            case .end: "svg>*\(hidden)\(end)\(shown)"
            }
        return Artwork(bytes: bytes, stylesheet: "\(stylesheet)\n\(rules)\(Self.hiding)", size: size, frames: frames)
    }

    /// The file with the stylesheet inside, for SVG readers that know nothing of ours.
    var styled: [UInt8] {
        guard let end = DrawingScan.endOfRootTag(in: bytes) else { return bytes }
        return Array(bytes[..<end]) + Array("<style>\(stylesheet)</style>".utf8) + bytes[end...]
    }

    /// Draws onto a cairo context; false if librsvg could not.
    func draw(on context: OpaquePointer, in rect: Rect) -> Bool {
        guard let handle = ArtHandle(bytes, stylesheet: stylesheet) else { return false }
        return unsafe handle.draw(on: context, in: fitted(in: rect))
    }
}

/// A parsed drawing.
@safe
private struct ArtHandle: ~Copyable {
    private let handle: UnsafeMutablePointer<RsvgHandle>

    init?(_ bytes: [UInt8], stylesheet: String) {
        guard let handle = unsafe rsvg_handle_new_from_data(bytes, UInt(bytes.count), nil) else { return nil }
        // A width in mm would be measured at 90 dots an inch otherwise.
        unsafe rsvg_handle_set_dpi(handle, 72)
        let style = Array(stylesheet.utf8)
        guard unsafe rsvg_handle_set_stylesheet(handle, style, UInt(style.count), nil) != 0 else {
            unsafe g_object_unref(handle)
            return nil
        }
        unsafe self.handle = handle
    }

    deinit { unsafe g_object_unref(handle) }

    /// From width and height, else from the view box.
    var size: Size? {
        var (width, height) = (0.0, 0.0)
        if unsafe rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) != 0, width > 0, height > 0 {
            return Size(width: width, height: height)
        }
        var (hasWidth, hasHeight, hasBox) = (gboolean(0), gboolean(0), gboolean(0))
        var (w, h, box) = (RsvgLength(), RsvgLength(), RsvgRectangle())
        unsafe rsvg_handle_get_intrinsic_dimensions(handle, &hasWidth, &w, &hasHeight, &h, &hasBox, &box)
        return hasBox != 0 && box.width > 0 && box.height > 0 ? Size(width: box.width, height: box.height) : nil
    }

    func geometry(ofLayer id: String, _ size: Size) -> Rect? {
        var viewport = RsvgRectangle(x: 0, y: 0, width: size.width, height: size.height)
        var (ink, logical) = (RsvgRectangle(), RsvgRectangle())
        guard unsafe rsvg_handle_get_geometry_for_layer(handle, "#\(id)", &viewport, &ink, &logical, nil) != 0,
            logical.width > 0, logical.height > 0
        else { return nil }
        return Rect(x: logical.x, y: logical.y, width: logical.width, height: logical.height)
    }

    func draw(on context: OpaquePointer, in rect: Rect) -> Bool {
        var viewport = RsvgRectangle(x: rect.x, y: rect.y, width: rect.width, height: rect.height)
        return unsafe rsvg_handle_render_document(handle, context, &viewport, nil) != 0
    }
}
