import Artifacts
import Campaign
import Diagnostics
import Drawing
import Edition
import Foundation
import TestSupport
import Testing
import Theme
import Typesetting

@testable import Prepress

/// What a print shop gets around a sheet: the art goes on into the bleed, marks stand outside it, and the file says where to
/// cut.
@Suite struct PressSheetTests {
    private static let offset = PressMarks(bleed: .millimetres(3), hasMarks: true, hasColourBar: true)
    private static let banner = PressMarks(bleed: .millimetres(20))

    private func single(_ part: String, _ size: String? = nil, _ marks: PressMarks) throws -> SinglePoster {
        let fixture = try PosterFixture.real.get()
        var ref = try fixture.ref(part)
        if let size { ref.size = size }
        var report = Report()
        let poster = try SinglePoster(
            ref, of: fixture.edition, templates: fixture.templates, theme: fixture.theme, fonts: fixture.press.sources,
            marks: marks, reporting: &report)
        return try #require(poster, "\(report.sorted.map { $0.summary(in: .english) })")
    }

    private func boxes(of pdf: [UInt8]) throws -> [String: [Double]] {
        let scratch = try Scratch()
        let file = try scratch.write(pdf, to: "file.pdf")
        let text = try PressFixture.output(of: "pdfinfo", ["-box", file.path])
        var boxes: [String: [Double]] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":")
            guard parts.count == 2, parts[0].hasSuffix("Box") else { continue }
            boxes[String(parts[0])] = parts[1].split(separator: " ").compactMap { Double($0) }
        }
        return boxes
    }

    @Test func theFileSaysWhereToCut() throws {
        let pdf = try single("policy-facts-A3", nil, Self.offset).pdf()
        try PressFixture.check(pdf)
        let boxes = try boxes(of: pdf)
        // 2 mm of 297 × 420 in points; the page is 11 mm larger on each side, the bleed 3 mm.
        func expected(_ inset: Double, _ extent: Double) -> [Double] {
            [inset, inset, inset + 297 + extent, inset + 420 + extent].map { $0 * 72 / 25.4 }
        }
        for (name, box) in [
            ("TrimBox", expected(11, 0)), ("BleedBox", expected(8, 6)), ("MediaBox", expected(0, 22)),
            ("CropBox", expected(0, 22)),
        ] {
            let found = try #require(boxes[name])
            for (a, b) in zip(found, box) { #expect(abs(a - b) < 0.02, "\(name): \(found), not \(box)") }
        }
    }

    /// 8 m are more than 14,400 points: boxes count in the page's own units.
    @Test func boxesOfLongBannersAreInUserUnits() throws {
        let pdf = try single("theme-banner-8x0.7m", "8x0.7m", Self.banner).pdf()
        let boxes = try boxes(of: pdf)
        let media = try #require(boxes["MediaBox"])
        #expect(media[2] < 14_400)
        let unit = 2.0
        for (name, side) in [("TrimBox", 8000.0), ("BleedBox", 8040)] {
            let box = try #require(boxes[name])
            #expect(abs((box[2] - box[0]) * unit * 25.4 / 72 - side) < 0.1, "\(name): \(box)")
        }
        #expect(media == boxes["BleedBox"])
    }

    @Test func aSheetWithoutBleedIsAsItWas() throws {
        let fixture = try PosterFixture.real.get()
        let ref = try fixture.ref("policy-facts-A3")
        let built = try #require(try fixture.artifacts().first { $0.path.text == "\(ref.stem).pdf" })
        let boxes = try boxes(of: try single("policy-facts-A3", nil, .none).pdf())
        #expect(boxes == (try self.boxes(of: try built.bytes().bytes)))
        #expect(Set(boxes.values).count == 1)
    }

    /// Wherever a colour stands at the edge, it stands in the bleed beside it.
    @Test(arguments: [
        "policy-facts-A3", "theme-banner-8x0.7m", "theme-slogan-block-A4", "stand-", "slogan-split-A3", "help-A",
        "audience-village-A",
    ])
    func theArtGoesOnBeyondTheEdge(part: String) throws {
        let fixture = try PosterFixture.real.get()
        let size = try #require(fixture.laid(try fixture.ref(part)).poster?.sheets.first).frame.size
        // Twelve pixels of bleed on sheets of any size.
        let bleed = min(size.width, size.height) / 40
        let dpi = Int((12 * 72 / bleed).rounded(.up))
        let pdf = try single(part, nil, PressMarks(bleed: bleed)).pdf()
        let unit = Double(UserUnit(for: [size]).points)
        let raster = try Raster(pdf, dpi: Int(Double(dpi) / (unit > 1 ? unit : 1)) * (unit > 1 ? Int(unit) : 1))
        let inset = Double(raster.width) * bleed / (size.width + 2 * bleed)
        let (near, far) = (Int(inset / 2), Int(inset) + 3)
        var differing = 0
        var compared = 0
        for x in stride(from: Int(inset), to: raster.width - Int(inset), by: 3) {
            compared += 2
            if raster.difference((x, near), (x, far)) > 24 { differing += 1 }
            if raster.difference((x, raster.height - 1 - near), (x, raster.height - 1 - far)) > 24 { differing += 1 }
        }
        for y in stride(from: Int(inset), to: raster.height - Int(inset), by: 3) {
            compared += 2
            if raster.difference((near, y), (far, y)) > 24 { differing += 1 }
            if raster.difference((raster.width - 1 - near, y), (raster.width - 1 - far, y)) > 24 { differing += 1 }
        }
        // The outermost row of pixels may hold a part of the page only.
        for (x, y) in [(1, 1), (raster.width - 2, 1), (1, raster.height - 2)] {
            let white = raster.pixel(x, y)
            #expect(white.red + white.green + white.blue < 765, "white at \(x), \(y)")
        }
        // Slanted edges meet the bleed a little to the side.
        #expect(Double(differing) <= 0.02 * Double(compared), "\(part): \(differing) of \(compared)")
    }

    /// On screens, which soften edges, no line runs along the cut: no row or column there differs from both of its neighbours.
    @Test(arguments: [
        ("card-A5", 150), ("card-A5", 300), ("help-A", 150), ("law/law-A", 150), ("theme-banner-8x0.7m", 30),
        ("stand-", 36), ("slogan-split-A3", 100), ("audience-shop-A", 72),
    ])
    func noLineRunsAlongTheCut(part: String, dpi: Int) throws {
        let fixture = try PosterFixture.real.get()
        let size = try #require(fixture.laid(try fixture.ref(part)).poster?.sheets.first).frame.size
        let bleed = max(Points.millimetres(3), min(size.width, size.height) / 40)
        let unit = UserUnit(for: [size]).points
        let raster = try Raster(try single(part, nil, PressMarks(bleed: bleed)).pdf(), dpi: dpi * unit)
        let inset = Int(Double(raster.width) * bleed / (size.width + 2 * bleed))
        func stands(_ a: (x: Int, y: Int), _ b: (x: Int, y: Int), _ c: (x: Int, y: Int)) -> Bool {
            raster.difference(a, b) > 6 && raster.difference(b, c) > 6
        }
        var alone = 0
        for near in inset - 4...inset + 4 {
            for line in [near, raster.width - 1 - near] {
                let count = (0..<raster.height).count { stands((line - 1, $0), (line, $0), (line + 1, $0)) }
                alone = max(alone, count * 100 / raster.height)
            }
            for line in [near, raster.height - 1 - near] {
                let count = (0..<raster.width).count { stands(($0, line - 1), ($0, line), ($0, line + 1)) }
                alone = max(alone, count * 100 / raster.width)
            }
        }
        #expect(alone <= 2, "\(part): \(alone) % of a line stand out at the cut")
    }

    /// A knife that goes a little wrong must not leave a mark on the sheet.
    @Test func marksStandOutsideTheBleed() throws {
        let trim = Rect(x: 100, y: 100, width: 500, height: 700)
        for marks in [Self.offset, PressMarks(bleed: 0, hasMarks: true), PressMarks(bleed: 60, hasMarks: true)] {
            let bleed = trim.inset(by: -marks.bleed)
            let around = MarksAround(trim: trim, marks: marks)
            let placed = around.lines() + around.colourBar()
            #expect(placed.count > 20)
            for item in placed {
                let points = item.mark.corners
                let box = (
                    points.map(\.x).min() ?? 0, points.map(\.y).min() ?? 0, points.map(\.x).max() ?? 0,
                    points.map(\.y).max() ?? 0
                )
                let isOutside = box.2 < bleed.x || box.0 > bleed.maxX || box.3 < bleed.y || box.1 > bleed.maxY
                #expect(isOutside, "\(item.mark)")
                let page = trim.inset(by: -marks.margin)
                #expect(box.0 >= page.x && box.1 >= page.y && box.2 <= page.maxX && box.3 <= page.maxY)
                if case .stroke(_, let width, let colour) = item.mark {
                    #expect(width == 0.25 && colour == Colour(red: 0, green: 0, blue: 0))
                }
            }
        }
    }

    /// Size, bleed and the content's date, and the same bytes on any day.
    @Test func aLineSaysWhatTheSheetIs() throws {
        let fixture = try PosterFixture.real.get()
        let pdf = try single("policy-facts-A3", nil, Self.offset).pdf()
        #expect(pdf == (try single("policy-facts-A3", nil, Self.offset).pdf()))
        let date = fixture.edition.pieces[try fixture.ref("policy-facts-A3").piece].date.iso
        let text = try PressFixture.text(of: pdf)
        #expect(text.contains("成品297×420mm·出血3mm·\(date)"), "\(text.suffix(120))")
    }

    /// The fonts of one poster are cut to what it sets: nothing is missing, and everything stands where a build puts it.
    @Test func aPosterByItselfIsThePosterOfTheBuild() throws {
        let fixture = try PosterFixture.real.get()
        for template in fixture.templates.templates {
            guard let ref = fixture.edition.posters.first(where: { $0.template == template.name }) else { continue }
            let whole = try #require(fixture.laid(ref).poster)
            var report = Report()
            let made = try SinglePoster(
                ref, of: fixture.edition, templates: fixture.templates, theme: fixture.theme,
                fonts: fixture.press.sources, marks: .none, reporting: &report)
            let said = report.sorted.map { $0.summary(in: .english) }
            #expect(said == [], "\(template.name)")
            let alone = try #require(made)
            let pdf = try alone.pdf()
            #expect(try PressFixture.text(of: pdf) == bare(whole.text), "\(template.name)")
            #expect(alone.places == whole.places, "\(template.name)")
        }
    }
}

extension Mark {
    /// All points of a path, control points too.
    fileprivate var corners: [Point] {
        switch self {
        case .fill(let path, _), .stroke(let path, _, _):
            path.elements.flatMap { element -> [Point] in
                switch element {
                case .move(let p), .line(let p): [p]
                case .curve(let a, let b, let c): [a, b, c]
                case .close: []
                }
            }
        default: []
        }
    }
}

extension LaidPoster {
    /// Each run of text with its size and place; faces have other numbers in other books.
    fileprivate var places: [String] {
        sheets.flatMap { sheet in
            sheet.frame.items.compactMap { item in
                guard case .glyphs(let run, let origin) = item.mark else { return nil }
                return "\(run.string) \(run.size) \(origin.x) \(origin.y) \(run.glyphs.map(\.id))"
            }
        }
    }
}

extension SinglePoster {
    fileprivate var places: [String] { laid.places }
}
