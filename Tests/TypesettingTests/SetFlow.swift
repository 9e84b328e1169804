import Diagnostics
import Drawing
import Testing
import Theme
@testable import Typesetting

/// A flow filled into frames for a test: body of 10 points on 16, frames of 200 points (20 em) by some lines.
struct SetFlow {
    static let leading = 16.0
    let filled: Filled
    let report: Report
    let fonts: FontBook

    static var style: FlowStyle {
        let ink = Colour(red: 27, green: 27, blue: 31)
        let tint = Colour(red: 240, green: 240, blue: 240)
        var style = FlowStyle(body: .test, leading: leading, heading: .serifBold, accent: ink, tint: tint, rule: ink)
        style.grid = leading
        return style
    }

    static func box(lines: Double, width: Points = 200, columns: Int = 1, isBalanced: Bool = true) -> FrameBox {
        FrameBox(
            sheet: Size(width: width + 40, height: lines * leading + 40),
            area: Rect(x: 20, y: 20, width: width, height: lines * leading), columns: columns, gutter: 20,
            isBalanced: isBalanced)
    }

    /// Frames of so many lines without end.
    init(_ blocks: [Block], lines: Double, style: FlowStyle = SetFlow.style) throws {
        try self.init(blocks, style: style) { $0 < 1000 ? SetFlow.box(lines: lines) : nil }
    }

    init(_ blocks: [Block], style: FlowStyle = SetFlow.style, next: (Int) -> FrameBox?) throws {
        let fonts = try TestFonts.book(
            blocks.map(\.allText).joined() + "abcdefghij1234567890国家反诈①②③", roles: [.serif, .serifBold, .text])
        var report = Report()
        filled = Flow(blocks, style: style, fonts: fonts).filled(into: next, reporting: &report)
        self.report = report
        self.fonts = fonts
    }

    /// The text of each frame, line by line.
    var lines: [[String]] { filled.frames.map { SetFlow.lines(of: $0.items) } }

    /// All text in the order in which it is drawn.
    var text: String { lines.joined().joined() }

    /// The runs of a frame grouped by their baselines, in drawing order.
    static func lines(of items: [Placed]) -> [String] {
        var lines: [(y: Points, text: String)] = []
        for item in items {
            guard case .glyphs(let run, let origin) = item.mark else { continue }
            if let last = lines.last, abs(last.y - origin.y) < 0.01 {
                lines[lines.count - 1].text += run.string
            } else {
                lines.append((origin.y, run.string))
            }
        }
        return lines.map(\.text)
    }

    /// The baselines of a frame's text, from the top of its area, in lines.
    func baselines(_ frame: Int) -> [Double] {
        var found: [Double] = []
        for item in filled.frames[frame].items {
            guard case .glyphs(_, let origin) = item.mark else { continue }
            let y = (origin.y - 20 - EmBox.baseline(leading: SetFlow.leading, size: 10)) / SetFlow.leading
            if found.last != y { found.append(y) }
        }
        return found
    }
}

extension Block {
    static func paragraph(_ text: String) -> Block { Block(.paragraph([Inline(text)])) }
    static func heading(_ text: String, level: Int = 2, number: String = "", anchor: String = "") -> Block {
        Block(.heading(level: level, number: number, anchor: anchor, [Inline(text)]))
    }

    /// So many lines of body, the last one half full.
    static func body(lines: Int, of character: Character = "国") -> Block {
        .paragraph(String(repeating: character, count: lines * 20 - 2 - 8))
    }

    /// All the text in a block, for finding the characters that a test needs.
    var allText: String {
        switch kind {
        case .heading(_, let number, _, let title): number + title.map(\.text).joined()
        case .paragraph(let inlines), .line(let inlines, _, _): inlines.map(\.text).joined()
        case .list(let items): items.flatMap(\.blocks).map(\.allText).joined()
        case .quote(let blocks): blocks.map(\.allText).joined()
        case .notice(let title, let blocks): title.map(\.text).joined() + blocks.map(\.allText).joined()
        case .table(let table): ([table.header] + table.rows).joined().joined().map(\.text).joined()
        case .picture(_, let caption): caption.map(\.text).joined()
        case .code(let text): text
        case .rule, .frameBreak, .space: ""
        }
    }
}
