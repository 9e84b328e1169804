import Diagnostics
import Drawing
import Edition
import Testing
import Typesetting

@testable import Prepress

/// One drawing serves sheets of a family of shapes: scaled evenly, the difference in length between what keeps to the ends.
@Suite struct SheetFitTests {
    private let art = Size(width: 80, height: 200)

    @Test func theArtsOwnShapeIsOnlyScaled() {
        let fit = SheetFit(art: art, on: Size(width: 800, height: 2000))
        #expect(fit.scale == 10 && fit.slack == 0)
        for anchor in [FrameSpec.Anchor.start, .end, .stretch] {
            let rect = fit.rect(Rect(x: 6, y: 20, width: 68, height: 50), anchor)
            #expect(rect == Rect(x: 60, y: 200, width: 680, height: 500))
        }
    }

    @Test func onALongerSheetTheEndsKeepTheirPlacesAndStretchGrows() {
        let fit = SheetFit(art: art, on: Size(width: 80, height: 230))
        #expect(fit.scale == 1 && fit.slack == 30)
        let rect = Rect(x: 6, y: 20, width: 68, height: 50)
        #expect(fit.rect(rect, .start) == rect)
        #expect(fit.rect(rect, .end) == rect.moved(by: 0, 30))
        #expect(fit.rect(rect, .stretch) == Rect(x: 6, y: 20, width: 68, height: 80))
    }

    @Test func wideArtGrowsInWidth() {
        let fit = SheetFit(art: Size(width: 800, height: 70), on: Size(width: 300, height: 70))
        #expect(fit.slack == -500)
        #expect(fit.rect(Rect(x: 680, y: 10, width: 100, height: 50), .end).x == 180)
        #expect(fit.rect(Rect(x: 140, y: 10, width: 520, height: 50), .stretch).width == 20)
    }

    /// Frames beside each other grow in proportion and keep their gaps; what stands in the middle stays there.
    @Test(arguments: [280.0, 336, 630]) func framesShareTheLengthAndTheMiddleStays(length: Double) throws {
        let fixture = try PosterFixture.real.get()
        let template = try #require(fixture.templates.named("case"))
        let shape = try #require(template.shapes.first { $0.family == .wide })
        let sheet = Size(width: .millimetres(length), height: .millimetres(210))
        let fit = SheetFit(shape, on: sheet)
        let frames = shape.frames.filter { $0.anchor == .share }
        let drawn = frames.compactMap { shape.rect(of: $0.name) }.sorted { $0.x < $1.x }
        #expect(drawn.count >= 3)
        let laid = drawn.map { fit.rect($0, .share) }
        for index in drawn.indices.dropFirst() where drawn[index].x > drawn[index - 1].x + 0.01 {
            let (gap, own) = (drawn[index].x - drawn[index - 1].maxX, laid[index].x - laid[index - 1].maxX)
            #expect(abs(gap - own) < 0.01)
            let (ratio, same) = (laid[index].width / drawn[index].width, laid[index - 1].width / drawn[index - 1].width)
            #expect(abs(ratio - same) < 1e-6)
        }
        #expect(abs(laid[0].x - drawn[0].x) < 0.01)
        let (last, end) = (drawn.map(\.maxX).max() ?? 0, laid.map(\.maxX).max() ?? 0)
        #expect(abs((shape.art.size.width - last) - (sheet.width - end)) < 0.01)
        let middle = fit.rect(Rect(x: shape.art.size.width / 2 - 5, y: 0, width: 10, height: 10), .centre)
        #expect(abs(middle.x + 5 - sheet.width / 2) < 0.01 && middle.width == 10)
    }

    /// The ground covers the whole sheet without being pulled out of shape; nothing is drawn beyond the sheet.
    @Test func theGroundCoversTheSheetEvenly() throws {
        let fixture = try PosterFixture.real.get()
        let stand = try #require(fixture.templates.named("stand")?.shapes.first)
        let sheet = Size(width: 600, height: 1600)
        let marks = SheetFit(art: stand.art.size, on: sheet).ground(stand.art).map(\.mark)
        guard case .begin(nil, clip: .some(let clip)) = marks[0], case .art(_, let cover) = marks[1] else {
            Issue.record("no clip, or no ground")
            return
        }
        #expect(clip == .rect(Rect(size: sheet)))
        #expect(cover.x <= 0.01 && cover.y <= 0.01 && cover.maxX >= 599.99 && cover.maxY >= 1599.99)
        #expect(abs(cover.width / cover.height - stand.art.size.width / stand.art.size.height) < 1e-9)
    }

