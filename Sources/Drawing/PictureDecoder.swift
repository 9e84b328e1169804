import CRsvg

/// PNG and JPEG to pixels, by the decoder that librsvg brings along.
enum PictureDecoder {
    /// Writes premultiplied ARGB, as cairo wants it; false for a picture that cannot be decoded.
    static func decode(_ bitmap: Bitmap, into target: UnsafeMutablePointer<UInt8>?, stride: Int) -> Bool {
        guard let target = unsafe target, let loader = unsafe gdk_pixbuf_loader_new() else { return false }
        defer { unsafe g_object_unref(loader) }
        let isWritten = unsafe gdk_pixbuf_loader_write(loader, bitmap.bytes, UInt(bitmap.bytes.count), nil) != 0
        let isClosed = unsafe gdk_pixbuf_loader_close(loader, nil) != 0
        guard isWritten, isClosed, let pixels = unsafe gdk_pixbuf_loader_get_pixbuf(loader),
            unsafe gdk_pixbuf_get_width(pixels) == Int32(bitmap.width),
            unsafe gdk_pixbuf_get_height(pixels) == Int32(bitmap.height),
            unsafe gdk_pixbuf_get_bits_per_sample(pixels) == 8,
            let source = unsafe gdk_pixbuf_read_pixels(pixels)
        else { return false }
        let channels = Int(unsafe gdk_pixbuf_get_n_channels(pixels))
        let sourceStride = Int(unsafe gdk_pixbuf_get_rowstride(pixels))
        for y in 0..<bitmap.height {
            for x in 0..<bitmap.width {
                let from = unsafe source + (y * sourceStride + x * channels)
                let alpha = unsafe channels == 4 ? UInt32(from[3]) : 255
                let to = unsafe target + (y * stride + x * 4)
                unsafe to[0] = premultiplied(from[2], alpha)
                unsafe to[1] = premultiplied(from[1], alpha)
                unsafe to[2] = premultiplied(from[0], alpha)
                unsafe to[3] = UInt8(alpha)
            }
        }
        return true
    }

    private static func premultiplied(_ value: UInt8, _ alpha: UInt32) -> UInt8 {
        UInt8((UInt32(value) * alpha + 127) / 255)
    }
}
