import Artifacts
import Campaign
import Diagnostics
import Drawing
import Edition
import Foundation
import Markdown
import TestSupport
import Testing
import Theme
import Typesetting

@testable import Prepress

/// The structure of handbooks: all copies have the same one, and each its unit's name in it.
@Suite struct HandbookStructureTests {
    @Test func copiesAreTaggedAndHaveTheirUnitOnTheCover() throws {
        let fixture = try HandbookFixture()
        let works = try fixture.artifacts().filter { $0.path.text.hasSuffix(".pdf") }
        for (index, work) in works.enumerated() {
            let bytes = try work.bytes().bytes
            #expect(try TaggedFile(bytes).faults == [], "\(work.path.text)")
            let heard = try StructureText(of: bytes).text()
            for (number, unit) in try fixture.edition().units.enumerated() {
                #expect(heard.contains(bare(unit.name) + "共\(unit.copies)册") == (number + 1 == index))
            }
        }
    }

    /// The titles of the chapters and the headings in them, as they stand in the Markdown.
    @Test(arguments: ["fire", "real"])
    func headingsAreThoseOfTheMarkdown(kind: String) throws {
        let fixture = try kind == "fire" ? HandbookFixture() : HandbookFixture.real()
        let manuscript = try fixture.pages().press.manuscript
        var expected: [String] = []
        for piece in manuscript.chapters.map(\.piece) {
            expected.append("H1 \(bare(piece.title))")
            let source = String(decoding: piece.document.file.bytes, as: UTF8.self)
            var isFenced = false
            for line in source.split(separator: "\n") {
                if line.hasPrefix("```") { isFenced.toggle() }
                let level = line.prefix { $0 == "#" }.count
                guard !isFenced, level > 0, line.dropFirst(level).hasPrefix(" ") else { continue }
                expected.append("H\(max(2, level)) \(bare(String(line.dropFirst(level))))")
            }
        }
        let book = try fixture.artifacts().named("site/handbook.pdf").bytes().bytes
        let found = try StructureText(of: book).texts(of: "H1", "H2", "H3", "H4", "H5", "H6", without: ["Lbl"])
            .map { "\($0.tag) \($0.text)" }
        let start = try #require(found.firstIndex(of: expected[0]), "\(found)")
        #expect(Array(found[start...].prefix(expected.count)) == expected)
        #expect(found.first == "H1 \(bare(manuscript.title))")
    }

    /// The chapters' text in the order of the Markdown; feet, page numbers and leaders are not read.
    @Test func theTreesTextIsTheChapters() throws {
        let fixture = try HandbookFixture()
        let (_, pages) = try fixture.pages()
        let set = pages.frames.flatMap(\.items).filter { $0.element != .artifact }.compactMap(\.text).joined()
        let book = try fixture.artifacts().named("site/handbook.pdf").bytes().bytes
        let heard = try StructureText(of: book).text()
        #expect(heard.count > 500)
        #expect(heard.sorted() == bare(set + (try fixture.edition().theme.lockup.joined())).sorted())
    }

    /// Chapter, theme and page number below the text are no part of the structure, on any page.
    @Test(arguments: ["fire", "real"])
    func runningFeetAreArtifacts(kind: String) throws {
        let fixture = try kind == "fire" ? HandbookFixture() : HandbookFixture.real()
        let (press, pages) = try fixture.pages()
        for (index, frame) in pages.frames.enumerated().dropFirst().dropLast() {
            let bottom = press.grid.area(ofPage: index + 1).maxY
            let foot = frame.items.filter { item in
                if case .glyphs(_, let origin) = item.mark { origin.y > bottom + 1 } else { false }
            }
            #expect(foot.compactMap(\.text).joined().contains("\(index + 1)"), "page \(index + 1)")
            #expect(foot.allSatisfy { $0.element == .artifact }, "page \(index + 1)")
        }
    }

    @Test func theContentsLeadToTheChapters() throws {
        let fixture = try HandbookFixture()
        let tagged = try TaggedFile(try fixture.artifacts().named("site/handbook.pdf").bytes().bytes)
        let chapters = try fixture.pages().press.manuscript.chapters.count
        #expect(tagged.elements.filter { $0.path == "Document TOC TOCI Reference Link" }.count == chapters)
    }
}
