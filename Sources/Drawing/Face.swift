import CHarfBuzz
import Diagnostics

/// The face of a font book, by its place in it.
package struct FaceID: Hashable, Sendable {
    package var index: UInt8
}

/// One small font in memory, ready for shaping, measuring and drawing.
///
/// HarfBuzz's faces and fonts are safe to share between threads once they are immutable, which these are.
@safe
final class Face: @unchecked Sendable {
    let source: FontSources.Source
    let unitsPerEm: Double
    private let storage: UnsafeMutableBufferPointer<UInt8>
    private let blob: OpaquePointer
    let face: OpaquePointer
    let font: OpaquePointer
    /// Whether the outlines are CFF's; else they are TrueType's.
    let isCompact: Bool
    /// The CIDs of the glyphs of a CFF font that has them.
    let characterIDs: [UInt16]?

    init(source: FontSources.Source, characters: [UInt32], cache: FontCache?) throws(Fault) {
        let bytes = try FontSubset.bytes(of: source, characters: characters, cache: cache)
        let storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = unsafe storage.initialize(from: bytes)
        guard
            let blob = unsafe hb_blob_create(
                UnsafeRawPointer(storage.baseAddress)?.assumingMemoryBound(to: CChar.self), UInt32(bytes.count),
                HB_MEMORY_MODE_READONLY, nil, nil),
            let face = unsafe hb_face_create(blob, 0), let font = unsafe hb_font_create(face)
        else {
            unsafe storage.deallocate()
            throw Fault(.fontUnusable, ["path": .init(source.path)])
        }
        unsafe hb_face_make_immutable(face)
        unsafe hb_font_make_immutable(font)
        self.source = source
        unitsPerEm = Double(unsafe hb_face_get_upem(face))
        unsafe self.storage = storage
        unsafe self.blob = blob
        unsafe self.face = face
        unsafe self.font = font
        let compact = unsafe FontBlob.table("CFF ", of: face)
        isCompact = !compact.isEmpty
        characterIDs =
            compact.isEmpty
            ? nil : CompactFont.characterIDs(of: compact, glyphs: Int(unsafe hb_face_get_glyph_count(face)))
    }

    deinit {
        unsafe hb_font_destroy(font)
        unsafe hb_face_destroy(face)
        unsafe hb_blob_destroy(blob)
        unsafe storage.deallocate()
    }

    /// The font file's bytes, valid as long as the face lives.
    var bytes: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(storage) }

    /// The glyph of a character, nil when the font lacks it.
    func glyph(of character: UInt32) -> UInt32? {
        var glyph: UInt32 = 0
        return unsafe hb_font_get_nominal_glyph(font, character, &glyph) != 0 ? glyph : nil
    }

    /// Where a glyph's ink begins and ends downwards, in em from the top of the em box of CJK fonts, 0.88 em above the
    /// baseline; nil for a glyph without ink.
    func inkDown(of glyph: UInt32) -> ClosedRange<Double>? {
        var extents = hb_glyph_extents_t()
        guard unsafe hb_font_get_glyph_extents(font, glyph, &extents) != 0, extents.height < 0 else { return nil }
        let top = 0.88 - Double(extents.y_bearing) / unitsPerEm
        return top...top - Double(extents.height) / unitsPerEm
    }

    /// How far the pen moves behind a glyph, in em.
    func advance(of glyph: UInt32) -> Double { Double(unsafe hb_font_get_glyph_h_advance(font, glyph)) / unitsPerEm }

    /// Where a glyph's ink begins and ends across, in em from its origin; nil for a glyph without ink.
    func ink(of glyph: UInt32) -> ClosedRange<Double>? {
        var extents = hb_glyph_extents_t()
        guard unsafe hb_font_get_glyph_extents(font, glyph, &extents) != 0, extents.width > 0 else { return nil }
        let left = Double(extents.x_bearing) / unitsPerEm
        return left...left + Double(extents.width) / unitsPerEm
    }
}
