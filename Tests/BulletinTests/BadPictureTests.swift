import Foundation
import TestSupport
import Testing

/// Pictures that cannot be printed are named with their places for every output; unusual ones are printed as they are seen.
@Suite struct BadPictureTests {
    private func picture(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Repository.fixtures.appending(path: name)))
    }

    /// A picture's bytes, the code of the fault when a campaign holds it, and when a single file does.
    private func bad(_ kind: String) throws -> (bytes: [UInt8], inCampaign: String, alone: String) {
        let whole = try picture("pictures/cmyk-adobe.jpg")
        let drop = try picture("minimal/content/images/drop.png")
        return switch kind {
        case "not a picture": (Array("这不是图片".utf8), "BB231", "BB520")
        case "a truncated JPEG": (Array(whole.dropLast(40)), "BB520", "BB520")
        case "a truncated PNG": (Array(drop.dropLast(14)), "BB520", "BB520")
        case "a damaged PNG":
            (drop.enumerated().map { $0.offset == 45 ? $0.element ^ 1 : $0.element }, "BB520", "BB520")
        case "inks without a note": (try picture("pictures/cmyk-plain.jpg"), "BB312", "BB312")
        default: (try picture("broken/BB521-too-wide/content/images/wall.png"), "BB521", "BB521")
        }
    }

    static let kinds = [
        "not a picture", "a truncated JPEG", "a truncated PNG", "a damaged PNG", "inks without a note",
        "33,000 pixels wide",
    ]

    @Test(arguments: kinds) func `stops posters, handbook and site, and the file is named`(kind: String) throws {
        let (bytes, code, _) = try bad(kind)
        for share in ["posters", "handbook", "site"] {
            let campaign = try StarterCampaign()
            try campaign.scratch.write(bytes, to: "content/images/tap.png")
            try campaign.edit("content/pages/help.md") { $0 + "\n![说明](../images/tap.png)\n" }
            let result = try campaign.build("--only", share)
            #expect(result.status == 1)
            #expect(result.errors.contains("content/images/tap.png: error[\(code)]"), "\(share): \(result.errors)")
        }
    }

    @Test(arguments: kinds) func `stops typeset at its line`(kind: String) throws {
        let (bytes, _, code) = try bad(kind)
        let scratch = try Scratch()
        try scratch.write(bytes, to: "tap.png")
        try scratch.write("# 书\n\n国家。\n\n![说明](tap.png)\n", to: "a.md")
        let result = try Command.bulletin(["typeset", "a.md", "--out", "a.pdf"], in: scratch.url)
        #expect(result.status == 1)
        #expect(result.errors.contains("a.md:5:1: error[\(code)]"), "\(result.errors)")
    }

    /// The printed page, as poppler sees it, at 72 dots an inch.
    private func page(with name: String) throws -> (width: Int, pixels: [UInt8]) {
        let scratch = try Scratch()
        try scratch.write(try picture("pictures/\(name)"), to: name)
        try scratch.write("![说明](\(name))\n", to: "a.md")
        let result = try Command.bulletin(["typeset", "a.md", "--out", "a.pdf"], in: scratch.url)
        try #require(result.status == 0, "\(result.errors)")
        let drawn = try Command.run("pdftoppm", ["-r", "72", "a.pdf"], in: scratch.url).output
        // P6, width, height, 255, pixels.
        let head = drawn.split(separator: UInt8(ascii: "\n"), maxSplits: 3).prefix(3)
        let width = try #require(
            head[1].split(separator: UInt8(ascii: " ")).first.flatMap { Int(String(decoding: $0, as: UTF8.self)) })
        return (width, Array(drawn[(head[2].endIndex + 1)...]))
    }

    private func colours(_ page: (width: Int, pixels: [UInt8])) -> Set<[Int]> {
        Set(
            stride(from: 0, to: page.pixels.count, by: 3).map { at in
                page.pixels[at..<at + 3].map { ($0 > 200) ? 2 : $0 > 60 ? 1 : 0 }
            })
    }

    @Test(arguments: ["cmyk-adobe.jpg", "ycck-adobe.jpg"])
    func `a picture in a printer's inks has its colours on the page`(name: String) throws {
        let found = colours(try page(with: name))
        for colour in [[2, 0, 0], [0, 2, 0], [0, 0, 2], [0, 0, 0], [0, 2, 2], [2, 2, 0]] {
            #expect(found.contains(colour), "\(colour) of \(name)")
        }
        #expect(!found.contains([2, 0, 2]), "magenta is not in the picture: the colours are not inverted")
    }

    @Test func `a telephone's picture stands upright on the page`() throws {
        let page = try page(with: "turned.jpg")
        var rows: [Int: [Int]] = [:]
        for at in stride(from: 0, to: page.pixels.count, by: 3) {
            let (red, green, blue) = (page.pixels[at], page.pixels[at + 1], page.pixels[at + 2])
            if red > 150, green < 60, blue < 60 { rows[0, default: []].append(at / 3 / page.width) }
            if blue > 150, green < 60, red < 60 { rows[1, default: []].append(at / 3 / page.width) }
        }
        let (red, blue) = (try #require(rows[0]), try #require(rows[1]))
        #expect(red.max() ?? 0 <= (blue.min() ?? 0) + 1, "red is above blue")
    }
}
