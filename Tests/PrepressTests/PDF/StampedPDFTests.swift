import Diagnostics
import Drawing
import Foundation
import TestSupport
import Testing
import Theme
import Typesetting

@testable import Prepress

@Suite struct StampedPDFTests {
    private static let units = ["商城医院", "批发市场“东区”门市部", "第三小学（含幼儿园）"]

    /// Three pages of text, and a label for each unit with a rule.
    private func stamped(labels: [String] = units) throws -> StampedPDF {
        let text = "防范电信网络诈骗宣传手册第页0123456789" + labels.joined()
        let fonts = try PressFixture.fonts(for: text)
        let size = Size(width: 300, height: 400)
        var setter = Typesetter(fonts: fonts, colours: try PressFixture.theme().colours)
        var pages = PDFCanvas(fonts: fonts, metadata: PDFMetadata(title: "手册", author: "", date: "2024-07-01"))
        for number in 1...3 {
            var items: [Placed] = []
            setter.line(
                "防范电信网络诈骗第\(number)页", .serif, 20, Colour(red: 0, green: 0, blue: 0), at: Point(x: 20, y: 60),
                into: &items)
            pages.begin(page: size)
            Frame(size: size, items: items).draw(on: &pages)
        }
        let drawn = pages.finish()
        var slips = PDFCanvas(labelsOf: drawn)
        for label in labels {
            var items: [Placed] = [
                Placed(
                    .fill(Rect(x: 10, y: 300, width: 280, height: 50), Colour(red: 250, green: 240, blue: 200)),
                    as: .artifact)
            ]
            setter.line(label, .hand, 18, Colour(red: 0, green: 0, blue: 90), at: Point(x: 20, y: 330), into: &items)
            slips.begin(page: size)
            Frame(size: size, items: items).draw(on: &slips)
        }
        return try StampedPDF(
            pages: drawn, labels: slips.finish(), finishing: PDFFinishing(language: "zh-CN"))
    }

    @Test func everyCopyIsTheBaseAndItsLabel() throws {
        let stamped = try stamped()
        let base = try PressFixture.text(of: stamped.base)
        #expect(base.contains("防范电信网络诈骗第1页"))
        #expect(!base.contains("商城医院"))
        for (index, unit) in Self.units.enumerated() {
            let copy = stamped.base + stamped.update(forCopy: index)
            try PressFixture.check(copy)
            let first = try PressFixture.text(of: copy, pages: 1...1)
            #expect(first == "防范电信网络诈骗第1页" + unit)
            #expect(try PressFixture.text(of: copy).replacing(unit, with: "") == base)
        }
    }

    @Test func aCopyTwiceIsTheSameBytes() throws {
        let one = try stamped()
        let other = try stamped()
        #expect(one.base == other.base)
        #expect((0..<one.count).allSatisfy { one.update(forCopy: $0) == other.update(forCopy: $0) })
    }

    @Test func theBaseDoesNotDependOnTheNames() throws {
        // Fonts keep their glyph numbers when they are cut, so that a new unit leaves every page as it is.
        let one = try stamped(labels: ["商城医院"])
        let other = try stamped(labels: ["商城医院", "喆堃珺"])
        #expect(one.update(forCopy: 0).count < 2000)
        let texts = try [one, other].map { try PressFixture.text(of: $0.base) }
        #expect(texts[0] == texts[1])
    }

    @Test func fontsOfTheLabelsAreEmbeddedSubsets() throws {
        let stamped = try stamped()
        let scratch = try Scratch()
        let file = try scratch.write(stamped.base + stamped.update(forCopy: 1), to: "copy.pdf")
        let fonts = try PressFixture.output(of: "pdffonts", [file.path]).split(separator: "\n").dropFirst(2)
        #expect(fonts.count == 2, "the text's and the label's")
        // Columns: name, type, encoding, emb, sub, uni, object ID.
        #expect(fonts.allSatisfy { $0.split(separator: " ").suffix(5).prefix(3) == ["yes", "yes", "yes"] })
    }

    @Test func theFileSaysItsLanguage() throws {
        let stamped = try stamped()
        let scratch = try Scratch()
        let file = try scratch.write(stamped.base + stamped.update(forCopy: 0), to: "copy.pdf")
        let json = try PressFixture.output(of: "qpdf", ["--json", file.path])
        #expect(json.contains("\"/Lang\": \"u:zh-CN\"") || json.contains("\"/Lang\": \"zh-CN\""))
    }
}
