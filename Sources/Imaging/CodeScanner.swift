import CZBar

/// ZBar, told to look for QR codes alone and to give their bytes as they are.
enum CodeScanner {
    static func codes(in picture: GreyPicture) -> [[UInt8]] {
        guard let scanner = unsafe zbar_image_scanner_create() else { return [] }
        defer { unsafe zbar_image_scanner_destroy(scanner) }
        unsafe zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
        unsafe zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1)
        unsafe zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1)
        guard let image = unsafe zbar_image_create() else { return [] }
        defer { unsafe zbar_image_destroy(image) }
        // “Y800”: a byte a pixel, brightness only; ZBar writes such names with their first letter lowest.
        unsafe zbar_image_set_format(image, UInt("Y800".utf8.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }))
        unsafe zbar_image_set_size(image, UInt32(picture.width), UInt32(picture.height))
        return unsafe picture.pixels.withUnsafeBufferPointer { pixels in
            // Without a cleanup handler ZBar only borrows the pixels; the scan ends before they do.
            unsafe zbar_image_set_data(image, pixels.baseAddress, UInt(pixels.count), nil)
            guard unsafe zbar_scan_image(scanner, image) > 0 else { return [] }
            var codes: [[UInt8]] = []
            var symbol = unsafe zbar_image_first_symbol(image)
            while let current = unsafe symbol {
                let count = Int(unsafe zbar_symbol_get_data_length(current))
                if let data = unsafe zbar_symbol_get_data(current) {
                    let bytes = unsafe UnsafeRawBufferPointer(start: data, count: count)
                    unsafe codes.append(Array(bytes))
                }
                unsafe symbol = zbar_symbol_next(current)
            }
            return codes
        }
    }
}
