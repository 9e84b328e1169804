import Foundation
import TestSupport
import Testing

/// Fonts are cut to the characters of the whole edition, and yet a character that only one piece has concerns that piece.
@Suite struct NewCharacterTests {
    @Test func `a new character in one piece remakes that piece's files and what shows it, nothing else`() throws {
        let campaign = try StarterCampaign()
        #expect(try campaign.build().status == 0)
        let before = try campaign.output()
        // Rare ones and ones of other scripts, which stand in other parts of a font.
        try campaign.edit("content/cases/fan.md") { $0.replacing("先断总闸。", with: "先断总闸。龘囍𠮷한か①Ωµ") }
        let build = try campaign.build()
        #expect(build.status == 0, "\(build.errors)")
        let after = try campaign.output()
        let changed = after.files.keys.filter { after.files[$0] != before.files[$0] }.sorted()
        let own =
            ["A3", "A4"].flatMap { size in ["pdf", "png", "html"].map { "posters/fan/case-\(size).\($0)" } }
            + ["posters/fan/case-A4-small.png"]
            // Pictures of it, and the list of the characters that fonts were cut to.
            + ["posters/board-plan.pdf", "posters/contact-sheet.png", "posters/fonts.csv"]
        #expect(Set(changed.filter { $0.hasPrefix("posters/") || $0.hasPrefix("handbook/") }) == Set(own))

        #expect(try campaign.build("--output", "clean").status == 0)
        #expect(after.differences(from: try campaign.output("clean")) == [])
    }
}
