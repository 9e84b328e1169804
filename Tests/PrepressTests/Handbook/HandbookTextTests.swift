import Artifacts
import Campaign
import Edition
import Foundation
import Markdown
import TestSupport
import Testing
import Typesetting

@testable import Prepress

@Suite struct HandbookTextTests {
    /// The whole text of the finished file, page by page as a reader copies it, against what was written: every chapter's
    /// opening and blocks in order, and nothing else but the running feet.
    @Test(arguments: [false, true])
    func theTextOfTheFileIsTheTextAsTyped(real: Bool) throws {
        let fixture = try real ? HandbookFixture.real() : HandbookFixture()
        let (press, pages) = try fixture.pages()
        let pdf = try fixture.artifacts().named("site/handbook.pdf").bytes().bytes
        let book = press.manuscript
        for (index, chapter) in book.chapters.enumerated() {
            let first = pages.chapters[index]
            let last = (index + 1 < pages.chapters.count ? pages.chapters[index + 1] : pages.frames.count) - 1
            var text = ""
            for number in first...last {
                let page = try PressFixture.text(of: pdf, pages: number...number)
                let foot = self.foot(of: chapter.piece.title, theme: book.theme.line, page: number)
                let ending = try #require(foot.first { page.hasSuffix($0) }, "page \(number): \(page.suffix(80))")
                text += page.dropLast(ending.count)
            }
            let references = pages.references
            let blocks = HandbookLayout.blocks(of: chapter, in: book, template: press.template, references)
            let expected = Self.squeezed(
                "\(index + 1)" + chapter.piece.title + chapter.piece.summary + blocks.map(\.plainText).joined())
            #expect(text == expected, "\(chapter.piece.slug)")
            // The blocks' own text is the source's, notes of links and list numbers aside.
            let source = Self.squeezed(
                String(decoding: PlainTextRenderer.render(chapter.piece.document), as: UTF8.self))
            if chapter.goals.isEmpty, !blocks.contains(where: \.hasNumbers) {
                #expect(Self.squeezed(blocks.map(\.plainText).joined()) == source)
            }
        }
    }

    /// In the order of drawing: the left end, the right end, the theme between them or below.
    private func foot(of chapter: String, theme: String, page: Int) -> [String] {
        let ends = page % 2 == 1 ? [chapter, "\(page)"] : ["\(page)", chapter]
        // Raw extraction goes line by line where the theme stands on the same line.
        return [ends[0] + theme + ends[1], ends[0] + ends[1] + theme].map(Self.squeezed)
    }

    private static func squeezed(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{200B}" }))
    }
}

extension Block {
    var plainText: String {
        func text(_ inlines: [Inline]) -> String { inlines.map(\.text).joined() }
        return switch kind {
        case .heading(_, let number, _, let title): number + text(title)
        case .paragraph(let inlines), .line(let inlines, _, _): text(inlines)
        case .list(let items):
            items.map { item in
                var marker = ""
                if case .text(let number) = item.marker { marker = number }
                return marker + item.blocks.map(\.plainText).joined()
            }.joined()
        case .quote(let blocks): blocks.map(\.plainText).joined()
        case .notice(let title, let blocks): text(title) + blocks.map(\.plainText).joined()
        case .table(let table): (table.header + table.rows.flatMap { $0 }).map(text).joined()
        case .picture(_, let caption): text(caption)
        case .code(let code): code
        case .rule, .frameBreak, .space: ""
        }
    }

    var hasNumbers: Bool {
        if case .list(let items) = kind, case .text? = items.first?.marker { true } else { false }
    }
}
