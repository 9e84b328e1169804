import Artifacts
import Campaign
import Diagnostics
import Drawing
import Foundation
import TestSupport
import Testing

@testable import Edition
@testable import Prepress

/// Boards of one's own, and the posters of the real campaign to hang on them.
struct BoardFixture {
    static let file = "content/places.csv"
    let posters: [PosterContext]
    let paper: PaperFacts

    static let real = Result { try BoardFixture(try PosterFixture.real.get()) }
    static let fire = Result { try BoardFixture(try PosterFixture.fire.get()) }

    init(_ fixture: PosterFixture) throws {
        var report = Report()
        posters = fixture.edition.posters.compactMap { ref in
            Posters.context(
                of: ref, in: fixture.edition, templates: fixture.templates, theme: fixture.theme, mark: nil,
                reporting: &report)
        }
        paper = fixture.edition.paper
    }

    func press(_ fixture: PosterFixture, ordered: [PosterRef]) -> PosterPress {
        PosterPress(
            edition: fixture.edition, templates: fixture.templates, theme: fixture.theme, contexts: posters,
            ordered: ordered, fonts: fixture.press)
    }

    /// `made` says which of the posters can be made.
    func plan(
        _ boards: [Board], made: (PosterContext) -> Bool = { _ in true }
    ) -> (plan: BoardPlan, report: Report) {
        var report = Report()
        let plan = BoardPlan(
            boards, posters: posters.filter(made), wished: posters.map(\.ref), paper: paper, reporting: &report)
        return (plan, report)
    }

    /// A board whose row names its posters, or takes those of its kind, or says nothing.
    static func board(
        _ name: String, _ kind: Place.Kind, _ size: String, quantity: Int = 1, row names: [String]? = nil,
        kind kindNames: [String]? = nil
    ) throws -> Board {
        let place = SourcePlace(file: file, line: 2, column: 1)
        let wanted =
            names.map { $0.map { PosterName($0, at: place) } }
            ?? kindNames.map { $0.map { PosterName($0, at: SourcePlace(file: "content/campaign.yaml")) } }
        return Board(
            name: name, kind: kind, size: size, format: try #require(BoardFormat(size)), quantity: quantity, unit: nil,
            wanted: wanted, place: place)
    }
}

extension BoardPlan {
    /// The files that hang at each board.
    var hung: [[String]] { boards.map { $0.posters.map(\.ref.fileName) } }
}
