import Drawing
import Testing
import Typesetting

@testable import Prepress

/// One drawing serves sheets of a family of shapes: scaled evenly, the difference in length between what keeps to the ends.
@Suite struct SheetFitTests {
    private let art = Size(width: 80, height: 200)

    @Test func theArtsOwnShapeIsOnlyScaled() {
        let fit = SheetFit(art: art, on: Size(width: 800, height: 2000))
        #expect(fit.scale == 10 && fit.slack == 0)
        for anchor in [FrameSpec.Anchor.start, .end, .stretch] {
            let rect = fit.rect(Rect(x: 6, y: 20, width: 68, height: 50), anchor)
            #expect(rect == Rect(x: 60, y: 200, width: 680, height: 500))
        }
    }

    @Test func onALongerSheetTheEndsKeepTheirPlacesAndStretchGrows() {
        let fit = SheetFit(art: art, on: Size(width: 80, height: 230))
        #expect(fit.scale == 1 && fit.slack == 30)
        let rect = Rect(x: 6, y: 20, width: 68, height: 50)
        #expect(fit.rect(rect, .start) == rect)
        #expect(fit.rect(rect, .end) == rect.moved(by: 0, 30))
        #expect(fit.rect(rect, .stretch) == Rect(x: 6, y: 20, width: 68, height: 80))
    }

    @Test func wideArtGrowsInWidth() {
        let fit = SheetFit(art: Size(width: 800, height: 70), on: Size(width: 300, height: 70))
        #expect(fit.slack == -500)
        #expect(fit.rect(Rect(x: 680, y: 10, width: 100, height: 50), .end).x == 180)
        #expect(fit.rect(Rect(x: 140, y: 10, width: 520, height: 50), .stretch).width == 20)
    }

    /// The ground covers the whole sheet without being pulled out of shape; nothing is drawn beyond the sheet.
    @Test func theGroundCoversTheSheetEvenly() throws {
        let fixture = try PosterFixture.real.get()
        let stand = try #require(fixture.templates.named("stand")?.shapes.first)
        let sheet = Size(width: 600, height: 1600)
        let marks = SheetFit(art: stand.art.size, on: sheet).ground(stand.art).map(\.mark)
        guard case .begin(nil, clip: .some(let clip)) = marks[0], case .art(_, let cover) = marks[1] else {
            Issue.record("no clip, or no ground")
            return
        }
        #expect(clip == .rect(Rect(size: sheet)))
        #expect(cover.x <= 0.01 && cover.y <= 0.01 && cover.maxX >= 599.99 && cover.maxY >= 1599.99)
        #expect(abs(cover.width / cover.height - stand.art.size.width / stand.art.size.height) < 1e-9)
    }

    /// Every sheet that a banner and a stand are made for has room for all of its frames.
    @Test(arguments: ["3x0.7m", "6x0.7m", "12x0.7m", "8x0.9m", "10x0.5m"]) func bannersFit(size: String) throws {
        try expectShape("banner", size)
    }

    @Test(arguments: ["rollup-80x200", "xstand-60x160", "xstand-80x180"]) func standsFit(size: String) throws {
        try expectShape("stand", size)
    }

    private func expectShape(_ name: String, _ size: String) throws {
        let template = try #require(try PosterFixture.real.get().templates.named(name))
        let sheet = try #require(SheetSize.named(size))
        let shape = try #require(template.shape(for: sheet))
        #expect(template.fits(shape, on: sheet))
    }

    /// Where no frame says what it keeps to, a sheet of another shape has no shape.
    @Test func withoutAnchorsOnlyTheArtsOwnShapeFits() throws {
        let template = try #require(try PosterFixture.real.get().templates.named("slogan-block"))
        #expect(template.shape(for: try #require(SheetSize.named("A1"))) != nil)
        #expect(template.shape(for: try #require(SheetSize.named("60x90cm"))) == nil)
    }
}
