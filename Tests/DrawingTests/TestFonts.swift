import Diagnostics
import Testing
import Theme
@testable import Drawing

enum TestFonts {
    static let fonts = Fonts(
        headline: FontSpec(family: "Noto Serif CJK SC", weight: 900),
        text: FontSpec(family: "Noto Sans CJK SC", weight: 400),
        textBold: FontSpec(family: "Noto Sans CJK SC", weight: 700),
        serif: FontSpec(family: "Noto Serif CJK SC", weight: 400),
        serifBold: FontSpec(family: "Noto Serif CJK SC", weight: 700),
        hand: FontSpec(family: "LXGW WenKai", weight: 400), fallback: ["Noto Sans CJK SC", "DejaVu Sans"])

    static let sources: FontSources? = {
        var report = Report()
        return FontSources.find(fonts, reporting: &report)
    }()

    static func book(_ text: String, roles: [FontRole] = [.serif], cache: FontCache? = nil) throws -> FontBook {
        try FontBook(
            try #require(sources).keepingCuts(in: cache), roles: roles, characters: text.unicodeScalars)
    }
}

extension FontBook {
    /// A text as one run, every cluster where shaping puts it.
    func run(_ text: String, role: FontRole = .serif, size: Points = 10) -> GlyphRun {
        let shaped = shape(Array(text.utf8), runs: [ShapingRun(end: text.utf8.count, role: role, size: size)])
        var run = GlyphRun(
            face: shaped.clusters.first?.face ?? FaceID(index: 0), size: size,
            colour: Colour(red: 0, green: 0, blue: 0))
        run.text = shaped.text
        var x = 0.0
        for cluster in shaped.clusters {
            run.clusters.append(.init(bytes: cluster.length, glyphs: cluster.glyphCount))
            for glyph in shaped.glyphs[Int(cluster.firstGlyph)..<Int(cluster.firstGlyph + cluster.glyphCount)] {
                run.glyphs.append(.init(id: glyph.id, x: x + glyph.dx, y: glyph.dy))
                x += glyph.advance
            }
        }
        return run
    }
}

extension Report {
    /// The diagnostics in words, for comparing whole.
    func texts(in language: Language = .chinese) -> [String] {
        diagnostics.map { "\($0.code.id) \($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.summary(in: language))" }
    }
}

/// Pictures of 2 × 2 indigo and 8 × 8 red pixels.
enum TestPictures {
    static let png: [UInt8] = decoded(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVQI12MUMo1mYGBgYmBgYGBgAAAHeQCm0v+4pAAAAABJRU5ErkJggg==")
    /// A whole file of a kind that does not exist.
    static let threeBits: [UInt8] = decoded(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACAwAAAAAgDWPpAAAAC0lEQVR4nGNggAAAAAgAAbdYc5UAAAAASUVORK5CYII=")
    static let jpeg: [UInt8] = decoded(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYn\
        KSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo\
        KCgoKCgoKCj/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA\
        FQEBAQAAAAAAAAAAAAAAAAAABQf/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCaABVif//Z
        """)

    private static func decoded(_ text: String) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var (bytes, word, bits): ([UInt8], UInt32, Int) = ([], 0, 0)
        for character in text.utf8 {
            guard let value = digits.firstIndex(of: character) else { continue }
            word = word << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
            }
        }
        return bytes
    }
}
