import Diagnostics
import Drawing
import Foundation
import TestSupport
import Testing
import Theme
@testable import Typesetting

/// 竖排: lines from top to bottom, from right to left; marks in their vertical places; Latin turned, short numbers upright.
struct VerticalTests {
    private struct Glyph {
        var text: String
        /// The centre of its ink and its em box's top left corner, in em from the area's top right corner: x leftwards.
        var centre: (across: Double, down: Double)
        var isTurned: Bool
    }

    private struct SetPage {
        var filled: Filled
        var fonts: FontBook
        var report: Report

        /// Each character with the centre of its ink, in em: from the right edge of the area leftwards, and from its top down.
        var glyphs: [Glyph] {
            var glyphs: [Glyph] = []
            var turn: Transform?
            for item in filled.frames[0].items {
                switch item.mark {
                case .begin(let transform, _): turn = transform
                case .end: turn = nil
                case .glyphs(let run, let origin):
                    var index = 0
                    for (text, cluster) in zip(run.string, run.clusters) {
                        let glyph = run.glyphs[index]
                        index += Int(cluster.glyphs)
                        guard let across = fonts.ink(of: glyph.id, in: run.face),
                            let down = fonts.inkDown(of: glyph.id, in: run.face)
                        else { continue }
                        var x = origin.x + glyph.x + run.size * (across.lowerBound + across.upperBound) / 2
                        var y = origin.y + glyph.y + run.size * ((down.lowerBound + down.upperBound) / 2 - 0.88)
                        if let t = turn { (x, y) = (t.xx * x + t.xy * y + t.dx, t.yx * x + t.yy * y + t.dy) }
                        glyphs.append(
                            Glyph(text: String(text), centre: ((220 - x) / 10, (y - 20) / 10), isTurned: turn != nil))
                    }
                default: continue
                }
            }
            return glyphs
        }
    }

    /// An area of 20 em down and 12.8 em across, its lines 1.6 em apart.
    private func set(_ blocks: [Block], face: FontRole = .serif, fonts given: FontBook? = nil) throws -> SetPage {
        var style = SetFlow.style
        style.isVertical = true
        style.body.face = face
        let fonts =
            try given
            ?? FontBook(
                try #require(TestFonts.sources), roles: [.serif, .serifBold, .text, .hand],
                characters: blocks.map(\.allText).joined().unicodeScalars + VerticalForms.all)
        var report = Report()
        let box = FrameBox(
            sheet: Size(width: 240, height: 240), area: Rect(x: 20, y: 20, width: 200, height: 200))
        let filled = Flow(blocks, style: style, fonts: fonts).filled(into: [box, box, box], reporting: &report)
        return SetPage(filled: filled, fonts: fonts, report: report)
    }

    @Test func charactersStandBelowEachOtherAndLinesFromRightToLeft() throws {
        let set = try set([.paragraph(String(repeating: "国", count: 58))])
        let glyphs = set.glyphs
        #expect(glyphs.count == 58)
        for (index, glyph) in glyphs.enumerated() {
            let (line, place) = (index + 2).quotientAndRemainder(dividingBy: 20)
            #expect(abs(glyph.centre.across - (Double(line) * 1.6 + 0.8)) < 0.1)
            #expect(abs(glyph.centre.down - (Double(place) + 0.5)) < 0.1)
            #expect(!glyph.isTurned)
        }
    }

    @Test(arguments: [FontRole.serif, .text, .hand]) func stopsAndCommasStandAtTheUpperRight(_ face: FontRole) throws {
        for mark in ["，", "。", "、"] {
            let glyphs = try set([.paragraph("国\(mark)国")], face: face).glyphs
            #expect(glyphs[1].centre.across < 0.8, "right of the middle of the line")
            let cell = glyphs[1].centre.down - (glyphs[0].centre.down + 0.5)
            #expect((0...0.5).contains(cell), "\(mark) in the upper half of its cell: \(cell)")
            #expect(abs(glyphs[2].centre.down - glyphs[0].centre.down - 2) < 0.05, "the mark takes one em")
        }
    }

    @Test(arguments: ["（国）", "《国》", "「国」", "“国”", "【国】"])
    func bracketsOpenDownwardsAndTakeOneEm(_ text: String) throws {
        let glyphs = try set([.paragraph("国\(text)国")]).glyphs
        #expect(glyphs.map(\.text).joined() == "国\(text)国", "the text stays as typed")
        #expect(abs(glyphs[2].centre.down - glyphs[0].centre.down - 2) < 0.05)
        #expect(glyphs[1].centre.down > glyphs[2].centre.down - 1 && glyphs[1].centre.down < glyphs[2].centre.down)
        #expect(glyphs[3].centre.down > glyphs[2].centre.down && glyphs[3].centre.down < glyphs[4].centre.down)
    }

