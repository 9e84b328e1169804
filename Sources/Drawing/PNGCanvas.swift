import CPangoCairo
package import Diagnostics
import Imaging

/// A picture in the making, on transparent ground.
@safe
package struct PNGCanvas: ~Copyable, Canvas {
    private var drawing: CairoDrawing

    /// A picture of so many pixels across of what is drawn in `size`, in points; the height follows from the proportions.
    package init(fonts: FontBook, size: Size, pixelsAcross width: Int) throws(Fault) {
        let scale = Double(width) / size.width
        let height = Int((size.height * scale).rounded())
        let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
        guard let drawing = unsafe CairoDrawing(surface: surface, fonts: fonts) else {
            throw Fault(.drawingFailed, ["reason": "PNG \(width)×\(height)"])
        }
        self.drawing = drawing
        unsafe cairo_scale(self.drawing.context, scale, Double(height) / size.height)
    }

    /// How many times smaller a picture must be to be drawn at all, 1 when it can be as it is: cairo's sides are of 15 bits,
    /// and a pixel takes four bytes of memory.
    package static func leastReduction(width: Double, height: Double) -> Double {
        let bySide = Double(PictureHead.longestSide) / max(width, height)
        let byMemory = (Double(PictureHead.mostPixels) / (width * height)).squareRoot()
        return min(1, bySide, byMemory)
    }

    package mutating func draw(_ mark: Mark, as _: StructureElement?) { drawing.draw(mark) }

    /// The finished file; in few colours, it has a palette of at most 256 and loses what the eye does not see.
    package consuming func finish(inFewColours isIndexed: Bool = false) throws(Fault) -> [UInt8] {
        unsafe cairo_surface_flush(drawing.surface)
        let file = pixels.flatMap { isIndexed ? PNGFile.indexed($0) : PNGFile.bytes(of: $0) }
        if file == nil { drawing.fail("PNG") }
        if let reason = drawing.finished() { throw Fault(.drawingFailed, ["reason": .init(reason)]) }
        return file ?? []
    }

    /// The finished picture as a JPEG, for those who take no other; what is left transparent is white.
    package consuming func finishAsPhotograph(quality: Int) throws(Fault) -> [UInt8] {
        unsafe cairo_surface_flush(drawing.surface)
        let file = pixels.flatMap { Self.photograph($0, quality: quality) }
        if file == nil { drawing.fail("JPEG") }
        if let reason = drawing.finished() { throw Fault(.drawingFailed, ["reason": .init(reason)]) }
        return file ?? []
    }

    private static func photograph(_ source: PNGFile.Pixels, quality: Int) -> [UInt8]? {
        var pixels: [UInt8] = []
        pixels.reserveCapacity(source.width * source.height * 4)
        for y in 0..<source.height {
            for x in 0..<source.width {
                let from = y * source.stride + x * 4
                // Colours are multiplied by alpha: white shows through by the rest.
                let rest = unsafe 255 - source.bytes[from + 3]
                for channel in [2, 1, 0] { unsafe pixels.append(source.bytes[from + channel] &+ rest) }
                pixels.append(255)
            }
        }
        return DecodedPicture(width: source.width, height: source.height, pixels: pixels)
            .jpeg(width: source.width, quality: quality)
    }

    /// Valid until the surface is drawn on again; nil when drawing went wrong.
    private var pixels: PNGFile.Pixels? {
        let surface = unsafe drawing.surface
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return nil }
        let stride = Int(unsafe cairo_image_surface_get_stride(surface))
        let height = Int(unsafe cairo_image_surface_get_height(surface))
        return unsafe PNGFile.Pixels(
            bytes: UnsafeRawBufferPointer(start: data, count: stride * height),
            width: Int(cairo_image_surface_get_width(surface)), height: height, stride: stride)
    }
}
