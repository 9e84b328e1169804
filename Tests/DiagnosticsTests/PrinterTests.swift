import Diagnostics
import Foundation
import Testing

@Suite struct PrinterTests {
    private static let code = DiagnosticCode(
        "BB999", .error, .init("字段“{f}”不对", "the field “{f}” is wrong"), mend: .init("请改正。", "Correct it."))
    private static let bare = DiagnosticCode("BB998", .warning, .init("提示", "a hint"), mend: "")

    private func text(_ diagnostic: Diagnostic, _ language: Language = .chinese) -> String {
        DiagnosticPrinter(language: language).text(of: diagnostic)
    }

    private func lines(at place: SourcePlace, length: Int = 1) -> [String] {
        text(Diagnostic(Self.bare, at: place, length: length)).split(separator: "\n").map(String.init)
    }

    private func place(_ line: String, column: Int) -> SourcePlace {
        SourceFile(path: "a.md", bytes: Array(line.utf8)).place(line: 1, column: column)
    }

    @Test func aFaultIsSaidWithItsPlaceItsLineAndItsMend() {
        let file = SourceFile(path: "content/cases/01.md", bytes: Array("---\ntitel: 标题\n".utf8))
        let fault = Diagnostic(Self.code, at: file.place(ofByte: 4), length: 5, ["f": "titel"])
        #expect(
            text(fault) == """
                content/cases/01.md:2:1: error[BB999]: 字段“titel”不对
                    titel: 标题
                    ^~~~~
                    改法：请改正。

                """)
        #expect(
            text(fault, .english) == """
                content/cases/01.md:2:1: error[BB999]: the field “titel” is wrong
                    titel: 标题
                    ^~~~~
                    mend: Correct it.

                """)
    }

    @Test func whatIsNotKnownOfAPlaceIsNotSaid() {
        #expect(text(Diagnostic(Self.bare, at: nil)) == "warning[BB998]: 提示\n")
        #expect(text(Diagnostic(Self.bare, at: SourcePlace(file: "a.md"))) == "a.md: warning[BB998]: 提示\n")
        let wholeLine = SourcePlace(file: "a.md", line: 3, lineText: "文字")
        #expect(text(Diagnostic(Self.bare, at: wholeLine)) == "a.md:3: warning[BB998]: 提示\n    文字\n")
    }

    @Test func theCaretStandsUnderThePlaceByDisplayWidth() {
        #expect(lines(at: place("标题：x", column: 4)).dropFirst() == ["    标题：x", "          ^"])
        #expect(lines(at: place("a标b", column: 3)).dropFirst() == ["    a标b", "       ^"])
        // The combining acute takes no column of its own.
        #expect(lines(at: place("e\u{301}x", column: 3)).dropFirst() == ["    e\u{301}x", "     ^"])
    }

    @Test func theCaretIsAsWideAsWhatItMarks() {
        #expect(lines(at: place("改标题吧", column: 2), length: 2).last == "      ^~~~")
        #expect(lines(at: place("标题", column: 2), length: 99).last == "      ^~")
        #expect(lines(at: place("ab", column: 3), length: 1).last == "      ^")
    }

    @Test func tabsAreShownAsOneColumn() {
        #expect(lines(at: place("\t\tx", column: 3)).dropFirst() == ["      x", "      ^"])
    }

    @Test func aLongLineIsCutAroundThePlace() throws {
        let long = String(repeating: "甲", count: 500) + "乙" + String(repeating: "丙", count: 500)
        let shown = lines(at: place(long, column: 501))
        let excerpt = try #require(shown.dropFirst().first).dropFirst(4)
        #expect(excerpt == String(repeating: "甲", count: 40) + "乙" + String(repeating: "丙", count: 59))
        #expect(shown.last == "    " + String(repeating: " ", count: 80) + "^~")
    }

    @Test func thePlaceBehindALongLineIsStillShown() {
        let shown = lines(at: place(String(repeating: "x", count: 300), column: 301))
        #expect(shown.last == "    " + String(repeating: " ", count: 40) + "^")
    }

    @Test func programsGetOneJSONObjectALine() throws {
        let file = SourceFile(path: "a\"b.md", bytes: Array("标\t题".utf8))
        let fault = Diagnostic(Self.code, at: file.place(ofByte: 4), ["f": "引“号\"和\\\u{1}\n"])
        let json = DiagnosticPrinter(language: .chinese).json(of: fault)
        #expect(json.hasSuffix("}\n"))
        #expect(json.count { $0 == "\n" } == 1)
        // Han characters stand as they are, so that a log can be read.
        #expect(json.contains("引“号"))
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(
            Set(object?.keys ?? [:].keys) == ["code", "severity", "file", "line", "column", "byte", "message", "mend"])
        #expect(object?["code"] as? String == "BB999")
        #expect(object?["severity"] as? String == "error")
        #expect(object?["file"] as? String == "a\"b.md")
        #expect(object?["line"] as? Int == 1)
        #expect(object?["column"] as? Int == 3)
        #expect(object?["byte"] as? Int == 4)
        #expect(object?["message"] as? String == "字段“引“号\"和\\\u{1}\n”不对")
        #expect(object?["mend"] as? String == "请改正。")
    }

    @Test func jsonLeavesOutWhatIsNotKnownOfAPlace() {
        let printer = DiagnosticPrinter(language: .english)
        #expect(
            printer.json(of: Diagnostic(Self.bare, at: SourcePlace(file: "a.md", line: 2)))
                == #"{"code":"BB998","severity":"warning","file":"a.md","line":2,"message":"a hint","mend":""}"# + "\n")
        #expect(
            printer.json(of: Diagnostic(Self.bare, at: nil))
                == #"{"code":"BB998","severity":"warning","message":"a hint","mend":""}"# + "\n")
    }
}