    @Test func dashesAndEllipsesRunDownTheMiddleOverTwoEm() throws {
        for text in ["——", "……"] {
            let glyphs = try set([.paragraph("国\(text)国")]).glyphs
            let last = try #require(glyphs.last)
            #expect(abs(last.centre.down - glyphs[0].centre.down - 3) < 0.05)
            for glyph in glyphs { #expect(abs(glyph.centre.across - 0.8) < 0.12, "\(glyph.text) in the middle") }
        }
    }

    @Test func latinIsTurnedAndNumbersOfUpToTwoDigitsStandUpright() throws {
        let glyphs = try set([.paragraph("国App国7月12日共123人")]).glyphs
        for glyph in glyphs {
            let isTurned = "App".contains(glyph.text) || glyph.text == "3" || glyphs.filter { $0.text == "3" }.isEmpty
            if "App3".contains(glyph.text) { #expect(isTurned && glyph.isTurned, "\(glyph.text)") }
            if "国月日共人7".contains(glyph.text) { #expect(!glyph.isTurned, "\(glyph.text)") }
        }
        let pair = try #require(glyphs.firstIndex { $0.text == "月" })
        let (one, two) = (glyphs[pair + 1], glyphs[pair + 2])
        #expect(one.text == "1" && two.text == "2" && !one.isTurned)
        #expect(abs(one.centre.down - two.centre.down) < 0.02, "side by side")
        #expect(one.centre.across > two.centre.across, "the first at the left")
        #expect(abs(glyphs[pair + 3].centre.down - glyphs[pair].centre.down - 2) < 0.05, "in one em")
    }

    @Test func emphasisDotsStandAtTheRight() throws {
        let set = try set([Block(.paragraph([Inline("国家", marks: .emphasis)]))])
        let dots = set.filled.frames[0].items.compactMap { item -> Double? in
            guard case .fill(let path, _) = item.mark, case .move(let point)? = path.elements.first else { return nil }
            return (220 - point.x) / 10
        }
        #expect(dots.count == 2)
        for dot in dots { #expect(dot < 0.3 && dot > -0.1) }
    }

    @Test func marksKeepTheirRulesInVerticalLines() throws {
        let text = String(repeating: "国家反诈，中心“提醒”您。不轻信、不透露（不转账）！", count: 6)
        let set = try set([.paragraph(text)])
        var lines: [Int: String] = [:]
        for glyph in set.glyphs { lines[Int(glyph.centre.across / 1.6), default: ""] += glyph.text }
        #expect(lines.count > 5)
        for line in lines.values {
            #expect(!"，。、！）”".contains(line.first ?? "国"))
            #expect(!"（“".contains(line.last ?? "国"))
        }
        #expect(set.report.diagnostics.isEmpty)
    }

    @Test func everyKindOfBlockIsTurnedWithItsText() throws {
        let picture = Illustration(
            .marks([.fill(Rect(x: 0, y: 0, width: 40, height: 20), Colour(red: 0, green: 0, blue: 0))]),
            size: Size(width: 40, height: 20), alternative: "图")
        let table = Table(
            columns: [.leading, .trailing], header: [[Inline("名")], [Inline("数")]],
            rows: [[[Inline("甲")], [Inline("12")]]])
        let set = try set([
            .heading("国家", anchor: "a"), Block(.list([ListItem(.bullet, [.paragraph("反诈")])])), Block(.table(table)),
            Block(.picture(picture, caption: [Inline("图说")])), Block(.quote([.paragraph("引")])),
        ])
        #expect(set.filled.overflow == nil)
        for glyph in set.glyphs {
            #expect((0...20).contains(glyph.centre.across) && (0...20).contains(glyph.centre.down), "\(glyph.text)")
        }
        // The picture stays upright: wider than high.
        let transforms = set.filled.frames[0].items.compactMap { item -> Transform? in
            if case .begin(let transform?, _) = item.mark, transform.xx != 0 { transform } else { nil }
        }
        #expect(transforms.count == 1)
        #expect(transforms[0].xx == transforms[0].yy && transforms[0].xy == 0)
        try expectGolden(set.filled.frames[0].dump(fonts: set.fonts), named: "vertical.txt")
    }

    @Test func aVerticalPageBecomesPDFPictureAndSVG() throws {
        let text = "国家反诈中心，提醒您——“不轻信”。拨打96110，共12人App"
        let set = try set([.paragraph(text)])
        let frame = set.filled.frames[0]
        let scratch = try Scratch()
        var pdf = PDFCanvas(
            fonts: set.fonts, metadata: PDFMetadata(title: "样张", author: "", date: "2024-07-10"))
        pdf.begin(page: frame.size)
        frame.draw(on: &pdf)
        let file = try scratch.write(try pdf.finish().file(), to: "a.pdf")
        let extracted = try Command.run("pdftotext", ["-raw", file.path, "-"]).outputText
        #expect(Swift.Set(extracted.filter { !$0.isWhitespace }) == Swift.Set(text), "no other character than typed")
        var svg = SVGCanvas(fonts: set.fonts)
        svg.begin(page: frame.size, title: "样张")
        frame.draw(on: &svg)
        #expect(String(decoding: svg.finish().singlePage, as: UTF8.self).contains("<use"))
        var png = try PNGCanvas(fonts: set.fonts, size: frame.size, pixelsAcross: 240)
        frame.draw(on: &png)
        #expect(try png.finish().count > 1000)
    }
}
