import Foundation
import TestSupport
import Testing

/// Whatever is wrong with the input: a clear diagnostic, the right exit status, and nothing lost.
@Suite struct BadInputTests {
    /// Builds, breaks something, builds again: the second build must fail as stated and leave the output as it was.
    private func expectFault(
        _ code: String, status: Int32 = 1, saying words: String..., after breaking: (StarterCampaign) throws -> Void
    ) throws {
        let campaign = try StarterCampaign()
        try #require(try campaign.build("--only", "site").status == 0)
        let before = try campaign.output()
        try breaking(campaign)
        let result = try campaign.build()
        #expect(result.status == status)
        #expect(result.errors.contains("error[\(code)]"), "\(result.errors)")
        for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
        #expect(try campaign.output() == before)
    }

    @Test func `an empty content folder`() throws {
        try expectFault("BB221") { campaign in
            try FileManager.default.removeItem(at: campaign.scratch.url.appending(path: "content"))
            try FileManager.default.createDirectory(
                at: campaign.scratch.url.appending(path: "content"), withIntermediateDirectories: true)
        }
    }

    @Test func `no campaign.yaml`() throws {
        try expectFault("BB222", saying: "campaign.yaml") { campaign in
            try FileManager.default.removeItem(at: campaign.scratch.url.appending(path: "content/campaign.yaml"))
        }
    }

    @Test func `bytes that are not UTF-8 are named by their offset`() throws {
        try expectFault("BB002", saying: "content/pages/help.md:1:4", "第 3 字节") { campaign in
            try campaign.scratch.write([0x61, 0x62, 0x63, 0xB0, 0xA1], to: "content/pages/help.md")
        }
    }

    @Test func `a byte order mark and CRLF line ends are no fault`() throws {
        let campaign = try StarterCampaign()
        try #require(try campaign.build("--only", "site").status == 0)
        let before = try campaign.output()
        try campaign.edit("content/pages/help.md") { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }
        try campaign.edit("content/campaign.yaml") { $0.replacing("\n", with: "\r\n") }
        try #require(try campaign.build("--only", "site").status == 0)
        let page = "site/pages/help.html"
        #expect(try campaign.output().files[page] == before.files[page])
    }

    @Test func `a table in GB18030, as Excel saves it, is read`() throws {
        let campaign = try StarterCampaign()
        try #require(try campaign.build("--only", "handbook").status == 0)
        let before = try campaign.output()
        let converted = try Command.run(
            "iconv", ["-f", "UTF-8", "-t", "GB18030", campaign.scratch.url.appending(path: "content/units.csv").path])
        try campaign.scratch.write(converted.output, to: "content/units.csv")
        try #require(try campaign.build("--only", "handbook").status == 0)
        #expect(try campaign.output() == before)
    }

    @Test func `a Markdown file of nine megabytes is refused`() throws {
        try expectFault("BB003", saying: "content/pages/help.md", "8 MB") { campaign in
            try campaign.scratch.write(
                [UInt8](repeating: UInt8(ascii: "a"), count: 9 << 20), to: "content/pages/help.md")
        }
    }

    @Test func `200,000 nested quotes neither crash nor hang`() throws {
        let campaign = try StarterCampaign()
        try campaign.edit("content/pages/help.md") { $0 + "\n" + String(repeating: ">", count: 200_000) + " 深\n" }
        let result = try campaign.build("--only", "site")
        #expect(result.status == 0 || result.status == 1)
        #expect(result.status == 0 || result.errors.contains("content/pages/help.md"))
    }

    @Test(arguments: [("../etc", "BB240"), ("a/b", "BB240"), ("con", "BB242"), ("NUL", "BB240"), (".", "BB240")])
    func `a slug that leaves its folder or names a device`(slug: String, code: String) throws {
        try expectFault(code, saying: "content/pages/help.md:3:") { campaign in
            try campaign.edit("content/pages/help.md") { $0.replacing("slug: help", with: "slug: \"\(slug)\"") }
        }
    }

