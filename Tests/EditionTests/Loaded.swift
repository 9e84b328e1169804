import Campaign
import Diagnostics
import Edition
import Foundation
import TestSupport
import Testing

/// Campaigns of the repository, loaded once for all tests.
enum Loaded {
    static let real = load(Repository.root.appending(path: "content"))
    static let fireSafety = load(Repository.fixtures.appending(path: "fire-safety/content"))
    static let minimal = load(Repository.fixtures.appending(path: "minimal/content"))

    private static func load(_ folder: URL) -> Campaign? {
        var report = Report()
        return Campaign.load(folder.path, reporting: &report)
    }

    /// A campaign on a day, and what was said about it.
    static func edition(of campaign: Campaign?, on day: String) throws -> (edition: Edition, codes: [String]) {
        var report = Report()
        let edition = Edition(try #require(campaign), on: try #require(CivilDate(day)), reporting: &report)
        return (edition, report.sorted.map(\.code.id))
    }
}
