import Diagnostics
import Testing
import Theme
@testable import Drawing

/// Pictures in letters against pictures in pixels: `.` is empty, `R` red, `I` indigo, `+` anything between.
struct PixelTests {
    private static let red = Colour(red: 193, green: 18, blue: 31)
    private static let indigo = Colour(red: 18, green: 53, blue: 91)

    private func picture(_ width: Int, _ height: Int, scale: Int = 1, _ marks: [Mark]) throws -> String {
        let book = try TestFonts.book("国")
        let size = Size(width: Double(width) / Double(scale), height: Double(height) / Double(scale))
        var canvas = try PNGCanvas(fonts: book, size: size, pixelsAcross: width)
        for mark in marks { canvas.draw(mark) }
        return try Pixels.text(of: try canvas.finish())
    }

    @Test func rectanglesAreFilledFromEdgeToEdge() throws {
        let drawn = try picture(6, 4, [.fill(Rect(x: 1, y: 1, width: 3, height: 2), Self.red)])
        #expect(drawn == "......\n.RRR..\n.RRR..\n......\n")
    }

    @Test func laterMarksLieAbove() throws {
        let drawn = try picture(
            4, 2,
            [
                .fill(Rect(x: 0, y: 0, width: 3, height: 2), Self.red),
                .fill(Rect(x: 2, y: 0, width: 2, height: 1), Self.indigo),
            ])
        #expect(drawn == "RRII\nRRR.\n")
    }

    @Test func rulesAreAsWideAsTheySay() throws {
        let drawn = try picture(
            5, 4, [.rule(from: Point(x: 0, y: 2), to: Point(x: 5, y: 2), width: 2, Self.indigo)])
        #expect(drawn == ".....\nIIIII\nIIIII\n.....\n")
    }

    @Test func groupsAreMovedTurnedAndClipped() throws {
        let bar = Mark.fill(Rect(x: 0, y: 0, width: 3, height: 1), Self.red)
        #expect(try picture(4, 2, [.begin(.move(1, 1), clip: nil), bar, .end, bar]) == "RRR.\n.RRR\n")
        let clip = Path.rect(Rect(x: 0, y: 0, width: 2, height: 1))
        #expect(try picture(4, 1, [.begin(nil, clip: clip), bar, .end]) == "RR..\n")
        #expect(
            try picture(2, 3, [.begin(.move(2, 0), clip: nil), .begin(.quarterTurn, clip: nil), bar, .end, .end])
                == ".R\n.R\n.R\n")
    }

    @Test func picturesFillTheirRectangles() throws {
        var report = Report()
        for bytes in [TestPictures.png, TestPictures.jpeg] {
            let bitmap = try #require(Bitmap.read(bytes, path: "a", at: nil, reporting: &report))
            let drawn = try picture(4, 4, [.bitmap(bitmap, Rect(x: 1, y: 1, width: 2, height: 2))])
            let letter = bitmap.isJPEG ? "R" : "I"
            #expect(drawn == "....\n.\(letter)\(letter).\n.\(letter)\(letter).\n....\n")
        }
    }

    @Test func roundedCornersAreSoft() throws {
        let drawn = try picture(6, 6, [.fill(.rounded(Rect(x: 0, y: 0, width: 6, height: 6), radius: 2), Self.red)])
        #expect(drawn == "++RR++\n+RRRR+\nRRRRRR\nRRRRRR\n+RRRR+\n++RR++\n")
    }

    @Test func aGlyphStandsOnItsBaseline() throws {
        let book = try TestFonts.book("一")
        var run = book.run("一", size: 20)
        run.colour = Self.red
        var canvas = try PNGCanvas(fonts: book, size: Size(width: 20, height: 20), pixelsAcross: 20)
        canvas.draw(.glyphs(run, at: Point(x: 0, y: 17.6)))
        let rows = try Pixels.text(of: try canvas.finish()).split(separator: "\n")
        let inked = rows.indices.filter { rows[$0].contains { $0 != "." } }
        #expect(!inked.isEmpty)
        // The stroke of 一 lies in the middle of its em box.
        #expect(inked.allSatisfy { (7...11).contains($0) }, "\(inked)")
    }

    @Test func theSameMarksGiveTheSamePicture() throws {
        let book = try TestFonts.book("国家")
        func drawn() throws -> [UInt8] {
            var canvas = try PNGCanvas(fonts: book, size: Size(width: 40, height: 20), pixelsAcross: 80)
            canvas.draw(.glyphs(book.run("国家"), at: Point(x: 5, y: 15)))
            return try canvas.finish()
        }
        #expect(try drawn() == drawn())
    }
}

/// A PNG file as letters.
private enum Pixels {
    static func text(of png: [UInt8]) throws -> String {
        var report = Report()
        let bitmap = try #require(Bitmap.read(png, path: "a.png", at: nil, reporting: &report))
        let stride = bitmap.width * 4
        var bytes = [UInt8](repeating: 0, count: stride * bitmap.height)
        let isDecoded = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            unsafe bitmap.draw(into: buffer.baseAddress, stride: stride)
        }
        try #require(isDecoded)
        var text = ""
        for y in 0..<bitmap.height {
            for x in 0..<bitmap.width {
                let at = y * stride + x * 4
                text.append(letter(blue: bytes[at], red: bytes[at + 2], alpha: bytes[at + 3]))
            }
            text.append("\n")
        }
        return text
    }

    private static func letter(blue: UInt8, red: UInt8, alpha: UInt8) -> Character {
        if alpha == 0 { return "." }
        if alpha < 255 { return "+" }
        if red > 180, blue < 50 { return "R" }
        return red < 40 && blue > 70 ? "I" : "+"
    }
}
