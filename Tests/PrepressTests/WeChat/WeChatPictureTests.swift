import Artifacts
import Campaign
import Diagnostics
import Drawing
import Foundation
import Markdown
import TestSupport
import Testing
import Theme
import Typesetting

@testable import Edition
@testable import Prepress

/// The pictures of articles: as large as WeChat wants them, and only those that campaign.yaml asks for.
@Suite struct WeChatPictureTests {
    private func picture(_ bytes: [UInt8]) throws -> Bitmap {
        var report = Report()
        let bitmap = try #require(Bitmap.read(bytes, path: "picture.jpg", at: nil, reporting: &report))
        #expect(bitmap.isJPEG)
        return bitmap
    }

    /// Pictures inside an article are taken up to 1 MB: every one of the campaign's, the longest as well, at full width.
    @Test func aLongPictureIsTakenByWeChat() throws {
        for fixture in [try PosterFixture.real.get(), try PosterFixture.fire.get()] {
            for sheet in try fixture.pictures([.long]) where sheet.context.piece.folder == .policy {
                let frame = try #require(try sheet.laid(with: fixture.fonts).poster).sheets[0].frame
                let bytes = try #require(try WeChatFile.long.bytes(of: frame, fonts: fixture.fonts))
                #expect(bytes.count <= 1_000_000, "\(sheet.context.piece.title): \(bytes.count)")
                var report = Report()
                let bitmap = try #require(Bitmap.read(bytes, path: "long.png", at: nil, reporting: &report))
                #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bitmap.width == 1080)
            }
        }
    }

