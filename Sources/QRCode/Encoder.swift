import CQRencode

#if canImport(Glibc)
    import Glibc
#endif

extension QRCode {
    /// Encodes the bytes of a text in 8-bit mode, in the smallest version that holds them.
    package init(encoding text: String, level: Level = .medium) throws(QRCodeError) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .emptyPayload }
        guard bytes.count <= Self.mostBytes else { throw .payloadTooLong(bytes: bytes.count) }
        let symbol = unsafe QRcode_encodeData(Int32(bytes.count), bytes, 0, level.native)
        guard let symbol = unsafe symbol else {
            throw errno == ENOMEM ? .outOfMemory : .payloadTooLong(bytes: bytes.count)
        }
        defer { unsafe QRcode_free(symbol) }
        let size = Int(unsafe symbol.pointee.width)
        // Each module is a byte whose lowest bit says dark.
        let cells = unsafe UnsafeBufferPointer(start: symbol.pointee.data, count: size * size)
        self.init(size: size, modules: unsafe cells.map { $0 & 1 == 1 })
    }

    /// What version 40 holds at the lowest level.
    private static let mostBytes = 2953
}

extension QRCode.Level {
    fileprivate var native: QRecLevel {
        switch self {
        case .low: QR_ECLEVEL_L
        case .medium: QR_ECLEVEL_M
        case .quartile: QR_ECLEVEL_Q
        case .high: QR_ECLEVEL_H
        }
    }
}
