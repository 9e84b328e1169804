import CHarfBuzz
import Diagnostics

/// A face as it goes into a file: cut down to the glyphs that the file shows (ISO 32000-1 §9.7 and §9.9).
struct EmbeddedFont: Sendable {
    enum Program: Sendable {
        /// A bare CFF table whose glyphs are called by CID.
        case compact(PDFStream)
        /// A TrueType file, and which of its glyphs each CID calls, two bytes each.
        case trueType(PDFStream, glyphs: PDFStream)
    }

    let program: Program
    let shown: [PDFFontUse.Shown]
    /// `ABCDEF+NotoSerifCJKsc-Regular`; the letters tell the cuts of one font apart.
    let name: String
    /// Thousandths of an em.
    let ascent: Int
    let descent: Int
    let box: [Int]
    private let unicodeMap: PDFStream

    init(_ use: PDFFontUse, _ face: Face) throws(Fault) {
        shown = use.shown.sorted { $0.code < $1.code }
        program = try Self.cut(face, to: shown)
        name = Self.tag(of: shown) + "+" + face.postScriptName
        (ascent, descent) = face.extents
        box = face.box
        unicodeMap = PDFStream(Self.unicodeMap(of: shown))
    }

    private static func cut(_ face: Face, to shown: [PDFFontUse.Shown]) throws(Fault) -> Program {
        let fault = Fault(.fontUnusable, ["path": .init(face.source.path)])
        guard let input = unsafe hb_subset_input_create_or_fail() else { throw fault }
        defer { unsafe hb_subset_input_destroy(input) }
        let glyphs = unsafe hb_subset_input_glyph_set(input)
        for glyph in shown { unsafe hb_set_add(glyphs, glyph.glyph) }
        let dropped = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for name in unneeded { unsafe hb_set_add(dropped, FontBlob.tag(name)) }
        // A CFF font without CIDs is called by the places of its glyphs, which must stay.
        if face.isCompact && !face.hasCharacterIDs {
            unsafe hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue)
        }
        guard let plan = unsafe hb_subset_plan_create_or_fail(face.face, input) else { throw fault }
        defer { unsafe hb_subset_plan_destroy(plan) }
        guard let subset = unsafe hb_subset_plan_execute_or_fail(plan) else { throw fault }
        defer { unsafe hb_face_destroy(subset) }
        if face.isCompact {
            let table = unsafe FontBlob.table("CFF ", of: subset)
            guard !table.isEmpty else { throw fault }
            return .compact(PDFStream(table))
        }
        let mapping = unsafe hb_subset_plan_old_to_new_glyph_mapping(plan)
        var places = [UInt8](repeating: 0, count: 2 * (Int(shown.last?.code ?? 0) + 1))
        for glyph in shown {
            let place = unsafe hb_map_get(mapping, glyph.glyph)
            places[2 * Int(glyph.code)] = UInt8(truncatingIfNeeded: place >> 8)
            places[2 * Int(glyph.code) + 1] = UInt8(truncatingIfNeeded: place)
        }
        let file = unsafe hb_face_reference_blob(subset)
        defer { unsafe hb_blob_destroy(file) }
        return .trueType(PDFStream(unsafe FontBlob.bytes(of: file)), glyphs: PDFStream(places))
    }

    /// Tables that a font in a PDF does without (§9.9, table 126).
    private static let unneeded = [
        "cmap", "name", "OS/2", "post", "gasp", "GPOS", "GSUB", "GDEF", "BASE", "vhea", "vmtx", "VORG", "DSIG", "STAT",
        "meta", "kern", "hdmx", "VDMX", "LTSH", "PCLT",
    ]

    /// Six capitals from the glyphs (§9.6.4).
    private static func tag(of shown: [PDFFontUse.Shown]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for glyph in shown { hash = (hash ^ UInt64(glyph.glyph)) &* 0x100_0000_01B3 }
        var tag = ""
        for _ in 0..<6 {
            tag.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(hash % 26)))
            hash /= 26
        }
        return tag
    }
}

extension EmbeddedFont {
    /// Writes the font's objects; the number of the one that the resources name.
    func add(to file: inout PDFFile) -> Int {
        let program: Int
        var more = ""
        switch self.program {
        case .compact(let table):
            program = file.add(table, " /Subtype /CIDFontType0C")
        case .trueType(let font, let glyphs):
            program = file.add(font, " /Length1 \(font.length)")
            more = " /CIDToGIDMap \(file.add(glyphs)) 0 R"
        }
        let isCompact = more.isEmpty
        let descriptor = file.add(
            "<< /Type /FontDescriptor /FontName \(PDFText.name(name)) /Flags 4 /FontBBox [\(box[0]) \(box[1]) \(box[2]) \(box[3])]"
                + " /ItalicAngle 0 /Ascent \(ascent) /Descent \(descent) /CapHeight \(ascent) /StemV 80"
                + " /\(isCompact ? "FontFile3" : "FontFile2") \(program) 0 R >>")
        let descendant = file.add(
            "<< /Type /Font /Subtype /\(isCompact ? "CIDFontType0" : "CIDFontType2") /BaseFont \(PDFText.name(name))"
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                + " /FontDescriptor \(descriptor) 0 R /DW 1000 /W [\(widths)]\(more) >>")
        let map = file.add(unicodeMap)
        return file.add(
            "<< /Type /Font /Subtype /Type0 /BaseFont \(PDFText.name(name)) /Encoding /Identity-H"
                + " /DescendantFonts [\(descendant) 0 R] /ToUnicode \(map) 0 R >>")
    }

    /// `17 [500 520] 40 [333]`: the advances that are not 1000, in rows of neighbours.
    private var widths: String {
        var bytes: [UInt8] = []
        var last: UInt16?
        for glyph in shown where glyph.advance != 1000 {
            if let last, last + 1 == glyph.code {
                bytes.append(UInt8(ascii: " "))
            } else {
                if last != nil { bytes += "] ".utf8 }
                bytes += "\(glyph.code) [".utf8
            }
            Decimal.append(glyph.advance, to: &bytes)
            last = glyph.code
        }
        if last != nil { bytes.append(UInt8(ascii: "]")) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Which text each glyph stands for (§9.10.3).
    private static func unicodeMap(of shown: [PDFFontUse.Shown]) -> [UInt8] {
        var bytes = Array(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """.utf8)
        let known = shown.filter { !$0.text.isEmpty }
        // A block has at most a hundred rows.
        for start in stride(from: 0, to: known.count, by: 100) {
            let rows = known[start..<min(start + 100, known.count)]
            bytes += "\(rows.count) beginbfchar\n".utf8
            for row in rows {
                bytes.append(UInt8(ascii: "<"))
                bytes.append(hexadecimal: row.code)
                bytes += "> <".utf8
                for unit in String(decoding: row.text, as: UTF8.self).utf16 { bytes.append(hexadecimal: unit) }
                bytes += ">\n".utf8
            }
            bytes += "endbfchar\n".utf8
        }
        bytes += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n".utf8
        return bytes
    }
}
