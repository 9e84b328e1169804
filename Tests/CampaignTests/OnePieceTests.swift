import Campaign
import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

/// A campaign read for one piece: that piece as in the whole, and no fault of any other file.
@Suite struct OnePieceTests {
    private let content = Repository.root.appending(path: "content").path

    @Test func everyPieceByItselfIsThePieceOfTheWhole() throws {
        var report = Report()
        let whole = try #require(Campaign.load(content, reporting: &report))
        for piece in whole.pieces {
            var own = Report()
            let campaign = try #require(Campaign.load(content, piece: piece.path, reporting: &own))
            #expect(!own.hasErrors, "\(own.diagnostics)")
            let alone = try #require(campaign.pieces.first { $0.path == piece.path })
            #expect(
                alone.title == piece.title && alone.slug == piece.slug
                    && alone.document.ownText == piece.document.ownText)
            #expect(alone.slogans.map(\.id) == piece.slogans.map(\.id))
            #expect(alone.targets.mapValues { target($0, campaign) } == piece.targets.mapValues { target($0, whole) })
            #expect(campaign.facts.name == whole.facts.name && campaign.units.isEmpty)
        }
    }

    /// Indices of pieces differ; their paths do not.
    private func target(_ target: SourceTarget, _ campaign: Campaign) -> String {
        if case .piece(let index, let anchor) = target { return "\(campaign.pieces[index].path)#\(anchor)" }
        return "\(target)"
    }

    @Test func faultsOfOtherFilesAreNotSaid() throws {
        let scratch = try Scratch()
        let fixture = Repository.fixtures.appending(path: "minimal/content")
        let folder = scratch.url.appending(path: "content")
        try FileManager.default.copyItem(at: fixture, to: folder)
        try scratch.write("no front matter", to: "content/cases/02.md")
        try scratch.write("单位\n", to: "content/units.csv")
        var report = Report()
        let campaign = Campaign.load(folder.path, piece: "policy/01.md", reporting: &report)
        #expect(campaign?.pieces.map(\.path).contains("policy/01.md") == true)
        #expect(!report.hasErrors, "\(report.diagnostics)")
    }

    @Test func itsOwnFaultsAreSaid() throws {
        let scratch = try Scratch()
        let folder = scratch.url.appending(path: "content")
        try FileManager.default.copyItem(at: Repository.fixtures.appending(path: "minimal/content"), to: folder)
        let text = String(decoding: try scratch.read("content/policy/01.md"), as: UTF8.self)
        try scratch.write(text + "\n[去处](../pages/nowhere.md)\n", to: "content/policy/01.md")
        var report = Report()
        _ = Campaign.load(folder.path, piece: "policy/01.md", reporting: &report)
        #expect(report.diagnostics.map(\.code) == [.deadLink])
    }
}
