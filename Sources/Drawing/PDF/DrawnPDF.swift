/// Drawn pages and what they use: all that a file is written from.
package struct DrawnPDF: Sendable {
    struct Page: Sendable {
        var size: Size
        /// Operators, not compressed.
        var content: [UInt8] = []
        /// How many sequences of it the structure refers to.
        var sequences = 0
        var links: [Link] = []
    }

    struct Link: Sendable {
        /// In points from the page's upper left corner.
        var area: Rect
        var target: String
    }

    struct Destination: Sendable {
        /// From 0.
        var page: Int
        var point: Point
    }

    let metadata: PDFMetadata
    let book: FontBook
    var pages: [Page] = []
    var uses: [PDFFontUse] = []
    var pictures: [Bitmap] = []
    var art: [PDFArt.Drawing] = []
    var destinations: [String: Destination] = [:]
    var outline: [OutlineEntry] = []
    package internal(set) var structure = DrawnStructure()

    init(metadata: PDFMetadata, fonts: FontBook) {
        self.metadata = metadata
        book = fonts
    }

    package var pageCount: Int { pages.count }

    /// The operators of a page.
    package func content(ofPage index: Int) -> [UInt8] { pages[index].content }
}

/// An entry of the outline.
package struct OutlineEntry: Hashable, Sendable {
    package var title: String
    /// From 1; an entry deeper by more than one than the entry before counts as deeper by one.
    package var level: Int
    /// From 1.
    package var page: Int
    package var point: Point

    package init(title: String, level: Int, page: Int, point: Point = .zero) {
        self.title = title
        self.level = level
        self.page = page
        self.point = point
    }
}
