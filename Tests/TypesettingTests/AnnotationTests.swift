import Drawing
import Testing
import Theme
@testable import Typesetting

/// Ruby, lines below names, distributed lines.
struct AnnotationTests {
    private func runs(_ set: SetText) -> [(text: String, size: Double, left: Double, y: Double)] {
        set.lines.enumerated().flatMap { index, line in
            set.paragraph.marks(of: line, at: Point(x: 0, y: 20 * Double(index)), role: .paragraph).compactMap { item in
                guard case .glyphs(let run, let origin) = item.mark else { return nil }
                return (run.string, run.size, origin.x / 10, origin.y)
            }
        }
    }

    private func set(_ inlines: [Inline], measure: Double = 20) throws -> SetText {
        try SetText(
            inlines, measure: measure,
            fonts: try TestFonts.book(inlines.map { $0.text + $0.ruby }.joined(), roles: [.serif, .serifBold]))
    }

    @Test func rubyStandsInHalfTheSizeCentredAboveItsText() throws {
        let set = try set([Inline("国"), Inline("诈骗", ruby: "zp"), Inline("家")])
        let runs = runs(set)
        let ruby = try #require(runs.first { $0.text == "zp" })
        #expect(ruby.size == 5)
        #expect(ruby.y < -8.8)
        #expect(ruby.y - 5 > -17, "inside the line gap of 0.7 em")
        let width = set.paragraph.rubies[0].width / 10
        #expect(abs(ruby.left + width / 2 - 2) < 0.01)
    }

    @Test func aTextIsAsWideAsItsRubyAndStaysTogether() throws {
        let set = try set([Inline("国国国"), Inline("诈", ruby: "zhuàng"), Inline("家家家家")])
        let characters = set.characters(0)
        #expect(characters[3].width > 1.2)
        for count in 1...9 {
            let group = try self.set(
                [Inline(String(repeating: "国", count: count)), Inline("诈骗", ruby: "zhà piàn"), Inline("家家家家")],
                measure: 5)
            #expect(group.texts.contains { $0.contains("诈骗") }, "\(group.texts)")
        }
    }

    @Test func titlesHaveAWavyAndNamesAStraightLineBelow() throws {
        let set = try set([Inline("国", marks: .bookTitle), Inline("家", marks: .properName)])
        let strokes = set.paragraph.marks(of: set.lines[0], at: .zero, role: .paragraph).compactMap { item -> Path? in
            if case .stroke(let path, _, _) = item.mark { path } else { nil }
        }
        #expect(strokes.count == 2)
        #expect(strokes[0].elements.contains { if case .curve = $0 { true } else { false } })
        for stroke in strokes {
            guard case .move(let start)? = stroke.elements.first else { continue }
            #expect(start.y > 1.2 && start.y < 6)
        }
        // Names that touch keep their lines apart.
        guard case .curve(_, _, let end)? = strokes[0].elements.last, case .move(let next)? = strokes[1].elements.first
        else { return }
        #expect(next.x > end.x)
    }

    @Test(arguments: [2, 3, 4, 7]) func distributedLinesEndAtTheMeasureTheLastOneToo(_ count: Int) throws {
        let set = try SetText(String(repeating: "国", count: count), measure: 8, alignment: .distributed)
        #expect(set.lines.count == 1)
        let characters = set.characters(0)
        #expect(characters[0].left == 0)
        #expect(characters.last?.right == 8)
        let gaps = (1..<count).map { set.gap(before: $0) }
        for gap in gaps { #expect(abs(gap - gaps[0]) < 0.001) }
    }
}
