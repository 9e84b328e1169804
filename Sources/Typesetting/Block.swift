package import Drawing

/// One block of a flow: what a document is made of once links, numbers and pictures are resolved.
package struct Block: Sendable {
    package var kind: Kind
    /// Where it stands in the file that a person wrote.
    package var source: SourcePoint?

    package init(_ kind: Kind, source: SourcePoint? = nil) {
        self.kind = kind
        self.source = source
    }

    package indirect enum Kind: Sendable {
        /// `number` is set before the title, such as `一、`; `anchor` is the name that links lead to, or "".
        case heading(level: Int, number: String, anchor: String, [Inline])
        case paragraph([Inline])
        /// A line of its own, such as a signature, `inset` em from the edge that it is set to.
        case line([Inline], ParagraphStyle.Alignment, inset: Double)
        case list([ListItem])
        case quote([Block])
        /// A box on tinted ground; without a title if that is empty.
        case notice(title: [Inline], [Block])
        case table(Table)
        case picture(Illustration, caption: [Inline])
        /// Lines of text as they stand.
        case code(String)
        case rule
        /// What follows begins in the next frame.
        case frameBreak
        /// Empty space, as high as so many lines of the body.
        case space(lines: Double)
    }
}

package struct ListItem: Sendable {
    package enum Marker: Hashable, Sendable {
        /// A dot.
        case bullet
        /// An empty check square.
        case square
        /// Such as `1.` or `①`.
        case text(String)
    }

    package var marker: Marker
    package var blocks: [Block]

    package init(_ marker: Marker, _ blocks: [Block]) {
        self.marker = marker
        self.blocks = blocks
    }
}

package struct Table: Sendable {
    package enum Alignment: Hashable, Sendable { case leading, centred, trailing }

    package typealias Cell = [Inline]

    package var columns: [Alignment]
    package var header: [Cell]
    package var rows: [[Cell]]

    /// Short rows are filled up with empty cells; `columns` may be shorter than the rows.
    package init(columns: [Alignment], header: [Cell], rows: [[Cell]]) {
        let count = max(columns.count, header.count, rows.map(\.count).max() ?? 0)
        func filled(_ row: [Cell]) -> [Cell] { row + [Cell](repeating: [], count: count - row.count) }
        self.columns = columns + [Alignment](repeating: .leading, count: count - columns.count)
        self.header = header.isEmpty ? [] : filled(header)
        self.rows = rows.map(filled)
    }
}

/// A picture in the flow.
package struct Illustration: Sendable {
    package enum Content: Sendable {
        case bitmap(Bitmap)
        case art(Artwork)
        /// Drawn by the caller in a box of the illustration's size.
        case marks([Mark])
    }

    package var content: Content
    /// The size that it is wanted in; made smaller, in proportion, where the column is narrower.
    package var size: Size
    /// What it shows, in words, for those who cannot see it.
    package var alternative: String

    package init(_ content: Content, size: Size, alternative: String) {
        self.content = content
        self.size = size
        self.alternative = alternative
    }

    /// A bitmap at so many pixels an inch, art in its own size.
    package static func bitmap(_ bitmap: Bitmap, pixelsPerInch: Double = 200, alternative: String) -> Illustration {
        let scale = 72 / pixelsPerInch
        return Illustration(
            .bitmap(bitmap), size: Size(width: Double(bitmap.width) * scale, height: Double(bitmap.height) * scale),
            alternative: alternative)
    }

    package static func art(_ art: Artwork, alternative: String) -> Illustration {
        Illustration(.art(art), size: art.size, alternative: alternative)
    }
}
