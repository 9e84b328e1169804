import Artifacts
import Campaign
import Diagnostics
import Drawing
import Foundation
import TestSupport
import Testing

@testable import Edition
@testable import Prepress

/// The folder that is handed to the print shop.
@Suite struct ShopTests {
    private struct Shop {
        var plan: BoardPlan
        var artifacts: [Artifact]
        var names: [String] {
            artifacts.map(\.path.text).filter { $0.hasPrefix("shop/") }.map { String($0.dropFirst("shop/".count)) }
        }
        func made(_ name: String) throws -> [UInt8] { try BoardFilesTests.made(artifacts, "shop/\(name)").bytes }
    }

    private func shop() throws -> Shop {
        let fixture = try PosterFixture.real.get()
        let boards = try BoardFixture.real.get()
        let plan = boards.plan([
            try BoardFixture.board("甲", .board, "A3", quantity: 20, row: ["policy-interpretation/policy-facts"]),
            try BoardFixture.board(
                "乙", .board, "A4×2", row: ["lend-company-account/case", "loan-four-fees/case"]),
            try BoardFixture.board("街", .banner, "8x0.7m", quantity: 2, row: ["slogans-banner/theme-banner"]),
        ]).plan
        let press = boards.press(fixture, ordered: plan.lines.map(\.poster.ref))
        return Shop(plan: plan, artifacts: try press.posters() + ShopPress(press: press, plan: plan).artifacts())
    }

    @Test func namesSayHowEachFileIsPrinted() throws {
        #expect(
            try shop().names == [
                "01_A3_policy-facts_157g_20份.pdf", "02_A4_loan-four-fees-case_157g_1份.pdf",
                "03_A4_lend-company-account-case_157g_1份.pdf", "04_8x0.7m_banner_喷绘布_2份.pdf",
                "04_8x0.7m_banner_喷绘布_2份_1比10.pdf", "04_8x0.7m_banner_喷绘布_2份_1比10.jpg", "印制清单.xlsx", "横幅文字.csv",
                "印制说明.pdf", "sha256.txt",
            ])
    }

    /// 3 mm of bleed around paper, marks outside it, the sheet itself as the trim box.
    @Test func aSheetIsCutToItsSizeAndBleeds() throws {
        let pdf = try shop().made("01_A3_policy-facts_157g_20份.pdf")
        try PressFixture.check(pdf)
        let scratch = try Scratch()
        let file = try scratch.write(pdf, to: "sheet.pdf")
        let boxes = try PressFixture.output(of: "pdfinfo", ["-box", file.path])
        func box(_ name: String) throws -> [Double] {
            let line = try #require(boxes.split(separator: "\n").first { $0.hasPrefix("\(name):") })
            return line.split(separator: " ").compactMap { Double($0) }
        }
        let (trim, bleed) = (try box("TrimBox"), try box("BleedBox"))
        #expect(abs(trim[2] - trim[0] - .millimetres(297)) < 0.1 && abs(trim[3] - trim[1] - .millimetres(420)) < 0.1)
        #expect(abs(trim[0] - bleed[0] - .millimetres(3)) < 0.1)
    }

    @Test func aLargeSheetComesAtATenthToo() throws {
        let shop = try shop()
        let pdf = try shop.made("04_8x0.7m_banner_喷绘布_2份_1比10.pdf")
        let scratch = try Scratch()
        let file = try scratch.write(pdf, to: "tenth.pdf")
        let facts = try PressFixture.output(of: "pdfinfo", [file.path])
        let size = try #require(facts.split(separator: "\n").first { $0.hasPrefix("Page size:") })
        let numbers = size.split(separator: " ").compactMap { Double($0) }
        #expect(abs(numbers[0] - .millimetres(800)) < 0.1 && abs(numbers[1] - .millimetres(70)) < 0.1)
        #expect(try PressFixture.text(of: pdf).contains("警惕诈骗新手法"))
        let jpeg = try shop.made("04_8x0.7m_banner_喷绘布_2份_1比10.jpg")
        var report = Report()
        let bitmap = try #require(Bitmap.read(jpeg, path: "tenth.jpg", at: nil, reporting: &report))
        #expect(bitmap.isJPEG && bitmap.width == 4000)
        // The density in the JFIF head makes it 80 cm wide.
        let density = Int(jpeg[14]) << 8 | Int(jpeg[15])
        #expect(jpeg[13] == 1 && density == 127)
    }

    @Test func theTextsOfBannersAreListed() throws {
        let text = String(decoding: try shop().made("横幅文字.csv"), as: UTF8.self)
        #expect(text == "\u{FEFF}序号,文字,尺寸,条数,点位\r\n4,警惕诈骗新手法，不做电诈工具人,8x0.7m,2,街\r\n合计,,,2,\r\n")
    }

    @Test func theHashesAreThoseOfTheFiles() throws {
        let shop = try shop()
        let list = String(decoding: try shop.made("sha256.txt"), as: UTF8.self)
        #expect(list.split(separator: "\n").map { String($0.dropFirst(66)) } == shop.names.dropLast())
        let scratch = try Scratch()
        for name in shop.names.dropLast() { _ = try scratch.write(try shop.made(name), to: name) }
        _ = try scratch.write(Array(list.utf8), to: "sha256.txt")
        let answer = try Command.run("bash", ["-c", "cd \"$0\" && sha256sum --check --quiet sha256.txt", scratch.path])
        #expect(answer.status == 0, "\(answer.errors)")
    }

    @Test func theInstructionsAreOnePageAndAddUp() throws {
        let pdf = try shop().made("印制说明.pdf")
        try PressFixture.check(pdf)
        let text = try PressFixture.text(of: pdf)
        #expect(text.contains("合计42424"), "\(text)")
        #expect(text.contains("NotoSerifCJKSC") && text.contains("警惕诈骗新手法，不做电诈工具人"))
        let scratch = try Scratch()
        let file = try scratch.write(pdf, to: "page.pdf")
        #expect(try PressFixture.output(of: "pdfinfo", [file.path]).contains("Pages:           1\n"))
    }

    @Test func theSameOrderGivesTheSameBytes() throws {
        let (first, second) = (try shop(), try shop())
        for name in first.names.dropLast() { #expect(try first.made(name) == second.made(name), "\(name)") }
    }
}
