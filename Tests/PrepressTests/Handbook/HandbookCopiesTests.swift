import Artifacts
import Campaign
import Diagnostics
import Edition
import Foundation
import TestSupport
import Testing

@testable import Prepress

@Suite struct HandbookCopiesTests {
    @Test func everyUnitGetsItsCopyAndTheSiteOneWithoutAUnit() throws {
        let fixture = try HandbookFixture()
        let works = try fixture.artifacts()
        let units = try fixture.edition().units
        #expect(
            works.map(\.path.text)
                == ["site/handbook.pdf"] + units.map { "handbook/\($0.fileStem).pdf" } + [
                    "handbook/orders.csv", "handbook/fonts.csv",
                ])
        #expect(works.map(\.share) == [.site] + works.dropFirst().map { _ in .handbook })
        let plain = try works[0].bytes()
        try PressFixture.check(plain.bytes)
        let pages = try #require(plain.rendered.pages)
        let cover = try PressFixture.text(of: plain.bytes, pages: 1...1)
        let inside = try PressFixture.text(of: plain.bytes, pages: 2...pages)
        #expect(!cover.contains("册数") && !cover.contains("共"))
        for (unit, work) in zip(units, works.dropFirst()) {
            let copy = try work.bytes()
            try PressFixture.check(copy.bytes)
            #expect(copy.rendered.pages == pages)
            let name = unit.name.filter { !$0.isWhitespace }
            #expect(try PressFixture.text(of: copy.bytes, pages: 1...1) == cover + name + "共\(unit.copies)册")
            #expect(try PressFixture.text(of: copy.bytes, pages: 2...pages) == inside)
        }
    }

    @Test func theSameCampaignGivesTheSameBytes() throws {
        let first = try HandbookFixture().artifacts()
        let second = try HandbookFixture().artifacts()
        for (one, other) in zip(first, second) {
            #expect(one.recipe().inputs == other.recipe().inputs)
            if one.needs.isEmpty { #expect(try one.bytes().bytes == other.bytes().bytes) }
        }
    }

    @Test func whatACopyUsesIsInItsInputs() throws {
        let before = try HandbookFixture().artifacts()[1].recipe().inputs
        func after(_ change: (HandbookFixture) throws -> Void) throws -> Fingerprint {
            let fixture = try HandbookFixture()
            try change(fixture)
            return try fixture.artifacts()[1].recipe().inputs
        }
        #expect(try after { try $0.replace("发烫的插头", with: "发热的插头", in: "handbook/01.md") } != before)
        #expect(try after { try $0.replace("火警电话", with: "火灾电话", in: "campaign.yaml") } != before)
        #expect(
            try after { try $0.template("handbook/cover.svg", replacing: "y=\"20.6\"", with: "y=\"20.7\"") } != before)
        #expect(try after { try $0.template("theme.yaml", replacing: "#12355B", with: "#12355C") } != before)
        #expect(try after { try $0.units("柳桥小学,学校,84") } != before)
        // Other pages are not part of the book.
        #expect(try after { try $0.replace("先出门，再打119。", with: "先出门。", in: "pages/help.md") } == before)
    }

    @Test func theOrdersAddUp() throws {
        let fixture = try HandbookFixture()
        try fixture.units("柳桥小学,学校,83\n\"甲,乙\",商户,2")
        let works = try fixture.artifacts()
        let orders = try works.named("handbook/orders.csv")
        let stems = try fixture.edition().units.map(\.fileStem)
        #expect(orders.needs.map(\.text) == stems.map { "handbook/\($0).pdf" })
        let needs = Needs(holding: orders.needs.map { ($0, [1], 12) })
        let expected =
            "\u{FEFF}单位,册数,页数,文件\r\n柳桥小学,83,12,\(stems[0]).pdf\r\n\"甲,乙\",2,12,\"\(stems[1]).pdf\"\r\n合计,85,,\r\n"
        let text = String(decoding: try orders.bytes(with: needs).bytes, as: UTF8.self)
        #expect(
            text
                == expected.replacing(
                    "\"\(stems[1]).pdf\"", with: stems[1].contains(",") ? "\"\(stems[1]).pdf\"" : "\(stems[1]).pdf"))
    }

    @Test(arguments: ["=SUM(A1)", "+1", "-1", "@cmd"])
    func aNameThatASpreadsheetWouldRunIsText(name: String) {
        let table = OrdersTable([.init(unit: name, copies: 1, pages: 2, file: "a.pdf")])
        let text = String(decoding: table.csv, as: UTF8.self)
        #expect(text.contains("\r\n'\(name),1,2,a.pdf\r\n"))
    }

    @Test func nothingPrivateLeavesTheTableOfUnits() throws {
        let fixture = try HandbookFixture()
        try fixture.units(
            "柳桥小学,学校,83,桥头巷9号,欧阳慧,13900001234,校门从东进", columns: "单位,类别,职工人数,地址,联系人,电话,备注")
        for work in try fixture.artifacts() {
            let needs = Needs(holding: work.needs.map { ($0, [1], 12) })
            let bytes = try work.bytes(with: needs).bytes
            let text = work.path.text.hasSuffix(".pdf") ? try PressFixture.text(of: bytes) : ""
            for secret in ["桥头巷", "欧阳", "13900001234", "校门"] {
                #expect(bytes.firstRange(of: Array(secret.utf8)) == nil)
                #expect(!text.contains(secret))
            }
        }
    }

    @Test func aThousandUnitsShareOneDrawing() throws {
        let fixture = try HandbookFixture()
        let rows = (1...1000).map { "第\($0)号店,商户,\($0)" }
        try fixture.units(rows.joined(separator: "\n"))
        let works = try fixture.artifacts()
        #expect(works.count == 1003)
        let base = try works[1].bytes().bytes
        let last = try works[1000].bytes().bytes
        // The copies differ in their updates alone.
        let common = zip(base, last).prefix { $0 == $1 }.count
        #expect(common > base.count - 2500)
        #expect(try PressFixture.text(of: last, pages: 1...1).hasSuffix("第1000号店共1000册"))
        try PressFixture.check(last)
    }

    @Test func aLongNameIsSetSmallerThenInTwoLines() throws {
        let fixture = try HandbookFixture()
        let name = "柳桥镇人民政府综合行政执法办公室（安全生产监督管理办公室）"
        try fixture.units("\(name),机关,7")
        let copy = try fixture.artifacts()[1].bytes().bytes
        #expect(try PressFixture.text(of: copy, pages: 1...1).hasSuffix(name + "共7册"))
    }

    @Test func aRareCharacterIsSetInAnotherFont() throws {
        let fixture = try HandbookFixture()
        // U+4C86 is missing in the hand face.
        try fixture.units("柳桥䲆鱼馆,商户,7")
        let copy = try fixture.artifacts()[1].bytes()
        // The fonts differ visibly, so the list of such characters is said, with the place in the table.
        let said = try #require(copy.rendered.diagnostics.first)
        #expect(copy.rendered.diagnostics.count == 1 && said.code.id == "BB511" && said.code.severity == .warning)
        #expect(said.place?.line == 2 && said.place?.lineText == "")
        #expect(try PressFixture.text(of: copy.bytes, pages: 1...1).contains("柳桥䲆鱼馆"))
    }

    @Test func aCharacterThatNoFontHasIsNamedWithItsPlace() throws {
        let fixture = try HandbookFixture()
        try fixture.units("柳桥小学,学校,83,\n\u{2FFFD}记,商户,7,13900001234", columns: "单位,类别,职工人数,电话")
        let faults = try fixture.diagnostics()
        let fault = try #require(faults.first)
        #expect(faults.count == 1)
        #expect(fault.code.id == "BB510")
        #expect(fault.place?.file.hasSuffix("units.csv") == true)
        #expect(fault.place?.line == 3 && fault.place?.column == 1)
        #expect(fault.place?.lineText == "")
    }

    @Test func withoutABaseURLThereIsNoCode() throws {
        let fixture = try HandbookFixture()
        #expect(
            try fixture.pages().pages.frames.last?.links.map(\.target).contains {
                $0.hasPrefix("https://fire.test/liuqiao/c/")
            } == true)
        let withCode = try PressFixture.text(of: try fixture.artifacts()[0].bytes().bytes)
        #expect(withCode.contains("扫码看网页") && !withCode.contains("样张"))
        try fixture.replace("https://fire.test/liuqiao", with: "https://fire.example", in: "campaign.yaml")
        #expect(try PressFixture.text(of: try fixture.artifacts()[0].bytes().bytes).contains("样张：网址未设定"))
        try fixture.replace("网址: \"https://fire.example\", ", with: "", in: "campaign.yaml")
        let without = try PressFixture.text(of: try fixture.artifacts()[0].bytes().bytes)
        #expect(!without.contains("扫码看网页") && !without.contains("样张"))
    }

    @Test func aCampaignThatIsOverHasNoTimetable() throws {
        let fixture = try HandbookFixture()
        let during = try fixture.pages().pages.frames.count
        fixture.day = .init(year: 2025, month: 11, day: 5)
        #expect(try fixture.pages().pages.frames.count == during - 1)
    }

    @Test func theFileHasATitleALanguageAnOutlineAndSubsets() throws {
        let scratch = try Scratch()
        let file = try scratch.write(try HandbookFixture().artifacts()[1].bytes().bytes, to: "a.pdf")
        let info = try PressFixture.output(of: "pdfinfo", [file.path])
        #expect(info.contains("家庭防火手册"))
        let json = try PressFixture.output(of: "qpdf", ["--json", file.path])
        for text in ["/Lang", "zh-CN", "家里的三样火", "灶火", "/TrimBox"] { #expect(json.contains(text), "\(text)") }
        let fonts = try PressFixture.output(of: "pdffonts", [file.path]).split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        #expect(fonts.allSatisfy { $0.split(separator: " ").suffix(5).prefix(3) == ["yes", "yes", "yes"] })
    }
}
