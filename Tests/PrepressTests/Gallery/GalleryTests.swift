import Artifacts
import Campaign
import Diagnostics
import Drawing
import Edition
import Foundation
import TestSupport
import Testing

@testable import Prepress

@Suite struct GalleryTests {
    @Test func everyPosterHangsOnTheWallWithAllItsFiles() throws {
        let fixture = try PosterFixture.fire.get()
        let artifacts = try fixture.everyArtifact()
        let page = String(decoding: try BoardFilesTests.made(artifacts, "posters/index.html").bytes, as: UTF8.self)
        let links = page.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.1) }
        // Whatever it leads to is made by the same build, and every file of a poster is led to.
        let files = Set(artifacts.map(\.path.text).filter { $0.hasPrefix("posters/") })
        for link in links { #expect(files.contains("posters/\(link)"), "\(link)") }
        let own = files.filter { path in fixture.edition.posters.contains { path.hasPrefix($0.stem) } }
        #expect(Set(links.map { "posters/\($0)" }) == own)
        #expect(page.contains("policy-A4.pdf") && page.contains("A4（"))
        #expect(!page.contains("<script") && !page.contains("http"))
    }

    @Test func picturesHaveTheirRealProportions() throws {
        let fixture = try PosterFixture.real.get()
        let artifacts = try fixture.everyArtifact()
        let page = String(decoding: try BoardFilesTests.made(artifacts, "posters/index.html").bytes, as: UTF8.self)
        for part in ["help/help-A4", "slogans-banner/theme-banner-8x0.7m", "for-enterprise/stand-rollup-80x200"] {
            let file = "\(part)-small.png"
            let picture = try #require(
                page.firstMatch(of: try Regex("<img src=\"\(file)\" width=\"(\\d+)\" height=\"(\\d+)\"")))
            var report = Report()
            let bytes = try BoardFilesTests.made(artifacts, "posters/\(file)").bytes
            let bitmap = try #require(Bitmap.read(bytes, path: file, at: nil, reporting: &report))
            #expect(picture.output[1].substring.map(String.init) == "\(bitmap.width)", "\(part)")
            #expect(picture.output[2].substring.map(String.init) == "\(bitmap.height)", "\(part)")
        }
    }

    @Test(arguments: ["<script>alert(1)</script>", "\"onload=\"x", "a&b", "\"\u{301}>"])
    func noTextIsTakenForMarkup(text: String) {
        let markup: Markup = "<p title=\"\(text)\">\(text)</p>"
        let inner = markup.html.dropFirst("<p title=\"".count).dropLast("</p>".count)
        #expect(!inner.unicodeScalars.contains("<") && inner.unicodeScalars.count { $0 == "\"" } == 1)
        #expect(inner.unicodeScalars.count { $0 == ">" } == 1)
    }

    @Test func sheetsOfTheContactSheetHangApartInTheirProportions() throws {
        let sizes = [
            (210, 297), (800, 2000), (8000, 700), (297, 420), (210, 297), (420, 297), (210, 297), (210, 297),
            (210, 297),
        ]
        .map { Size(width: Double($0.0), height: Double($0.1)) }
        let (places, height) = ContactSheet(sizes: sizes, theme: try PressFixture.theme()).places()
        for (index, place) in places.enumerated() {
            #expect(abs(place.width / place.height - sizes[index].width / sizes[index].height) < 0.001)
            #expect(place.x >= 0 && place.maxX <= Double(ContactSheet.width) && place.y >= 0 && place.maxY <= height)
            #expect(!places[..<index].contains { $0.overlaps(place) })
        }
        #expect(places[2].y > places[0].maxY)
    }
}
