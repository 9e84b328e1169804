import CHarfBuzz

/// What a PDF says about a face.
extension Face {
    var glyphCount: Int { Int(unsafe hb_face_get_glyph_count(face)) }

    /// In PDF, the glyphs of a CFF font are called by their CIDs, those of others by their places here.
    func characterID(of glyph: UInt32) -> UInt16 {
        guard let ids = characterIDs, Int(glyph) < ids.count else { return UInt16(truncatingIfNeeded: glyph) }
        return ids[Int(glyph)]
    }

    var hasCharacterIDs: Bool { characterIDs != nil }

    /// The name that programs know the font by; made from the family's where the file has none.
    var postScriptName: String {
        var text = [CChar](repeating: 0, count: 128)
        var room = UInt32(text.count)
        let language = unsafe hb_language_from_string("en", 2)
        let count = unsafe hb_ot_name_get_utf8(
            face, hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME), language, &room, &text)
        guard count > 0 else { return "\(source.family)-\(source.weight)".filter { $0 != " " } }
        return String(decoding: text.prefix(Int(room)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Above and below the baseline, in thousandths of an em.
    var extents: (ascent: Int, descent: Int) {
        var extents = hb_font_extents_t()
        unsafe hb_font_get_h_extents(font, &extents)
        return (thousandths(Double(extents.ascender)), thousandths(Double(extents.descender)))
    }

    /// The box around all glyphs of the installed font (OpenType, “head”), in thousandths of an em.
    var box: [Int] {
        let head = unsafe FontBlob.table("head", of: face)
        guard head.count >= 44 else { return [0, -200, 1000, 900] }
        return stride(from: 36, to: 44, by: 2).map { place in
            thousandths(Double(Int16(bitPattern: UInt16(head[place]) << 8 | UInt16(head[place + 1]))))
        }
    }

    private func thousandths(_ units: Double) -> Int { Int((units * 1000 / unitsPerEm).rounded()) }
}
