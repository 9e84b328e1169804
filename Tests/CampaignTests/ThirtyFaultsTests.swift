import Campaign
import Diagnostics
import Foundation
import TestSupport
import Testing

/// One campaign with thirty faults in twelve files: exactly those, in one run.
@Suite struct ThirtyFaultsTests {
    private static let expected = [
        "audiences/01.md:8:1 BB226",
        "campaign.yaml:4:11 BB265", "campaign.yaml:5:16 BB030", "campaign.yaml:9:9 BB259", "campaign.yaml:14:1 BB023",
        "cases/01.md: BB248", "cases/01.md:6:7 BB246", "cases/01.md:7:7 BB033",
        "cases/02.md:3:7 BB241", "cases/02.md:14:1 BB247",
        "handbook/01.md:8:1 BB229", "handbook/01.md:10:2 BB236",
        "images/drop.png: BB231",
        "pages/help.md:4:1 BB022", "pages/help.md:5:7 BB244", "pages/help.md:11:2 BB235",
        "pages/x.md:2:8 BB032", "pages/x.md:3:7 BB242", "pages/x.md:6:7 BB028",
        "places.csv:2:4 BB284", "places.csv:2:15 BB285",
        "policy/01.md:5:7 BB029", "policy/01.md:6:12 BB245", "policy/01.md:18:3 BB237",
        "slogans/01.md:8:1 BB255", "slogans/01.md:9:1 BB253", "slogans/01.md:11:1 BB252",
        "units.csv:2:9 BB281", "units.csv:3:1 BB283", "units.csv:4:1 BB280",
    ]

    @Test func exactlyThirtyAreFound() throws {
        let scratch = try Scratch()
        try FileManager.default.copyItem(
            at: Repository.fixtures.appending(path: "thirty-faults/content"), to: scratch.url.appending(path: "content")
        )
        var report = Report()
        let campaign = Campaign.load(scratch.path + "/content", reporting: &report)
        let found = report.sorted.map { diagnostic in
            let place = diagnostic.place
            let file = (place?.file ?? "").replacing(scratch.path + "/content/", with: "")
            let position = place.map { $0.line == 0 ? ":" : ":\($0.line):\($0.column)" } ?? ""
            return "\(file)\(position) \(diagnostic.code.id)"
        }
        #expect(found == Self.expected)
        #expect(found.count == 30)
        #expect(Set(found.map { $0.prefix { $0 != ":" } }).count == 12)
        #expect(campaign == nil)
        #expect(report.exitStatus == 1)
    }
}
