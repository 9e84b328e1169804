import Campaign
import Diagnostics
import Drawing

/// What the hardware of a stand covers: of a 易拉宝 the lowest part stays in the case and the topmost under the rail, an
/// X展架 holds its sheet at the corners.
struct HiddenZones {
    struct Zone {
        var name: Wording
        var rect: Rect
    }

    let zones: [Zone]

    /// Millimetres. Cases differ, 150 to 200 at the foot and 12 to 25 at the top: the most is kept clear.
    private static let (foot, top, corner) = (200.0, 25.0, 40.0)

    init(of stand: SheetFormat.Stand?, on sheet: Size) {
        let (width, height) = (sheet.width, sheet.height)
        switch stand {
        case nil: zones = []
        case .rollup:
            let (top, foot) = (Points.millimetres(Self.top), Points.millimetres(Self.foot))
            zones = [
                Zone(
                    name: .init("上头 25 毫米压在横杆下", "the rail covers the topmost 25 mm"),
                    rect: Rect(x: 0, y: 0, width: width, height: top)),
                Zone(
                    name: .init("下头 200 毫米卷在底座里", "the case holds the lowest 200 mm"),
                    rect: Rect(x: 0, y: height - foot, width: width, height: foot)),
            ]
        case .xstand:
            let side = Points.millimetres(Self.corner)
            zones = [0, width - side].flatMap { x in
                [0, height - side].map { y in
                    Zone(
                        name: .init("四角 40 毫米被撑杆钩住", "the arms hold 40 mm of each corner"),
                        rect: Rect(x: x, y: y, width: side, height: side))
                }
            }
        }
    }

    /// The first zone that a rectangle reaches into, and how far.
    func covering(_ rect: Rect) -> (zone: Zone, depth: Points)? {
        for zone in zones {
            let across = min(rect.maxX, zone.rect.maxX) - max(rect.x, zone.rect.x)
            let down = min(rect.maxY, zone.rect.maxY) - max(rect.y, zone.rect.y)
            if min(across, down) > 0.1 { return (zone, min(across, down)) }
        }
        return nil
    }
}