    /// Every sheet that a banner and a stand are made for has room for all of its frames.
    @Test(arguments: ["3x0.7m", "6x0.7m", "12x0.7m", "8x0.9m", "10x0.5m"]) func bannersFit(size: String) throws {
        try expectShape("banner", size)
    }

    @Test(arguments: ["rollup-80x200", "xstand-60x160", "xstand-80x180"]) func standsFit(size: String) throws {
        try expectShape("stand", size)
    }

    /// Every template with a wide shape, from a board of 4 : 3 to the wall of a notice board three times as wide as high: the
    /// campaign's own text has room on it, nothing leaves the sheet, and the theme, the code and where to ask are there.
    @Test(arguments: ["1200x900mm", "420x297mm", "740x540mm", "1600x900mm", "2400x1200mm", "3600x1200mm"])
    func wideSheetsHoldWhatUprightOnesHold(size: String) throws {
        let fixture = try PosterFixture.real.get()
        let wide = fixture.templates.templates.filter { template in
            template.shapes.contains { $0.family == .wide } && template.shapes.contains { $0.family == .portrait }
        }
        #expect(wide.count >= 15)
        let sheet = try #require(SheetSize.named(size))
        for template in wide {
            let shape = try #require(template.shape(for: sheet), "\(template.name)")
            #expect(shape.family == .wide && template.fits(shape, on: sheet), "\(template.name) on \(size)")
            var ref = try #require(fixture.edition.posters.first { $0.template == template.name })
            ref.size = size
            let (poster, report) = fixture.laid(ref)
            #expect(!report.hasErrors, "\(template.name) on \(size): \(report.sorted.map { $0.summary(in: .english) })")
            let regions = try #require(poster).sheets[0].regions
            let whole = Rect(size: sheet).inset(by: -0.01)
            for region in regions {
                let rect = region.extent
                #expect(whole.contains(Point(x: rect.x, y: rect.y)), "\(region.name) of \(template.name)")
                #expect(whole.contains(Point(x: rect.maxX, y: rect.maxY)), "\(region.name) of \(template.name)")
            }
            #expect(regions.contains { $0.take == .theme } && regions.contains { $0.take == .qr })
            #expect(regions.contains { [.hotlines, .number].contains($0.take) }, "\(template.name)")
        }
    }

    /// A template for boards that has a shape for stands as well holds the same on it, clear of what the stand hides.
    @Test(arguments: ["rollup-80x200", "xstand-60x160", "xstand-80x180"])
    func standsHoldWhatBoardsHold(size: String) throws {
        let fixture = try PosterFixture.real.get()
        let tall = fixture.templates.templates.filter { template in
            template.shapes.contains { $0.family == .tall } && template.shapes.contains { $0.family == .portrait }
        }
        #expect(tall.count >= 2)
        for template in tall {
            var ref = try #require(fixture.edition.posters.first { $0.template == template.name })
            ref.size = size
            let (poster, report) = fixture.laid(ref)
            #expect(report.diagnostics.isEmpty, "\(template.name): \(report.sorted.map { $0.summary(in: .english) })")
            let regions = try #require(poster).sheets[0].regions
            #expect(regions.contains { $0.take == .theme } && regions.contains { $0.take == .qr })
        }
    }

    /// A frame may be set otherwise on one kind of sheet; on the others it stays as it is.
    @Test func aShapeSetsItsFramesOtherwise() throws {
        let types = try #require(try PosterFixture.real.get().templates.named("types"))
        let (upright, wide) = (types.shapes[0].frames, types.shapes[1].frames)
        #expect(types.shapes.map(\.family) == [.portrait, .wide])
        #expect(upright.map(\.name) == wide.map(\.name) && upright.map(\.take) == wide.map(\.take))
        let (one, two) = (upright.first { $0.name == "types" }, wide.first { $0.name == "types" })
        #expect(one?.columns == 1 && two?.columns == 2)
        #expect(one?.font == two?.font && one?.accent == two?.accent && one?.sizes != two?.sizes)
    }

