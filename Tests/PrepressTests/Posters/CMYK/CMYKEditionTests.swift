import Diagnostics
import Drawing
import Edition
import Foundation
import TestSupport
import Testing
import Theme
import Typesetting

@testable import Prepress

/// The same sheet in the inks of a press.
@Suite struct CMYKEditionTests {
    private static let made = Result { try CMYKEditionTests.edition("policy-facts-A3") }

    private static func edition(_ part: String) throws -> (rgb: [UInt8], cmyk: [UInt8], report: Report) {
        let fixture = try PosterFixture.real.get()
        var report = Report()
        let poster = try #require(
            try SinglePoster(
                try fixture.ref(part), of: fixture.edition, templates: fixture.templates, theme: fixture.theme,
                fonts: fixture.press.sources,
                marks: PressMarks(bleed: .millimetres(3), hasMarks: true, hasColourBar: true),
                reporting: &report))
        let profile = try #require(InkProfile.read(InkProfile.standard, reporting: &report))
        return (try poster.pdf(), try poster.cmykPDF(profile, reporting: &report), report)
    }

    /// A PDF as text, its streams uncompressed.
    private func objects(of pdf: [UInt8]) throws -> String {
        let scratch = try Scratch()
        let file = try scratch.write(pdf, to: "file.pdf")
        let result = try Command.run("qpdf", ["--qdf", "--object-streams=disable", file.path, "-"])
        return String(decoding: result.output, as: UTF8.self)
    }

    @Test func everyColourIsInFourInksAndTheProfileIsInTheFile() throws {
        let (_, pdf, report) = try Self.made.get()
        #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map { $0.summary(in: .english) })")
        try PressFixture.check(pdf)
        let objects = try objects(of: pdf)
        #expect(objects.firstMatch(of: /[0-9.]+ [0-9.]+ [0-9.]+ (rg|RG)\s/) == nil)
        #expect(objects.contains("/S /GTS_PDFX") && objects.contains("/DestOutputProfile") && objects.contains("/N 4"))
        #expect(objects.contains("/Lang (zh-CN)"))
    }

    /// Nothing of a text is missing, and the sheet is cut where it was.
    @Test func textAndBoxesStayAsTheyWere() throws {
        let (rgb, cmyk, _) = try Self.made.get()
        #expect(try PressFixture.text(of: cmyk) == PressFixture.text(of: rgb))
        let scratch = try Scratch()
        let boxes = try [rgb, cmyk].enumerated().map { index, pdf in
            let file = try scratch.write(pdf, to: "\(index).pdf")
            let text = try PressFixture.output(of: "pdfinfo", ["-box", file.path])
            return text.split(separator: "\n").filter { $0.hasPrefix("TrimBox") || $0.hasPrefix("BleedBox") }
        }
        #expect(boxes[0] == boxes[1] && boxes[0].count == 2)
    }

    @Test func theSamePosterIsTheSameBytes() throws {
        #expect(try Self.edition("policy-facts-A3").cmyk == Self.made.get().cmyk)
    }

    /// Text in black ink alone, marks in all four, patches of the bar in their own.
    @Test func blackTextIsBlackInkAlone() throws {
        let theme = try PressFixture.theme()
        let recipes = InkRecipes(theme.colours, ["ink": .blackAlone])
        func applied(_ text: String) -> String {
            String(decoding: recipes.applied(to: Array(text.utf8)), as: UTF8.self)
        }
        #expect(applied("q 0.105882 0.105882 0.121569 rg BT\n") == "q 0 0 0 1 k BT\n")
        #expect(applied("0 0 0 RG 0.25 w") == "1 1 1 1 K 0.25 w")
        #expect(applied("0.756863 0.0705882 0.121569 rg") == "0.756863 0.0705882 0.121569 rg")
        #expect(applied("1 0 0 rg /a0 gs") == "1 0 0 rg /a0 gs")
        #expect(applied("5 0 0 0 rg") == "5 1 1 1 1 k")
        let objects = try objects(of: try Self.made.get().cmyk)
        #expect(objects.contains("0 0 0 1 k") && objects.contains("1 1 1 1 K") && objects.contains("1 0 0 0 k"))
    }

    /// Red is printed in the inks that theme.yaml states, of text and of art; a template may state others, as the standard of
    /// official documents does (GB/T 9704-2012).
    @Test(arguments: [("slogan-block-A3", "0 1 0.95 0.05"), ("interpretation/policy-A4", "0 0.8 0.8 0")])
    func redIsInTheInksThatAreStated(poster: String, inks: String) throws {
        let objects = try objects(of: try Self.edition(poster).cmyk)
        let wanted = inks.split(separator: " ").compactMap { Double($0) }
        // Ghostscript may write the same numbers in another form.
        let found = objects.matches(of: /([0-9.]+) ([0-9.]+) ([0-9.]+) ([0-9.]+) k\s/).map { match in
            [match.1, match.2, match.3, match.4].compactMap { Double($0) }
        }
        #expect(found.contains { zip($0, wanted).allSatisfy { abs($0 - $1) < 0.002 } }, "\(Set(found))")
        // Nothing red is left to the profile: no other colour has much magenta and yellow and little cyan.
        for inks in found where inks[0] < 0.3 && inks[1] > 0.7 && inks[2] > 0.7 && inks[3] < 0.5 {
            #expect(zip(inks, wanted).allSatisfy { abs($0 - $1) < 0.002 } || inks[1...2].allSatisfy { $0 == 1 })
        }
    }

    @Test(
        arguments: [
            ("M80 Y80", [0, 0.8, 0.8, 0]), ("y80 m80", [0, 0.8, 0.8, 0]), ("K100", [0, 0, 0, 1]),
            ("C12.5", [0.125, 0, 0, 0]),
            ("", nil), ("M80Y80", nil), ("M80 M20", nil), ("M101", nil), ("R80", nil), ("M-1", nil), ("80", nil),
            ("M", nil),
        ] as [(String, [Double]?)])
    func inksAreWrittenAsStandardsWriteThem(text: String, covers: [Double]?) {
        #expect(Inks(text).map { [$0.cyan, $0.magenta, $0.yellow, $0.black] } == covers)
    }

    @Test func tooMuchInkIsFoundWhereItLies() throws {
        let book = try PressFixture.fonts(for: "国")
        let size = Size(width: 400, height: 300)
        var frame = Frame(size: size)
        // The registration colour is in all four inks.
        frame.items.append(
            Placed(.fill(Rect(x: 100, y: 60, width: 50, height: 50), Colour(red: 0, green: 0, blue: 0)), as: .paragraph)
        )
        var canvas = PDFCanvas(
            fonts: book, metadata: PDFMetadata(title: "墨", author: "测试", date: "2024-07-01"))
        canvas.begin(page: size)
        frame.draw(on: &canvas)
        let finishing = PDFFinishing(language: "zh-CN")
        var report = Report()
        let profile = try #require(InkProfile.read(InkProfile.standard, reporting: &report))
        let edition = CMYKEdition(
            profile: profile, recipes: InkRecipes(try PressFixture.theme().colours, [:]), finishing: finishing)
        let pdf = try edition.bytes(of: try canvas.finish().file(finishing))
        let whole = try InkCoverage.measured(pdf, page: 1, size: size, within: Rect(size: size), program: "gs")
        #expect(whole.most == 400)
        #expect(abs(whole.place.x - 100) < 2 && abs(whole.place.y - 60) < 2, "\(whole.place)")
        let beside = try InkCoverage.measured(
            pdf, page: 1, size: size, within: Rect(x: 200, y: 0, width: 200, height: 300), program: "gs")
        #expect(beside.most == 0)
    }

    @Test func profilesThatCannotBeUsedAreNamed() throws {
        var report = Report()
        #expect(InkProfile.read("no-such-profile", reporting: &report) == nil)
        #expect(InkProfile.read("/usr/share/color/icc/ghostscript/srgb.icc", reporting: &report) == nil)
        #expect(report.diagnostics.map(\.code) == [.profileMissing, .profileUnusable])
        #expect(InkProfile.read("default_cmyk", reporting: &report)?.name.isEmpty == false)
    }

    @Test func withoutGhostscriptTheMachineLacksSomething() throws {
        let (rgb, _, _) = try Self.made.get()
        var report = Report()
        let profile = try #require(InkProfile.read(InkProfile.standard, reporting: &report))
        for (program, code) in [("no-such-program", DiagnosticCode.ghostscriptMissing), ("false", .ghostscriptFailed)] {
            let edition = CMYKEdition(
                profile: profile, recipes: InkRecipes(try PressFixture.theme().colours, [:]),
                finishing: PDFFinishing(language: "zh-CN"), program: program)
            let fault = #expect(throws: Fault.self) { try edition.bytes(of: rgb) }
            #expect(fault?.diagnostic.code == code && fault?.diagnostic.code.kind == .machine)
        }
    }
}
