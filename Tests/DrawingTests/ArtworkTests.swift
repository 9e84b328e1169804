import Diagnostics
import Drawing
import Foundation
import TestSupport
import Testing
import Theme

struct ArtworkTests {
    private func read(_ svg: String, stylesheet: String = "") -> (art: Artwork?, report: Report) {
        var report = Report()
        let file = SourceFile(path: "templates/posters/a/poster.svg", bytes: Array(svg.utf8))
        return (Artwork.read(file, stylesheet: stylesheet, reporting: &report), report)
    }

    private let good = """
        <svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297">
        <rect id="ground" class="red" width="210" height="297"/>
        <rect id="frame-headline" x="21" y="29.7" width="168" height="100" fill="none"/>
        <g id="frame-body"><rect x="21" y="150" width="168" height="100" fill="#000"/></g>
        </svg>
        """

    @Test func layersSayWhereTextGoesInTheDrawingsOwnSize() throws {
        let art = try #require(read(good).art)
        #expect(abs(art.size.width - 595.28) < 0.01)
        #expect(art.frames.map(\.name) == ["headline", "body"])
        let rect = try #require(art.frames.first?.rect)
        #expect(abs(rect.x - 59.53) < 0.01)
        #expect(abs(rect.y - 84.19) < 0.01)
        #expect(abs(rect.width - 476.22) < 0.01)
    }

