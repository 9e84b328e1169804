package import Diagnostics
package import Drawing
import Theme

/// A text as boxes and the gaps between them, ready to be broken to any measure.
///
/// Every box is a cluster of glyphs that is never divided; the gap before a box says how wide it is by itself, how far it
/// may shrink and stretch, and what it costs to end a line there. A gap at either end of a line vanishes: that is how
/// marks lose their empty half there (rules 14 and 15) and why no space hangs at a line's edge (rule 17).
package struct Paragraph: Sendable {
    package let style: ParagraphStyle
    let look: TextLook
    let inlines: [Inline]
    let shaped: ShapedText
    let items: [Item]
    private let hasNotes: Bool

    /// A box and the gap before it.
    struct Item: Sendable {
        /// The index of the cluster in `shaped`.
        var cluster: Int32
        var kind: CharacterClass
        var width: Points
        /// From the box's left edge to the glyphs' origin.
        var shift: Points
        /// How the glyphs stand in a vertical line.
        var stance = Stance.lying
        /// Another glyph than the shaped one: a mark's vertical form.
        var glyph: UInt32?
        /// Clusters that share the box: two digits that stand side by side in a vertical line.
        var clusters: Int32 = 1
        /// Where the glyphs are drawn a second time, from the box's left edge: the strokes of —— overlap.
        var secondShift: Points?
        var gap: Gap
    }

    /// A text above some boxes, as it is shaped.
    struct Ruby: Sendable {
        /// The index of the inline that it belongs to.
        var run: Int32
        var shaped: ShapedText
        var width: Points { shaped.clusters.reduce(0) { $0 + $1.advance } }
    }

    /// Annotations in the order of the text.
    let rubies: [Ruby]

    /// Of the annotated text's em.
    static let rubySize = 0.5

    /// Shapes the text; characters that no font has are reported with their places.
    package init(
        _ inlines: [Inline], look: TextLook, style: ParagraphStyle, fonts: FontBook, reporting report: inout Report
    ) {
        self.inlines = inlines
        self.look = look
        self.style = style
        hasNotes = inlines.contains { !$0.note.isEmpty }
        var text: [UInt8] = []
        var runs: [ShapingRun] = []
        for inline in inlines {
            text += inline.text.utf8
            runs.append(
                ShapingRun(end: text.count, role: look.face(for: inline.marks), size: look.size(for: inline.marks)))
        }
        shaped = fonts.shape(text, runs: runs)
        let rubies = inlines.enumerated().compactMap { index, inline -> Ruby? in
            guard !inline.ruby.isEmpty else { return nil }
            let bytes = Array(inline.ruby.utf8)
            let run = ShapingRun(
                end: bytes.count, role: look.face(for: inline.marks), size: look.size(for: inline.marks) * Self.rubySize
            )
            return Ruby(run: Int32(index), shaped: fonts.shape(bytes, runs: [run]))
        }
        self.rubies = rubies
        var items = ItemBuilder(shaped: shaped, inlines: inlines, rubies: rubies, fonts: fonts, style: style).items()
        if style.keepsPhrases, let words = style.words {
            BreakRules.keep(words, of: shaped, together: &items)
        }
        self.items = items
        reportFonts(shaped, fonts, &report)
        for ruby in rubies { reportFonts(ruby.shaped, fonts, &report) }
    }

    package var isEmpty: Bool { items.isEmpty }

    /// The em of the paragraph.
    package var em: Points { look.size }

    /// The width of the whole text on one line.
    package var naturalWidth: Points {
        items.enumerated().reduce(0) { $0 + $1.element.width + ($1.offset == 0 ? 0 : $1.element.gap.natural) }
    }

    /// Where a line's first character was written.
    func source(of line: Line) -> SourcePoint? {
        let cluster = shaped.clusters[Int(items[line.items.lowerBound].cluster)]
        return inlines[Int(cluster.run)].source
    }

    /// The line's text as it is set, without typed spaces.
    func text(of line: Line) -> String {
        var bytes: [UInt8] = []
        for index in line.items {
            let cluster = shaped.clusters[Int(items[index].cluster)]
            bytes += shaped.text[Int(cluster.byte)..<Int(cluster.byte + cluster.length)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The notes that a line refers to, in order.
    func notes(of line: Line) -> [[Inline]] {
        guard hasNotes else { return [] }
        var runs: [Int32] = []
        for index in line.items {
            let run = shaped.clusters[Int(items[index].cluster)].run
            // A mark that two lines share has its note with its first character.
            let isFirst = index == 0 || shaped.clusters[Int(items[index - 1].cluster)].run != run
            if isFirst, !inlines[Int(run)].note.isEmpty { runs.append(run) }
        }
        return runs.map { inlines[Int($0)].note }
    }

    /// Where the paragraph was written.
    var source: SourcePoint? { inlines.lazy.compactMap(\.source).first }

    /// Each character once, however often it stands in the paragraph.
    private func reportFonts(_ shaped: ShapedText, _ fonts: FontBook, _ report: inout Report) {
        guard !shaped.missing.isEmpty || !shaped.substituted.isEmpty else { return }
        struct Lack: Hashable {
            var scalar: Unicode.Scalar
            var role: FontRole
        }
        var seen: Set<Lack> = []
        for missing in shaped.missing where seen.insert(Lack(scalar: missing.scalar, role: missing.role)).inserted {
            report.add(
                .characterMissing, at: place(of: missing.scalar, byte: missing.byte),
                [
                    "character": .init(String(missing.scalar)), "code": .init(missing.scalar.codePoint),
                    "fonts": .init(
                        fonts.families(of: missing.role).joined(separator: "、"),
                        fonts.families(of: missing.role).joined(separator: ", ")),
                ])
        }
        for other in shaped.substituted where seen.insert(Lack(scalar: other.scalar, role: other.role)).inserted {
            report.add(
                .characterSubstituted, at: place(of: other.scalar, byte: other.byte),
                [
                    "character": .init(String(other.scalar)), "code": .init(other.scalar.codePoint),
                    "font": .init(fonts.families(of: other.role).first ?? ""),
                    "other": .init(fonts.family(of: other.face)),
                ])
        }
    }

    /// The place of a character's first appearance in the inline that holds a byte of the text.
    private func place(of scalar: Unicode.Scalar, byte: Int) -> SourcePlace? {
        var end = 0
        for inline in inlines {
            end += inline.text.utf8.count
            if byte < end { return inline.source?.place(of: scalar) }
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// `U+5B88`
    var codePoint: String {
        let hex = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }
}

/// How the glyphs of a box stand when its line is turned to be vertical.
enum Stance: UInt8, Sendable {
    /// Turned with the line, as Latin words are; all text of horizontal lines.
    case lying
    /// Upright in the middle of the line.
    case upright
    /// Upright, the ink in the upper right quarter: a stop or comma of a font without vertical forms.
    case raised
}

/// The glue between two boxes.
struct Gap: Sendable {
    var natural: Points = 0
    /// How much narrower it may become, and in which turn.
    var shrink: Points = 0
    var squeeze: Squeeze = .none
    /// How much wider it may become before all gaps are spread evenly.
    var stretch: Points = 0
    var expansion: Expansion = .none
    /// Takes part when all gaps of a line are spread evenly.
    var spreads = false
    /// What it costs to end a line here; infinite where it is forbidden.
    var breakCost = 0.0
    /// A line must end here.
    var isForced = false
    /// Never broken, not even in need: inside —— and ……, and around a combining sequence.
    var isBound = false
    /// Typed spaces that the gap stands for, as clusters.
    var spaces: Range<Int32> = 0..<0

    var allowsBreak: Bool { breakCost.isFinite }

    /// The turns in which gaps shrink (rule 21; CLREQ “Procedures for Inter-Character Spacing Reduction”). The mark at the line's
    /// end comes before all of them, because its gap is gone already; · between word spaces and brackets has nothing to give,
    /// being half an em by itself.
    enum Squeeze: UInt8, CaseIterable, Sendable {
        case none, wordSpace, bracket, comma, hanLatin, stop
    }

    /// The turns in which gaps grow, before all of them are spread evenly.
    enum Expansion: UInt8, CaseIterable, Sendable {
        case none, wordSpace, hanLatin
    }

    static let forbidden = Double.infinity
}
