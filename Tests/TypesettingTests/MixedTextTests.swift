import Diagnostics
import Drawing
import Testing
@testable import Typesetting

/// The checklist over a mass of text, held by a checker that knows glyphs alone.
struct MixedTextTests {
    @Test(arguments: [17.0, 24.0]) func twoHundredAndFortyParagraphsViolateNothing(_ measure: Double) throws {
        let texts = MixedTexts.paragraphs(240, seed: 240)
        let fonts = try TestFonts.book(texts.joined())
        var checker = CompositionChecker(measure: measure, em: 10)
        for text in texts {
            let set = try SetText(text, measure: measure, indent: 2, fonts: fonts)
            var frame = Frame(size: Size(width: 400, height: 1000))
            for (index, line) in set.lines.enumerated() {
                frame.items += set.paragraph.marks(
                    of: line, at: Point(x: 30, y: 20 + 17 * Double(index)), role: .paragraph)
            }
            checker.check(CompositionChecker.lines(of: frame.items, left: 30, em: 10, fonts: fonts), of: text)
        }
        #expect(checker.checks > 10_000)
        #expect(checker.violations == [], "\(checker.violations.count) of \(checker.checks)")
    }

    /// A checker that sees nothing would pass everything: the same frames with one character moved are found out.
    @Test func theCheckerSeesACharacterThatIsMoved() throws {
        let text = "国家反诈，中心提醒您（不轻信）不透露。12 kg与A国家反诈——中心"
        let fonts = try TestFonts.book(text)
        let set = try SetText(text, measure: 12, indent: 2, fonts: fonts)
        var items: [Placed] = []
        for (index, line) in set.lines.enumerated() {
            items += set.paragraph.marks(of: line, at: Point(x: 0, y: 17 * Double(index)), role: .paragraph)
        }
        let lines = CompositionChecker.lines(of: items, left: 0, em: 10, fonts: fonts)
        var sound = CompositionChecker(measure: 12, em: 10)
        sound.check(lines, of: text)
        #expect(sound.violations == [])
        for (number, line) in lines.enumerated() {
            for place in line.indices where line[place].isHan {
                var moved = lines
                moved[number][place].origin += 0.3
                var checker = CompositionChecker(measure: 12, em: 10)
                checker.check(moved, of: text)
                #expect(!checker.violations.isEmpty, "\(line[place].text) moved in line \(number)")
            }
        }
        var joined = CompositionChecker(measure: 12, em: 10)
        joined.check([lines[0] + [lines[1][0]], Array(lines[1].dropFirst())] + lines.dropFirst(2), of: text)
        #expect(!joined.violations.isEmpty)
    }
}
