import Drawing
import Typesetting

/// The length that a page's numbers count in. Acrobat shows pages of more than 14,400 units as blank, which is 5.08 m at the
/// usual point; longer pages count in larger units (ISO 32000-1 §7.7.3.3, /UserUnit).
struct UserUnit {
    /// Points a unit: 1, or as many whole points as the longest side needs.
    let points: Int

    static let mostUnits = 14_400.0

    init(points: Int) { self.points = points }

    init(for pages: [Size]) {
        let longest = pages.map { max($0.width, $0.height) }.max() ?? 0
        points = max(1, Int((longest / Self.mostUnits).rounded(.up)))
    }

    func page(_ size: Size) -> Size {
        Size(width: size.width / Double(points), height: size.height / Double(points))
    }

    /// The frame, drawn in these units.
    func scaled(_ frame: Frame) -> Frame {
        guard points > 1 else { return frame }
        let begin = Placed(.begin(.scale(1 / Double(points)), clip: nil), as: .artifact)
        return Frame(size: page(frame.size), items: [begin] + frame.items + [Placed(.end, as: .artifact)])
    }
}
