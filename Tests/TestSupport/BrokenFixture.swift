package import Diagnostics
package import Foundation
package import Testing

/// One folder of Tests/Fixtures/broken: a fault laid over the smallest campaign that is right.
///
/// The folder's name is a code and a short name, such as `BB023-misspelt-title`. In it:
/// - any files, such as `content/pages/help.md`: they are laid over those of Tests/Fixtures/minimal;
/// - `remove.txt`, if there is one: a path a line that is taken out of the minimal campaign first;
/// - `expected.zh.txt` and `expected.en.txt`: everything that is printed, with paths from the fixture's root.
///
/// To add one: make the folder with the wrong files, run the test once (it records and fails), read what it recorded.
package struct BrokenFixture: Sendable, CustomTestStringConvertible {
    package let name: String

    /// The code that the fixture is about.
    package var code: String { String(name.prefix { $0 != "-" }) }
    package var testDescription: String { name }
    package var folder: URL { Self.root.appending(path: name) }

    private static let root = Repository.fixtures.appending(path: "broken")

    /// The fixtures of the codes that begin with one of the prefixes, such as `BB2`.
    package static func all(of prefixes: [String]) -> [BrokenFixture] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.sorted().filter { name in prefixes.contains { name.hasPrefix($0) } }.map(BrokenFixture.init)
    }

    /// The minimal campaign with the fixture's files over it, in a folder of its own.
    package func laidOut() throws -> Scratch {
        let scratch = try Scratch()
        try Self.copy(Repository.fixtures.appending(path: "minimal"), to: scratch.url)
        if let list = try? String(contentsOf: folder.appending(path: "remove.txt"), encoding: .utf8) {
            for path in list.split(separator: "\n") {
                try FileManager.default.removeItem(at: scratch.url.appending(path: String(path)))
            }
        }
        try Self.copy(folder, to: scratch.url)
        for leftover in ["remove.txt", "expected.zh.txt", "expected.en.txt"] {
            try? FileManager.default.removeItem(at: scratch.url.appending(path: leftover))
        }
        return scratch
    }

    private static func copy(_ source: URL, to target: URL) throws {
        for path in try FileManager.default.subpathsOfDirectory(atPath: source.path) {
            let (from, to) = (source.appending(path: path), target.appending(path: path))
            let type = try FileManager.default.attributesOfItem(atPath: from.path)[.type] as? FileAttributeType
            if type == .typeDirectory {
                try FileManager.default.createDirectory(at: to, withIntermediateDirectories: true)
            } else {
                try? FileManager.default.removeItem(at: to)
                try FileManager.default.copyItem(at: from, to: to)
            }
        }
    }

    /// Compares what a run printed, in both languages, with what the fixture expects. The first run records and fails.
    package func expect(_ report: Report, in scratch: Scratch, sourceLocation: SourceLocation = #_sourceLocation) throws
    {
        #expect(
            report.diagnostics.contains { $0.code.id == code }, "\(name) does not give its code",
            sourceLocation: sourceLocation)
        for language in Language.allCases {
            let printer = DiagnosticPrinter(language: language)
            let printed = report.sorted.map { printer.text(of: $0) }.joined(separator: "\n").replacing(
                scratch.path + "/", with: "")
            let reference = folder.appending(path: "expected.\(language.rawValue).txt")
            let recording = ProcessInfo.processInfo.environment["BULLETIN_RECORD"] == "1"
            if !recording, let expected = try? String(contentsOf: reference, encoding: .utf8) {
                #expect(printed == expected, "\(name) in \(language)", sourceLocation: sourceLocation)
            } else {
                try Data(printed.utf8).write(to: reference)
                Issue.record("recorded \(name) in \(language); read it, then run again", sourceLocation: sourceLocation)
            }
        }
    }
}
