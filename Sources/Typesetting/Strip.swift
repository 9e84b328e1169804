import Diagnostics
import Drawing
import Theme

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
    /// The notes that its text refers to, which stand at the foot of the same column: indices of the galley's notes.
    var notes: [Int] = []
    var cursor: FlowCursor
    var source: SourcePoint?
    /// What is to be said of it when it is placed: where columns change their width, what follows is set anew for each.
    var faults: [Diagnostic] = []

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
    var notes: [FootNote] = []
}

/// A note at the foot of a column, from its left edge and its own top.
struct FootNote: Sendable {
    var height: Points
    var items: [Placed]
}

/// How the notes at a column's foot are set apart from the text.
struct NoteRule: Sendable {
    /// From the text to the first note, the rule in the middle.
    var room: Points
    var width: Points
    var colour: Colour
}
