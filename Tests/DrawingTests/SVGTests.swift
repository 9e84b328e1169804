import Diagnostics
import Drawing
import Foundation
import TestSupport
import Testing
import Theme

struct SVGTests {
    private static let red = Colour(red: 193, green: 18, blue: 31)

    private func marks(_ book: FontBook) throws -> [Mark] {
        var report = Report()
        let bitmap = try #require(Bitmap.read(TestPictures.png, path: "a.png", at: nil, reporting: &report))
        let file = SourceFile(
            path: "a.svg",
            bytes: Array(
                "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='2'><rect class='red' width='4' height='2'/></svg>"
                    .utf8))
        let art = try #require(Artwork.read(file, stylesheet: ".red{fill:#C1121F!important}", reporting: &report))
        return [
            .fill(.rounded(Rect(x: 5, y: 5, width: 40, height: 20), radius: 4), Self.red),
            .begin(.move(3, 4), clip: .rect(Rect(x: 0, y: 0, width: 90, height: 90))),
            .glyphs(book.run("国家国家", size: 10), at: Point(x: 10, y: 40)), .end,
            .rule(from: Point(x: 0, y: 50), to: Point(x: 90, y: 50), width: 0.5, Self.red),
            .bitmap(bitmap, Rect(x: 50, y: 50, width: 10, height: 10)),
            .art(art, Rect(x: 60, y: 60, width: 40, height: 40)),
            .link(Rect(x: 1, y: 2, width: 3, height: 4), to: "https://bulletin.example/?a=1&b=\"2\""),
        ]
    }

    private func document(_ book: FontBook, pages: Int = 1) throws -> SVGCanvas.Document {
        var canvas = SVGCanvas(fonts: book, prefix: "p-")
        for page in 0..<pages {
            canvas.begin(page: Size(width: 100, height: 100), title: "第 \(page + 1) 页 <&>")
            for mark in try marks(book) { canvas.draw(mark) }
        }
        return canvas.finish()
    }

    @Test func everyMarkIsWritten() throws {
        let document = try document(try TestFonts.book("国家"))
        try expectGolden(String(decoding: document.singlePage, as: UTF8.self), named: "marks.svg")
    }

    @Test func theFileIsWellFormed() throws {
        let book = try TestFonts.book("国家")
        let bytes = try document(book).singlePage
        // Our own reader of drawings refuses links, which lead out of them.
        var report = Report()
        let text = String(decoding: bytes, as: UTF8.self).replacing("<a href=", with: "<g data-to=")
            .replacing("</a>", with: "</g>")
        let file = SourceFile(path: "a.svg", bytes: Array(text.utf8))
        let art = try #require(Artwork.read(file, stylesheet: "", reporting: &report), "\(report.texts())")
        #expect(art.size == Size(width: 100, height: 100))
    }

    @Test func glyphsAreDefinedOnceForAllPages() throws {
        let book = try TestFonts.book("国家")
        let (one, two) = (try document(book), try document(book, pages: 2))
        #expect(two.pages.count == 2)
        #expect(two.definitions == one.definitions)
        let definitions = String(decoding: one.definitions, as: UTF8.self)
        #expect(definitions.split(separator: "<path id=").count - 1 == 2)
    }

    @Test func bytesDoNotDependOnTheRestOfTheEdition() throws {
        let few = try document(try TestFonts.book("国家"))
        let many = try document(try TestFonts.book("国家反诈中心ა", roles: [.text, .serif]))
        #expect(few == many)
    }

    @Test func idsStandOnceAndCarryThePrefix() throws {
        let text = String(decoding: try document(try TestFonts.book("国家")).singlePage, as: UTF8.self)
        let ids = text.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(!ids.isEmpty)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.hasPrefix("p-") })
    }
}

struct DecimalTests {
    @Test(arguments: [
        (0.0, "0"), (12.5, "12.5"), (-0.25, "-0.25"), (3.0, "3"), (0.001, "0"), (-0.001, "0"), (1.005, "1"),
        (100.1, "100.1"),
        (-7.999, "-8"),
    ]) func numbersAreShortAndExact(_ value: Double, _ text: String) {
        #expect(Decimal.text(value) == text)
    }

    @Test func placesAreKept() { #expect(Decimal.text(1.0 / 3, places: 5) == "0.33333") }
}