    @Test func framesAreNotDrawnAndTheThemeColoursTheRest() throws {
        let art = try #require(
            read(
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><rect class="red" width="4" height="2"/>
                <rect id="frame-a" width="2" height="2" fill="#000"/></svg>
                """, stylesheet: ".red{fill:#C1121F !important}"
            ).art)
        let book = try TestFonts.book("国")
        var canvas = try PNGCanvas(fonts: book, size: Size(width: 4, height: 2), pixelsAcross: 4)
        canvas.draw(.art(art, Rect(x: 0, y: 0, width: 4, height: 2)))
        var plain = try PNGCanvas(fonts: book, size: Size(width: 4, height: 2), pixelsAcross: 4)
        plain.draw(.fill(Rect(x: 0, y: 0, width: 4, height: 2), Colour(red: 0xC1, green: 0x12, blue: 0x1F)))
        #expect(try canvas.finish() == plain.finish())
    }

    @Test func artIsFittedEvenly() throws {
        let art = try #require(read(good).art)
        let fitted = art.fitted(in: Rect(x: 0, y: 0, width: 210, height: 1000))
        #expect(abs(fitted.height - 297) < 0.01)
        #expect(abs(fitted.y - 351.5) < 0.01)
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", "脚本（script）", "a script"),
        ("<rect onload='x()'/>", "脚本（onload）", "a script (onload)"),
        (
            "<image href='https://example.com/a.png'/>", "外部引用（https://example.com/a.png）",
            "an external reference (https://example.com/a.png)"
        ),
        ("<use xlink:href='../b.svg#x'/>", "外部引用（../b.svg#x）", "an external reference (../b.svg#x)"),
        ("<rect fill='url(http://a/b)'/>", "外部引用（url）", "an external reference (url)"),
        ("<style>@import 'a.css';</style>", "@import", "@import"),
        ("<style>.a{fill:url(b.svg#c)}</style>", "外部引用（url）", "an external reference (url)"),
        ("<text>字</text>", "文字（text）：请转换成路径", "text (convert it to paths)"),
        ("<foreignObject/>", "foreignObject", "a foreignObject"), ("<a href='#b'/>", "链接（a）", "a link (a)"),
    ]) func whatADrawingMustNotHoldIsRefusedWithItsPlace(_ inside: String, _ zh: String, _ en: String) {
        let result = read("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\n\(inside)</svg>")
        #expect(result.art == nil)
        #expect(result.report.diagnostics.map(\.code.id) == ["BB531"])
        #expect(result.report.diagnostics.first?.place?.line == 2)
        #expect(result.report.diagnostics.first?.summary(in: .chinese) == "矢量图里不能有\(zh)")
        #expect(result.report.diagnostics.first?.summary(in: .english) == "a drawing must not hold \(en)")
    }

    @Test func entitiesAreRefusedBeforeAnythingReadsThem() {
        let result = read("<!DOCTYPE svg [<!ENTITY a \"aaaa\">]>\n<svg width='1' height='1'>&a;</svg>")
        #expect(result.report.texts() == ["BB531 1:1 矢量图里不能有实体声明"])
    }

    @Test func gradientsAndInnerReferencesAreAllowed() {
        let result = read(
            """
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <!-- <script> in a comment --><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">
            <defs><linearGradient id="g"/></defs><rect id="r" fill="url(#g)"/><use href="#r"/></svg>
            """)
        #expect(result.report.texts() == [])
        #expect(result.art != nil)
    }

    @Test func aFileThatIsNoDrawingIsReported() {
        for text in ["", "plain text", "<svg width='0' height='0' xmlns='http://www.w3.org/2000/svg'/>", "<svg"] {
            let result = read(text)
            #expect(result.art == nil)
            #expect(
                result.report.texts() == [
                    "BB530 0:0 矢量图“templates/posters/a/poster.svg”读不出来，或没有写明大小"
                ], "\(text)")
        }
        #expect(
            read("").report.texts(in: .english) == [
                "BB530 0:0 the drawing “templates/posters/a/poster.svg” cannot be read, or states no size"
            ])
    }

    @Test func aDrawingOfMegabytesIsRefused() {
        let result = read("<svg>" + String(repeating: " ", count: 5_000_000) + "</svg>")
        #expect(result.report.texts() == ["BB532 0:0 矢量图太大：5 MB，上限 4 MB"])
        #expect(result.report.texts(in: .english) == ["BB532 0:0 the drawing is too large: 5 MB, the limit is 4 MB"])
    }
}

struct BitmapTests {
    private func read(_ bytes: [UInt8]) -> (bitmap: Bitmap?, report: Report) {
        var report = Report()
        let bitmap = Bitmap.read(
            bytes, path: "images/a.png", at: SourcePlace(file: "content/a.md", line: 3, column: 5), reporting: &report)
        return (bitmap, report)
    }

    @Test func sizesComeFromTheHead() {
        #expect(read(TestPictures.png).bitmap.map { [$0.width, $0.height] } == [2, 2])
        #expect(read(TestPictures.jpeg).bitmap.map { [$0.width, $0.height] } == [8, 8])
    }

    @Test func whatIsNoWholePictureIsReportedAtItsPlace() {
        let wrong: [[UInt8]] = [
            [], Array("GIF89a".utf8), TestPictures.png.dropLast(20), TestPictures.jpeg.dropLast(3),
            Array(TestPictures.jpeg.prefix(4)), Array(TestPictures.png.prefix(30)),
        ].map(Array.init)
        for bytes in wrong {
            let result = read(bytes)
            #expect(result.bitmap == nil)
            #expect(result.report.texts() == ["BB520 3:5 “images/a.png”不是完整的 PNG 或 JPEG 图片"])
            #expect(
                result.report.texts(in: .english) == ["BB520 3:5 “images/a.png” is not a whole PNG or JPEG picture"])
        }
    }

    @Test func aPictureOfTooManyPixelsIsRefusedBeforeItIsDecoded() {
        var bytes = TestPictures.png
        bytes.replaceSubrange(16..<24, with: [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30])
        let result = read(bytes)
        #expect(result.bitmap == nil)
        #expect(result.report.texts() == ["BB521 3:5 图片“images/a.png”太大：30000×30000 像素"])
        #expect(
            result.report.texts(in: .english) == [
                "BB521 3:5 the picture “images/a.png” is too large: 30000×30000 pixels"
            ])
    }
}