    /// What is too heavy at full width gets narrower, but no narrower than it must be; what is too heavy at three quarters is
    /// no file, and said to be none.
    @Test(arguments: [100.0, 250, 1500]) func whatCannotBeCompressedIsMadeNarrowerOrRefused(height: Double) throws {
        let fixture = try PosterFixture.real.get()
        // Squares of every colour: no run of equal pixels is longer than a few.
        var items: [Placed] = []
        var generator = SeededGenerator(seed: 1)
        let size = Size(width: .millimetres(270), height: height)
        for y in stride(from: 0.0, to: size.height, by: 2) {
            for x in stride(from: 0.0, to: size.width, by: 2) {
                let bits = generator.next()
                let colour = Colour(
                    red: UInt8(bits & 255), green: UInt8(bits >> 8 & 255), blue: UInt8(bits >> 16 & 255))
                items.append(Placed(.fill(Rect(x: x, y: y, width: 2, height: 2), colour), as: .artifact))
            }
        }
        let frame = Frame(size: size, items: items)
        let made = try WeChatFile.long.bytes(of: frame, fonts: fixture.fonts)
        #expect(height < 1500 || made == nil)
        var report = Report()
        let width =
            try made.map { try #require(Bitmap.read($0, path: "a.png", at: nil, reporting: &report)).width } ?? 0
        #expect(made.map { $0.count <= 1_000_000 } ?? true && (height > 100 || width == 1080))
        for wider in [1080, 945, 810] where wider > width {
            var canvas = try PNGCanvas(fonts: fixture.fonts, size: size, pixelsAcross: wider)
            frame.draw(on: &canvas)
            #expect(try canvas.finish(inFewColours: true).count > 1_000_000, "\(wider)")
        }
        let sheet = try #require(try fixture.pictures([.long]).first)
        let said = sheet.tooManyBytes(for: .long)
        #expect(said.code.id == "BB293" && said.code.severity == .error)
        #expect(said.summary(in: .chinese).contains("long.png 压到多小都超过 1000 KB"))
        #expect(said.summary(in: .english).contains("long.png") && said.place?.file.hasSuffix(".md") == true)
    }

    private static let kinds = [("cover", 900, 383), ("thumb", 300, 300), ("share", 1080, 1440)]

    @Test(arguments: kinds) func picturesHaveTheSizeThatWeChatWants(name: String, width: Int, height: Int) throws {
        let fixture = try PosterFixture.real.get()
        let artifacts = try fixture.everyArtifact().filter { $0.path.text.hasSuffix("/\(name).jpg") }
        #expect(artifacts.count == fixture.edition.pieces.count { fixture.edition.wechat[$0.folder]?.isEmpty == false })
        for artifact in artifacts.enumerated().filter({ $0.offset % 7 == 0 }).map(\.element) {
            let made = try artifact.bytes()
            #expect(made.rendered.diagnostics.isEmpty)
            let bitmap = try picture(made.bytes)
            #expect((bitmap.width, bitmap.height) == (width, height), "\(artifact.path.text)")
            if name == "thumb" { #expect(made.bytes.count <= 64 << 10, "\(artifact.path.text)") }
            #expect(try artifact.bytes().bytes == made.bytes)
        }
    }

    /// Lists of messages show the square in the middle alone.
    @Test func titleAndThemeOfACoverStandInItsMiddle() throws {
        for fixture in [try PosterFixture.real.get(), try PosterFixture.fire.get()] {
            for sheet in try fixture.pictures([.cover]) {
                let poster = try #require(try sheet.laid(with: fixture.fonts).poster, "\(sheet.context.piece.title)")
                let size = poster.sheets[0].frame.size
                let middle = (size.width - size.height) / 2...(size.width + size.height) / 2
                for region in poster.sheets[0].regions where [.title, .theme].contains(region.take) {
                    #expect(middle.contains(region.extent.x) && middle.contains(region.extent.maxX))
                }
            }
        }
    }

    @Test func aLongPictureIsAsHighAsItsTextAndHoldsAllOfIt() throws {
        let fixture = try PosterFixture.fire.get()
        for sheet in try fixture.pictures([.long]) where [.policy, .cases].contains(sheet.context.piece.folder) {
            let made = try sheet.laid(with: fixture.fonts)
            #expect(made.diagnostics.isEmpty, "\(sheet.context.piece.title)")
            let poster = try #require(made.poster)
            let frame = poster.sheets[0].frame
            #expect(poster.sheets.count == 1 && abs(frame.size.width - .millimetres(270)) < 0.01)
            let body = try #require(poster.sheets[0].regions.first { $0.take == .body })
            let lowest =
                frame.items.compactMap { item -> Double? in
                    guard case .glyphs(_, let origin) = item.mark, origin.y < body.rect.maxY else { return nil }
                    return origin.y
                }.max() ?? 0
            // No more than two lines of room are left below the text.
            #expect(body.rect.maxY - lowest < 31 * 1.7 * 2, "\(sheet.context.piece.title)")
        }
    }

    @Test func aTextTooLongForOnePictureIsAnError() throws {
        let fixture = try PosterFixture.real.get()
        let sheet = try #require(try fixture.pictures([.long]).first { $0.context.piece.folder == .policy })
        let text = String(repeating: "这一段很长。", count: 12_000)
        var report = Report()
        let file = SourceFile(path: "content/policy/long.md", bytes: Array(text.utf8))
        var context = sheet.context
        context.edition.pieces[context.ref.piece].document = MarkdownParser.parse(file, from: 0, reporting: &report)
        let found = try WeChatSheet(kind: .long, context: context).laid(with: fixture.fonts)
        #expect(found.poster == nil)
        let diagnostic = try #require(found.diagnostics.first)
        #expect(diagnostic.code == .longPictureTooLong)
        #expect(diagnostic.summary(in: .chinese).contains("长图高") && diagnostic.summary(in: .english).contains("pixels"))
    }

    @Test func nothingIsMadeThatNobodyAskedFor() throws {
        let fixture = try PosterFixture.fire.get()
        #expect(fixture.edition.wechat.isEmpty)
        #expect(try fixture.everyArtifact().allSatisfy { $0.share != .wechat })
    }
}

extension PosterFixture {
    /// The pictures of some kinds of all articles about policies and cases.
    func pictures(_ kinds: [WeChatPicture]) throws -> [WeChatSheet] {
        var report = Report()
        var edition = edition
        edition.wechat = Dictionary(uniqueKeysWithValues: [Folder.policy, .cases].map { ($0, kinds) })
        let press = PosterPress(
            edition: edition, templates: templates, theme: theme, contexts: [], ordered: [], fonts: self.press)
        let pictures = WeChatPress(press: press, templates: templates, mark: nil, reporting: &report).pictures
        #expect(report.diagnostics.isEmpty)
        return pictures
    }
}
