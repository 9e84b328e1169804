import Campaign
import Edition
import Foundation
import Site
import TestSupport
import Testing

/// Text from the content folder cannot become markup anywhere on the site.
@Suite struct HostileTextTests {
    private static let content = Repository.fixtures.appending(path: "fire-safety/content")

    @Test(arguments: [
        "\"><script>alert(1)</script>", "' onmouseover='alert(1)", "\"\u{301} onload=x y=\"\u{301}", "</title><b>",
        "<!--",
        "{{title}}{{{body}}}", "&lt;b&gt;", "]]><x>",
    ])
    func theMarkupStaysAsItWas(hostile: String) throws {
        func change(_ text: String) -> (inout Edition) -> Void {
            { edition in
                edition.name = text
                edition.short = text
                edition.organiser = text
                edition.stage.name = text
                edition.stage.text = text
                edition.hotlines[0] = Hotline(name: text, number: text, text: text)
                edition.channels[0].name = text
                edition.channels[0].text = text
                edition.theme = ThemeLine(line: text, lockup: [text])
                for index in edition.phases.indices { edition.phases[index].name = text }
                for index in edition.sections.indices { edition.sections[index].title = text }
                edition.handbook = HandbookFacts(title: text, subtitle: text, size: "A5")
                for index in edition.pieces.indices {
                    edition.pieces[index].title = text
                    edition.pieces[index].summary = text
                    edition.pieces[index].source = text
                    for tag in edition.pieces[index].tags.indices { edition.pieces[index].tags[tag].name = text }
                    edition.pieces[index].audience = [Audience(name: text, visit: nil)]
                }
                for index in edition.slogans.indices { edition.slogans[index].text = text }
                edition.site.icp = text
                edition.site.police = text
            }
        }
        let plain = try BuiltSite(content: Self.content, on: "2024-11-05", change: change("平常"))
        let site = try BuiltSite(content: Self.content, on: "2024-11-05", change: change(hostile))
        #expect(site.files.keys.sorted() == plain.files.keys.sorted())
        for (path, text) in site.pages {
            #expect(Markup.skeleton(of: text) == Markup.skeleton(of: try plain.text(path)), "\(path)")
        }
        #expect(Markup.skeleton(of: try site.text("feed.xml")) == Markup.skeleton(of: try plain.text("feed.xml")))
    }
}
