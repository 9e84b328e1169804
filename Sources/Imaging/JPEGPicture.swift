import CPixbuf

extension DecodedPicture {
    /// The picture as a JPEG file of another width, its proportions kept; what is transparent is taken for opaque. The same pixels
    /// give the same bytes. Nil when memory ran out.
    ///
    /// Quality from 0 to 100; `pixelsPerInch` is noted in the file's head.
    package func jpeg(width: Int, quality: Int, pixelsPerInch: Int? = nil) -> [UInt8]? {
        let height = max(1, (self.height * width + self.width / 2) / self.width)
        return unsafe pixels.withUnsafeBufferPointer { buffer in
            guard
                let whole = unsafe gdk_pixbuf_new_from_data(
                    buffer.baseAddress, GDK_COLORSPACE_RGB, 1, 8, Int32(self.width), Int32(self.height),
                    Int32(self.width * 4), nil, nil)
            else { return nil }
            defer { unsafe g_object_unref(UnsafeMutableRawPointer(whole)) }
            if width == self.width { return unsafe Self.encoded(whole, quality, pixelsPerInch) }
            guard let small = unsafe gdk_pixbuf_scale_simple(whole, Int32(width), Int32(height), GDK_INTERP_BILINEAR)
            else { return nil }
            defer { unsafe g_object_unref(UnsafeMutableRawPointer(small)) }
            return unsafe Self.encoded(small, quality, pixelsPerInch)
        }
    }

    private static func encoded(_ picture: OpaquePointer, _ quality: Int, _ pixelsPerInch: Int?) -> [UInt8]? {
        let density = pixelsPerInch.map { [("x-dpi", "\($0)"), ("y-dpi", "\($0)")] } ?? []
        let options = [("quality", "\(quality)")] + density
        var keys = unsafe options.map { unsafe strdup($0.0) } + [nil]
        var values = unsafe options.map { unsafe strdup($0.1) } + [nil]
        defer { unsafe (keys + values).forEach { unsafe free($0) } }
        var bytes: UnsafeMutablePointer<CChar>?
        var count: gsize = 0
        guard unsafe gdk_pixbuf_save_to_bufferv(picture, &bytes, &count, "jpeg", &keys, &values, nil) != 0,
            let bytes = unsafe bytes
        else { return nil }
        defer { unsafe g_free(bytes) }
        return unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }
}
