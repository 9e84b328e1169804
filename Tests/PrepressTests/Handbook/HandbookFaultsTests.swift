import Artifacts
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Prepress

/// What is said of a handbook's faults, in both languages.
@Suite struct HandbookFaultsTests {
    struct Slip: Sendable, CustomTestStringConvertible {
        var code: String
        var file: String
        var old: String
        var new: String?
        var line: Int?
        var chinese: String
        var english: String
        var testDescription: String { code + " " + (new ?? "missing") }
    }

    private static let yaml = "handbook/handbook.yaml"

    static let slips = [
        Slip(
            code: "BB670", file: yaml, old: "", new: nil, line: nil,
            chinese: "缺少手册的模板文件“templates/handbook/handbook.yaml”",
            english: "the handbook's template file “templates/handbook/handbook.yaml” is missing"),
        Slip(
            code: "BB670", file: yaml, old: "art: cover.svg", new: "art: front.svg", line: 39,
            chinese: "缺少手册的模板文件“templates/handbook/front.svg”",
            english: "the handbook's template file “templates/handbook/front.svg” is missing"),
        Slip(
            code: "BB671", file: "handbook/label.svg", old: "frame-copies", new: "frame-number", line: 0,
            chinese: "手册的图里没有“frame-copies”这个框", english: "the handbook's art has no frame “frame-copies”"),
        Slip(
            code: "BB672", file: yaml, old: "right: \"{page}\"", new: "right: \"{pages}\"", line: 16,
            chinese: "“right”里不能用“{pages}”", english: "“{pages}” cannot be used in “right”"),
        Slip(
            code: "BB672", file: yaml, old: "contents: 目录 #", new: "contents: 目录{x} #", line: nil,
            chinese: "“contents”里不能用“{x}”", english: "“{x}” cannot be used in “contents”"),
        Slip(
            code: "BB673", file: yaml, old: "measure: 24", new: "measure: 30", line: 0,
            chinese: "每行 30 字宽 111.1 毫米，版面只容得下 100.0 毫米",
            english: "lines of 30 characters are 111.1 mm wide, there is room for 100.0 mm"),
        Slip(
            code: "BB674", file: yaml, old: "lines: 24", new: "lines: 30", line: 0,
            chinese: "每页 30 行高 188.9 毫米，版面只容得下 162.9 毫米",
            english: "30 lines are 188.9 mm high, there is room for 162.9 mm"),
        Slip(
            code: "BB675", file: yaml, old: "title: {face: headline, size: 66, least: 20",
            new: "title: {face: headline, size: 190, least: 190", line: nil,
            chinese: "“家庭防火手册”缩到最小也放不进手册的“frame-title”",
            english: "“家庭防火手册” does not fit the handbook's “frame-title” even at its least size"),
    ]

