/// What a PDF says about itself.
package struct PDFMetadata: Hashable, Sendable {
    package var title: String
    package var author: String
    package var subject: String
    /// `2024-07-10`: the day of the edition, never the clock's.
    package var date: String

    package init(title: String, author: String, subject: String = "", date: String) {
        self.title = title
        self.author = author
        self.subject = subject
        self.date = date
    }
}

/// The pages of a PDF in the making: `begin(page:)` before each page's marks, then `finish()`.
///
/// Pages are written as marks come, each bound to its element of the structure; what belongs to none is an artifact, so that
/// nothing on a page is left unexplained (ISO 32000-1 §14.8.2.2).
package struct PDFCanvas: ~Copyable, Canvas {
    private var drawn: DrawnPDF
    private var uses: [PDFFontUse?]
    private var pictures: [Bitmap: Int] = [:]
    private var art: [PDFArt.Drawing: Int] = [:]
    private var content: PDFContent?
    /// Whether a sequence of marks is open, and whose it is; an artifact is nobody's.
    private var isMarked = false
    private var marked: StructureElement?
    /// The element of a group in which nothing is shown yet: should it stay empty, such as a table's cell, the element is in
    /// the structure all the same.
    private var unshown: StructureElement?
    /// Of the groups that are open, where their marks come to lie on the page.
    private var transforms: [Transform] = []

    /// The numbers by which the structure calls the content of labels: the same for an element on all pages, because they all
    /// come to stand in one form, which has one structure. Nil for other pages, where each sequence has a number of its own.
    private var numbers: [StructureElement: Int]?

    /// Labels for the copies of drawn pages, each on a page of its own: they show the same fonts.
    package init(labelsOf pages: borrowing DrawnPDF) {
        self.init(fonts: pages.book, metadata: pages.metadata)
        for use in pages.uses { uses[Int(use.face.index)] = use }
        numbers = [:]
    }

    package init(fonts: FontBook, metadata: PDFMetadata) {
        drawn = DrawnPDF(metadata: metadata, fonts: fonts)
        uses = [PDFFontUse?](repeating: nil, count: fonts.faces.count)
    }

    /// Ends the page before, if there is one, and begins another.
    package mutating func begin(page size: Size) {
        endPage()
        drawn.pages.append(.init(size: size))
        drawn.structure.pages.append([])
        content = PDFContent(height: size.height)
    }

    package mutating func draw(_ mark: Mark, as element: StructureElement?) {
        switch mark {
        case .link(let rect, let target):
            endMarked()
            drawn.pages[drawn.pages.count - 1].links.append(.init(area: onPage(rect), target: target))
            add(.init(element ?? StructureElement(.link), link: target))
        case .destination(let name, let point):
            let place = transforms.last?.applied(to: point) ?? point
            drawn.destinations[name] = .init(page: drawn.pages.count - 1, point: place)
        case .begin(let transform, let clip):
            endMarked()
            unshown = element
            content?.begin(transform, clip: clip)
            let outer = transforms.last ?? .move(0, 0)
            transforms.append(transform.map { outer.applied(after: $0) } ?? outer)
        case .end:
            if let unshown { beginMarked(unshown) }
            endMarked()
            content?.end()
            // An end too many is nobody's crash: the content passes over it too.
            _ = transforms.popLast()
        case .fill, .stroke, .glyphs, .bitmap, .art:
            beginMarked(element)
            paint(mark)
            note(mark, of: element)
        }
    }

    private mutating func paint(_ mark: Mark) {
        switch mark {
        case .fill(let path, let colour): content?.fill(path, colour)
        case .stroke(let path, let width, let colour): content?.stroke(path, width: width, colour)
        case .glyphs(let run, let origin):
            let index = Int(run.face.index)
            var use = uses[index] ?? PDFFontUse(run.face, drawn.book.face(run.face))
            uses[index] = nil
            content?.show(run, at: origin, with: &use)
            uses[index] = use
        case .bitmap(let bitmap, let rect):
            let index = pictures[bitmap] ?? drawn.pictures.count
            if index == drawn.pictures.count {
                pictures[bitmap] = index
                drawn.pictures.append(bitmap)
            }
            content?.place(PDFPicture.name(index), in: rect, size: Size(width: 1, height: 1))
        case .art(let artwork, let rect):
            let fitted = artwork.fitted(in: rect)
            let drawing = PDFArt.Drawing(artwork: artwork, size: fitted.size)
            let index = art[drawing] ?? drawn.art.count
            if index == drawn.art.count {
                art[drawing] = index
                drawn.art.append(drawing)
            }
            content?.place(PDFArt.name(index), in: fitted, size: fitted.size)
        case .link, .destination, .begin, .end: break
        }
    }

    /// Keeps what the structure says of links and figures beside their content.
    private mutating func note(_ mark: Mark, of element: StructureElement?) {
        guard let page = drawn.structure.pages.indices.last, let last = drawn.structure.pages[page].indices.last
        else { return }
        switch element?.kind {
        case .link: if case .glyphs(let run, _) = mark { drawn.structure.pages[page][last].words += run.string }
        case .figure:
            guard let own = mark.area else { return }
            let area = onPage(own)
            drawn.structure.pages[page][last].area = drawn.structure.pages[page][last].area?.union(area) ?? area
        default: break
        }
    }

    /// Marks of one element in a row are one sequence; none goes over the bounds of a group.
    private mutating func beginMarked(_ element: StructureElement?) {
        if isMarked, marked == element { return }
        endMarked()
        unshown = nil
        isMarked = true
        marked = element
        guard let element else {
            content?.beginArtifact()
            return
        }
        let number = number(of: element)
        content?.beginMarked(element.kind.tag, number: number)
        add(.init(element))
    }

    private mutating func number(of element: StructureElement) -> Int {
        if let labels = numbers {
            let number = labels[element] ?? labels.count
            numbers?[element] = number
            return number
        }
        let page = drawn.pages.count - 1
        drawn.pages[page].sequences += 1
        return drawn.pages[page].sequences - 1
    }

    private mutating func endMarked() {
        if isMarked { content?.endMarked() }
        isMarked = false
    }

    private mutating func add(_ sequence: DrawnStructure.Sequence) {
        drawn.structure.pages[drawn.structure.pages.count - 1].append(sequence)
    }

    private mutating func endPage() {
        endMarked()
        while !transforms.isEmpty {
            content?.end()
            transforms.removeLast()
        }
        if let content { drawn.pages[drawn.pages.count - 1].content = content.bytes }
        content = nil
    }

    private func onPage(_ rect: Rect) -> Rect { transforms.last?.bounds(of: rect) ?? rect }

    /// Sets the outline, in reading order. Call it once, when all pages are drawn.
    package mutating func setOutline(_ entries: [OutlineEntry]) { drawn.outline = entries }

    package consuming func finish() -> DrawnPDF {
        endPage()
        drawn.uses = uses.compactMap { $0 }
        return drawn
    }
}

extension Mark {
    /// What a mark covers; nil for text and for what draws nothing.
    fileprivate var area: Rect? {
        switch self {
        case .fill(let path, _), .stroke(let path, _, _): path.bounds
        case .bitmap(_, let rect): rect
        case .art(let art, let rect): art.fitted(in: rect)
        case .glyphs, .link, .destination, .begin, .end: nil
        }
    }
}
