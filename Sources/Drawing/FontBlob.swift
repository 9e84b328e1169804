import CHarfBuzz

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
}
