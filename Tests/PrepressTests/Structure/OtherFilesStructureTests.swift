import Artifacts
import Campaign
import Diagnostics
import Drawing
import TestSupport
import Testing

@testable import Edition
@testable import Prepress

/// The structure of the sheets that go with the posters: plans of the boards, instructions for the shop, tiles for an office.
@Suite struct OtherFilesStructureTests {
    @Test func thePlanOfTheBoardsIsTagged() throws {
        let artifacts = try PosterFixture.fire.get().everyArtifact()
        let plan = try BoardFilesTests.made(artifacts, "posters/board-plan.pdf").bytes
        #expect(try TaggedFile(plan).faults == [])
        let heard = try StructureText(of: plan)
        #expect(heard.texts(of: "H1").count == 1)
        for board in try PosterFixture.fire.get().edition.boards { #expect(heard.text().contains(bare(board.name))) }
    }

    @Test func theInstructionsForTheShopAreTagged() throws {
        let fixture = try PosterFixture.real.get()
        let boards = try BoardFixture.real.get()
        let plan = boards.plan([
            try BoardFixture.board("甲", .board, "A3", quantity: 20, row: ["policy-interpretation/policy-facts"])
        ]).plan
        let press = boards.press(fixture, ordered: plan.lines.map(\.poster.ref))
        let artifacts = try press.posters() + ShopPress(press: press, plan: plan).artifacts()
        let page = try BoardFilesTests.made(artifacts, "shop/印制说明.pdf").bytes
        #expect(try TaggedFile(page).faults == [])
        #expect(try StructureText(of: page).texts(of: "H1").count == 1)
    }

    /// The page that shows how to paste, and every tile.
    @Test func tilesForAnOfficeAreTagged() throws {
        let fixture = try PosterFixture.real.get()
        var report = Report()
        let poster = try #require(
            try SinglePoster(
                try fixture.ref("policy-facts-A3"), of: fixture.edition, templates: fixture.templates,
                theme: fixture.theme, fonts: fixture.press.sources, marks: .none, reporting: &report))
        let pdf = try #require(try poster.tiledPDF(on: .a4, reporting: &report))
        #expect(try TaggedFile(pdf).faults == [])
    }
}
