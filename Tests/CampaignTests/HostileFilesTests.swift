import Campaign
import Diagnostics
import Foundation
import Glibc
import TestSupport
import Testing

/// Files that a repository cannot hold: each is named in both languages, and loading goes on.
@Suite struct HostileFilesTests {
    private func campaign() throws -> Scratch {
        let scratch = try Scratch()
        try FileManager.default.copyItem(
            at: Repository.fixtures.appending(path: "minimal/content"), to: scratch.url.appending(path: "content"))
        return scratch
    }

    /// What is printed, in Chinese and English, with paths from the scratch folder.
    private func printed(_ scratch: Scratch, path: String = "content") -> (text: String, campaign: Campaign?) {
        var report = Report()
        let campaign = Campaign.load("\(scratch.path)/\(path)", reporting: &report)
        let lines = Language.allCases.flatMap { language in
            report.sorted.map { DiagnosticPrinter(language: language).text(of: $0) }
        }
        return (lines.joined().replacing(scratch.path + "/", with: ""), campaign)
    }

    @Test func aFolderThatIsNotThere() throws {
        let scratch = try Scratch()
        #expect(
            printed(scratch).text == """
                error[BB220]: 找不到内容文件夹“content”
                    改法：请检查路径；新建一个请用 bulletin new。
                error[BB220]: no content folder “content”
                    mend: Check the path, or make one with bulletin new.

                """)
    }

    @Test func aFileInPlaceOfTheFolder() throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "content")
        #expect(printed(scratch).text.contains("BB220"))
    }

    @Test func nineMegabytesOfMarkdownAreRefused() throws {
        let scratch = try campaign()
        try scratch.write([UInt8](repeating: UInt8(ascii: "a"), count: 9 << 20), to: "content/pages/big.md")
        let (text, campaign) = printed(scratch)
        #expect(
            text == """
                content/pages/big.md: error[BB003]: 文件太大：9 MB，上限 8 MB
                    改法：请把内容拆成几个文件。
                content/pages/big.md: error[BB003]: the file is too large: 9 MB, the limit is 8 MB
                    mend: Split the content into several files.

                """)
        #expect(campaign?.pieces.count == 4)
    }

    /// The file is there: that it cannot be read is said once, not once more for every link to it.
    @Test func aLinkToAFileThatCannotBeReadIsNoFault() throws {
        let scratch = try campaign()
        try scratch.write([0xB0, 0xEF, 0xD6, 0xFA], to: "content/pages/help.md")
        var report = Report()
        _ = Campaign.load("\(scratch.path)/content", reporting: &report)
        #expect(report.diagnostics.map(\.code) == [.invalidUTF8])
        report = Report()
        _ = Campaign.load("\(scratch.path)/content", piece: "policy/01.md", reporting: &report)
        #expect(report.diagnostics.map(\.code) == [])
    }

    @Test func aNameOfAUnitHoldsNoControlCharacters() throws {
        let scratch = try campaign()
        try scratch.write("单位,类别,职工人数\n甲\0乙,机关,5\n丙\u{9B}丁,机关,5\n", to: "content/units.csv")
        var report = Report()
        _ = Campaign.load("\(scratch.path)/content", reporting: &report)
        #expect(report.diagnostics.filter { $0.code == .controlCharacter }.map { $0.place?.line } == [2, 3])
    }

    @Test func aPipeIsNotWaitedFor() throws {
        let scratch = try campaign()
        #expect(unsafe mkfifo("\(scratch.path)/content/pages/pipe.md", 0o600) == 0)
        #expect(
            printed(scratch).text == """
                content/pages/pipe.md: error[BB219]: 这不是普通文件
                    改法：请写文件的名字，不要写文件夹；管道、设备等请移走。
                content/pages/pipe.md: error[BB219]: not a regular file
                    mend: Name a file, not a folder; remove pipes, devices and the like.

                """)
    }

    @Test func aNameInGBKIsNamed() throws {
        let scratch = try campaign()
        let name = Array("\(scratch.path)/content/pages/".utf8) + [0xB0, 0xEF, 0xD6, 0xFA] + Array(".md".utf8) + [0]
        let descriptor = unsafe name.withUnsafeBufferPointer { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600) }
        }
        #expect(descriptor >= 0)
        close(descriptor)
        let text = printed(scratch).text
        #expect(text.contains("error[BB218]: 文件名不是 UTF-8 编码"))
        #expect(text.contains("error[BB218]: the file's name is not UTF-8"))
    }

    @Test func linksStayInsideTheFolder() throws {
        let scratch = try campaign()
        try scratch.write("---\ntitle: 外\nslug: out\ncode: o1\ndate: 2024-07-01\n---\n\n外。\n", to: "outside/out.md")
        let pages = "\(scratch.path)/content/pages"
        for (link, target) in [
            ("a.md", "../../outside/out.md"), ("b.md", "/etc/hostname"), ("c", "../../outside"), ("d.md", "d.md"),
            ("e.md", "nothing.md"), ("f", "."),
        ] {
            #expect(unsafe symlink(target, "\(pages)/\(link)") == 0)
        }
        let (text, campaign) = printed(scratch)
        #expect(text.components(separatedBy: "error[BB004]").count - 1 == 2 * 4)
        #expect(text.components(separatedBy: "error[BB001]").count - 1 == 2 * 2)
        #expect(campaign?.pieces.count == 4)
    }

    @Test func aLinkInsideTheFolderIsAFile() throws {
        let scratch = try campaign()
        try scratch.write(
            "---\ntitle: 里\nslug: in\ncode: i1\ndate: 2024-07-01\n---\n\n里。\n", to: "content/static/in.txt")
        #expect(unsafe symlink("../static/in.txt", "\(scratch.path)/content/pages/in.md") == 0)
        let (text, campaign) = printed(scratch)
        #expect(text == "")
        #expect(campaign?.pieces.contains { $0.slug == "in" } == true)
    }

    @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
    func aFileWithoutTheRightToReadIsTheMachinesFault() throws {
        let scratch = try campaign()
        #expect(unsafe chmod("\(scratch.path)/content/pages/help.md", 0) == 0)
        var report = Report()
        _ = Campaign.load("\(scratch.path)/content", reporting: &report)
        #expect(report.diagnostics.contains { $0.code == .fileUnreadable })
    }

    @Test func whatSystemsAndEditorsLeaveBehindIsIgnored() throws {
        let scratch = try campaign()
        for name in [".DS_Store", "help.md~", "Thumbs.db", "~$notes.docx", ".help.md.swp", "#help.md#", "desktop.ini"] {
            try scratch.write("x", to: "content/pages/\(name)")
        }
        #expect(printed(scratch).text == "")
    }

    @Test func lineEndsOfWindowsChangeNothing() throws {
        let (plain, windows) = (try campaign(), try campaign())
        for path in ["campaign.yaml", "policy/01.md", "cases/01.md", "slogans/01.md", "pages/help.md", "units.csv"] {
            let text = String(decoding: try windows.read("content/\(path)"), as: UTF8.self)
            try windows.write(text.replacing("\n", with: "\r\n"), to: "content/\(path)")
        }
        let (expected, actual) = (printed(plain), printed(windows))
        #expect(actual.text == "")
        #expect(actual.campaign?.pieces.map(\.title) == expected.campaign?.pieces.map(\.title))
        #expect(actual.campaign?.pieces.map(\.slogans.count) == expected.campaign?.pieces.map(\.slogans.count))
        #expect(actual.campaign?.units.map(\.name) == expected.campaign?.units.map(\.name))
        #expect(actual.campaign?.units.map(\.headcount) == expected.campaign?.units.map(\.headcount))
        #expect(actual.campaign?.facts.phases == expected.campaign?.facts.phases)
    }

    @Test func aSheetInGB18030IsRead() throws {
        let scratch = try campaign()
        // 单位,类别,职工人数 / 清河社区,社区,12
        let bytes: [UInt8] =
            [
                0xB5, 0xA5, 0xCE, 0xBB, 0x2C, 0xC0, 0xE0, 0xB1, 0xF0, 0x2C, 0xD6, 0xB0, 0xB9, 0xA4, 0xC8, 0xCB, 0xCA,
                0xFD, 0x0D, 0x0A,
            ]
            + [
                0xC7, 0xE5, 0xBA, 0xD3, 0xC9, 0xE7, 0xC7, 0xF8, 0x2C, 0xC9, 0xE7, 0xC7, 0xF8, 0x2C, 0x31, 0x32, 0x0D,
                0x0A,
            ]
        try scratch.write(bytes, to: "content/units.csv")
        let (text, campaign) = printed(scratch)
        #expect(text == "")
        #expect(campaign?.units.map(\.name) == ["清河社区"])
        #expect(campaign?.units.map(\.headcount) == [12])
    }

    @Test(
        arguments: [
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF],
            [0x47, 0x49, 0x46, 0x38], [],
            [0xFF, 0xD8, 0xFF, 0xC0, 0x00, 0x11],
            [
                0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 0, 0, 0,
                0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0,
            ],
        ] as [[UInt8]])
    func brokenPicturesAreNamed(bytes: [UInt8]) throws {
        let scratch = try campaign()
        try scratch.write(bytes, to: "content/images/broken.png")
        #expect(printed(scratch).text.contains("content/images/broken.png: error[BB231]"))
    }
}
