import Diagnostics
import Drawing
import Foundation
import TestSupport
import Testing
import Typesetting
@testable import Prepress

/// One file as pages: the built-in designs, their page numbers, notes, red heads and faults.
struct PlainPressTests {
    private struct Made {
        var pages: PlainPress.Pages
        var design: PlainDesign
        var report: Report

        /// The runs of a page with their places.
        func runs(_ page: Int) -> [(text: String, size: Double, at: Point)] {
            pages.frames[page].items.compactMap { item in
                guard case .glyphs(let run, let origin) = item.mark else { return nil }
                return (run.string, run.size, origin)
            }
        }

        func text(_ page: Int) -> String { runs(page).map(\.text).joined() }
    }

    private func made(
        _ markdown: String, style: PlainDesign.Style = .book, size: String = "A5", measure: Int? = nil,
        columns: Int = 1, isVertical: Bool = false,
        files: [String: [UInt8]] = [:]
    ) throws -> Made {
        let scratch = try Scratch()
        for (name, bytes) in files { try scratch.write(bytes, to: name) }
        let file = try scratch.write(markdown, to: "通知.md")
        var report = Report()
        let document = try #require(PlainDocument.read(file.path, reporting: &report))
        let sources = try #require(PlainFonts.find(style, reporting: &report))
        var design = try PlainDesign(
            style, page: try #require(SheetSize.named(size)), measure: measure, columns: columns)
        design.isVertical = isVertical
        let press = PlainPress(document, design: design, sources: sources)
        let pages = press.pages(fonts: try press.fontBook(), reporting: &report)
        return Made(pages: pages, design: design, report: report)
    }

    private let long = String(repeating: "国家反诈中心提醒您，不轻信、不透露、不转账。", count: 30)

    @Test func theTitleIsTheFrontMattersElseTheFirstHeadingElseTheFilesName() throws {
        #expect(try made("---\n标题: 甲乙\n---\n# 丙丁\n\n国家。\n").pages.outline.first?.title == "甲乙")
        let heading = try made("# 丙丁\n\n国家。\n")
        #expect(heading.pages.outline.map(\.title) == ["丙丁"])
        #expect(heading.text(0).components(of: "丙丁") == 1, "the title is set once")
        #expect(try made("国家。\n").pages.outline.first?.title == "通知")
    }

    @Test func aBooksPagesAreNumberedInTheMiddleAndHeadingsMakeTheOutline() throws {
        let set = try made("# 书\n\n" + (1...6).map { "## 第\($0)节\n\n\(long)\n\n" }.joined())
        #expect(set.pages.frames.count > 3)
        #expect(set.report.diagnostics.isEmpty)
        for page in set.pages.frames.indices {
            let number = try #require(set.runs(page).last)
            #expect(number.text == "\(page + 1)")
            #expect(number.at.y > set.design.area(ofPage: page + 1).maxY)
        }
        #expect(set.pages.outline.map(\.title) == ["书"] + (1...6).map { "第\($0)节" })
        #expect(set.pages.outline.map(\.level) == [1, 2, 2, 2, 2, 2, 2])
        #expect(set.pages.outline.map(\.page) == set.pages.outline.map(\.page).sorted())
    }

    @Test(arguments: [1, 2, 3]) func everyCharacterStandsInTheTypeArea(_ columns: Int) throws {
        let set = try made("# 书\n\n" + long + "\n\n" + long, size: "A4", columns: columns)
        for page in set.pages.frames.indices {
            let area = set.design.area(ofPage: page + 1)
            for run in set.runs(page).dropLast() {
                #expect(run.at.x >= area.x - 0.01 && run.at.x < area.maxX)
                #expect(run.at.y > area.y && run.at.y < area.maxY)
            }
        }
    }

    @Test func theMeasureIsWholeCharactersAndOnesThatDoNotFitAreRefused() throws {
        let set = try made(long, measure: 24)
        #expect(set.design.area(ofPage: 1).width == 24 * 10.5)
        #expect(throws: PlainDesign.TooWide.self) {
            try PlainDesign(.book, page: Size(width: .millimetres(148), height: .millimetres(210)), measure: 60)
        }
    }