    /// Bands and rules grow: on a longer sheet a band reaches from end to end in one colour, without a seam; what is drawn at
    /// both ends of it stays at both ends.
    @Test(arguments: [(200.0, 400.0), (200, 210), (200, 130)]) func stretchingLayersReachFromEndToEnd(
        art length: Double, sheet: Double
    ) throws {
        let drawing = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(length)" height="100" viewBox="0 0 \(length) 100">
            <g id="ground"><rect width="\(length)" height="100" fill="#fff"/></g>
            <g id="stretch-band"><rect y="40" width="\(length)" height="20" fill="#f00"/>
            <rect width="10" height="10" fill="#00f"/><rect x="\(length - 10)" width="10" height="10" fill="#0f0"/></g>
            </svg>
            """
        var report = Report()
        let file = SourceFile(path: "band.svg", bytes: Array(drawing.utf8))
        let art = try #require(Artwork.read(file, stylesheet: "", reporting: &report))
        let size = Size(width: sheet, height: 100)
        let frame = Frame(size: size, items: SheetFit(art: art.size, on: size).ground(art))
        let fonts = try PosterFixture.fire.get().fonts
        var canvas = PDFCanvas(fonts: fonts, metadata: PDFMetadata(title: "", author: "", date: "2024-07-10"))
        canvas.begin(page: size)
        frame.draw(on: &canvas)
        // Three pixels a point: seams that do not fall on a pixel's edge would show.
        let raster = try Raster(try canvas.finish().file(), dpi: 216)
        func colour(_ x: Int, _ y: Int) -> [Int] {
            let pixel = raster.pixel(x, y)
            return [pixel.red, pixel.green, pixel.blue]
        }
        for x in 0..<raster.width {
            #expect(colour(x, 150) == [255, 0, 0], "\(x)")
            // The edges themselves are mixed.
            let (isStart, isEnd) = (x < 29, x >= raster.width - 29)
            if !isStart && !isEnd && (x < 31 || x >= raster.width - 31) { continue }
            #expect(colour(x, 15) == (isStart ? [0, 0, 255] : isEnd ? [0, 255, 0] : [255, 255, 255]), "\(x)")
        }
    }

    private func expectShape(_ name: String, _ size: String) throws {
        let template = try #require(try PosterFixture.real.get().templates.named(name))
        let sheet = try #require(SheetSize.named(size))
        let shape = try #require(template.shape(for: sheet))
        #expect(template.fits(shape, on: sheet))
    }

    /// Where no frame says what it keeps to, a sheet of another shape has no shape.
    @Test func withoutAnchorsOnlyTheArtsOwnShapeFits() throws {
        let template = try #require(try PosterFixture.real.get().templates.named("policy"))
        #expect(template.shape(for: try #require(SheetSize.named("A1"))) != nil)
        #expect(template.shape(for: try #require(SheetSize.named("60x90cm"))) == nil)
    }

    /// Print shops' paper and boards of 2 : 3 are no enlarged A4: the art takes them up, and the campaign's text has room.
    @Test(arguments: ["大度八开", "正度对开", "60x90cm"]) func uprightSheetsOfOtherPaperHoldTheSame(size: String) throws {
        let fixture = try PosterFixture.real.get()
        let names = [
            "slogan-block", "slogan-split", "policy-facts", "help", "timeline", "types", "law", "case", "honours",
            "audience-shop", "audience-school", "audience-village", "audience-family", "audience-community",
        ]
        let sheet = try #require(SheetSize.named(size))
        for name in names {
            var ref = try #require(fixture.edition.posters.first { $0.template == name })
            ref.size = size
            let (poster, report) = fixture.laid(ref)
            #expect(!report.hasErrors, "\(name): \(report.sorted.map { $0.summary(in: .english) })")
            #expect(poster?.sheets.first?.frame.size == sheet, "\(name)")
        }
    }

    /// No strip of the sheet is left without the art's ground, not even a hair at the edge of a sheet that is almost the art's
    /// own shape.
    @Test(arguments: ["A4", "A3", "A1", "A0", "60x90cm"]) func theArtReachesEveryEdge(size: String) throws {
        let fixture = try PosterFixture.real.get()
        let template = try #require(fixture.templates.named("slogan-block"))
        let sheet = try #require(SheetSize.named(size))
        let shape = try #require(template.shape(for: sheet))
        let marks = SheetFit(art: shape.art.size, on: sheet).ground(shape.art).map(\.mark)
        let areas = marks.compactMap { mark -> Rect? in if case .art(_, let area) = mark { area } else { nil } }
        let first = try #require(areas.first)
        #expect(first.x <= 1e-6 && first.y <= 1e-6 && first.maxX >= sheet.width - 1e-6)
        #expect(first.maxY >= sheet.height - 1e-6)
        #expect(abs(first.width / first.height - shape.art.size.width / shape.art.size.height) < 1e-9)
    }
}
