import Campaign
import Diagnostics
package import Drawing
import Edition
import Theme
package import Typesetting

/// A handbook without a unit, set page by page.
package struct HandbookPages: Sendable {
    package var frames: [Frame] = []
    package var outline: [OutlineEntry] = []
    /// The first page of each chapter, from 1.
    package var chapters: [Int] = []
    /// How much of each text page's type area is used, from 0 to 1; nil for covers and contents.
    package var fills: [Double?] = []
    /// The page of every place that links may lead to.
    var references = PageReferences()
}

/// Sets a handbook: the cover, the timetable, the contents, the chapters, the back.
struct HandbookLayout {
    let manuscript: Manuscript
    let template: HandbookTemplate
    let grid: PageGrid
    var setter: Typesetter
    private var foot: RunningFoot

    init(_ manuscript: Manuscript, template: HandbookTemplate, grid: PageGrid, fonts: FontBook, colours: Colours) {
        self.manuscript = manuscript
        self.template = template
        self.grid = grid
        setter = Typesetter(fonts: fonts, colours: colours)
        foot = RunningFoot(look: template.foot, grid: grid, title: manuscript.title, theme: manuscript.theme.line)
        // All pages have one kind of foot; three digits stand for the last page's number, which is not known yet.
        foot.isThemeBelow = foot.needsTwoRows(
            beside: manuscript.chapters.map(\.piece.title) + [template.words[.contents], template.words[.schedule]],
            lastPage: 100, by: &setter)
    }

    mutating func pages() -> HandbookPages {
        let front = [CoverPages(manuscript: manuscript, template: template, size: grid.page).front(by: &setter)]
        let (timetable, timetableFills) = timetablePages(from: front.count + 1)
        let contents = self.contents
        let division = contents.division(by: &setter)
        let firstContents = front.count + timetable.count + 1
        let (chapters, references) = setChapters(from: firstContents + division.count)

        var pages = HandbookPages()
        pages.references = references
        pages.add(front)
        pages.frames += timetable
        pages.fills += timetableFills
        let numbers = chapters.map(\.first)
        for (offset, items) in contents.pages(division, first: firstContents, numbers: numbers, by: &setter)
            .enumerated()
        {
            pages.add([page(items, number: firstContents + offset, running: template.words[.contents])])
        }
        pages.outline.append(.init(title: template.words[.contents], level: 1, page: firstContents))
        for chapter in chapters { pages.add(chapter) }
        pages.add([BackCover(manuscript: manuscript, template: template, size: grid.page).frame(by: &setter)])
        pages.outline.append(.init(title: template.words[.card], level: 1, page: pages.frames.count))
        return pages
    }

    private var contents: ContentsPages {
        ContentsPages(
            look: template.contents, heading: template.words[.contents], grid: grid,
            entries: manuscript.chapters.map {
                .init(title: $0.piece.title, summary: $0.piece.summary, target: $0.destination)
            })
    }

    /// When what happens, phase by phase.
    private mutating func timetablePages(from first: Int) -> (frames: [Frame], fills: [Double?]) {
        guard !manuscript.timetable.isEmpty else { return ([], []) }
        let blocks = manuscript.timetable.flatMap { phase -> [Block] in
            let days = "\(phase.range.from.chineseShort)—\(phase.range.to.chineseShort)"
            return [
                Block(.heading(level: 1, number: "", anchor: "", [Inline(phase.name)])),
                Block(.heading(level: 2, number: "", anchor: "", [Inline(days)])),
                Block(.paragraph([Inline(phase.text)])),
            ]
        }
        var style = FlowStyle.handbook(grid, look: template.text, colours: setter.colours)
        style.paragraph.indent = 0
        let grid = grid
        let lines = template.contents.lines
        let filled = Flow(blocks, style: style, fonts: setter.fonts).filled(
            into: { offset in
                let area = grid.area(ofPage: first + offset)
                return FrameBox(
                    sheet: grid.page, area: offset == 0 ? area.cut(top: Double(lines) * grid.leading) : area)
            }, reporting: &setter.report)
        let fills = filled.heights.enumerated().map { offset, height in
            ((offset == 0 ? Double(lines) * grid.leading : 0) + height) / grid.height
        }
        let frames = filled.frames.enumerated().map { offset, frame in
            var items: [Placed] = []
            if offset == 0 {
                items = PageHeading(look: template.contents, grid: grid).items(
                    template.words[.schedule], in: grid.area(ofPage: first), by: &setter)
            }
            return page(items + frame.items, number: first + offset, running: template.words[.schedule])
        }
        return (frames, fills)
    }

    /// A page of the inside: its marks and the running foot.
    mutating func page(_ items: [Placed], number: Int, running: String) -> Frame {
        Frame(size: grid.page, items: items + foot.items(chapter: running, page: number, by: &setter))
    }

    /// References to pages of the book change its text, which may change the pages: set until they agree. A book that
    /// never settles keeps its last round, in which a reference is at worst one page off.
    private mutating func setChapters(from first: Int) -> (chapters: [SetChapter], references: PageReferences) {
        let faults = setter.report
        var references = PageReferences()
        var chapters: [SetChapter] = []
        for _ in 0..<(manuscript.refersToItself ? PageReferences.mostRounds : 1) {
            setter.report = faults
            chapters = []
            var next = first
            for index in manuscript.chapters.indices {
                chapters.append(setChapter(index, from: next, references))
                next += chapters[index].frames.count
            }
            let found = PageReferences(chapters)
            if found == references { break }
            references = found
        }
        return (chapters, references)
    }
}

extension Manuscript.Chapter {
    /// The name of its first page, for links.
    var destination: String { "chapter-\(piece.slug)" }

    /// The name of a heading's place: by its number in the chapter, because names in PDF files are best ASCII.
    func place(_ anchor: String) -> String {
        let nodes = piece.anchors.keys.sorted()
        let number = nodes.firstIndex { piece.anchors[$0] == anchor }
        return number.map { "\(destination)-\($0 + 1)" } ?? destination
    }
}

extension HandbookPages {
    fileprivate mutating func add(_ frames: [Frame]) {
        self.frames += frames
        fills += frames.map { _ in nil }
    }

    fileprivate mutating func add(_ chapter: SetChapter) {
        chapters.append(chapter.first)
        frames += chapter.frames
        fills += chapter.fills
        outline.append(.init(title: chapter.title, level: 1, page: chapter.first))
        outline += chapter.headings.map {
            .init(title: $0.number + $0.title, level: $0.level + 1, page: chapter.first + $0.frame, point: $0.point)
        }
    }
}
