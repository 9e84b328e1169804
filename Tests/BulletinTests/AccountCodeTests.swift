import Foundation
import QRCode
import TestSupport
import Testing

/// The code of an official account is placed as it was supplied: the same pixels, readable on page, poster and handbook.
@Suite struct AccountCodeTests {
    private static let payload = "http://weixin.qq.com/r/kzkpAAAExample1234567"

    /// The fire campaign with a code for its account and a mark in SVG.
    private func campaign(_ code: [UInt8]?, mark: String? = nil) throws -> Scratch {
        let scratch = try Scratch()
        try FileManager.default.copyItem(
            at: Repository.fixtures.appending(path: "fire-safety/content"), to: scratch.url.appending(path: "content"))
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "templates"), to: scratch.url.appending(path: "templates"))
        var facts = String(decoding: try scratch.read("content/campaign.yaml"), as: UTF8.self)
        if let code {
            try scratch.write(code, to: "content/images/qr.png")
            facts = facts.replacing("{名称: 柳桥消防, 类型: 公众号,", with: "{名称: 柳桥消防, 类型: 公众号, 二维码: images/qr.png,")
        }
        facts = facts.replacing("标志: images/logo.png\n", with: mark == nil ? "" : "标志: images/mark.svg\n")
        if let mark { try scratch.write(mark, to: "content/images/mark.svg") }
        try scratch.write(facts, to: "content/campaign.yaml")
        return scratch
    }

    private func build(_ scratch: Scratch) throws -> Command {
        try Command.bulletin(
            ["build", "--on", "2024-11-05", "--quiet"], in: scratch.url, environment: ["LC_ALL": "zh_CN.UTF-8"])
    }

    /// What `zbarimg` reads in the pages of a PDF, drawn at 150 dots an inch.
    private func codes(inPagesOf path: String, _ scratch: Scratch) throws -> [String] {
        let file = scratch.url.appending(path: "output/\(path)").path
        let script = "pdftoppm -r 150 -png \"$0\" p && zbarimg --quiet --raw p*.png 2>/dev/null; rm -f p*.png"
        return try Command.run("bash", ["-c", script, file], in: scratch.url).outputText.split(separator: "\n").map(
            String.init)
    }

    @Test func `the code is read from page, poster and handbook`() throws {
        let picture = try QRCode(encoding: Self.payload).png(moduleSize: 9)
        let scratch = try campaign(picture)
        let built = try build(scratch)
        try #require(built.status == 0, "\(built.errors)")
        #expect(try codes(inPagesOf: "posters/notice/policy-facts-A4.pdf", scratch).contains(Self.payload))
        #expect(try codes(inPagesOf: "posters/notice/policy-facts-A3.pdf", scratch).contains(Self.payload))
        #expect(try codes(inPagesOf: "handbook/柳桥镇政府.pdf", scratch).contains(Self.payload))
        #expect(try scratch.read("output/site/images/qr.png") == picture)
        let page = String(decoding: try scratch.read("output/site/pages/help.html"), as: UTF8.self)
        #expect(page.contains("src=\"../images/qr.png\" alt=\"柳桥消防的二维码\""))
        #expect(!page.contains("微信搜索“柳桥消防”"))
    }

    @Test(arguments: ["posters/notice/policy-facts-A4.pdf", "handbook/柳桥镇政府.pdf"])
    func `print holds the picture's own pixels`(path: String) throws {
        // Rows of whole bytes: what fills up others is nobody's pixel.
        let moduleSize = 8
        let code = try QRCode(encoding: Self.payload)
        let scratch = try campaign(code.png(moduleSize: moduleSize))
        try #require(try build(scratch).status == 0)
        try scratch.write("", to: "pictures/none")
        let folder = scratch.url.appending(path: "pictures")
        _ = try Command.run("pdfimages", [scratch.url.appending(path: "output/\(path)").path, "i"], in: folder)
        // Portable bitmaps: `P4`, width and height, then a bit a pixel, 1 for dark, each row filled up to a whole byte.
        let side = (code.size + 2 * QRCode.quietZone) * moduleSize
        var expected = Array("P4\n\(side) \(side)\n".utf8)
        for y in 0..<side {
            var row = [UInt8](repeating: 0, count: (side + 7) / 8)
            for x in 0..<side {
                let place = (row: y / moduleSize - QRCode.quietZone, column: x / moduleSize - QRCode.quietZone)
                let isInside = (0..<code.size).contains(place.row) && (0..<code.size).contains(place.column)
                if isInside, code.modules[place.row * code.size + place.column] { row[x / 8] |= 0x80 >> UInt8(x % 8) }
            }
            expected += row
        }
        let found = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("i-") }
        #expect(try found.contains { try scratch.read("pictures/\($0)") == expected }, "\(found)")
    }

    @Test func `without a picture the account's name is printed to search for`() throws {
        let scratch = try campaign(nil)
        try #require(try build(scratch).status == 0)
        let page = String(decoding: try scratch.read("output/site/pages/help.html"), as: UTF8.self)
        #expect(page.contains("微信搜索“柳桥消防”"))
        for path in ["posters/notice/policy-facts-A4.pdf", "handbook/柳桥镇政府.pdf"] {
            let text = try Command.run("pdftotext", [scratch.url.appending(path: "output/\(path)").path, "-"])
                .outputText
            #expect(text.replacing(/\s/, with: "").contains("微信搜索“柳桥消防”"), "\(path)")
        }
    }

    @Test(arguments: [
        ("not a picture", "BB231"), ("", "BB231"),
    ])
    func `a picture that is none stops the build and is named`(bytes: String, code: String) throws {
        let result = try build(try campaign(Array(bytes.utf8)))
        #expect(result.status == 1)
        #expect(result.errors.contains("error[\(code)]"), "\(result.errors)")
        #expect(result.errors.contains("content/images/qr.png"))
    }

    @Test func `the organiser's mark stands in pages, posters and on the cover, and only where there is one`() throws {
        let mark = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="11" fill="#0A7B3C"/></svg>
            """
        let scratch = try campaign(nil, mark: mark)
        try #require(try build(scratch).status == 0)
        let home = String(decoding: try scratch.read("output/site/index.html"), as: UTF8.self)
        #expect(home.components(separatedBy: "class=\"logo\" src=\"images/mark.svg\"").count == 3)
        let poster = String(
            decoding: try scratch.read("output/posters/slogans-home/bike-outside-slogan-block-A4.html"), as: UTF8.self)
        #expect(poster.contains("data:image/svg+xml"))

        let plain = try campaign(nil)
        try #require(try build(plain).status == 0)
        #expect(!String(decoding: try plain.read("output/site/index.html"), as: UTF8.self).contains("class=\"logo\""))
        for path in ["posters/slogans-home/bike-outside-slogan-block-A4.pdf", "handbook/柳桥镇政府.pdf"] {
            #expect(try scratch.read("output/\(path)") != plain.read("output/\(path)"))
        }
    }

    @Test func `a mark with a script is refused where it stands`() throws {
        let result = try build(try campaign(nil, mark: "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<script/></svg>"))
        #expect(result.status == 1)
        #expect(result.errors.contains("content/images/mark.svg:2:1: error[BB531]"), "\(result.errors)")
    }

    @Test func `the paper that the campaign states stands on the back cover`() throws {
        let scratch = try campaign(nil)
        try #require(try build(scratch).status == 0)
        let file = scratch.url.appending(path: "output/handbook/柳桥镇政府.pdf").path
        let text = try Command.run("pdftotext", [file, "-"]).outputText.replacing(/\s/, with: "")
        #expect(text.contains("用纸：封面157g，内页80g"))
    }
}
