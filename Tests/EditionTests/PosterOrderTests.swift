import Campaign
import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Edition

/// A poster asked for by hand: a piece of the day, and for a group one of its slogans.
@Suite struct PosterOrderTests {
    private let content = Repository.root.appending(path: "content").path

    private func ordered(
        _ piece: String, item: String? = nil, on day: String = "2024-07-10"
    ) throws -> (ref: PosterRef?, edition: Edition, report: Report) {
        var ignored = Report()
        let campaign = try #require(Campaign.load(content, piece: piece, reporting: &ignored))
        let edition = Edition(campaign, on: try #require(CivilDate(day)), reporting: &ignored)
        var report = Report()
        let order = PosterOrder(file: "\(content)/\(piece)", template: "any", size: "A3", item: item, distance: 4)
        return (edition.poster(for: order, reporting: &report), edition, report)
    }

    @Test func aPieceIsItsOwnPoster() throws {
        let (ref, edition, report) = try ordered("policy/interpretation.md")
        let found = try #require(ref)
        #expect(report.diagnostics.isEmpty)
        #expect(edition.pieces[found.piece].document.file.path == "\(content)/policy/interpretation.md")
        #expect(found.slogan == nil && found.template == "any" && found.size == "A3" && found.distance == 4)
    }

    @Test func aSloganIsFoundByItsID() throws {
        let (ref, edition, _) = try ordered("slogans/banner.md", item: "every-day")
        let slogan = try #require(ref?.slogan)
        #expect(edition.slogans[slogan].text == "买卖天天做，防骗天天说")
    }

    /// After the campaign only what is kept stands.
    @Test func aPieceThatDoesNotStandIsSaid() throws {
        let (ref, _, report) = try ordered("policy/interpretation.md", on: "2025-01-01")
        let said = try #require(report.diagnostics.first)
        #expect(ref == nil && report.diagnostics.map(\.code) == [.pieceNotStanding])
        #expect(said.summary(in: .chinese).contains("2025年1月1日") && said.summary(in: .english).contains("2025-01-01"))
        #expect(said.place?.file == "\(content)/policy/interpretation.md")
    }

    @Test func aMissingAWrongAndANeedlessItemAreSaid() throws {
        #expect(try ordered("slogans/banner.md").report.diagnostics.map(\.code) == [.itemWanted])
        #expect(try ordered("slogans/banner.md", item: "evry-day").report.diagnostics.map(\.code) == [.unknownItem])
        #expect(try ordered("policy/interpretation.md", item: "x").report.diagnostics.map(\.code) == [.itemNotHere])
    }
}
