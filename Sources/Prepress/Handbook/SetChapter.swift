import Diagnostics
import Drawing
import Edition
import Theme
import Typesetting

/// A chapter as it stands on its pages.
struct SetChapter {
    var title: String
    /// The name of its first page, for links.
    var destination: String
    /// Its first page, from 1.
    var first: Int
    var frames: [Frame]
    var fills: [Double?]
    var headings: [PlacedHeading]
}

/// The page of every destination of the book, for references.
struct PageReferences: Hashable, Sendable {
    /// Two rounds settle every book but one whose reference moves the line that it names.
    static let mostRounds = 4

    private var pages: [String: Int] = [:]

    init() {}

    init(_ chapters: [SetChapter]) {
        for chapter in chapters {
            pages[chapter.destination] = chapter.first
            for heading in chapter.headings { pages[heading.anchor] = chapter.first + heading.frame }
        }
    }

    /// Nil in the first round, and for a place that is not there.
    func page(of destination: String) -> Int? { pages[destination] }
}

extension HandbookLayout {
    /// Sets one chapter on pages of its own.
    mutating func setChapter(_ index: Int, from first: Int, _ book: PageReferences) -> SetChapter {
        let chapter = manuscript.chapters[index]
        let piece = chapter.piece
        let summary = piece.verified ? piece.summary : "\(piece.summary)（\(template.words[.unverified])）"
        let opening = ChapterOpening(look: template.opening, grid: grid)
            .items(
                number: index + 1, pictogram: template.pictograms.art(piece.pictogram, in: setter.colours.indigo),
                title: piece.title, summary: summary, in: grid.area(ofPage: first), by: &setter)
        let flow = Flow(
            Self.blocks(of: chapter, in: manuscript, template: template, book),
            style: .handbook(grid, look: template.text, colours: setter.colours), fonts: setter.fonts)
        let grid = grid
        let filled = flow.filled(
            into: { offset in
                var area = grid.area(ofPage: first + offset)
                if offset == 0 { area = area.cut(top: Double(min(opening.lines, grid.lines)) * grid.leading) }
                return FrameBox(sheet: grid.page, area: area)
            }, reporting: &setter.report)
        if let overflow = filled.overflow {
            setter.report.add(.blockTooTall, at: overflow.place, ["text": .init(overflow.text)])
        }
        var set = SetChapter(
            title: piece.title, destination: chapter.destination, first: first, frames: [], fills: [],
            headings: filled.headings)
        for (offset, frame) in filled.frames.enumerated() {
            var items = frame.items
            if offset == 0 {
                let start = Placed(
                    .destination(chapter.destination, at: grid.area(ofPage: first).origin), as: .artifact)
                items = [start] + opening.items + items
            }
            set.frames.append(page(items, number: first + offset, running: piece.title))
            let taken = offset == 0 ? Double(opening.lines) * grid.leading : 0
            set.fills.append((taken + filled.heights[offset]) / grid.height)
        }
        return set
    }

    /// What a chapter says, ready to be set.
    static func blocks(
        of chapter: Manuscript.Chapter, in manuscript: Manuscript, template: HandbookTemplate, _ book: PageReferences
    ) -> [Block] {
        let checks = template.text.checks
        let links = PrintedLinks(manuscript: manuscript, words: template.words, book: book, goals: chapter.goals)
        var piece = chapter.piece
        // The same title may stand in several chapters: places are named after the chapter too.
        piece.anchors = piece.anchors.mapValues { chapter.place($0) }
        var blocks = DocumentBlocks(
            piece, links: .shown(own: links.printed), isChecked: { checks.contains($0) },
            code: { CodePicture.illustration(of: $0) }
        ).body
        if let source = piece.source {
            blocks.append(Block(.paragraph([Inline(template.words.filled(.source, [("name", source)]))])))
        }
        return blocks
    }
}

/// How links to the campaign's own pages read in print: with the page of this book, else with a short address.
private struct PrintedLinks: Sendable {
    let manuscript: Manuscript
    let words: HandbookWords
    let book: PageReferences
    let goals: [Int: Manuscript.Goal]

    @Sendable func printed(_ node: Int) -> DocumentBlocks.PrintedLink? {
        switch goals[node] {
        case .chapter(let index, let anchor):
            let chapter = manuscript.chapters[index]
            let target = anchor.isEmpty ? chapter.destination : chapter.place(anchor)
            // Before the pages are known, as wide as a page number is.
            let page = book.page(of: target).map(String.init) ?? "00"
            return .init(link: "#\(target)", note: "（\(words.filled(.see, [("page", page)]))）")
        case .address(let address):
            return .init(link: address, note: "（\(address.trimmingScheme.breakable)）")
        case nil: return nil
        }
    }
}

extension Manuscript {
    /// Whether a link leads to another place of the book.
    var refersToItself: Bool {
        chapters.contains { chapter in
            chapter.goals.values.contains { if case .chapter = $0 { true } else { false } }
        }
    }
}

extension Rect {
    func cut(top: Points) -> Rect { Rect(x: x, y: y + top, width: width, height: height - top) }
}
