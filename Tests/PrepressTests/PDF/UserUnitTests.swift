import Drawing
import Testing
import Typesetting

@testable import Prepress

/// Acrobat shows pages of more than 14,400 units as blank; 5.08 m are the most at one point a unit.
@Suite struct UserUnitTests {
    @Test(arguments: [(5.08, 1), (5.09, 2), (10.0, 2), (12.0, 3)] as [(Double, Int)])
    func longPagesCountInLargerUnits(metres: Double, points: Int) {
        let size = Size(width: .millimetres(metres * 1000), height: .millimetres(700))
        let unit = UserUnit(for: [size])
        #expect(unit.points == points)
        let page = unit.page(size)
        #expect(page.width <= UserUnit.mostUnits && abs(page.width * Double(points) - size.width) < 1e-6)
    }

    /// What is drawn is drawn in the larger unit as a whole, in one group.
    @Test func theFrameIsScaledAsOne() {
        let size = Size(width: 28_800, height: 2000)
        let frame = Frame(size: size, items: [Placed(.link(Rect(size: size), to: "x"), as: .artifact)])
        let scaled = UserUnit(for: [size]).scaled(frame)
        #expect(scaled.size == Size(width: 14_400, height: 1000) && scaled.items.count == 3)
        guard case .begin(.some(let transform), clip: nil) = scaled.items[0].mark else {
            Issue.record("no scale")
            return
        }
        #expect(transform == .scale(0.5))
    }
}
