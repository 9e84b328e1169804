import Diagnostics
import Drawing
import Foundation
import TestSupport
import Testing
import Theme

/// The repository's own theme and fonts, and programs that read finished PDF files.
enum PressFixture {
    static func templates() -> TemplateFolder {
        var report = Report()
        return TemplateFolder.read(Repository.root.appending(path: "templates").path, reporting: &report)
    }

    static func theme() throws -> Theme {
        var report = Report()
        let file = try #require(templates().file("theme.yaml"))
        return try #require(Theme.load(file, reporting: &report))
    }

    static func sources() throws -> FontSources {
        var report = Report()
        return try #require(FontSources.find(try theme().fonts, reporting: &report))
    }

    static func fonts(for text: String, roles: [FontRole] = [.serif, .hand]) throws -> FontBook {
        try FontBook(try sources(), roles: roles, characters: text.unicodeScalars)
    }

    /// What a program writes to its standard output; its exit status must be 0.
    static func output(of program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        try #require(process.terminationStatus == 0, "\(program): \(text)")
        return text
    }

    /// The text of a PDF as a reader copies it, without white space.
    static func text(of pdf: [UInt8], pages: ClosedRange<Int>? = nil) throws -> String {
        let scratch = try Scratch()
        let file = try scratch.write(pdf, to: "file.pdf")
        let range = pages.map { ["-f", "\($0.lowerBound)", "-l", "\($0.upperBound)"] } ?? []
        let text = try output(of: "pdftotext", range + ["-raw", file.path, "-"])
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }

    static func check(_ pdf: [UInt8]) throws {
        let scratch = try Scratch()
        let text = try output(of: "qpdf", ["--check", try scratch.write(pdf, to: "file.pdf").path])
        #expect(text.contains("No syntax or stream encoding errors found"), "\(text)")
    }
}
