import Diagnostics
import Drawing
import Edition
import Foundation
import TestSupport
import Testing
import Typesetting

@testable import Prepress

/// The file that an office prints: first how to paste it, then every tile at its real size.
@Suite struct TiledPosterTests {
    private func tiled(_ part: String, _ size: String, on paper: TilePaper) throws -> (pdf: [UInt8]?, report: Report) {
        let fixture = try PosterFixture.real.get()
        var ref = try fixture.ref(part)
        ref.size = size
        var report = Report()
        let poster = try #require(
            try SinglePoster(
                ref, of: fixture.edition, templates: fixture.templates, theme: fixture.theme,
                fonts: fixture.press.sources, marks: .none, reporting: &report))
        return (try poster.tiledPDF(on: paper, reporting: &report), report)
    }

    @Test func theFirstPageShowsHowAndTheOthersAreTiles() throws {
        let (made, report) = try tiled("policy-facts-A3", "A3", on: .a4)
        let pdf = try #require(made)
        #expect(report.diagnostics.isEmpty)
        try PressFixture.check(pdf)
        let first = try PressFixture.text(of: pdf, pages: 1...1)
        #expect(first.contains("拼接图") && first.contains("共4张A4纸，拼成297×420毫米"))
        #expect(first.contains("A1") && first.contains("B2") && first.contains("100毫米"))
        for (index, label) in ["A1", "A2", "B1", "B2"].enumerated() {
            let text = try PressFixture.text(of: pdf, pages: (index + 2)...(index + 2))
            let place = "第\(index / 2 + 1)行第\(index % 2 + 1)列，共4张"
            #expect(text.contains("\(label)\(place)"), "\(text.suffix(60))")
        }
        #expect(pdf == (try tiled("policy-facts-A3", "A3", on: .a4).pdf))
    }

    /// Tiles are moved and clipped, never scaled, and art stays art.
    @Test func tilesAreAtTheirRealSize() throws {
        let fixture = try PosterFixture.real.get()
        var ref = try fixture.ref("policy-facts-A3")
        ref.size = "A2"
        let sheet = try #require(fixture.laid(ref).poster?.sheets.first)
        let boxes = ProtectedBox.all(of: sheet.frame, fonts: fixture.fonts)
        let plan = TilePlan.best(for: sheet.frame.size, boxes: boxes, on: TilePaper.a4.size)
        var setter = TextSetter(fonts: fixture.fonts)
        for tile in plan.tiles {
            let page = TilePage(tile: tile, plan: plan, poster: sheet.frame, theme: fixture.theme).frame(&setter)
            guard case .begin(.some(let transform), .some(let clip)) = page.items[0].mark else {
                Issue.record("\(tile.label) begins with no group")
                continue
            }
            #expect(transform == .move(TilePlan.margin - tile.rect.x, TilePlan.margin - tile.rect.y))
            #expect(clip == .rect(tile.rect))
            let hasArt = page.items.contains { if case .art = $0.mark { true } else { false } }
            #expect(hasArt)
        }
    }

    /// What stands on the tiles, each character counted where it is seen, is what stands on the poster.
    @Test func everyCharacterOfThePosterIsOnATile() throws {
        let (made, _) = try tiled("brushing-gift-parcel/case-A4", "A3", on: .a4)
        let pdf = try #require(made)
        let tiles = Set(try PressFixture.text(of: pdf, pages: 2...5))
        let fixture = try PosterFixture.real.get()
        var ref = try fixture.ref("brushing-gift-parcel/case-A4")
        ref.size = "A3"
        let poster = Set(bare(try #require(fixture.laid(ref).poster).text))
        #expect(poster.subtracting(tiles).isEmpty, "\(poster.subtracting(tiles))")
    }

    @Test func whatNeedsNoTilesOrTooManyIsSaid() throws {
        #expect(try tiled("policy-facts-A3", "A4", on: .a4).report.diagnostics.map(\.code) == [.tileNotNeeded])
        #expect(try tiled("policy-facts-A3", "A4", on: .a3).report.diagnostics.map(\.code) == [.tileNotNeeded])
        let (pdf, report) = try tiled("policy-facts-A3", "5x7.07m", on: .a4)
        #expect(pdf == nil && report.diagnostics.map(\.code) == [.tooManyTiles])
        let said = try #require(report.diagnostics.first)
        #expect(said.summary(in: .chinese).contains("最多 300 张") && said.summary(in: .english).contains("at most 300"))
    }

    /// A character larger than the paper: the seam runs through it, and the answer names it.
    @Test func whatTheSeamsMustCutIsNamed() throws {
        let (pdf, report) = try tiled("theme-slogan-block-A4", "A0", on: .a4)
        #expect(pdf != nil)
        let said = report.diagnostics.filter { $0.code == .seamCuts }
        #expect(!said.isEmpty && said.allSatisfy { $0.place != nil })
        #expect(said.contains { $0.summary(in: .chinese).contains("诈骗") }, "\(said.map { $0.summary(in: .chinese) })")
    }
}
