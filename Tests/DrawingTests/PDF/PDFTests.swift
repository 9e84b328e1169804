import Diagnostics
import Drawing
import Foundation
import TestSupport
import Testing
import Theme

struct PDFTests {
    private static let text = "日日警惕：凡是要求“先交费”的，都是诈骗！ABC 96110"
    private static let metadata = PDFMetadata(title: "样张 A", author: "商城", subject: "反诈", date: "2024-07-10")

    private func drawn(_ book: FontBook) throws -> [UInt8] {
        var canvas = PDFCanvas(fonts: book, metadata: Self.metadata)
        canvas.begin(page: Size(width: 300, height: 200))
        canvas.draw(.destination("顶部", at: Point(x: 10, y: 10)))
        canvas.draw(.glyphs(book.run(Self.text), at: Point(x: 10, y: 40)))
        canvas.draw(.link(Rect(x: 10, y: 30, width: 50, height: 12), to: "https://bulletin.example/?a='b'"))
        canvas.begin(page: Size(width: 200, height: 300))
        canvas.draw(.link(Rect(x: 10, y: 30, width: 50, height: 12), to: "#顶部"))
        canvas.draw(.glyphs(book.run("完"), at: Point(x: 10, y: 40)))
        canvas.setOutline([
            .init(title: "第一章", level: 1, page: 1), .init(title: "（一）", level: 2, page: 1, point: Point(x: 0, y: 30)),
            .init(title: "第二章", level: 1, page: 2),
        ])
        return try canvas.finish().file()
    }

    private func file(_ scratch: Scratch) throws -> String {
        try scratch.write(try drawn(try TestFonts.book(Self.text + "完")), to: "a.pdf").path
    }

    @Test func theFileIsSound() throws {
        let scratch = try Scratch()
        let checked = try Command.run("qpdf", ["--check", try file(scratch)])
        #expect(checked.status == 0, "\(checked.errors)")
    }

    @Test func textExtractsAsTyped() throws {
        let scratch = try Scratch()
        let extracted = try Command.run("pdftotext", [try file(scratch), "-"]).outputText
        #expect(extracted.filter { !$0.isWhitespace } == Self.text.filter { !$0.isWhitespace } + "完")
    }

    @Test func fontsAreEmbeddedAsSubsets() throws {
        let scratch = try Scratch()
        let rows = try Command.run("pdffonts", [try file(scratch)]).outputText.split(separator: "\n").dropFirst(2)
        #expect(!rows.isEmpty)
        for row in rows {
            #expect(row.contains("NotoSerifCJKsc-Regular"))
            #expect(row.contains(" yes yes yes "), "embedded, subset, with Unicode: \(row)")
        }
    }

    @Test func sizesTitleAuthorDateAndOutlineAreTold() throws {
        let scratch = try Scratch()
        let path = try file(scratch)
        let info = try Command.run("pdfinfo", ["-f", "1", "-l", "2", path], environment: ["TZ": "UTC"]).outputText
        for words in ["样张 A", "商城", "反诈", "Jul 10 00:00:00 2024", "300 x 200 pts", "200 x 300 pts"] {
            #expect(info.contains(words), "\(words) in \(info)")
        }
        let json = try Command.run("qpdf", ["--json", path]).outputText
        for words in ["第一章", "（一）", "https://bulletin.example/?a='b'"] { #expect(json.contains(words), "\(words)") }
    }

    @Test func theSameMarksGiveTheSameBytesInEveryRunAndThread() async throws {
        let book = try TestFonts.book(Self.text + "完")
        let first = try drawn(book)
        #expect(try drawn(try TestFonts.book(Self.text + "完还有许多别的字")) == first)
        let others = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { try self.drawn(book) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for other in others { #expect(other == first) }
    }

    @Test func aJPEGGoesIntoThePDFAsItIs() throws {
        var report = Report()
        let bitmap = try #require(
            Bitmap.read(TestPictures.jpeg, path: "a.jpg", at: nil, reporting: &report))
        var canvas = PDFCanvas(fonts: try TestFonts.book("国"), metadata: Self.metadata)
        canvas.begin(page: Size(width: 100, height: 100))
        canvas.draw(.bitmap(bitmap, Rect(x: 10, y: 10, width: 50, height: 50)))
        let bytes = try canvas.finish().file()
        let start = bytes.indices.first { bytes[$0...].starts(with: TestPictures.jpeg) }
        #expect(start != nil)
    }

    @Test func aPictureThatCannotBeDecodedFailsTheDrawing() throws {
        var report = Report()
        let bitmap = try #require(Bitmap.read(TestPictures.threeBits, path: "a.png", at: nil, reporting: &report))
        let book = try TestFonts.book("国")
        let fault = #expect(throws: Fault.self) {
            var canvas = PDFCanvas(fonts: book, metadata: Self.metadata)
            canvas.begin(page: Size(width: 100, height: 100))
            canvas.draw(.bitmap(bitmap, Rect(x: 10, y: 10, width: 50, height: 50)))
            return try canvas.finish().file()
        }
        #expect(fault?.diagnostic.code.id == "BB540")
        #expect(fault?.diagnostic.summary(in: .chinese) == "画图失败：a.png")
        #expect(fault?.diagnostic.summary(in: .english) == "drawing failed: a.png")
    }
}