    // MARK: Official documents

    private let official = """
        ---
        标题: 关于开展宣传月活动的通知
        发布机构: 市商务局
        文号: 市商务发〔2024〕12号
        成文日期: 2024年7月10日
        ---
        各单位：

        ## 总体要求

        ### 目标

        #### 线上

        ##### 推送

        """

    @Test func row31AnOfficialPageHas22LinesOf28Characters() throws {
        let set = try made(official + long, style: .official, size: "A4")
        let area = set.design.area(ofPage: 1)
        #expect(abs(area.width.inMillimetres - 156) < 0.6)
        #expect(abs(area.height.inMillimetres - 225) < 0.6)
        #expect(abs(area.x.inMillimetres - 28) < 0.01)
        #expect(abs(area.y.inMillimetres - 37) < 0.01)
        #expect(area.width / 15.75 == 28)
        #expect(set.design.lines == 22)
    }

    @Test func officialHeadingsAreNumberedAndTheRedHeadNamesIssuerAndNumber() throws {
        let set = try made(official + long, style: .official, size: "A4")
        let text = set.text(0)
        for words in ["市商务局文件", "市商务发〔2024〕12号", "一、总体要求", "（一）目标", "1.线上"] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
        let head = try #require(set.runs(0).first)
        #expect(head.size > 22)
        #expect(
            set.pages.frames[0].items.contains { if case .stroke = $0.mark { true } else { false } }, "the red rule")
    }

    @Test func typedNumbersAreNotDoubled() throws {
        let set = try made("# 通知\n\n## 一、总体要求\n\n\(long)\n", style: .official, size: "A4")
        #expect(set.text(0).contains("一、总体要求"))
        #expect(!set.text(0).contains("一、一、"))
    }

    @Test func withoutIssuerOrNumberThereIsNoRedHead() throws {
        let set = try made("---\n标题: 通知\n---\n\(long)\n", style: .official, size: "A4")
        #expect(!set.text(0).contains("文件"))
        #expect(set.runs(0).first?.text == "通知")
    }

    @Test func officialPageNumbersStandAtTheOuterEdgeBetweenDashes() throws {
        let set = try made(official + long + "\n\n" + long + "\n\n" + long, style: .official, size: "A4")
        #expect(set.pages.frames.count >= 3)
        for page in set.pages.frames.indices {
            let area = set.design.area(ofPage: page + 1)
            let number = set.runs(page).filter { $0.size == 14 }
            #expect(number.map(\.text).joined().filter { $0 != " " } == "—\(page + 1)—")
            let left = try #require(number.first).at.x
            #expect(page % 2 == 0 ? left > area.maxX - 80 : abs(left - area.x - 14) < 0.01)
        }
    }

    @Test func theDateStandsFourCharactersFromTheEdgeAndTheIssuerAboveItsMiddle() throws {
        let set = try made(official + "国家。\n", style: .official, size: "A4")
        let area = set.design.area(ofPage: 1)
        let runs = set.runs(0).filter { $0.size == 15.75 }
        let issuer = try #require(runs.last { $0.text == "市商务局" })
        let date = try #require(runs.last { $0.text.contains("2024") })
        #expect(issuer.at.y < date.at.y)
        let right = 2 * (issuer.at.x + 2 * 15.75) - date.at.x
        #expect(abs(right - (area.maxX - 4 * 15.75)) < 0.1)
    }

    @Test func aFaceThatStandsInIsSaid() throws {
        let set = try made(long, style: .official, size: "A4")
        let isInstalled = !FontSources.installed(of: ["FandolFang R", "FandolFang"]).isEmpty
        #expect(set.report.diagnostics.contains { $0.code == .faceSubstituted } == !isInstalled)
    }

    // MARK: Links and pictures

    @Test func aLinksAddressStandsAtTheFootAndAShownOneDoesNot() throws {
        let set = try made("见[专页](https://example.com/a/b)与[热线](tel:96110)，或 https://example.org/x 。\n")
        let text = set.text(0).replacingZeroWidth
        #expect(text.contains("专页1"))
        #expect(text.contains("example.com/a/b"))
        #expect(text.components(of: "example.org/x") == 1)
        #expect(!text.contains("tel:"))
        let lowest = set.runs(0).dropLast().map(\.at.y).max()
        let foot = set.runs(0).filter { $0.at.y == lowest }.map(\.text).joined().replacingZeroWidth
        #expect(foot.contains("example.com/a/b"))
    }

    @Test func aLinkToAHeadingOfTheSameFileLeadsThere() throws {
        let set = try made("# 书\n\n见[后文](#第二节)。\n\n## 第二节\n\n国家。\n")
        let targets = set.pages.frames.flatMap(\.items).compactMap { item -> String? in
            if case .link(_, let target) = item.mark { target } else { nil }
        }
        let places = set.pages.frames.flatMap(\.items).compactMap { item -> String? in
            if case .destination(let name, _) = item.mark { name } else { nil }
        }
        #expect(targets == ["#h1"])
        #expect(places == ["h1"])
    }

    @Test func pictureFaultsAreNamedWithTheirPlaces() throws {
        let markdown = """
            ![缺](missing.png)

            ![外](../outside.png)

            ![网](https://example.com/a.png)

            ![文](text.png)

            ![断](cut.png)
            """
        let set = try made(
            markdown, files: ["text.png": Array("这不是图片".utf8), "cut.png": Array(Pictures.png(40, 40).dropLast(20))])
        let found = set.report.diagnostics.map { ($0.code.id, $0.place?.line) }
        #expect(found.map(\.0) == ["BB554", "BB554", "BB554", "BB520", "BB520"])
        #expect(found.map(\.1) == [1, 3, 5, 7, 9])
    }

    /// Text and pictures in one paragraph: nothing of either is left out, and no line holds a mark alone.
    @Test func aPictureInTheMidstOfTextStandsByItself() throws {
        let set = try made(
            "先看![图一](a.png)。再看\n[![图二](a.png)](https://example.com/x)\n最后看。\n\n![图三](a.png)",
            files: ["a.png": Pictures.png(400, 100)])
        let pictures = set.pages.frames.flatMap(\.items).filter { if case .bitmap = $0.mark { true } else { false } }
        #expect(pictures.count == 3)
        #expect(set.runs(0).dropLast().map(\.text).joined() == "通知先看。图一再看图二最后看。图三")
        #expect(set.report.diagnostics.allSatisfy { $0.code == .pictureCoarse })
    }

    @Test func aPictureInATableOrAHeadingIsSaidToBePrintedAsItsWords() throws {
        let set = try made(
            "## ![题](a.png)\n\n```table\n甲|乙\n![格](a.png)|丙\n```\n", files: ["a.png": Pictures.png(400, 100)])
        #expect(set.report.diagnostics.map(\.code.id) == ["BB311", "BB311"])
        #expect(set.report.diagnostics.map(\.place?.line) == [1, 5])
        #expect(set.text(0).contains("题") && set.text(0).contains("格"))
    }

    @Test func aSmallPictureIsEnlargedOnlyAsFarAsPrintAllowsAndSaidToBeCoarse() throws {
        let set = try made("![图](a.png)\n", files: ["a.png": Pictures.png(300, 100)])
        let rect = try #require(
            set.pages.frames[0].items.compactMap { item -> Rect? in
                if case .bitmap(_, let rect) = item.mark { rect } else { nil }
            }.first)
        let density = 300 / (rect.width / 72)
        #expect(density >= 99.9 && density < 200)
        #expect(set.report.diagnostics.map(\.code.id) == ["BB551"])
        #expect(set.report.diagnostics.first?.place?.line == 1)
    }

    @Test func aPictureAsWideAsAWallIsMadeToFit() throws {
        let set = try made("![图](a.png)\n", files: ["a.png": Pictures.png(30_000, 40)])
        #expect(set.report.diagnostics.isEmpty)
        let tooWide = try made("![图](a.png)\n", files: ["a.png": Pictures.png(33_000, 2)])
        #expect(tooWide.report.diagnostics.map(\.code.id) == ["BB521"])
    }

    /// The title's characters stand below each other at the right edge of the first page, the text at their left.
    @Test(arguments: [1, 2]) func aVerticalPagesTitleIsVertical(_ columns: Int) throws {
        let set = try made("# 防范诈骗手册\n\n\(long)\n", columns: columns, isVertical: true)
        let area = set.design.area(ofPage: 1)
        var title: [Point] = []
        var text: [Point] = []
        for case .glyphs(let run, let origin) in set.pages.frames[0].items.dropLast().map(\.mark) {
            let places = run.glyphs.map { Point(x: origin.x + $0.x, y: origin.y + $0.y) }
            if run.size == 21 { title += places } else { text += places }
        }
        #expect(title.count == 6)
        #expect(Set(title.map { ($0.x * 100).rounded() }).count == 1, "one line")
        for (upper, lower) in zip(title, title.dropFirst()) { #expect(abs(lower.y - upper.y - 21) < 0.01) }
        let (top, bottom) = ((title.first?.y ?? 0) - 0.88 * 21, (title.last?.y ?? 0) + 0.12 * 21)
        #expect(abs((top + bottom) / 2 - (area.y + area.height / 2)) < 0.5, "in the middle of the line")
        let left = title.map(\.x).min() ?? 0
        #expect(left + 21 <= area.maxX + 0.01)
        #expect(text.allSatisfy { $0.x + 10 < left }, "the text begins at the left of the title")
        #expect(set.report.diagnostics.isEmpty)
    }

    /// The lines of vertical text follow each other through the page's width.
    @Test(arguments: ["A5", "A4"], [(900, 600), (600, 900), (4000, 40)])
    func aPictureOfAnyShapeFitsAVerticalPage(_ sheet: String, _ pixels: (Int, Int)) throws {
        let set = try made(
            "# 书\n\n\(long)\n\n![图](a.png \"图一\")\n\n\(long)\n", size: sheet, isVertical: true,
            files: ["a.png": Pictures.png(pixels.0, pixels.1)])
        #expect(set.report.diagnostics.isEmpty)
        let pictures = set.pages.frames.indices.flatMap { page in
            set.pages.frames[page].items.compactMap { item -> (Int, Rect)? in
                if case .bitmap(_, let rect) = item.mark { (page + 1, rect) } else { nil }
            }
        }
        let (page, rect) = try #require(pictures.first)
        let area = set.design.area(ofPage: page)
        #expect(pictures.count == 1)
        #expect(rect.x >= area.x && rect.maxX <= area.maxX && rect.y >= area.y - 0.01 && rect.maxY <= area.maxY + 0.01)
        #expect(abs(rect.width / rect.height - Double(pixels.0) / Double(pixels.1)) < 0.01)
    }

    @Test(arguments: [false, true]) func whatIsHigherThanAPageIsSaidWithItsExcess(_ isVertical: Bool) throws {
        let row = String(repeating: "国家反诈", count: 600)
        let set = try made("```table\n名|说明\n甲|\(row)\n```\n", isVertical: isVertical)
        let fault = try #require(set.report.diagnostics.first { $0.code == .flowOverflow })
        let summary = fault.summary(in: .chinese)
        #expect(summary.contains("毫米") && !summary.contains(" 0.0 毫米"))
        #expect(fault.place?.line != nil)
    }

    @Test func aTableWiderThanThePageIsSetAndItsCellsSaid() throws {
        let row = (1...30).map { "第\($0)项" }.joined(separator: "|")
        let set = try made("```table\n\(row)\n\(row)\n```\n")
        #expect(set.text(0).filter { $0 == "第" }.count == 60)
        let codes = Set(set.report.diagnostics.map(\.code.id))
        #expect(codes.isSubset(of: ["BB550"]))
    }
}

extension String {
    fileprivate func components(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
    fileprivate var replacingZeroWidth: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\u{200B}" }))
    }
}
