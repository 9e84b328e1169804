import Diagnostics
import Drawing
import Files
import Glibc
import Theme

/// A finished PDF in the inks of a press, by Ghostscript: a program under the AGPL, run and never linked.
///
/// Print shops need no structure, and Ghostscript keeps none. The same file and profile give the same bytes: no date, no id, no name of a file goes in. Boxes, the unit and the
/// language are set anew, and the profile goes into the file as its output intent (ISO 32000-1 §14.11.5).
struct CMYKEdition {
    let profile: InkProfile
    let recipes: InkRecipes
    /// What the drawn file was finished with.
    let finishing: PDFFinishing
    var program = "gs"

    func bytes(of pdf: [UInt8]) throws -> [UInt8] {
        let prepared = try self.prepared(pdf)
        let converted = try Self.run(program, conversion, on: prepared)
        let document = try QPDFDocument.reading(converted, description: "CMYK edition")
        finishing.describe(document)
        addIntent(to: document)
        return try document.written(version: "1.6")
    }

    /// Text in black ink alone, marks in all: Ghostscript leaves colours that are in four inks already as they are.
    private func prepared(_ pdf: [UInt8]) throws -> [UInt8] {
        let document = try QPDFDocument.reading(pdf, description: "drawn pages")
        try document.changeContent(recipes.applied)
        return try document.written()
    }

    private var conversion: [String] {
        [
            "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "--permit-file-read=\(profile.path)", "-sstdout=%stderr",
            "-sDEVICE=pdfwrite", "-sOutputFile=-", "-dCompatibilityLevel=1.6", "-dNoUserUnit",
            "-dAutoRotatePages=/None",
            "-sColorConversionStrategy=CMYK", "-sProcessColorModel=DeviceCMYK", "-sOutputICCProfile=\(profile.path)",
            // Relative colorimetric with black point compensation, as print shops convert.
            "-dRenderIntent=1", "-dBlackPtComp=1", "-dOmitInfoDate=true", "-dOmitID=true", "-dOmitXMP=true",
            // Pictures keep their pixels and are not compressed with losses a second time.
            "-dDownsampleColorImages=false", "-dDownsampleGrayImages=false", "-dAutoFilterColorImages=false",
            "-dColorImageFilter=/FlateEncode", "-dEmbedAllFonts=true", "-dSubsetFonts=true", "/dev/stdin",
        ]
    }

    private func addIntent(to document: borrowing QPDFDocument) {
        let stream = document.indirect(document.stream(profile.bytes))
        document.set("/N", of: document.dictionary(ofStream: stream), to: document.parsed("4"))
        let name = document.parsed("<\(Self.hexadecimal(profile.name))>")
        let intent = document.parsed("<< /Type /OutputIntent /S /GTS_PDFX >>")
        document.set("/OutputConditionIdentifier", of: intent, to: name)
        document.set("/Info", of: intent, to: name)
        document.set("/DestOutputProfile", of: intent, to: stream)
        document.set("/OutputIntents", of: document.root, to: document.array([document.indirect(intent)]))
    }

    /// Text strings are UTF-16 with a byte order mark (§7.9.2.2).
    private static func hexadecimal(_ text: String) -> String {
        ([0xFEFF] + Array(text.utf16)).map { unit in
            let digits = String(unit, radix: 16)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }

    /// What Ghostscript makes of a file; throws a fault of the machine.
    static func run(_ program: String, _ arguments: [String], on pdf: [UInt8]) throws -> [UInt8] {
        let (output, outcome): ([UInt8], Program.Outcome)
        do throws(Program.Failure) {
            (output, outcome) = try Program(program, arguments).run(on: pdf)
        } catch {
            throw error.number == ENOENT
                ? Fault(.ghostscriptMissing) : Fault(.ghostscriptFailed, ["reason": .init("\(error.number)")])
        }
        guard outcome.status == 0 else {
            let reason = outcome.messages.split(separator: "\n").first.map(String.init) ?? "\(outcome.status)"
            throw Fault(.ghostscriptFailed, ["reason": .init(reason)])
        }
        return output
    }
}
