import CHarfBuzz

/// Places of TrueType outlines in the long form, whatever the size of the font.
///
/// They are written in 16 bits in a small font and in 32 in a large one (OpenType, “loca” and “head”), and cairo writes the
/// fonts that it embeds in the form that it finds. If the size of the cut decided, a new character in one piece could
/// change the bytes of every PDF. (CFF fonts have no such table, and what is embedded of them is the same in any cut.)
enum LongPlaces {
    /// The font file with long places; as it is when they stand so already, or when it has no such table.
    static func bytes(of file: OpaquePointer?) -> [UInt8] {
        guard let face = unsafe hb_face_create(file, 0) else { return [] }
        defer { unsafe hb_face_destroy(face) }
        var head = unsafe FontBlob.table("head", of: face)
        let short = unsafe FontBlob.table("loca", of: face)
        guard !short.isEmpty, head.count > formatPlace + 1, head[formatPlace + 1] == 0 else {
            return unsafe FontBlob.bytes(of: file)
        }
        head[formatPlace + 1] = 1
        let builder = unsafe hb_face_builder_create()
        defer { unsafe hb_face_destroy(builder) }
        for tag in unsafe tags(of: face) {
            let table = unsafe hb_face_reference_table(face, tag)
            unsafe hb_face_builder_add_table(builder, tag, table)
            unsafe hb_blob_destroy(table)
        }
        for (name, bytes) in [("head", head), ("loca", lengthened(short))] {
            let table = unsafe FontBlob.copy(of: bytes)
            unsafe hb_face_builder_add_table(builder, FontBlob.tag(name), table)
            unsafe hb_blob_destroy(table)
        }
        let whole = unsafe hb_face_reference_blob(builder)
        defer { unsafe hb_blob_destroy(whole) }
        return unsafe FontBlob.bytes(of: whole)
    }

    /// The offset of indexToLocFormat's upper byte in `head`: 0 for short, 1 for long, in the lower byte.
    private static let formatPlace = 50

    private static func lengthened(_ short: [UInt8]) -> [UInt8] {
        var long: [UInt8] = []
        long.reserveCapacity(short.count * 2)
        for index in stride(from: 0, to: short.count - 1, by: 2) {
            // The short form counts pairs of bytes.
            let place = (Int(short[index]) << 8 | Int(short[index + 1])) * 2
            long += [0, UInt8(place >> 16), UInt8(place >> 8 & 0xFF), UInt8(place & 0xFF)]
        }
        return long
    }

    private static func tags(of face: OpaquePointer) -> [hb_tag_t] {
        let total = unsafe hb_face_get_table_tags(face, 0, nil, nil)
        var tags = [hb_tag_t](repeating: 0, count: Int(total))
        var count = total
        unsafe hb_face_get_table_tags(face, 0, &count, &tags)
        return tags
    }
}

/// HarfBuzz's pieces of memory as bytes, and back.
enum FontBlob {
    static func tag(_ name: String) -> hb_tag_t { unsafe hb_tag_from_string(name, 4) }

    static func bytes(of blob: OpaquePointer?) -> [UInt8] {
        var length: UInt32 = 0
        guard let data = unsafe hb_blob_get_data(blob, &length), length > 0 else { return [] }
        return unsafe [UInt8](UnsafeRawBufferPointer(start: data, count: Int(length)))
    }

    /// Empty when the face has no such table.
    static func table(_ name: String, of face: OpaquePointer) -> [UInt8] {
        let blob = unsafe hb_face_reference_table(face, tag(name))
        defer { unsafe hb_blob_destroy(blob) }
        return unsafe bytes(of: blob)
    }

    static func copy(of bytes: [UInt8]) -> OpaquePointer? {
        unsafe bytes.withUnsafeBytes { buffer in
            unsafe hb_blob_create(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(buffer.count),
                HB_MEMORY_MODE_DUPLICATE, nil, nil)
        }
    }
}
