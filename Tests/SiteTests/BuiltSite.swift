import Artifacts
import Campaign
import Diagnostics
import Edition
import Foundation
import Site
import Synchronization
import TestSupport
import Testing
import Theme

/// A site, rendered into memory. Sheets and the handbook, which another room makes, are stood in for.
struct BuiltSite: Sendable {
    var files: [String: [UInt8]] = [:]
    var fingerprints: [String: Fingerprint] = [:]
    var report = Report()
    var edition: Edition

    init(content: URL, on day: String, change: (inout Edition) -> Void = { _ in }) throws {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        let date = try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
        let campaign = try #require(Campaign.load(content.path, reporting: &report))
        edition = Edition(campaign, on: date, reporting: &report)
        change(&edition)
        let folder = TemplateFolder.read(Repository.root.appending(path: "templates").path, reporting: &report)
        let look = try #require(folder.file("theme.yaml"))
        let theme = try #require(Theme.load(look, reporting: &report))
        let templates = try #require(SiteTemplates.load(folder, reporting: &report))
        let works = try Site.artifacts(of: edition, theme: theme, templates: templates, reporting: &report)
        for work in works {
            let needs = work.needs.map { path in
                (path: path, bytes: [UInt8](repeating: 0x20, count: 1_234_567), pages: Optional(32))
            }
            let path = String(work.path.text.dropFirst("site/".count))
            #expect(files[path] == nil, "two artifacts at \(path)")
            files[path] = try work.bytes(with: Needs(holding: needs)).bytes
            fingerprints[path] = work.recipe().inputs
        }
    }

    /// The same, made once for all tests that only look at it.
    static func shared(content: URL, on day: String) throws -> BuiltSite {
        let key = "\(content.path) \(day)"
        return try made.withLock { made in
            if let site = made[key] { return site }
            let site = try BuiltSite(content: content, on: day)
            made[key] = site
            return site
        }
    }

    private static let made = Mutex<[String: BuiltSite]>([:])

    func text(_ path: String) throws -> String { String(decoding: try #require(files[path]), as: UTF8.self) }

    var pages: [(path: String, text: String)] {
        files.filter { $0.key.hasSuffix(".html") }.map { ($0.key, String(decoding: $0.value, as: UTF8.self)) }
            .sorted { $0.path < $1.path }
    }
}
