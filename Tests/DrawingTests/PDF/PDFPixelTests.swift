import Diagnostics
import Foundation
import Imaging
import TestSupport
import Testing
import Theme
@testable import Drawing

/// A page is the same picture in a PDF, as another program shows it, and in our pixels: the two have nothing in common but the
/// marks.
struct PDFPixelTests {
    private static let red = Colour(red: 193, green: 18, blue: 31)
    fileprivate static let size = Size(width: 60, height: 40)
    private static let text = "诈骗 Ag，96110"

    private func art(_ body: String) throws -> Artwork {
        var report = Report()
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\">\(body)</svg>"
        return try #require(
            Artwork.read(SourceFile(path: "a.svg", bytes: Array(svg.utf8)), stylesheet: "", reporting: &report))
    }

    private func bitmap(_ bytes: [UInt8]) throws -> Bitmap {
        var report = Report()
        return try #require(Bitmap.read(bytes, path: "a", at: nil, reporting: &report))
    }

    /// A file of red, green, blue and opacity.
    private func png(_ pixels: [UInt8], width: Int) throws -> [UInt8] {
        var multiplied: [UInt8] = []
        for place in stride(from: 0, to: pixels.count, by: 4) {
            let opacity = Int(pixels[place + 3])
            for channel in [2, 1, 0] { multiplied.append(UInt8((Int(pixels[place + channel]) * opacity + 127) / 255)) }
            multiplied.append(UInt8(opacity))
        }
        return try unsafe multiplied.withUnsafeBytes { bytes in
            try #require(
                unsafe PNGFile.bytes(
                    of: .init(bytes: bytes, width: width, height: pixels.count / 4 / width, stride: 4 * width)))
        }
    }

    private func expectSamePicture(
        _ marks: [Mark], inPixels others: [Mark]? = nil, roles: [FontRole] = [.serif],
        on size: Size = PDFPixelTests.size, _ place: SourceLocation = #_sourceLocation
    ) throws {
        let book = try TestFonts.book(Self.text, roles: roles)
        let ground = Mark.fill(Rect(size: size), Colour(red: 255, green: 255, blue: 255))
        var pdf = PDFCanvas(fonts: book, metadata: PDFMetadata(title: "", author: "", date: "2024-07-10"))
        pdf.begin(page: size)
        var png = try PNGCanvas(fonts: book, size: size, pixelsAcross: 240)
        for mark in [ground] + marks { pdf.draw(mark) }
        for mark in [ground] + (others ?? marks) { png.draw(mark) }
        let scratch = try Scratch()
        let file = try scratch.write(try pdf.finish().file(), to: "a.pdf")
        let shown = try Command.run("pdftoppm", ["-png", "-r", "\(240 * 72 / size.width)", file.path])
        let theirs = try #require(DecodedPicture(decoding: shown.output), sourceLocation: place)
        let ours = try #require(DecodedPicture(decoding: try png.finish()), sourceLocation: place)
        try #require(ours.width == theirs.width && ours.height == theirs.height, sourceLocation: place)
        // Edges are softened differently, those of thin strokes most: 0.2 of a serif's ink. What is elsewhere, of another colour
        // or another character differs by more than all its ink.
        let distance = zip(ours.pixels, theirs.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        let blank = ours.pixels.reduce(0) { $0 + 255 - Int($1) }
        #expect(blank > 0, "nothing is drawn", sourceLocation: place)
        #expect(Double(distance) < 0.3 * Double(blank), "\(distance) of \(blank)", sourceLocation: place)
    }

    @Test(arguments: [FontRole.headline, .text, .textBold, .serif, .hand])
    func textOfAllFaces(role: FontRole) throws {
        let book = try TestFonts.book(Self.text, roles: [role])
        try expectSamePicture(
            [.glyphs(book.run(Self.text, role: role, size: 9), at: Point(x: 2, y: 20))], roles: [role])
    }

    /// Some programs draw no glyph above 20 inches.
    @Test(arguments: [FontRole.headline, .hand], [1399.0, 1400, 2600])
    func charactersAsHighAsAMan(role: FontRole, size: Points) throws {
        let book = try TestFonts.book(Self.text, roles: [role])
        let page = Size(width: 6000, height: 3000)
        try expectSamePicture(
            [.glyphs(book.run("诈", role: role, size: size), at: Point(x: 200, y: 2600))], roles: [role], on: page)
        var pdf = PDFCanvas(fonts: book, metadata: PDFMetadata(title: "", author: "", date: "2024-07-10"))
        pdf.begin(page: page)
        pdf.draw(.glyphs(book.run("诈", role: role, size: size), at: Point(x: 200, y: 2600)))
        let scratch = try Scratch()
        let file = try scratch.write(try pdf.finish().file(), to: "a.pdf")
        #expect(try Command.run("pdftotext", [file.path, "-"]).outputText.contains("诈"))
    }

    @Test func shapesLinesAndGroups() throws {
        try expectSamePicture([
            .fill(.rounded(Rect(x: 2, y: 2, width: 20, height: 12), radius: 4), Self.red),
            .stroke(.circle(centre: Point(x: 40, y: 12), radius: 8), width: 2.5, Self.red),
            .begin(.quarterTurn.moved(by: 50, 20), clip: .rect(Rect(x: 0, y: 0, width: 8, height: 30))),
            .fill(Rect(x: -5, y: 5, width: 40, height: 10), Colour(red: 18, green: 53, blue: 91)), .end,
        ])
    }

    @Test func picturesWithAndWithoutColourAndOpacity() throws {
        let place = Rect(x: 5, y: 5, width: 30, height: 30)
        for opaque in [true, false] {
            for isGray in [true, false] {
                let pixels = (0..<64).flatMap { index -> [UInt8] in
                    let level = UInt8(index / 8 * 30)
                    return [level, isGray ? level : 90, isGray ? level : 200, opaque ? 255 : UInt8(index % 8 * 36)]
                }
                let surface = try png(pixels, width: 8)
                try expectSamePicture([
                    .fill(Rect(x: 0, y: 0, width: 20, height: 20), Self.red), .bitmap(try bitmap(surface), place),
                ])
            }
        }
        try expectSamePicture([.bitmap(try bitmap(TestPictures.jpeg), place)])
    }

    /// Codes are enlarged with hard edges: as squares. Ten pixels fill a byte and a quarter of one.
    @Test func blackAndWhitePicturesAreNotSoftened() throws {
        let isDark = { (index: Int) in (index + index / 10) % 3 == 0 }
        let pixels = (0..<100).flatMap { index -> [UInt8] in
            let level: UInt8 = isDark(index) ? 0 : 255
            return [level, level, level, 255]
        }
        let squares = (0..<100).filter(isDark).map { index in
            let corner = Point(x: 5 + Double(index % 10) * 3, y: 5 + Double(index / 10) * 3)
            return Mark.fill(Rect(origin: corner, size: Size(width: 3, height: 3)), Colour(red: 0, green: 0, blue: 0))
        }
        let place = Rect(x: 5, y: 5, width: 30, height: 30)
        try expectSamePicture([.bitmap(try bitmap(try png(pixels, width: 10)), place)], inPixels: squares)
    }

    @Test func drawingsAtEverySizeAndTwice() throws {
        let art = try art(
            """
            <rect width="20" height="10" fill="#12355B"/><circle cx="5" cy="5" r="4" fill="#FFB703" opacity=".5"/>
            <path d="M12 2l6 6" stroke="#fff" stroke-width="1.5"/>
            """)
        try expectSamePicture([
            .art(art, Rect(x: 2, y: 2, width: 40, height: 30)), .art(art, Rect(x: 44, y: 2, width: 14, height: 7)),
            .begin(.scale(0.5).moved(by: 30, 20), clip: nil), .art(art, Rect(x: 2, y: 2, width: 40, height: 30)), .end,
        ])
    }

    @Test func nothingOfADrawingShowsBeyondItsPage() throws {
        let art = try art("<rect x=\"-20\" y=\"-20\" width=\"60\" height=\"60\" fill=\"#12355B\"/>")
        let rect = Rect(x: 20, y: 10, width: 20, height: 10)
        try expectSamePicture(
            [.art(art, rect)], inPixels: [.fill(rect, Colour(red: 0x12, green: 0x35, blue: 0x5B))])
        try expectSamePicture([.art(art, rect)])
    }

    @Test func aDrawingThatIsUsedTwiceIsInTheFileOnce() throws {
        let art = try art("<rect width=\"20\" height=\"10\"/>")
        func length(_ marks: [Mark]) throws -> Int {
            var pdf = PDFCanvas(
                fonts: try TestFonts.book("国"), metadata: PDFMetadata(title: "", author: "", date: "2024-07-10"))
            pdf.begin(page: Self.size)
            for mark in marks { pdf.draw(mark) }
            return try pdf.finish().file().count
        }
        let once = try length([.art(art, Rect(x: 0, y: 0, width: 20, height: 10))])
        let twice = try length([
            .art(art, Rect(x: 0, y: 0, width: 20, height: 10)), .art(art, Rect(x: 30, y: 0, width: 20, height: 10)),
        ])
        #expect(twice - once < 100)
    }
}
