import Artifacts
import Diagnostics
import Drawing
import Edition
import Foundation
import Synchronization
import TestSupport
import Testing
import Typesetting

@testable import Prepress

struct PosterFilesTests {
    @Test func theTextOfEveryPDFIsTheTextOfItsFrames() throws {
        let fixture = try PosterFixture.real.get()
        let artifacts = try fixture.artifacts()
        let byPath = Dictionary(uniqueKeysWithValues: artifacts.map { ($0.path.text, $0) })
        for ref in fixture.edition.posters where ref.size == "A4" {
            let artifact = try #require(byPath["\(ref.stem).pdf"])
            let pdf = try artifact.bytes().bytes
            let wanted = bare(try #require(fixture.laid(ref).poster).text)
            #expect(try PressFixture.text(of: pdf) == wanted, "\(ref.stem)")
        }
    }

    @Test func aPDFIsSoundAndSaysWhatItIs() throws {
        let fixture = try PosterFixture.fire.get()
        for part in ["case-A4.pdf", "policy-A4.pdf", "policy-facts-A3.pdf", "slogan-block-A3.pdf"] {
            let artifact = try #require(try fixture.artifacts().first { $0.path.text.hasSuffix(part) })
            let (bytes, rendered) = try artifact.bytes()
            try PressFixture.check(bytes)
            let file = try Scratch()
            let path = try file.write(bytes, to: "poster.pdf").path
            let facts = try PressFixture.output(of: "pdfinfo", [path])
            let ref = try #require(fixture.edition.posters.first { artifact.path.text == "\($0.stem).pdf" })
            let title = try #require(fixture.laid(ref).poster).title
            #expect(!title.isEmpty && facts.contains("Title:           \(title)\n"), "\(facts)")
            #expect(facts.contains("Author:          柳桥镇人民政府"))
            #expect(facts.contains("CreationDate:"))
            #expect(facts.contains("Pages:           \(try #require(rendered.pages))\n"))
            let fonts = try PressFixture.output(of: "pdffonts", [path]).split(separator: "\n").dropFirst(2)
            #expect(!fonts.isEmpty)
            for font in fonts { #expect(font.contains("yes yes yes") && !font.contains("Type 3"), "\(font)") }
            let objects = try PressFixture.output(of: "qpdf", ["--json", path])
            #expect(objects.contains("\"title\": \"\(title)\""), "no outline")
            #expect(objects.contains("\"/Lang\": \"u:zh-CN\"") || objects.contains("\"/Lang\": \"zh-CN\""))
        }
    }

    @Test func aPhoneReadsTheCodeFromThePicture() throws {
        let fixture = try PosterFixture.real.get()
        let artifacts = try fixture.artifacts()
        for part in [
            "brushing-gift-parcel/case-A4.png", "policy-facts-A3.png", "theme-slogan-block-A4.png", "/policy-A4.png",
        ] {
            let artifact = try #require(artifacts.first { $0.path.text.hasSuffix(part) })
            let scratch = try Scratch()
            let file = try scratch.write(try artifact.bytes().bytes, to: "poster.png")
            let code = try Command.run("zbarimg", ["-q", "--raw", file.path]).outputText
            #expect(code.hasPrefix("https://bulletin.example/c/"), "\(part): \(code)")
        }
    }

    /// A wall of a hundred posters is opened on a cheap phone: each small picture is 420 or 840 pixels wide and at most 64 KB.
    /// One picture stands for all sheets of a shape.
    @Test func smallPicturesAreSmall() throws {
        let fixture = try PosterFixture.real.get()
        let artifacts = try fixture.artifacts().filter { $0.path.text.hasSuffix("-small.png") }
        let shown = fixture.edition.posters.filter(\.isShown)
        #expect(artifacts.map(\.path.text) == shown.map(\.smallPicture))
        #expect(shown.allSatisfy { $0.size != "A3" || $0.template == "slogan-split" })
        let samples = artifacts.enumerated().filter { $0.offset % 9 == 0 }.map(\.element)
        for artifact in samples {
            let bytes = try artifact.bytes().bytes
            var report = Report()
            let bitmap = try #require(Bitmap.read(bytes, path: "small.png", at: nil, reporting: &report))
            #expect(bitmap.width == (bitmap.width > bitmap.height ? 840 : 420), "\(artifact.path.text)")
            #expect(bytes.count <= 64_000, "\(artifact.path.text): \(bytes.count)")
        }
    }

    /// Chromium prints the page on exactly the sheets that the PDF has, within a point.
    @Test(arguments: [
        "no-parking-in-stairwell/case-A3", "notice/policy-A4", "notice/policy-facts-A4", "clear-stairs-slogan-block-A4",
    ])
    func aBrowserPrintsExactlyTheSheets(part: String) throws {
        let fixture = try PosterFixture.fire.get()
        let ref = try fixture.ref(part)
        let sheets = try #require(fixture.laid(ref).poster).sheets
        let artifact = try #require(try fixture.artifacts().first { $0.path.text == "\(ref.stem).html" })
        let scratch = try Scratch()
        let page = try scratch.write(try artifact.bytes().bytes, to: "poster.html")
        let printed = scratch.url.appending(path: "printed.pdf")
        _ = try PressFixture.output(
            of: "chromium",
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                "--user-data-dir=\(scratch.path)/profile", "--print-to-pdf=\(printed.path)", page.absoluteString,
            ])
        let facts = try PressFixture.output(of: "pdfinfo", ["-f", "1", "-l", "99", printed.path])
        let sizes = facts.split(separator: "\n").filter { $0.hasPrefix("Page") && $0.contains(" size:") }.map { line in
            line.split(separator: " ").compactMap { Double($0) }
        }
        #expect(sizes.count == sheets.count)
        for (size, sheet) in zip(sizes, sheets) {
            // `Page    1 size: 841.92 x 1190.88 pts`
            #expect(abs(size[size.count - 2] - sheet.frame.size.width) <= 1, "\(size)")
            #expect(abs(size[size.count - 1] - sheet.frame.size.height) <= 1, "\(size)")
        }
    }

    @Test func thePageSaysItsTextToThoseWhoCannotSeeIt() throws {
        let fixture = try PosterFixture.fire.get()
        let artifact = try #require(try fixture.artifacts().first { $0.path.text.hasSuffix("case-A4.html") })
        let page = String(decoding: try artifact.bytes().bytes, as: UTF8.self)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
        #expect(page.contains("@page{size:210mm 297mm;margin:0}"))
        #expect(page.contains("<h1>") && page.contains("<h2>"))
        #expect(!page.contains("http://") || !page.contains("src=\"http"))
        #expect(!page.contains("<script"))
    }

    @Test func anyOrderAndAnyThreadGivesTheSameBytes() throws {
        let fixture = try PosterFixture.fire.get()
        func hashes(_ artifacts: [Artifact]) throws -> [String: Fingerprint] {
            var result: [String: Fingerprint] = [:]
            for artifact in artifacts { result[artifact.path.text] = Fingerprint(of: try artifact.bytes().bytes) }
            return result
        }
        let forwards = try hashes(try fixture.artifacts())
        let backwards = try hashes(try fixture.artifacts().reversed())
        #expect(forwards == backwards)

        let works = try fixture.artifacts()
        let found = Mutex<[String: Fingerprint]>([:])
        DispatchQueue.concurrentPerform(iterations: works.count) { index in
            guard let bytes = try? works[index].bytes().bytes else { return }
            found.withLock { $0[works[index].path.text] = Fingerprint(of: bytes) }
        }
        #expect(found.withLock { $0 } == forwards)
    }

    @Test func aPosterDependsOnItsOwnPieceAlone() throws {
        let fixture = try PosterFixture.fire.get()
        func inputs(_ edition: PosterFixture) throws -> [String: Fingerprint] {
            Dictionary(uniqueKeysWithValues: try edition.artifacts().map { ($0.path.text, $0.recipe().inputs) })
        }
        let scratch = try Scratch()
        let copy = scratch.url.appending(path: "content")
        try FileManager.default.copyItem(at: Repository.fixtures.appending(path: "fire-safety/content"), to: copy)
        let file = copy.appending(path: "cases/02-oil.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        try (text + "\n").write(to: file, atomically: false, encoding: .utf8)
        let before = try inputs(try PosterFixture(content: copy, on: "2024-11-09"))
        // Characters that nothing else in the edition has: the fonts of all posters are cut anew.
        let strange = "龘囍𠮷한か①Ωµ"
        try text.replacingOccurrences(of: "锅", with: "灶" + strange).write(
            to: file, atomically: false, encoding: .utf8)
        let after = try inputs(try PosterFixture(content: copy, on: "2024-11-09"))
        let changed = before.keys.filter { before[$0] != after[$0] }
        #expect(!changed.isEmpty)
        // The list of fonts says for which characters they were cut.
        #expect(changed.allSatisfy { $0.contains("hot-oil") || $0 == "posters/fonts.csv" }, "\(changed)")
        #expect(try inputs(fixture).count == before.count)
    }
}
