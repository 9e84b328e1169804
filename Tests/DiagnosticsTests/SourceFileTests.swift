import Diagnostics
import Testing

@Suite struct SourceFileTests {
    private func file(_ text: String) -> SourceFile { SourceFile(path: "content/a.md", bytes: Array(text.utf8)) }

    @Test func columnsCountUnicodeScalarsAndBytesCountBytes() {
        // 标题 takes six bytes, the emoji four.
        let place = file("标题: x\n😀反诈y\n").place(ofByte: 9 + 4 + 6)
        #expect(place == SourcePlace(file: "content/a.md", line: 2, column: 4, byte: 19, lineText: "😀反诈y"))
    }

    @Test(arguments: [
        ("", 0, 1, 1), ("a", 0, 1, 1), ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\n", 2, 2, 1), ("\n\n", 1, 2, 1),
        ("a\r\nb", 3, 2, 1),
    ])
    func aLineBeginsBehindTheNewlineOfTheOneBefore(text: String, offset: Int, line: Int, column: Int) {
        let place = file(text).place(ofByte: offset)
        #expect((place.line, place.column) == (line, column))
    }

    @Test func anOffsetInsideACharacterBelongsToIt() {
        // Bytes 3, 4 and 5 are 题; a column is only counted where a scalar begins.
        #expect(file("标题").place(ofByte: 3).column == 2)
        #expect(file("标题").place(ofByte: 4).column == 3)
    }

    @Test(arguments: [Int.min, -1]) func anOffsetBeforeTheStartIsTheStart(offset: Int) {
        let place = file("ab\ncd").place(ofByte: offset)
        #expect((place.line, place.column, place.byte) == (1, 1, 0))
    }

    @Test(arguments: [5, 6, Int.max]) func anOffsetBeyondTheEndIsThePlaceBehindTheLastByte(offset: Int) {
        let place = file("ab\ncd").place(ofByte: offset)
        #expect((place.line, place.column, place.byte) == (2, 3, 5))
    }

    @Test func windowsLineEndsAreNoPartOfTheLine() {
        let text = file("一\r\n二\r\n\r\n三")
        #expect((1...4).map { text.text(ofLine: $0) } == ["一", "二", "", "三"])
        #expect(text.lineCount == 4)
        #expect(text.place(ofLine: 2) == text.place(ofByte: 5))
        #expect(text.place(ofLine: 2).lineText == "二")
    }

    @Test func aLoneCarriageReturnEndsNoLine() {
        #expect(file("a\rb").lineCount == 1)
        #expect(file("a\rb").text(ofLine: 1) == "a\rb")
    }

    @Test(arguments: [(1, 1, 0), (1, 2, 3), (1, 3, 6), (2, 1, 7), (2, 2, 11), (2, 3, 12)])
    func aColumnLeadsToTheByteWhereItsScalarBegins(line: Int, column: Int, byte: Int) {
        let text = file("标题\n😀y")
        #expect(text.place(line: line, column: column).byte == byte)
        #expect(text.place(ofByte: byte).column == column)
    }

    @Test func aColumnBeyondTheLineIsThePlaceAtItsEnd() {
        let place = file("标题\nb").place(line: 1, column: 99)
        #expect((place.line, place.column, place.byte) == (1, 3, 6))
    }

    @Test(arguments: [(0, 0), (1, 0), (3, 4), (9, 4)]) func aLineOutsideTheFileIsTheNearestOne(line: Int, byte: Int) {
        #expect(file("a\nb\nc").byte(ofLine: line) == byte)
    }

    @Test func malformedBytesAreShownAsReplacements() {
        let broken = SourceFile(path: "a", bytes: [0x61, 0xFF, 0x62])
        #expect(broken.place(ofByte: 1).lineText == "a\u{FFFD}b")
        #expect(broken.place(ofByte: 2).column == 3)
    }
}
