import Diagnostics
import Drawing
import Edition
import Typesetting

/// From how far a poster's texts are read, and how high their characters must be for it: at least 1/200 of the distance.
///
/// A template's distance is that of its art's own size; from a larger sheet people stand back in proportion. A poster's own
/// distance is meant as it is.
struct ReadingDistance {
    /// Metres, of what the sheet has to say.
    let text: Double
    /// Metres, of the stamp, organiser, date, source, captions and where to ask: who wants to know comes nearer.
    let foot: Double

    /// The height of a Han character as a part of its em.
    static let characterHeight = 0.9
    static let floor = 1.0 / 200
    static let nearest = 0.5

    init(_ context: PosterContext) {
        text = context.ref.distance ?? context.template.distance * context.scale
        foot = min(text, Self.nearest)
    }

    /// The least height of characters in a frame, in points.
    func least(for take: Take) -> Points { .millimetres((Self.isFoot(take) ? foot : text) * 1000 * Self.floor) }

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
