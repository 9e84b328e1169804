import Diagnostics
import Foundation
import TestSupport
import Testing
@testable import Proofing

/// Rules 41 to 44 and 46: what a whole file owes. Each goes against files that break it and files that only look as if they did.
struct FileRuleTests {
    private func found(_ pdf: HandmadePDF) throws -> [Finding] {
        let scratch = try Scratch()
        var report = Report()
        var found: [Finding] = []
        Proof().check(try scratch.write(pdf.bytes, to: "a.pdf").path, reporting: &report) { found.append($0) }
        #expect(report.diagnostics.map(\.code.id) == ["BB905"], "a page without text, and nothing else")
        return found
    }

    private func expect(_ rules: [Int], _ pdf: HandmadePDF, _ location: Testing.SourceLocation = #_sourceLocation)
        throws
    {
        let found = try found(pdf)
        #expect(found.map(\.rule.number) == rules, "\(found.map(\.detail.en))", sourceLocation: location)
    }

    private func font(_ font: String, _ others: String...) -> HandmadePDF { HandmadePDF(objects: [font] + others) }

    @Test func aFileAsItShouldBeHasNoFindings() throws { try expect([], HandmadePDF()) }

    // MARK: 41

    private static let cid = "/Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Ordering (GB1) >>"

    @Test func fontsThatAreNotEmbeddedAreFound() throws {
        // One of the fourteen standard fonts, a font with a descriptor but no file, one of two bytes, one in a form.
        try expect([41], font("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"))
        try expect([41], font(HandmadePDF.embedded, "<< /Type /FontDescriptor /FontName /A /Flags 32 >>"))
        try expect(
            [41],
            font(
                "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>",
                "<< \(Self.cid) /FontDescriptor << /FontName /SimSun /Flags 4 >> >>"))
        var form = font(
            HandmadePDF.stream(
                "", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>"),
            "<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >>")
        form.resources = "/XObject << /X1 4 0 R >>"
        let finding = try #require(try found(form).first)
        #expect("\(finding.rule.number) \(finding.page) \(finding.line) \(finding.text)" == "41 1 0 Arial")
    }

    @Test func fontsThatPagesDoNotUseAndFontsWithoutAFileAreLegal() throws {
        // A form to be filled in, a font of drawings, files of all three kinds.
        var form = HandmadePDF()
        form.catalog +=
            " /AcroForm << /Fields [] /DR << /Font << /Helv << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        try expect([], form)
        try expect(
            [],
            font(
                """
                << /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << >>
                /Encoding << /Differences [65 /A] >> /FirstChar 65 /LastChar 65 /Widths [1] >>
                """))
        for file in ["FontFile", "FontFile2", "FontFile3"] {
            try expect(
                [], font(HandmadePDF.embedded, "<< /Type /FontDescriptor /FontName /A /Flags 32 /\(file) 3 0 R >>"))
        }
    }

    // MARK: 42, 43, 46

    @Test(arguments: ["", "/Lang ()", "/Lang ( )", "/Lang /zh"])
    func aFileWithoutALanguageIsFound(entry: String) throws {
        try expect([42], HandmadePDF(catalog: "\(entry) /MarkInfo << /Marked true >> /StructTreeRoot << /K 3 0 R >>"))
    }

    @Test(arguments: ["(zh-CN)", "(zh)", "<FEFF007A0068>"])
    func anyWayToWriteALanguageIsLegal(text: String) throws {
        try expect(
            [], HandmadePDF(catalog: "/Lang \(text) /MarkInfo << /Marked true >> /StructTreeRoot << /K 3 0 R >>"))
    }

    @Test(arguments: ["", "/Title ()", "/Title (  )", "/Subject (A)"])
    func aFileWithoutATitleIsFound(info: String) throws { try expect([43], HandmadePDF(info: info)) }

    @Test func aTitleMayStandInTheMetadata() throws {
        try expect([], HandmadePDF(info: "/Title <FEFF56FD>"))
        func metadata(_ text: String) -> HandmadePDF {
            var pdf = HandmadePDF(info: "")
            pdf.catalog += " /Metadata 6 0 R"
            pdf.objects.append(HandmadePDF.stream(text, "/Type /Metadata /Subtype /XML"))
            return pdf
        }
        let title = "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">甲</rdf:li></rdf:Alt></dc:title>"
        try expect([], metadata("<rdf:RDF>\(title)</rdf:RDF>"))
        try expect([], metadata(title.replacing("<rdf:li ", with: "\n<rdf:li ")))
        try expect([43], metadata("<rdf:RDF></rdf:RDF>"))
    }

    @Test(arguments: [
        "", "/MarkInfo << /Marked true >>", "/MarkInfo << /Marked false >> /StructTreeRoot << /K 3 0 R >>",
        "/StructTreeRoot << /K 3 0 R >>", "/MarkInfo << /Marked true >> /StructTreeRoot << >>",
    ])
    func aFileWithoutTagsIsFound(entries: String) throws {
        try expect([46], HandmadePDF(catalog: "/Lang (zh-CN) \(entries)"))
    }

    @Test(arguments: [
        "/MarkInfo << /Marked true /Suspects true >> /StructTreeRoot << /K [3 0 R] >>",
        "/MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot /K << /S /Document >> >>",
        "/MarkInfo << /UserProperties false /Marked true >> /StructTreeRoot << /K 3 0 R >>",
    ])
    func tagsOfAnyKindAreLegal(entries: String) throws {
        try expect([], HandmadePDF(catalog: "/Lang (zh-CN) \(entries)"))
    }

    // MARK: 44

    private static let file = "/FontDescriptor << /FontName /A /Flags 4 /FontFile2 3 0 R >>"

    private func twoBytes(_ encoding: String, ordering: String, _ more: String = "") -> HandmadePDF {
        font(
            "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding \(encoding) /DescendantFonts [5 0 R] \(more) >>",
            """
            << /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (\(ordering)) >>
            \(Self.file) >>
            """)
    }

    private func oneByte(_ entries: String) -> HandmadePDF {
        font("<< /Type /Font /BaseFont /A \(entries) \(Self.file) >>")
    }

    @Test func fontsWhoseGlyphsStandForNothingAreFound() throws {
        try expect([44], twoBytes("/Identity-H", ordering: "Identity"))
        try expect([44], oneByte("/Subtype /TrueType"))
        try expect([44], oneByte("/Subtype /Type1 /Encoding << /Differences [1 /g1 /g2 /a17] >>"))
        try expect([44], oneByte("/Subtype /Type3 /Encoding << /Differences [1 /c1] >> /CharProcs << >>"))
    }

    @Test func fontsWhoseCodesAreKnownAreLegal() throws {
        try expect([], twoBytes("/Identity-H", ordering: "Identity", "/ToUnicode 3 0 R"))
        try expect([], twoBytes("/Identity-H", ordering: "GB1"))
        try expect([], twoBytes("/UniGB-UTF16-H", ordering: "Identity"))
        try expect([], oneByte("/Subtype /TrueType /Encoding /MacRomanEncoding"))
        try expect([], oneByte("/Subtype /Type1"))
        try expect([], oneByte("/Subtype /Type1 /Encoding << /Differences [1 /A /comma /uni65E5 /u20000 /f_i.alt] >>"))
    }

    @Test func aFontIsToldOnceWithTheFirstPageThatUsesIt() throws {
        var pdf = font(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        pdf.resources = "/Font << /F1 4 0 R /F2 5 0 R >>"
        #expect(try found(pdf).map { "\($0.rule.number) \($0.page) \($0.text)" } == ["41 1 Helvetica"])
    }

    /// Resources that lead to themselves, and to things of other kinds, are read to their end.
    @Test func hostileResourcesAreReadToTheirEnd() throws {
        var loop = font(
            HandmadePDF.stream("", "/Subtype /Form /Resources << /XObject << /X1 4 0 R >> /Font 7 >>"),
            HandmadePDF.embedded)
        loop.resources = "/XObject << /X1 4 0 R /X2 (text) >> /Font << /F1 12 /F2 [1] /F3 99 0 R >>"
        try expect([], loop)
    }
}
