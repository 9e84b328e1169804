package import Diagnostics
package import Drawing
package import Theme

/// The type area of a handbook's pages: whole characters across, whole lines down, mirrored on left-hand pages.
package struct PageGrid: Hashable, Sendable {
    package let page: Size
    /// The size of the body and its leading.
    package let em: Points
    package let leading: Points
    package let measure: Points
    package let lines: Int
    package let inner: Points
    package let top: Points
    /// The baseline of the running foot, from the top.
    package let foot: Points

    package var outer: Points { page.width - inner - measure }
    package var height: Points { Double(lines) * leading }

    /// The type area. Odd pages lie on the right, so that their inner margin is on the left.
    package func area(ofPage number: Int) -> Rect {
        Rect(x: number % 2 == 1 ? inner : outer, y: top, width: measure, height: height)
    }

    /// Where the running foot stands: it reaches out into the outer margin, which has room for it.
    package func footLine(ofPage number: Int) -> (left: Points, right: Points) {
        let reach = outer - inner / 2
        let area = area(ofPage: number)
        return number % 2 == 1 ? (area.x, area.maxX + reach) : (area.x - reach, area.maxX)
    }

    /// Nil after reporting that the type area does not fit the page.
    package init?(
        page: Size, look: PageLook, foot: FootLook, scale: Scale, path: String, reporting report: inout Report
    ) {
        self.page = page
        em = scale.handbook
        leading = scale.handbook * scale.leading
        measure = Double(look.measure) * scale.handbook
        lines = look.lines
        inner = look.inner
        top = look.top
        self.foot = page.height - look.foot
        let place = SourcePlace(file: path)
        let fits = report.diagnostics.count
        // The outer margin is the wider one: thumbs hold a small book there.
        if outer < inner {
            report.add(
                .typeAreaTooWide, at: place,
                [
                    "count": .init("\(look.measure)"), "width": .init(Self.millimetres(measure)),
                    "room": .init(Self.millimetres(max(0, page.width - 2 * inner))),
                ])
        }
        // The foot stands clear of the last line by at least a line.
        let bottom = self.foot - foot.size - leading
        if top + height > bottom {
            report.add(
                .typeAreaTooTall, at: place,
                [
                    "count": .init("\(look.lines)"), "height": .init(Self.millimetres(height)),
                    "room": .init(Self.millimetres(max(0, bottom - top))),
                ])
        }
        if report.diagnostics.count > fits { return nil }
    }

    private static func millimetres(_ length: Points) -> String {
        let tenths = Int((length.inMillimetres * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
