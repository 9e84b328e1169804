import Foundation
import TestSupport
import Testing

/// `bulletin poster`: one poster into one file, and what is said when it cannot be.
@Suite struct PosterCommandTests {
    private static let policy = "content/policy/interpretation.md"
    private static let banner = "content/slogans/banner.md"

    /// In the repository, where content/ and templates/ are; the file goes into a scratch folder.
    private func poster(_ words: [String], out: String, in scratch: Scratch) throws -> Command {
        try Command.bulletin(
            ["poster"] + words + ["--on", "2024-07-10", "--lang", "zh", "--quiet", "--out", "\(scratch.path)/\(out)"],
            in: Repository.root)
    }

    @Test func `a poster of a piece is a sheet of that size with its text`() throws {
        let scratch = try Scratch()
        let made = try poster(
            [Self.policy, "--template", "policy-facts", "--size", "A3"], out: "a.pdf", in: scratch)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.errors.isEmpty)
        let facts = try Command.run("pdfinfo", ["a.pdf"], in: scratch.url).outputText
        #expect(facts.contains("841.89 x 1190.55 pts (A3)") && facts.contains("Pages:           1\n"), "\(facts)")
        let text = try Command.run("pdftotext", ["-raw", "a.pdf", "-"], in: scratch.url).outputText
        #expect(text.filter { !$0.isWhitespace }.contains("警惕诈骗新手法不做电诈工具人"))
        #expect(try Command.run("qpdf", ["--check", "a.pdf"], in: scratch.url).status == 0)
    }

    @Test func `one slogan of a group is chosen by its id, on a size that no front matter names`() throws {
        let scratch = try Scratch()
        let made = try poster(
            [Self.banner, "--item", "every-day", "--template", "banner", "--size", "8x0.7m"], out: "b.pdf", in: scratch)
        #expect(made.status == 0, "\(made.errors)")
        let text = try Command.run("pdftotext", ["-raw", "b.pdf", "-"], in: scratch.url).outputText
        #expect(text.filter { !$0.isWhitespace }.contains("买卖天天做，防骗天天说"))
        let objects = try Command.run("qpdf", ["--qdf", "--object-streams=disable", "b.pdf", "-"], in: scratch.url)
        #expect(String(decoding: objects.output, as: UTF8.self).contains("/UserUnit 2"))
    }

    @Test func `the same poster is the same bytes, wherever it is made`() throws {
        let scratch = try Scratch()
        let words = ["--template", "policy-facts", "--size", "A4", "--bleed", "3mm", "--marks"]
        for (name, folder, file) in [
            ("a.pdf", Repository.root, Self.policy),
            ("b.pdf", Repository.root.appending(path: "content/policy"), "interpretation.md"),
        ] {
            let made = try Command.bulletin(
                ["poster", file] + words
                    + [
                        "--on", "2024-07-10", "--quiet", "--out", "\(scratch.path)/\(name)", "--templates",
                        Repository.root.appending(path: "templates").path,
                    ], in: folder)
            #expect(made.status == 0, "\(made.errors)")
        }
        #expect(try Command.run("cmp", ["a.pdf", "b.pdf"], in: scratch.url).status == 0)
    }

    @Test func `pictures have the pixels that were asked for, and drawings are drawings`() throws {
        let scratch = try Scratch()
        let words = [Self.policy, "--template", "policy-facts", "--size", "A4"]
        #expect(try poster(words + ["--dpi", "100"], out: "a.png", in: scratch).status == 0)
        let kind = try Command.run("file", ["a.png"], in: scratch.url).outputText
        let head = try scratch.read("a.png")[16..<24]
        let sides = [Array(head.prefix(4)), Array(head.suffix(4))].map { $0.reduce(0) { $0 << 8 | Int($1) } }
        #expect(sides == [827, 1170], "\(kind)")
        #expect(try poster(words, out: "a.svg", in: scratch).status == 0)
        let svg = String(decoding: try scratch.read("a.svg"), as: UTF8.self)
        #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 595.28 841.89\""))
        let parse = "import xml.dom.minidom; xml.dom.minidom.parse('a.svg')"
        #expect(try Command.run("python3", ["-c", parse], in: scratch.url).status == 0)
    }

    @Test(
        arguments: [
            (["--template", "policy-fact", "--size", "A3"], "BB610", "policy-facts"),
            (["--template", "policy-facts", "--size", "8x0.7m"], "BB619", "8x0.7m"),
            (["--template", "policy-facts", "--size", "A3", "--item", "theme"], "BB573", "--item"),
            (["--template", "policy-facts", "--size", "A3", "--distance", "50m"], "BB627", "50 米"),
        ] as [([String], String, String)])
    func `what does not fit the piece is status 1 and says what would`(
        words: [String], code: String, hint: String
    ) throws {
        let scratch = try Scratch()
        let made = try poster([Self.policy] + words, out: "a.pdf", in: scratch)
        #expect(made.status == 1)
        #expect(made.errors.contains(code) && made.errors.contains(hint), "\(made.errors)")
        #expect(made.errors.contains(Self.policy))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }

    @Test func `in the inks of a press, by a profile that is one`() throws {
        let scratch = try Scratch()
        let words = [Self.policy, "--template", "policy-facts", "--size", "A4", "--bleed", "3mm", "--marks"]
        let made = try poster(words + ["--cmyk"], out: "a.pdf", in: scratch)
        #expect(made.status == 0 && made.errors.isEmpty, "\(made.errors)")
        let objects = try Command.run("qpdf", ["--qdf", "--object-streams=disable", "a.pdf", "-"], in: scratch.url)
        let text = String(decoding: objects.output, as: UTF8.self)
        #expect(text.contains("/OutputIntents") && text.contains("0 0 0 1 k") && !text.contains(" rg\n"))
        let screen = try poster(words + ["--cmyk", "srgb"], out: "b.pdf", in: scratch)
        #expect(screen.status == 1 && screen.errors.contains("BB579"), "\(screen.errors)")
        let absent = try poster(words + ["--cmyk", "absent.icc"], out: "b.pdf", in: scratch)
        #expect(absent.status == 3 && absent.errors.contains("BB578"), "\(absent.errors)")
        #expect(try poster(words + ["--cmyk"], out: "b.png", in: scratch).status == 2)
        #expect(!FileManager.default.fileExists(atPath: "\(scratch.path)/b.pdf"))
    }

    @Test func `tiled, it is a page that shows how and a page for each tile`() throws {
        let scratch = try Scratch()
        let words = [Self.policy, "--template", "policy-facts", "--size", "A3"]
        #expect(try poster(words + ["--tile", "A4"], out: "a.pdf", in: scratch).status == 0)
        let facts = try Command.run("pdfinfo", ["a.pdf"], in: scratch.url).outputText
        #expect(facts.contains("Pages:           5\n") && facts.contains("(A4)"), "\(facts)")
        let small = [Self.policy, "--template", "policy-facts", "--size", "A4", "--tile", "A4"]
        let needless = try poster(small, out: "b.pdf", in: scratch)
        #expect(needless.status == 1 && needless.errors.contains("BB582"), "\(needless.errors)")
        for more in [["--bleed", "3mm"], ["--marks"], ["--tile", "A9"]] {
            #expect(try poster(words + ["--tile", "A4"] + more, out: "c.pdf", in: scratch).status == 2)
        }
        #expect(try poster(words + ["--tile", "A4"], out: "c.png", in: scratch).status == 2)
    }

    @Test func `a group needs an id, and a wrong one gets a suggestion`() throws {
        let scratch = try Scratch()
        let words = [Self.banner, "--template", "banner", "--size", "6x0.7m"]
        let none = try poster(words, out: "a.pdf", in: scratch)
        #expect(
            none.status == 1 && none.errors.contains("BB572") && none.errors.contains("every-day"), "\(none.errors)")
        let wrong = try poster(words + ["--item", "every-dya"], out: "a.pdf", in: scratch)
        #expect(wrong.status == 1 && wrong.errors.contains("BB279") && wrong.errors.contains("“every-day”"))
    }

    @Test func `a file of no campaign is told where files of a campaign lie`() throws {
        let scratch = try Scratch()
        try scratch.write("# 求助\n", to: "a.md")
        let words = ["--template", "policy-facts", "--size", "A3"]
        let made = try poster(["\(scratch.path)/a.md"] + words, out: "a.pdf", in: scratch)
        #expect(made.status == 1 && made.errors.contains("BB570"), "\(made.errors)")
        let absent = try poster(["\(scratch.path)/absent.md"] + words, out: "a.pdf", in: scratch)
        #expect(absent.status == 3)
    }

    /// One character fills the sheet; two hundred do not fit, and the answer says by how much.
    @Test(arguments: [(1, 0), (200, 1)] as [(Int, Int32)])
    func `slogans of any length`(count: Int, status: Int32) throws {
        let scratch = try Scratch()
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "content"), to: scratch.url.appending(path: "content"))
        let slogan = String(repeating: "谨慎转账不轻信", count: 40).prefix(count)
        try scratch.write(
            "---\ntitle: 长短\nslug: lengths\ncode: zz9\ndate: 2024-07-01\n---\n\n- \(slogan) {#only}\n",
            to: "content/slogans/lengths.md")
        let made = try poster(
            ["\(scratch.path)/content/slogans/lengths.md", "--template", "slogan-block", "--size", "A3"],
            out: "a.pdf", in: scratch)
        #expect(made.status == status, "\(made.errors)")
        #expect(status == 0 || made.errors.contains("BB62"), "\(made.errors)")
        #expect(FileManager.default.fileExists(atPath: "\(scratch.path)/a.pdf") == (status == 0))
    }

    @Test func `a picture that cannot be drawn says which resolution can`() throws {
        let scratch = try Scratch()
        let made = try poster(
            [Self.banner, "--item", "theme", "--template", "banner", "--size", "8x0.7m", "--dpi", "300"], out: "a.png",
            in: scratch)
        #expect(
            made.status == 1 && made.errors.contains("BB574") && made.errors.contains("降到 104 "), "\(made.errors)")
    }

    @Test(arguments: [
        ["--size", "0x0cm"], ["--size", "50x0.7m"], ["--size", "50x50m"], ["--size", "A3+"], ["--distance", "0"],
        ["--bleed", "-3mm"], ["--bleed", "1m"], ["--dpi", "0"], ["--out", "a.docx"], ["--out", "a"],
    ])
    func `wrong usage is status 2`(words: [String]) throws {
        let scratch = try Scratch()
        var line = ["--template", "policy-facts", "--size", "A3", "--out", "\(scratch.path)/a.pdf"]
        for (name, value) in [(words[0], words[1])] {
            if let index = line.firstIndex(of: name) { line[index + 1] = value } else { line += words }
        }
        let made = try Command.bulletin(["poster", Self.policy] + line, in: Repository.root)
        #expect(made.status == 2)
        #expect(made.errors.hasPrefix("用法不对"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }
}
