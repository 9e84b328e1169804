import Artifacts
import Campaign
import Drawing
import Edition
import Foundation
import Markdown
import TestSupport
import Testing
import Typesetting

@testable import Prepress

@Suite struct HandbookPagesTests {
    /// The cover, the timetable, the contents and a chapter, as text.
    @Test func everyPageStandsAsItDid() throws {
        let (press, pages) = try HandbookFixture().pages()
        let fonts = try press.fontBook()
        let dump = pages.frames.enumerated().map { "page \($0.offset + 1)\n" + $0.element.dump(fonts: fonts) }
        try expectGolden(dump.joined(separator: "\n"), named: "fire-safety.txt")
    }

    @Test(arguments: [false, true])
    func theContentsNameThePagesOnWhichTheChaptersBegin(real: Bool) throws {
        let (press, pages) = try (real ? HandbookFixture.real() : HandbookFixture()).pages()
        for (index, chapter) in press.manuscript.chapters.enumerated() {
            let name = chapter.destination
            let page = try #require(pages.frames.firstIndex { $0.destinations.contains(name) }) + 1
            #expect(pages.chapters[index] == page)
            let contents = try #require(pages.frames.first { $0.links.contains { $0.target == "#\(name)" } })
            let link = try #require(contents.links.first { $0.target == "#\(name)" })
            // The last text in the link's first line is the number.
            let line = contents.texts.filter { link.rect.contains($0.origin) && $0.origin.x > link.rect.maxX - 40 }
            #expect(line.map(\.text).contains("\(page)"))
        }
    }

    @Test(arguments: [false, true])
    func everyChapterBeginsOnAPageOfItsOwnAndFillsIt(real: Bool) throws {
        let (_, pages) = try (real ? HandbookFixture.real() : HandbookFixture()).pages()
        #expect(Set(pages.chapters).count == pages.chapters.count)
        for (index, fill) in pages.fills.enumerated() {
            guard let fill else { continue }
            #expect(fill <= 1.0001)
            if real { #expect(fill >= 0.7, "page \(index + 1)") }
        }
        if real { #expect((28...36).contains(pages.frames.count)) }
    }

    @Test(arguments: [false, true])
    func everyPageCarriesTheTheme(real: Bool) throws {
        let fixture = try real ? HandbookFixture.real() : HandbookFixture()
        let pdf = try fixture.artifacts().named("site/handbook.pdf").bytes()
        let theme = try fixture.edition().theme.line
        for page in 1...(try #require(pdf.rendered.pages)) {
            let text = try PressFixture.text(of: pdf.bytes, pages: page...page)
            // The lock-up of the cover stands in lines without the mark between them.
            let marks = "，、。".unicodeScalars
            func plain(_ text: String) -> String {
                String(String.UnicodeScalarView(text.unicodeScalars.filter { !marks.contains($0) }))
            }
            #expect(plain(text).contains(plain(theme)), "page \(page)")
        }
    }

    @Test func marginsAreMirroredAndTheOuterOneIsWider() throws {
        let grid = try HandbookFixture().pages().press.grid
        #expect(grid.outer > grid.inner)
        #expect(grid.area(ofPage: 3).x == grid.inner)
        #expect(abs(grid.area(ofPage: 4).x - grid.outer) < 1e-9)
        #expect(abs(grid.measure - 24 * grid.em) < 1e-9)
    }

    @Test func aListBelowWhatToDoHasCheckSquares() throws {
        let fixture = try HandbookFixture()
        try fixture.template("handbook/handbook.yaml", replacing: "checks: [怎么办]", with: "checks: [电火]")
        let (press, pages) = try fixture.pages()
        let page = pages.frames[pages.chapters[0] - 1]
        let squares = page.items.filter {
            if case .stroke(let path, _, _) = $0.mark { path.elements.count == 5 } else { false }
        }
        #expect(squares.count == 3)
        #expect(press.template.text.checks == ["电火"])
    }

    @Test func linksOfTheBookNamePagesAndOthersAddresses() throws {
        let fixture = try HandbookFixture()
        try fixture.write(
            """
            ---
            title: 链接
            slug: links
            code: e09
            date: 2024-11-01
            order: 9
            ---

            先看[灭火器](02.md)，再看[指针](02.md#看指针)，还有[求助](../pages/help.md)和[外面](https://example.org/a)。
            """, to: "handbook/09.md")
        let (_, pages) = try fixture.pages()
        let pdf = try fixture.artifacts().named("site/handbook.pdf").bytes().bytes
        let page = pages.chapters[3]
        let text = try PressFixture.text(of: pdf, pages: page...page)
        let second = pages.chapters[1]
        #expect(text.contains("先看灭火器（见第\(second)页），再看指针（见第\(second)页），还有求助（fire.test/liuqiao/c/"))
        #expect(text.contains("和外面（https://example.org/a）。"))
        let targets = pages.frames[page - 1].links.map(\.target)
        #expect(targets.contains("#chapter-extinguisher"))
        #expect(targets.contains("https://example.org/a"))
        #expect(targets.contains { $0.hasPrefix("#chapter-extinguisher-") })
    }

    @Test func anUnverifiedChapterSaysSoAndASourceIsNamed() throws {
        let fixture = try HandbookFixture()
        try fixture.replace("order: 2\n", with: "order: 2\nverified: false\nsource: 县消防大队\n", in: "handbook/02.md")
        let pdf = try fixture.artifacts().named("site/handbook.pdf").bytes().bytes
        let text = try PressFixture.text(of: pdf)
        #expect(text.contains("（待核实）"))
        #expect(text.contains("来源：县消防大队"))
    }
}

extension Frame {
    struct Text {
        var text: String
        var origin: Point
    }

    var texts: [Text] {
        items.compactMap {
            if case .glyphs(let run, let origin) = $0.mark { Text(text: run.string, origin: origin) } else { nil }
        }
    }

    var destinations: [String] {
        items.compactMap { if case .destination(let name, _) = $0.mark { name } else { nil } }
    }

    var links: [(rect: Rect, target: String)] {
        items.compactMap { if case .link(let rect, let target) = $0.mark { (rect, target) } else { nil } }
    }
}

extension Rect {
    func contains(_ point: Point) -> Bool { (x...maxX).contains(point.x) && (y...maxY).contains(point.y) }
}
