package import Diagnostics
import Files
import Glibc

/// Reads finished PDFs, ours or anyone's, and tells where they go against the checklist of Chinese composition.
package struct Proof: Sendable {
    private let program: String

    /// The program is MuPDF's `mutool`: a path, or a name that is looked up in PATH.
    package init(program: String = "mutool") { self.program = program }

    /// Checks one file; `found` gets each finding, by page and line, while the file is being read. What keeps a file from
    /// being checked is reported. Memory does not grow with the number of pages.
    package func check(_ path: String, reporting report: inout Report, found: (Finding) -> Void) {
        let place = SourcePlace(file: path)
        guard let file = open(path, reporting: &report) else { return }
        defer { close(file) }
        var reader = StextReader()
        var facts = FileFacts()
        var dots = DrawnDots()
        var seen = PagesSeen()
        do {
            let mutool = Mutool(program: program)
            _ = try mutool.run(.script(FactsScript.text), on: file) { facts.read($0) }
            _ = try mutool.run(.script(DotsScript.text), on: file) { dots.read($0) }
            var proofreader = Proofreader(facts)
            let outcome = try mutool.run(.text, on: file) { bytes in
                reader.read(bytes) { page in
                    var page = page
                    page.dots = dots.on(page.number)
                    seen.count(page)
                    proofreader.read(page, found: found)
                }
            }
            proofreader.finish(found: found)
            report.add(contentsOf: seen.remarks(on: place, outcome))
        } catch {
            report.add(
                error.number == ENOENT
                    ? Diagnostic(.mutoolMissing, at: place)
                    : Diagnostic(.mutoolFailed, at: place, ["reason": .init("\(error.number)")]))
        }
    }

    /// Opens a file that begins as a PDF does.
    private func open(_ path: String, reporting report: inout Report) -> Int32? {
        let place = SourcePlace(file: path)
        // O_NONBLOCK, because opening a pipe would wait for its other end.
        let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            report.add(.fileUnreadable, at: place, ["path": .init(path), "reason": FileAccess.reason(errno)])
            return nil
        }
        var status = stat()
        guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(file)
            report.add(.notARegularPDF, at: place)
            return nil
        }
        guard Self.beginsAsPDF(file) else {
            close(file)
            report.add(.notAPDF, at: place)
            return nil
        }
        return file
    }

    /// The header may stand anywhere in the first kilobyte (Adobe, PDF Reference 1.7, implementation note 13).
    private static func beginsAsPDF(_ file: Int32) -> Bool {
        let head = unsafe [UInt8](unsafeUninitializedCapacity: 1024) { buffer, count in
            count = unsafe max(0, pread(file, buffer.baseAddress!, buffer.count, 0))
        }
        return String(decoding: head, as: Unicode.ASCII.self).contains("%PDF-")
    }
}
