import Diagnostics
import Drawing
import Edition
import Typesetting

/// From how far a poster's texts are read, and how high their characters must be for it: at least 1/200 of the distance, and
/// 1/120 to be read in comfort.
///
/// A template's distance is that of its art's own size; from a larger sheet people stand back in proportion. A poster's own
/// distance is meant as it is.
struct ReadingDistance {
    /// Metres, of what the sheet has to say.
    let text: Double
    /// Metres, of the stamp, organiser, date, source, captions and where to ask: who wants to know comes nearer.
    let foot: Double
    /// Metres, from where the code is scanned: who wants to scan steps up to the board, and holds a phone over a small sheet.
    let code: Double

    /// The height of a Han character as a part of its em.
    static let characterHeight = 0.9
    static let floor = 1.0 / 200
    static let comfort = 1.0 / 120
    static let nearest = 0.5
    static let armsLength = 0.25
    /// Sheets up to A3 are small.
    private static let smallSide = Points.millimetres(300)
    /// A code's side, and the side of its modules, as parts of the distance.
    static let codeSide = 1.0 / 10
    static let codeModule = 1.0 / 500

    init(_ context: PosterContext) {
        text = context.ref.distance ?? context.template.distance * context.scale
        foot = min(text, Self.nearest)
        let isSmall = min(context.sheet.width, context.sheet.height) <= Self.smallSide
        code = min(foot, isSmall ? Self.armsLength : Self.nearest)
    }

    /// The least height of characters in a frame, in points.
    func least(for take: Take) -> Points { .millimetres((Self.isFoot(take) ? foot : text) * 1000 * Self.floor) }

    /// The height of characters that is read in comfort, in points; nil at the foot, which is only looked up.
    func comfortable(for take: Take) -> Points? {
        Self.isFoot(take) ? nil : .millimetres(text * 1000 * Self.comfort)
    }

    private static func isFoot(_ take: Take) -> Bool {
        switch take {
        case .theme, .organiser, .name, .meta, .qr, .short, .label, .hotlines, .otherHotlines, .channels: true
        default: false
        }
    }

    /// The smallest characters of some marks, in points; nil without text.
    static func smallest(of marks: [Placed]) -> Points? {
        marks.compactMap { placed -> Points? in
            if case .glyphs(let run, _) = placed.mark { run.size * characterHeight } else { nil }
        }.min()
    }
}
