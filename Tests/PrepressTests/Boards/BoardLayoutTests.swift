import Drawing
import Testing

@testable import Prepress

/// Sheets hang in rows from the top left, none over another, none over the edge.
@Suite struct BoardLayoutTests {
    private let a4 = Size(width: 210, height: 297)

    @Test func sheetsStandSideBySideAndThenInTheNextRow() throws {
        let places = try #require(BoardLayout.places(of: [a4, a4, a4], on: Size(width: 420, height: 594)))
        #expect(places.map(\.origin) == [Point(x: 0, y: 0), Point(x: 210, y: 0), Point(x: 0, y: 297)])
    }

    @Test func whatIsTooWideTooHighOrTooManyHasNoPlace() {
        let board = Size(width: 420, height: 594)
        #expect(BoardLayout.places(of: [Size(width: 424, height: 10)], on: board) == nil)
        #expect(BoardLayout.places(of: [Size(width: 10, height: 600)], on: board) == nil)
        #expect(BoardLayout.places(of: [a4, a4, a4, a4, a4], on: board) == nil)
        #expect(BoardLayout.places(of: [], on: board)?.isEmpty == true)
    }

    @Test(arguments: 1...40) func sheetsOfAnySizeLieInsideAndApart(seed: Int) {
        let sheets = (0..<seed % 9).map {
            Size(width: Double(40 + (seed * 37 + $0 * 53) % 160), height: Double(30 + ($0 * 71) % 200))
        }
        let board = Size(width: 500, height: 420)
        guard let places = BoardLayout.places(of: sheets, on: board) else { return }
        #expect(places.map(\.size) == sheets)
        for (index, place) in places.enumerated() {
            #expect(place.x >= 0 && place.y >= 0 && place.maxX <= 503 && place.maxY <= 423)
            #expect(!places[..<index].contains { $0.overlaps(place) })
        }
    }
}
