import CPixbuf

/// A PNG or JPEG as pixels, by the decoder that every Linux desktop uses; turned as the camera notes, inks as colours of light.
package struct DecodedPicture: Sendable {
    package let width: Int
    package let height: Int
    /// Red, green, blue and opacity of each pixel, row by row from the top.
    package let pixels: [UInt8]

    package init(width: Int, height: Int, pixels: [UInt8]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// Nil for a file that does not decode as a whole.
    package init?(decoding file: [UInt8]) {
        guard let loader = unsafe gdk_pixbuf_loader_new() else { return nil }
        defer { unsafe g_object_unref(loader) }
        let isWritten = unsafe gdk_pixbuf_loader_write(loader, file, UInt(file.count), nil) != 0
        let isClosed = unsafe gdk_pixbuf_loader_close(loader, nil) != 0
        guard isWritten, isClosed, let stored = unsafe gdk_pixbuf_loader_get_pixbuf(loader),
            unsafe gdk_pixbuf_get_bits_per_sample(stored) == 8,
            let picture = unsafe gdk_pixbuf_apply_embedded_orientation(stored)
        else { return nil }
        defer { unsafe g_object_unref(UnsafeMutableRawPointer(picture)) }
        guard let source = unsafe gdk_pixbuf_read_pixels(picture) else { return nil }
        let width = Int(unsafe gdk_pixbuf_get_width(picture))
        let height = Int(unsafe gdk_pixbuf_get_height(picture))
        let channels = Int(unsafe gdk_pixbuf_get_n_channels(picture))
        let stride = Int(unsafe gdk_pixbuf_get_rowstride(picture))
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height * 4)
        for y in 0..<height {
            for x in 0..<width {
                let from = unsafe source + (y * stride + x * channels)
                unsafe pixels.append(from[0])
                unsafe pixels.append(from[1])
                unsafe pixels.append(from[2])
                pixels.append(unsafe channels == 4 ? from[3] : 255)
            }
        }
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}
