package import Diagnostics
import Glibc
import Synchronization

/// The fonts of one edition: each role's face and its fallbacks, cut down to the characters in use. Immutable, shared by
/// all threads.
///
/// In: the font files found, the roles that will be set and every character that may be set in them. A character that
/// was not named here is missing afterwards, even where the installed font has it.
package final class FontBook: Sendable {
    let faces: [Face]
    /// The faces to ask for each role, in order.
    let chains: [FontRole: [FaceID]]
    /// The characters that the faces were cut to, sorted.
    let wanted: [UInt32]

    /// Cuts and loads the faces, as many at a time as the machine has cores. A font file that
    /// cannot be read is a fault of the machine.
    package init(
        _ sources: FontSources, roles: [FontRole], characters: some Sequence<Unicode.Scalar>
    ) throws(Fault) {
        let wanted = Set(characters.lazy.map(\.value)).union(FontBook.always).sorted()
        var order: [FontSources.Source] = []
        for role in FontRole.allCases where roles.contains(role) {
            guard let source = sources.source(of: role) else { continue }
            if !order.contains(source) { order.append(source) }
        }
        var faces = try FontBook.loaded(order.map { ($0, wanted) }, cache: sources.cache)
        var chains: [FontRole: [FaceID]] = [:]
        for role in FontRole.allCases where roles.contains(role) {
            guard let source = sources.source(of: role), let own = order.firstIndex(of: source) else { continue }
            var chain = [FaceID(index: UInt8(own))]
            var missing = wanted.filter { faces[own].glyph(of: $0) == nil && !FontBook.isInvisible($0) }
            for fallback in sources.fallbacks(for: role) where !missing.isEmpty && fallback != source {
                let index: Int
                if let known = faces.firstIndex(where: { $0.source == fallback }) {
                    index = known
                } else {
                    faces.append(try Face(source: fallback, characters: wanted, cache: sources.cache))
                    index = faces.count - 1
                }
                chain.append(FaceID(index: UInt8(index)))
                missing.removeAll { faces[index].glyph(of: $0) != nil }
            }
            chains[role] = chain
        }
        self.faces = faces
        self.chains = chains
        self.wanted = wanted
    }

    /// Characters that layout itself may set: ASCII, Chinese punctuation, list markers and note marks.
    private static let always: [UInt32] =
        Array(0x20...0x7E) + Array(0x2460...0x2473) + Array(0x3000...0x3015)
        + [0xB7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026]
        + [0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F]

    private static func loaded(
        _ wishes: [(source: FontSources.Source, characters: [UInt32])], cache: FontCache?
    ) throws(Fault) -> [Face] {
        let results = Parallel.map(wishes) { wish -> Result<Face, Fault> in
            do throws(Fault) {
                return .success(try Face(source: wish.source, characters: wish.characters, cache: cache))
            } catch {
                return .failure(error)
            }
        }
        var faces: [Face] = []
        for result in results { faces.append(try result.get()) }
        return faces
    }

    /// The faces to ask for a character of a role, in order; empty when the book was made without the role.
    func chain(of role: FontRole) -> [FaceID] { chains[role] ?? [] }

    func face(_ id: FaceID) -> Face { faces[Int(id.index)] }

    /// The role's own face followed by its fallbacks, for text dumps and font lists: `Noto Serif CJK SC 400`.
    package func family(of id: FaceID) -> String { face(id).source.family }

    /// The families that are asked for a character of a role, in order.
    package func families(of role: FontRole) -> [String] { chain(of: role).map { face($0).source.family } }

    package func name(of id: FaceID) -> String {
        let source = face(id).source
        return "\(source.family) \(source.weight)"
    }

    /// Where a glyph's ink begins and ends across, in em from its origin; nil for a glyph without ink.
    package func ink(of glyph: UInt32, in face: FaceID) -> ClosedRange<Double>? { self.face(face).ink(of: glyph) }

    /// Where a glyph's ink begins and ends downwards, in em from the top of its em box; nil for a glyph without ink.
    package func inkDown(of glyph: UInt32, in face: FaceID) -> ClosedRange<Double>? {
        self.face(face).inkDown(of: glyph)
    }

    /// The face's glyph of a character, nil when it lacks it.
    package func glyph(of character: UInt32, in face: FaceID) -> UInt32? { self.face(face).glyph(of: character) }

    /// How far the pen moves behind a glyph, in em.
    package func advance(of glyph: UInt32, in face: FaceID) -> Double { self.face(face).advance(of: glyph) }

    /// Characters that are never drawn: controls, joiners, variation selectors, direction marks.
    static func isInvisible(_ character: UInt32) -> Bool {
        switch character {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
            0xE0000...0xE0FFF:
            true
        default: false
        }
    }
}
