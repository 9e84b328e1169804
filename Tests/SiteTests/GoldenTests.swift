import Edition
import Foundation
import TestSupport
import Testing

/// Whole pages of a small campaign about fire, at days of every kind.
@Suite struct GoldenTests {
    private static let content = Repository.fixtures.appending(path: "fire-safety/content")

    @Test(arguments: [
        ("2024-10-30", "before"), ("2024-11-05", "phase"), ("2024-11-11", "between"), ("2024-12-05", "after"),
    ])
    func home(day: String, name: String) throws {
        try expectGolden(
            stable(BuiltSite.shared(content: Self.content, on: day).text("index.html")), named: "home-\(name).html")
    }

    @Test(arguments: [
        "policy/index.html", "cases/index.html", "slogans/index.html", "handbook/index.html", "posters/index.html",
        "tags/index.html", "404.html", "feed.xml", "sitemap.xml",
    ])
    func page(path: String) throws {
        let site = try BuiltSite.shared(content: Self.content, on: "2024-11-05")
        try expectGolden(stable(site.text(path)), named: path.replacing("/", with: "-"))
    }

    /// One piece of each kind, and both kinds of short address.
    @Test func pieces() throws {
        let site = try BuiltSite.shared(content: Self.content, on: "2024-11-05")
        for section in site.edition.sections {
            let piece = site.edition.pieces[section.pieces[0]]
            try expectGolden(stable(site.text(piece.page)), named: piece.page.replacing("/", with: "-"))
        }
        let code = try #require(site.edition.pieces[0].code)
        try expectGolden(stable(site.text("c/\(code).html")), named: "short.html")
        let later = try BuiltSite.shared(content: Self.content, on: "2026-11-05")
        let retired = try #require(later.edition.retired.first)
        try expectGolden(stable(later.text("c/\(retired.code).html")), named: "ended.html")
    }

    /// Pages without what changes with every touch of the stylesheet.
    private func stable(_ page: String) -> String {
        page.replacing(#/assets/(site|icon)\.[0-9a-f]{8}\./#) { "assets/\($0.output.1).HASH." }
            .replacing(#/data:image/png;base64,[A-Za-z0-9+/=]+/#, with: "data:image/png;base64,CODE")
    }
}
