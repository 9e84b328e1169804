import Diagnostics
import Drawing
import Testing
@testable import Typesetting

/// No tofu and no silence: each character that a font lacks is named with its place.
struct MissingCharacterTests {
    private let file = SourceFile(
        path: "content/cases/a.md", bytes: Array("---\n---\n甲**乙\u{10FFFD}**丙\u{10FFFD}\n".utf8))

    private func paragraph(_ inlines: [Inline]) throws -> Report { try SetText(inlines, measure: 20).report }

    @Test func aMissingCharacterIsNamedOnceWithItsPlace() throws {
        let source = SourcePoint(file: file, byte: 8)
        let report = try paragraph([
            Inline("甲", source: source), Inline("乙\u{10FFFD}", source: SourcePoint(file: file, byte: 13)),
            Inline("丙\u{10FFFD}", source: SourcePoint(file: file, byte: 22)),
        ])
        #expect(report.diagnostics.count == 1)
        let fault = try #require(report.diagnostics.first)
        #expect(fault.code.id == "BB510")
        #expect(fault.place?.line == 3)
        #expect(fault.place?.column == 5)
        #expect(fault.summary(in: .chinese) == "“\u{10FFFD}”（U+10FFFD）在字体 Noto Serif CJK SC、Noto Sans CJK SC 里都没有")
        #expect(
            fault.summary(in: .english) == "no font of Noto Serif CJK SC, Noto Sans CJK SC has “\u{10FFFD}” (U+10FFFD)")
        #expect(report.exitStatus == 1)
    }

    @Test func aTextThatWasNotTypedAsItIsSetIsNamedAtItsBeginning() throws {
        let report = try paragraph([Inline("\u{10FFFC}", source: SourcePoint(file: file, byte: 8))])
        #expect(report.diagnostics.first?.place?.column == 1)
        let unplaced = try paragraph([Inline("\u{10FFFC}")])
        #expect(unplaced.diagnostics.first?.code.id == "BB510")
        #expect(unplaced.diagnostics.first?.place == nil)
    }

    /// The letter is there, the mark above it is not.
    @Test func aMissingMarkAboveALetterIsNamedItself() throws {
        let report = try paragraph([Inline("o\u{308}", source: SourcePoint(file: file, byte: 8))])
        #expect(report.diagnostics.first?.summary(in: .english).contains("U+0308") == true)
    }

    @Test func aCharacterFromAnotherFaceIsListed() throws {
        // 鿫 (oganesson) is in the sans face alone.
        let report = try paragraph([Inline("甲\u{9FEB}", source: SourcePoint(file: file, byte: 8))])
        #expect(report.diagnostics.map(\.code.id) == ["BB511"])
        #expect(!report.hasErrors)
        #expect(
            report.diagnostics.first?.summary(in: .chinese)
                == "“\u{9FEB}”（U+9FEB）在字体“Noto Serif CJK SC”里没有，改用了“Noto Sans CJK SC”")
        #expect(
            report.diagnostics.first?.summary(in: .english)
                == "“\u{9FEB}” (U+9FEB) is not in “Noto Serif CJK SC”; “Noto Sans CJK SC” is used instead")
    }
}
