import CHarfBuzz
import Diagnostics

/// Cuts one installed face down to the characters that an edition uses.
///
/// Another character anywhere in the edition changes no PDF that does not show it: glyphs keep their ids, and each PDF cuts
/// this cut down to its own.
enum FontSubset {
    /// The small font as bytes; from the cache where the same cut was made before.
    static func bytes(
        of source: FontSources.Source, characters: [UInt32], cache: FontCache?
    ) throws(Fault) -> [UInt8] {
        guard let cache else { return try cut(source, characters: characters) }
        let key = cacheKey(of: source, characters: characters)
        if let kept = cache.bytes(for: key) { return kept }
        let made = try cut(source, characters: characters)
        cache.keep(made, for: key)
        return made
    }

    private static func cacheKey(of source: FontSources.Source, characters: [UInt32]) -> [UInt8] {
        let version = unsafe String(cString: hb_version_string())
        var key = Array("3 \(version) \(source.path) \(source.index) \(source.size) \(source.modified)\n".utf8)
        for character in characters {
            key += [UInt8(truncatingIfNeeded: character >> 16), UInt8(truncatingIfNeeded: character >> 8)]
            key.append(UInt8(truncatingIfNeeded: character))
        }
        return key
    }

    private static func cut(_ source: FontSources.Source, characters: [UInt32]) throws(Fault) -> [UInt8] {
        let blob = unsafe hb_blob_create_from_file(source.path)
        defer { unsafe hb_blob_destroy(blob) }
        let face = unsafe hb_face_create(blob, UInt32(source.index))
        defer { unsafe hb_face_destroy(face) }
        guard unsafe hb_face_get_glyph_count(face) > 0, let input = unsafe hb_subset_input_create_or_fail() else {
            throw Fault(.fontUnusable, ["path": .init(source.path)])
        }
        defer { unsafe hb_subset_input_destroy(input) }
        let wanted = unsafe hb_subset_input_unicode_set(input)
        for character in characters { unsafe hb_set_add(wanted, character) }
        // Substitution is not used (marks are trimmed by us), and its closure would cost a third of the time.
        let dropped = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for name in ["GSUB", "GDEF", "vhea", "vmtx", "VORG"] {
            unsafe hb_set_add(dropped, hb_tag_from_string(name, 4))
        }
        unsafe hb_subset_input_set_flags(
            input, HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue)
        guard let subset = unsafe hb_subset_or_fail(face, input) else {
            throw Fault(.fontUnusable, ["path": .init(source.path)])
        }
        defer { unsafe hb_face_destroy(subset) }
        let result = unsafe hb_face_reference_blob(subset)
        defer { unsafe hb_blob_destroy(result) }
        let bytes = unsafe FontBlob.bytes(of: result)
        guard !bytes.isEmpty else { throw Fault(.fontUnusable, ["path": .init(source.path)]) }
        return bytes
    }
}
