import Artifacts
import Diagnostics
import Drawing
import Edition
import Markdown
import TestSupport
import Testing
import Theme
import Typesetting

@testable import Prepress

/// Each template is a composition of its own, and its code can be scanned where it stands.
struct TemplateCompositionTests {
    /// Two templates are one layout recoloured when the frames of the one stand where those of the other do. So each frame
    /// is paired with at most one of the other template, the pair with the largest common area first, both sheets drawn
    /// to a unit square: what the pairs have in common, as a part of what all frames cover together, stays under 60 %. Sheets of
    /// one kind are compared: cloth of eight metres is no board, whatever stands on it.
    @Test func noTwoTemplatesAreOneLayout() throws {
        // Pictures for WeChat are one picture in several lengths, and hang nowhere.
        let templates = try PosterFixture.real.get().templates.templates.filter { !$0.name.hasPrefix("wechat-") }
        #expect(templates.count >= 18)
        for (index, first) in templates.enumerated() {
            for second in templates[..<index] {
                for a in first.shapes {
                    for b in second.shapes where a.family == b.family {
                        let overlap = Self.overlap(a.art, b.art)
                        #expect(overlap < 0.6, "\(first.name) and \(second.name): \(overlap)")
                    }
                }
            }
        }
    }

    @Test func aLayoutOverlapsItselfWhollyAndAnEmptyHalfNotAtAll() throws {
        let template = try #require(try PosterFixture.real.get().templates.named("law"))
        let art = template.shapes[0].art
        #expect(abs(Self.overlap(art, art) - 1) < 1e-9)
    }

    private static func overlap(_ a: Artwork, _ b: Artwork) -> Double {
        let (first, second) = (rects(of: a), rects(of: b))
        var pairs: [(common: Double, i: Int, j: Int)] = []
        for (i, p) in first.enumerated() {
            for (j, q) in second.enumerated() {
                let across = min(p.maxX, q.maxX) - max(p.x, q.x)
                let down = min(p.maxY, q.maxY) - max(p.y, q.y)
                if across > 0, down > 0 { pairs.append((across * down, i, j)) }
            }
        }
        var (usedFirst, usedSecond): (Set<Int>, Set<Int>) = ([], [])
        var common = 0.0
        for pair in pairs.sorted(by: { $0.common > $1.common })
        where !usedFirst.contains(pair.i) && !usedSecond.contains(pair.j) {
            usedFirst.insert(pair.i)
            usedSecond.insert(pair.j)
            common += pair.common
        }
        let all = (first + second).reduce(0) { $0 + $1.width * $1.height }
        return common / (all - common)
    }

    private static func rects(of art: Artwork) -> [Rect] {
        art.frames.map { frame in
            let rect = frame.rect
            return Rect(
                x: rect.x / art.size.width, y: rect.y / art.size.height, width: rect.width / art.size.width,
                height: rect.height / art.size.height)
        }
    }

    /// On the finished sheet, four modules around every code are paper and nothing else.
    @Test func everyCodeHasItsQuietZone() throws {
        let fixture = try PosterFixture.real.get()
        let artifacts = try fixture.artifacts()
        var seen: Set<String> = []
        for ref in fixture.edition.posters where seen.insert(ref.template).inserted {
            let sheet = try #require(fixture.laid(ref).poster).sheets[0]
            guard let symbol = sheet.symbol else { continue }
            let pdf = try #require(artifacts.first { $0.path.text == "\(ref.stem).pdf" })
            let dpi = sheet.frame.size.height > 2000 ? 36 : 150
            let raster = try Raster(try pdf.bytes().bytes, dpi: dpi)
            let scale = Double(dpi) / 72
            // A code of this length has 29 modules a side.
            let module = symbol.width / 29
            let outer = symbol.inset(by: -4 * module)
            let paper = fixture.theme.colours.paper
            var foreign = 0
            for y in Int(outer.y * scale) + 1..<Int(outer.maxY * scale) {
                for x in Int(outer.x * scale) + 1..<Int(outer.maxX * scale) {
                    let point = Point(x: (Double(x) + 0.5) / scale, y: (Double(y) + 0.5) / scale)
                    if symbol.inset(by: -0.7 / scale).contains(point) { continue }
                    let pixel = raster.pixel(x, y)
                    let isPaper =
                        abs(pixel.red - Int(paper.red)) < 12 && abs(pixel.green - Int(paper.green)) < 12
                        && abs(pixel.blue - Int(paper.blue)) < 12
                    if !isPaper { foreign += 1 }
                }
            }
            #expect(foreign == 0, "\(ref.stem): \(foreign) pixels in the quiet zone")
        }
        #expect(seen.count >= 18)
    }

    /// Yellow warns: pure yellow covers less than 8 % of every kind of poster, and of the longest case.
    @Test func yellowIsASpark() throws {
        let fixture = try PosterFixture.real.get()
        let artifacts = try fixture.artifacts()
        let yellow = fixture.theme.colours.yellow
        let longest = fixture.edition.posters.filter { $0.template == "case" && $0.size == "A4" }.max {
            fixture.edition.pieces[$0.piece].document.file.bytes.count
                < fixture.edition.pieces[$1.piece].document.file.bytes.count
        }
        var seen: Set<String> = []
        for ref in fixture.edition.posters where seen.insert(ref.template).inserted || ref == longest {
            let pdf = try #require(artifacts.first { $0.path.text == "\(ref.stem).pdf" })
            let size = try #require(fixture.laid(ref).poster).sheets[0].frame.size
            let raster = try Raster(try pdf.bytes().bytes, dpi: size.height > 2000 || size.width > 2000 ? 4 : 30)
            var count = 0
            for y in 0..<raster.height {
                for x in 0..<raster.width {
                    let pixel = raster.pixel(x, y)
                    let isYellow =
                        abs(pixel.red - Int(yellow.red)) < 30 && abs(pixel.green - Int(yellow.green)) < 30
                        && abs(pixel.blue - Int(yellow.blue)) < 60
                    if isYellow { count += 1 }
                }
            }
            let share = Double(count) / Double(raster.width * raster.height)
            #expect(share < 0.08, "\(ref.stem): \(share)")
        }
    }

    /// zbar reads the code of every poster's picture: those of one page once.
    @Test func everyCodeIsReadFromThePicture() throws {
        let fixture = try PosterFixture.real.get()
        let artifacts = try fixture.artifacts()
        for ref in fixture.edition.posters where ref.isShown {
            let hasCode = try #require(fixture.templates.named(ref.template)).frames.contains { $0.take == .qr }
            guard hasCode else { continue }
            let artifact = try #require(artifacts.first { $0.path.text == "\(ref.stem).png" })
            let symbol = try decodedSymbol(in: try artifact.bytes().bytes)
            let address = try #require(fixture.edition.shortURL(of: fixture.edition.pieces[ref.piece]))
            #expect(symbol.map { String(decoding: $0, as: UTF8.self) } == address, "\(ref.stem)")
        }
    }
}

extension PosterSheet {
    /// Where the code's modules are; nil on a sheet without one.
    var symbol: Rect? {
        frame.items.lazy.compactMap { item -> Rect? in
            guard case .figure? = item.element?.kind, case .fill(let path, _) = item.mark else { return nil }
            return path.bounds
        }.first
    }
}