    @Test(arguments: slips)
    func aSlipInTheTemplateIsSaid(slip: Slip) throws {
        let fixture = try HandbookFixture()
        try fixture.template(slip.file, replacing: slip.old, with: slip.new)
        let fault = try #require(try fixture.diagnostics().first)
        #expect(fault.code.id == slip.code)
        #expect(fault.summary(in: .chinese) == slip.chinese)
        #expect(fault.summary(in: .english) == slip.english)
        if let line = slip.line { #expect(fault.place?.line == line) }
        #expect(!fault.mend(in: .chinese).contains("{") || slip.code == "BB672")
    }

    @Test func unknownFieldsAndFramesOfTheTemplateAreSaidAtOnce() throws {
        let fixture = try HandbookFixture()
        try fixture.template(Self.yaml, replacing: "  measure: 24", with: "  mesure: 24")
        try fixture.template("handbook/cover.svg", replacing: "frame-title", with: "frame-head")
        let codes = try fixture.diagnostics().map(\.code.id).sorted()
        #expect(codes == ["BB023", "BB671"])
    }

    @Test func everyFieldOfTheTemplateHasAChineseName() throws {
        let fixture = try HandbookFixture()
        let before = try fixture.artifacts()[0].bytes().bytes
        for (english, chinese) in [
            ("page: #", "版面: #"), ("measure:", "行宽:"), ("frames:", "文字框:"), ("  campaign: {face", "  活动: {字体"),
            ("face: headline", "字体: 标题体"), ("words:", "用语:"), ("  see:", "  参见:"), ("chapters: handbook", "章节: 手册"),
        ] {
            try fixture.template(Self.yaml, replacing: english, with: chinese)
        }
        #expect(try fixture.artifacts()[0].bytes().bytes == before)
    }

    @Test func aNameThatFitsNoSlipIsSaidWithItsPlace() throws {
        let fixture = try HandbookFixture()
        let name = String(repeating: "柳桥镇人民政府综合行政执法办公室", count: 4)
        try fixture.units("柳桥小学,学校,8\n\(name),机关,7")
        let fault = try #require(try fixture.diagnostics().first)
        #expect(fault.code.id == "BB676")
        #expect(fault.place?.line == 3)
        #expect(fault.summary(in: .chinese) == "单位“\(name)”缩到最小、分成两行也放不进“frame-unit”框")
        #expect(
            fault.summary(in: .english) == "the unit “\(name)” does not fit “frame-unit”, even small and in two lines")
    }

    @Test func aChapterTitleThatIsTooLongForTheContentsIsSaid() throws {
        let fixture = try HandbookFixture()
        let title = String(repeating: "灭火器怎么用", count: 8)
        try fixture.replace("title: 灭火器怎么用", with: "title: \(title)", in: "handbook/02.md")
        let fault = try #require(try fixture.diagnostics().first)
        #expect(fault.summary(in: .chinese) == "“\(title)”缩到最小也放不进手册的“目录”")
    }

    @Test func aSizeWithoutANameIsSaid() throws {
        let fixture = try HandbookFixture()
        try fixture.replace("尺寸: A5}", with: "尺寸: A4x6}", in: "campaign.yaml")
        let fault = try #require(try fixture.diagnostics().first)
        #expect(fault.code.id == "BB677")
        #expect(fault.summary(in: .chinese) == "手册开本“A4x6”不认识")
        #expect(fault.summary(in: .english) == "the handbook's size “A4x6” is unknown")
    }

    @Test func unitsWithoutChaptersAreAWarning() throws {
        let fixture = try HandbookFixture()
        for number in 1...3 { try fixture.remove("handbook/0\(number).md") }
        var report = Report()
        #expect(try fixture.artifacts(reporting: &report).isEmpty)
        let fault = try #require(report.diagnostics.first)
        #expect(fault.code.id == "BB678" && fault.code.severity == .warning)
        #expect(fault.summary(in: .chinese) == "有 4 个单位要发手册，但“handbook”文件夹里没有章节，没有印手册")
        #expect(fault.summary(in: .english) == "4 units want handbooks, but “handbook” has no chapter: none was made")
    }

    @Test func aRowHigherThanAPageIsSaidWithItsPlace() throws {
        let fixture = try HandbookFixture()
        let cell = String(repeating: "灭火器要放在人拿得到的地方。", count: 80)
        try fixture.write(
            "---\ntitle: 长表\nslug: long\ncode: e09\ndate: 2024-11-01\norder: 9\n---\n\n```table\n项 | 说明\n甲 | \(cell)\n```\n",
            to: "handbook/09.md")
        let fault = try #require(try fixture.diagnostics().first)
        #expect(fault.code.id == "BB679")
        #expect(fault.place?.file.hasSuffix("handbook/09.md") == true && fault.place?.line == 11)
        #expect(fault.summary(in: .chinese).hasPrefix("这一段放不进一页：“甲灭火器"))
        #expect(fault.summary(in: .english).hasPrefix("this does not fit a page of the handbook: “甲灭火器"))
    }
}
