import CHarfBuzz

/// One face of a book for those who must know what was printed with: which file it is, under which licence, for which
/// characters.
package struct FontRecord: Hashable, Sendable {
    package var family: String
    package var weight: Int
    package var path: String
    /// Size and time of the file, which tell one version from another on this machine.
    package var version: String
    /// What the file says of its licence; empty when it says nothing.
    package var licence: String
    /// Those that are set in this face, in the order of their code points.
    package var characters: [Unicode.Scalar]
}

extension FontBook {
    /// The faces of the book, each role's own before its fallbacks, with the characters that the book was cut to.
    package func records() -> [FontRecord] {
        var characters = [Set<UInt32>](repeating: [], count: faces.count)
        for chain in chains.values {
            for character in wanted {
                guard let face = chain.first(where: { self.face($0).glyph(of: character) != nil }) else { continue }
                characters[Int(face.index)].insert(character)
            }
        }
        return zip(faces, characters).map { face, own in
            let source = face.source
            return FontRecord(
                family: source.family, weight: source.weight, path: source.path,
                version: "\(source.size) \(source.modified)", licence: source.licence,
                characters: own.sorted().compactMap(Unicode.Scalar.init))
        }
    }
}

extension FontSources.Source {
    /// The name table's licence description, or else the address of one (OpenType, “name”, 13 and 14).
    fileprivate var licence: String {
        let blob = unsafe hb_blob_create_from_file(path)
        defer { unsafe hb_blob_destroy(blob) }
        let face = unsafe hb_face_create(blob, UInt32(index))
        defer { unsafe hb_face_destroy(face) }
        for name in [HB_OT_NAME_ID_LICENSE, HB_OT_NAME_ID_LICENSE_URL] {
            var text = [CChar](repeating: 0, count: 2000)
            var room = UInt32(text.count)
            let language = unsafe hb_language_from_string("en", 2)
            guard unsafe hb_ot_name_get_utf8(face, hb_ot_name_id_t(name), language, &room, &text) > 0 else { continue }
            return String(decoding: text.prefix(Int(room)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
        return ""
    }
}
