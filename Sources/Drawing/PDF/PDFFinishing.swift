/// What a file says about itself and its pages that is not drawn.
package struct PDFFinishing: Hashable, Sendable {
    /// A natural language of the text, as BCP 47 writes it.
    package var language: String
    /// Boxes of every page in order, or of all pages when there is only one entry; empty leaves the pages alone.
    package var boxes: [PageBoxes]

    /// Points that a unit of the pages stands for.
    package var userUnit: Int

    package init(language: String, boxes: [PageBoxes] = [], userUnit: Int = 1) {
        self.language = language
        self.boxes = boxes
        self.userUnit = userUnit
    }

    /// Entries of the catalogue: the language, and that a reader's window shows the title, not the file's name
    /// (ISO 32000-1 §12.2).
    var catalogue: [(key: String, value: String)] {
        [("/Lang", PDFText.string(language)), ("/ViewerPreferences", "<< /DisplayDocTitle true >>")]
    }

    /// Entries of a page: its boxes and its unit.
    func entries(ofPage index: Int) -> [(key: String, value: String)] {
        guard !boxes.isEmpty else { return [] }
        let box = boxes[min(index, boxes.count - 1)]
        let unit = userUnit > 1 ? [("/UserUnit", "\(userUnit)")] : []
        return [("/TrimBox", box.trim.array), ("/BleedBox", box.bleed.array)] + unit
    }

    /// Says the same of a file that another program wrote.
    package func describe(_ document: borrowing QPDFDocument) {
        let root = document.root
        for (key, value) in catalogue { document.set(key, of: root, to: document.parsed(value)) }
        for index in 0..<document.pageCount {
            let page = document.page(index)
            for (key, value) in entries(ofPage: index) { document.set(key, of: page, to: document.parsed(value)) }
        }
    }
}

/// Where a sheet is cut and how far its ground must reach, in points from the lower left corner (ISO 32000-1 §14.11.2).
package struct PageBoxes: Hashable, Sendable {
    package struct Box: Hashable, Sendable {
        package var left: Double
        package var bottom: Double
        package var right: Double
        package var top: Double

        package init(left: Double, bottom: Double, right: Double, top: Double) {
            self.left = left
            self.bottom = bottom
            self.right = right
            self.top = top
        }

        /// An area given in points from the upper left corner of a page so many points high.
        init(_ area: Rect, onPageOf height: Double) {
            self.init(left: area.x, bottom: height - area.maxY, right: area.maxX, top: height - area.y)
        }

        /// To a thousandth of a point.
        var array: String {
            "[\([left, bottom, right, top].map { Decimal.text($0, places: 3) }.joined(separator: " "))]"
        }
    }

    package var trim: Box
    package var bleed: Box

    package init(trim: Box, bleed: Box) {
        self.trim = trim
        self.bleed = bleed
    }

    /// A sheet that is not cut: both boxes are the page.
    package init(uncut width: Double, by height: Double) {
        let box = Box(left: 0, bottom: 0, right: width, top: height)
        self.init(trim: box, bleed: box)
    }
}
