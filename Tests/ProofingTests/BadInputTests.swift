import Diagnostics
import Drawing
import Foundation
import TestSupport
import Testing
import Theme
@testable import Proofing

/// Files that are not what proof is for: each is said in words, none stops the program.
struct BadInputTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func check(_ path: String, program: String = "mutool") -> (
        codes: [String], findings: [Finding], report: Report
    ) {
        var report = Report()
        var found: [Finding] = []
        Proof(program: program).check(path, reporting: &report) { found.append($0) }
        return (report.diagnostics.map(\.code.id), found.filter { $0.line > 0 }, report)
    }

    private func codes(_ bytes: [UInt8]) throws -> [String] {
        check(try scratch.write(bytes, to: "file.pdf").path).codes
    }

    private func sheet() throws -> [UInt8] { try Sheet().pdf([Setting.lineBreak("说", 1, "，", 0.5)]) }

    @Test func whatIsNoPDFIsSaid() throws {
        #expect(try codes(Array("hello".utf8)) == ["BB901"])
        #expect(try codes([]) == ["BB901"])
        #expect(try codes(Array("<html><body>，</body></html>".utf8)) == ["BB901"])
    }

    @Test func whatIsNotThereOrNoFileIsSaid() {
        #expect(check(scratch.path + "/absent.pdf").codes == ["BB001"])
        #expect(check(scratch.path).codes == ["BB909"])
        #expect(check("/dev/null").codes == ["BB909"])
    }

    @Test func aDamagedFileIsSaid() throws {
        let whole = try sheet()
        #expect(try codes(Array(whole.prefix(400))) == ["BB902"])
        // Without its end, the file is repaired by MuPDF as far as it goes.
        #expect(try codes(Array(whole.dropLast(200))).contains { $0 == "BB907" || $0 == "BB902" })
        #expect(try codes(Array("%PDF-1.4\n".utf8)) == ["BB902"])
    }

    @Test func aFileWithoutPagesIsSaid() throws {
        let empty = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """
        #expect(try codes(Array(empty.utf8)) == ["BB904"])
    }

    @Test func anEncryptedFileIsSaid() throws {
        let plain = try scratch.write(try sheet(), to: "plain.pdf").path
        let locked = scratch.path + "/locked.pdf"
        _ = try Command.run("qpdf", ["--encrypt", "secret", "owner", "256", "--", plain, locked])
        #expect(check(locked).codes == ["BB903"])
        // One that may be opened by anyone is read.
        let open = scratch.path + "/open.pdf"
        _ = try Command.run("qpdf", ["--encrypt", "", "owner", "256", "--extract=n", "--", plain, open])
        #expect(check(open).findings.map(\.rule.number) == [1])
    }

    @Test func pagesWithoutTextAreNamed() throws {
        let book = try #require(TestFonts.book)
        func pdf(_ pages: [Bool]) throws -> [UInt8] {
            var canvas = PDFCanvas(fonts: book, metadata: PDFMetadata(title: "甲", author: "乙", date: "2024-07-10"))
            for hasText in pages {
                canvas.begin(page: Size(width: 300, height: 300))
                canvas.draw(.fill(Rect(x: 9, y: 9, width: 99, height: 99), Colour(red: 9, green: 9, blue: 9)))
                if hasText { canvas.draw(.glyphs(try DrawnLine(text: "标题").run(book), at: Point(x: 9, y: 200))) }
            }
            return try canvas.finish().file()
        }
        let scan = check(try scratch.write(try pdf([false, false]), to: "scan.pdf").path).report
        #expect(scan.diagnostics.map { $0.summary(in: .chinese) } == ["2 页都没有文字，可能是扫描件，无法检查"])
        #expect(scan.exitStatus == 1)
        let mixed = check(try scratch.write(try pdf([false, true, false, false, true]), to: "mixed.pdf").path).report
        #expect(mixed.diagnostics.map { $0.summary(in: .english) } == ["no text on page 1, 3–4, which was not checked"])
        #expect(mixed.exitStatus == 0)
    }

    @Test(arguments: ["-o x.pdf", "a 'b\" <c>&amp;.pdf", "1-3", "甲 乙.pdf", "a\nb.pdf", "$(reboot).pdf", "x.html"])
    func anyNameOfAFileWillDo(name: String) throws {
        let file = try scratch.write(try sheet(), to: name)
        #expect(check(file.path).findings.map(\.rule.number) == [1])
        #expect(check(file.path).codes == [])
    }

    @Test func aMissingProgramIsAFaultOfTheMachine() throws {
        let path = try scratch.write(try sheet(), to: "a.pdf").path
        let missing = check(path, program: "/no/such/mutool")
        #expect(missing.codes == ["BB920"])
        #expect(missing.report.exitStatus == 3)
        #expect(missing.report.diagnostics[0].mend(in: .chinese).contains("apt-get install mupdf-tools"))
        #expect(check(path, program: "false").codes == ["BB921"])
    }

    @Test func manyPagesAreReadOneAtATime() throws {
        let found = try Sheet().findings((0..<300).map { _ in Setting.lineBreak("说", 1, "，", 0.5) })
        #expect(found.count == 300)
        #expect(found.map(\.page) == Array(1...300))
    }
}