    @Test func `a link that leaves the content folder`() throws {
        try expectFault("BB004", saying: "content/pages/secret.md") { campaign in
            try campaign.scratch.write("secret", to: "outside.md")
            try FileManager.default.createSymbolicLink(
                atPath: campaign.scratch.url.appending(path: "content/pages/secret.md").path,
                withDestinationPath: "../../outside.md")
        }
    }

    @Test func `a font that is not installed is a lack of the machine`() throws {
        try expectFault("BB501", status: 3, saying: "No Such Song") { campaign in
            try campaign.edit("templates/theme.yaml") { $0.replacing("LXGW WenKai", with: "No Such Song") }
        }
    }

    @Test func `a character that no font has is named with its place`() throws {
        try expectFault("BB510", saying: "content/cases/fan.md:", "U+E123") { campaign in
            try campaign.edit("content/cases/fan.md") { $0.replacing("焦味", with: "焦\u{E123}味") }
        }
    }

    @Test func `a disk that takes no more leaves the last good output`() throws {
        let campaign = try StarterCampaign()
        try #require(try campaign.build("--only", "site").status == 0)
        let before = try campaign.output()
        try campaign.edit("content/pages/help.md") { $0 + "\n" + String(repeating: "先断电。", count: 60_000) + "\n" }
        // A limit on the size of files stands for the full disk: the same write fails, on every machine.
        let result = try Command.run(
            "bash",
            [
                "-c", "trap '' XFSZ; ulimit -f 256; exec \"$0\" build --on 2025-07-08 --only site",
                Repository.binary.path,
            ],
            in: campaign.scratch.url, environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(result.status == 3, "\(result.errors)")
        #expect(result.errors.contains("error[BB7"))
        #expect(try campaign.output() == before)
    }

    @Test func `an output folder that cannot be written`() throws {
        let campaign = try StarterCampaign()
        let result = try campaign.build("--output", "/proc/bulletin-output")
        #expect(result.status == 3)
        #expect(result.errors.contains("error[BB7"), "\(result.errors)")
    }

    @Test func `a kill at any moment leaves an output that the next build completes`() throws {
        let clean = try StarterCampaign()
        try #require(try clean.build().status == 0)
        let expected = try clean.output()
        let campaign = try StarterCampaign()
        for hundredths in stride(from: 1, through: 40, by: 3) {
            _ = try Command.run(
                "timeout",
                [
                    "-s", "KILL", "0.\(hundredths < 10 ? "0" : "")\(hundredths)", Repository.binary.path, "build",
                    "--on", "2025-07-08",
                ],
                in: campaign.scratch.url)
        }
        try #require(try campaign.build().status == 0)
        #expect(try campaign.output().differences(from: expected) == [])
    }

    @Test func `contacts of units.csv reach no output`() throws {
        let campaign = try StarterCampaign()
        try campaign.scratch.write(
            "单位,类别,职工人数,地址,联系人,电话,备注\n示例超市,商户,8,槐树巷七号,欧阳晓燕,13900001234,爱打听\n示例社区居委会,社区,3,,,,\n示例街道办事处,机关,3,,,,\n",
            to: "content/units.csv")
        try #require(try campaign.build().status == 0)
        for (path, bytes) in try campaign.output().files where !path.hasSuffix(".pdf") && !path.hasSuffix(".png") {
            let text = String(decoding: bytes, as: UTF8.self)
            for secret in ["槐树巷", "欧阳晓燕", "13900001234", "爱打听"] {
                #expect(!text.contains(secret), "\(secret) in \(path)")
            }
        }
        let folder = campaign.scratch.url.appending(path: "output/handbook")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".pdf") {
            let text = try Command.run("pdftotext", [folder.appending(path: name).path, "-"]).outputText
            for secret in ["槐树巷", "欧阳晓燕", "13900001234", "爱打听"] { #expect(!text.contains(secret)) }
        }
    }
}
