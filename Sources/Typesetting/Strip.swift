import Diagnostics
import Drawing

/// A piece of a column as wide as the column, that pages never divide: a line of text, a row of a table, a picture.
struct Strip: Sendable {
    /// Empty space above, which goes at the top of a column.
    var before: Points
    var height: Points
    /// Placed from the column's left edge and the strip's top.
    var items: [Placed]
    /// The column may not end below this strip.
    var keepsNext = false
    /// Must be the first of its frame.
    var startsFrame = false
    /// Body text that stands on the baseline grid.
    var isOnGrid = false
    /// The boxes that it stands in, from the outermost.
    var grounds: [Int] = []
    /// A table's row: the header to repeat when the row comes first in a column.
    var header: Int?
    var heading: Heading?
    var cursor: FlowCursor
    var source: SourcePoint?

    struct Heading: Sendable {
        var level: Int
        var number: String
        var title: String
        var anchor: String
    }
}

/// Where a flow goes on: a text (counted through the whole flow) and a line of it.
struct FlowCursor: Hashable, Comparable, Sendable {
    var leaf: Int
    var line: LineCursor

    static let start = FlowCursor(leaf: 0, line: .start)
    static func < (left: Self, right: Self) -> Bool { (left.leaf, left.line) < (right.leaf, right.line) }
}

/// The tint and bar behind some strips.
struct Ground: Sendable {
    var left: Points
    var width: Points
    var style: BoxStyle
}

/// A flow cut into strips for one width.
struct Galley: Sendable {
    var strips: [Strip] = []
    var grounds: [Ground] = []
    /// Rows that are repeated above the rows that name them.
    var headers: [Strip] = []
}
