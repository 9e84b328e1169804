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

/// What the posters of the law and of the honoured draw from a piece's text.
struct ScaleAndRollTests {
    @Test(arguments: [
        ("1倍至10倍", 1.0, 10.0, "倍"), ("最高20万元", 0, 20, "万元"), ("15日以下", 0, 15, "日"), ("10日至15日", 10, 15, "日"),
        ("3年至7年", 3, 7, "年"), ("6个月至3年", 0.5, 3, "年"), ("罚5000元", 0, 0.5, "万元"),
    ])
    func anAmountIsRead(text: String, least: Double, most: Double, unit: String) throws {
        let amount = try #require(Amount(text))
        #expect(amount.range == least...most && amount.unit == unit)
    }

    @Test(arguments: ["记入信用记录", "10日至3年", "7年至3年", "0日", "3人以上", ""])
    func whatIsNoAmountHasNoBar(text: String) { #expect(Amount(text) == nil) }

    /// Bars are as long as their amounts on the scale of their unit, and every cell of the table is on the sheet.
    @Test func barsAreDrawnToScale() throws {
        let fixture = try PosterFixture.real.get()
        let ref = try fixture.ref("two-cards-law/law-A4")
        let sheet = try #require(fixture.laid(ref).poster).sheets[0]
        let region = try #require(sheet.regions.first { $0.name == "scale" })
        let rows = try #require(DocumentBlocks(fixture.edition.pieces[ref.piece]).scale("罚到哪一步"))
        let red = fixture.theme.colours.red
        let bars = sheet.frame.items.compactMap { item -> Rect? in
            guard case .fill(let path, red) = item.mark, let rect = path.bounds, region.rect.contains(rect.origin)
            else {
                return nil
            }
            return rect
        }
        let amounts = try rows.map { try #require(Amount($0.amount.map(\.text).joined())) }
        #expect(bars.count == amounts.count && rows.count >= 8)
        let right = try #require(bars.map(\.maxX).max())
        let left = try #require(bars.map(\.x).min())
        for (bar, amount) in zip(bars, amounts) {
            let most = try #require(amounts.filter { $0.unit == amount.unit }.map(\.range.upperBound).max())
            #expect(abs((bar.x - left) / (right - left) - amount.range.lowerBound / most) < 0.01)
            #expect(abs((bar.maxX - left) / (right - left) - amount.range.upperBound / most) < 0.01)
        }
        for row in rows {
            for cell in [row.what, row.amount, row.basis] {
                #expect(bare(region.text).contains(bare(cell.map(\.text).joined())))
            }
        }
    }

    /// Sample names, as a campaign that has its people's consent would print them.
    @Test(arguments: [3, 8, 24]) func namesStandInCalmColumns(count: Int) throws {
        let fixture = try PosterFixture.real.get()
        let names = ["李小明", "王大海", "陈国平", "林新", "张一街", "黄喆"]
        let entries = (0..<count).map { index in
            (who: [Inline(names[index % 6])], what: count > 8 ? [] : [Inline("每天在街口讲一遍，先问再转")])
        }
        let characters = (names.joined() + "每天在街口讲一遍，先问再转").unicodeScalars
        let fonts = try FontBook(
            fixture.press.sources, roles: [.headline, .text, .textBold], characters: Set(characters))
        var setter = TextSetter(fonts: fonts)
        let style = TypeStyle(
            font: .headline, size: 30, colour: fixture.theme.colours.ink)
        let rect = Rect(x: 0, y: 0, width: 340, height: 420)
        let result = HonourRoll(
            entries: entries, name: style, textColour: fixture.theme.colours.ink, rule: fixture.theme.colours.red,
            sizes: 14...30, columns: 2, gutter: 18
        ).placed(in: rect, &setter)
        #expect(result.excess <= 0.01)
        #expect(setter.report.diagnostics.isEmpty, "\(setter.report.diagnostics.map { $0.summary(in: .english) })")
        let heads = result.marks.filter { if case .heading? = $0.element?.kind { true } else { false } }
        #expect(heads.count == count)
        let places = heads.compactMap { mark -> Point? in
            if case .glyphs(_, let origin) = mark.mark { origin } else { nil }
        }
        // Two left edges, and the same rows in both columns.
        #expect(Set(places.map { $0.x.rounded() }).count == min(2, count))
        let rows = (count + 1) / 2
        for index in rows..<count { #expect(abs(places[index].y - places[index - rows].y) < 0.01) }
    }

    /// 上联 at the right, 下联 at the left, each in one column of one size; marks in their vertical form.
    @Test func aCoupletHangsOnBothSidesOfTheDoor() throws {
        let fixture = try PosterFixture.real.get()
        for ref in fixture.edition.posters where ref.template == "slogan-vertical" {
            let sheet = try #require(fixture.laid(ref).poster).sheets[0]
            let first = try #require(sheet.regions.first { $0.take == .firstClause })
            let other = try #require(sheet.regions.first { $0.take == .otherClauses })
            #expect(other.rect.maxX < first.rect.x)
            let slogan = fixture.edition.slogans[try #require(ref.slogan)].text
            #expect(first.text + other.text == slogan)
            var sizes: Set<Double> = []
            for region in [first, other] {
                let runs = sheet.frame.items.compactMap { item -> (run: GlyphRun, origin: Point)? in
                    guard case .glyphs(let run, let origin) = item.mark, region.rect.contains(origin) else {
                        return nil
                    }
                    return (run, origin)
                }
                #expect(runs.count == 1, "\(ref.stem): one column")
                let (run, origin) = try #require(runs.first)
                sizes.insert(run.size)
                let centre = origin.x + run.size / 2
                #expect(abs(centre - (region.rect.x + region.rect.width / 2)) < 0.5)
                // Down the column, one em each; the comma is ︐.
                let steps = zip(run.glyphs, run.glyphs.dropFirst()).map { $1.y - $0.y }
                #expect(steps.dropLast().allSatisfy { abs($0 - run.size) < 0.01 }, "\(steps)")
                if run.string.hasSuffix("，") {
                    #expect(run.glyphs.last?.id == fixture.fonts.glyph(of: 0xFE10, in: run.face))
                }
            }
            #expect(sizes.count == 1, "\(ref.stem): a couplet has one size")
        }
    }
}
