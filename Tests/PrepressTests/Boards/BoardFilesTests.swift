import Artifacts
import Campaign
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Edition
@testable import Prepress

@Suite struct BoardFilesTests {
    /// The named artifacts of a fixture with their needs made before them.
    static func made(_ artifacts: [Artifact], _ path: String) throws -> (bytes: [UInt8], rendered: Rendered) {
        let artifact = try #require(artifacts.first { $0.path.text == path })
        let needs = try artifact.needs.map { need in
            let made = try made(artifacts, need.text)
            return (path: need, bytes: made.bytes, pages: made.rendered.pages)
        }
        return try artifact.bytes(with: Needs(holding: needs))
    }

    @Test func thePlanNamesEveryPlaceAndOfficeAndNoPerson() throws {
        let fixture = try PosterFixture.fire.get()
        let artifacts = try fixture.everyArtifact()
        let plan = try Self.made(artifacts, "posters/board-plan.pdf")
        #expect(plan.rendered.diagnostics.isEmpty)
        try PressFixture.check(plan.bytes)
        let text = try PressFixture.text(of: plan.bytes)
        for board in fixture.edition.boards {
            #expect(text.contains(bare(board.name)) && text.contains(bare(board.unit ?? "")))
        }
        let order = String(decoding: try Self.made(artifacts, "posters/print-order.csv").bytes, as: UTF8.self)
        let table = try String(
            contentsOf: Repository.fixtures.appending(path: "fire-safety/content/places.csv"), encoding: .utf8)
        let persons = table.split(separator: "\n").dropFirst().compactMap {
            $0.split(separator: ",").last.map(String.init)
        }
        #expect(persons == ["值班员", "保安"])
        for person in persons { #expect(!text.contains(person) && !order.contains(person)) }
    }

    @Test func everyFileOfTheOrderIsMadeAndTheSumsAgree() throws {
        let fixture = try PosterFixture.fire.get()
        let artifacts = try fixture.everyArtifact()
        let order = String(decoding: try Self.made(artifacts, "posters/print-order.csv").bytes, as: UTF8.self)
        let rows = order.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let lines = rows.dropFirst().dropLast()
        #expect(lines.count == 3)
        for line in lines { #expect(artifacts.contains { $0.path.text == "posters/\(line[8])" }, "\(line[8])") }
        #expect(rows.last?[6] == "\(lines.reduce(0) { $0 + (Int($1[6]) ?? 0) })")
        // Two boards of A4×6.
        #expect(lines.allSatisfy { $0[6] == "2" })
    }

    @Test func aBoardThatIsTooFullIsSaidWhenTheSheetsAreCounted() throws {
        let fixture = try PosterFixture.real.get()
        let boards = try BoardFixture.real.get()
        let board = try BoardFixture.board("门口", .board, "A4×3", row: ["policy-interpretation/policy"])
        let plan = boards.plan([board]).plan
        let press = boards.press(fixture, ordered: [])
        let artifacts = try press.posters() + BoardPress(press: press, plan: plan).artifacts()
        let found = try Self.made(artifacts, "posters/board-plan.pdf").rendered.diagnostics
        #expect(found.map(\.code) == [.boardFull])
        #expect(found.first?.place?.file == BoardFixture.file)
        #expect(found.first?.summary(in: .chinese) == "“门口”的板面 A4×3 挂不下这 7 张纸")
        #expect(found.first?.summary(in: .english) == "the board of “门口”, A4×3, does not hold these 7 sheets")
    }

    @Test func theWorkbookIsTheSameEachTime() throws {
        let artifacts = try PosterFixture.fire.get().everyArtifact()
        let path = "posters/print-order.xlsx"
        #expect(try Self.made(artifacts, path).bytes == Self.made(artifacts, path).bytes)
    }
}
