import Artifacts
import Diagnostics
import Foundation
import Glibc
import TestSupport
import Testing

/// A machine that refuses: a clear diagnostic, exit status 3, nothing lost.
struct MachineFaultTests {
    private let page: Sketches = ["site/index.html": Sketch(text: "home"), "site/b.html": Sketch()]
    private let other: Sketches = ["site/index.html": Sketch(text: "other"), "site/c.html": Sketch()]

    private func expectFault(
        _ code: DiagnosticCode, at path: String?, _ change: (inout FileSystem) -> Void,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var bench = try Workbench()
        try bench.publish(page)
        let before = try bench.tree()
        change(&bench.fileSystem)
        let found = try bench.failure(other)
        let shown = path.map { $0.isEmpty ? bench.output : "\(bench.output)/\($0)" }
        #expect(found.map(\.code) == [code], sourceLocation: sourceLocation)
        if let shown { #expect(found.first?.arguments["path"] == Wording(shown), sourceLocation: sourceLocation) }
        var report = Report()
        report.add(contentsOf: found)
        #expect(report.exitStatus == 3, sourceLocation: sourceLocation)
        #expect(try bench.tree() == before, sourceLocation: sourceLocation)
        bench.fileSystem = .unsynced
        try bench.publish(other)
        #expect(try bench.tree() == bench.clean(other), sourceLocation: sourceLocation)
    }

    @Test func aFullDiskIsNamedOnce() throws {
        try expectFault(.diskFull, at: "site/c.html") { fileSystem in
            let real = fileSystem
            fileSystem.open = { folder, path, purpose throws(SystemError) in
                if path.hasSuffix("site/c.html") { throw SystemError(number: ENOSPC, path: path) }
                return try real.open(folder, path, purpose)
            }
        }
        try expectFault(.diskFull, at: nil) { fileSystem in
            fileSystem.write = { _, _ throws(SystemError) in throw SystemError(number: ENOSPC, path: "") }
        }
    }

    @Test func aReadOnlyOutputFolderIsNamed() throws {
        try expectFault(.outputNotWritable, at: ".staging") { fileSystem in
            let real = fileSystem
            fileSystem.makeFolder = { folder, path throws(SystemError) in
                if path.hasPrefix(".staging") { throw SystemError(number: EROFS, path: path) }
                try real.makeFolder(folder, path)
            }
        }
    }

    @Test func aFolderWithoutTheRightToWriteIsNamedBeforeAnythingIsRendered() throws {
        var bench = try Workbench()
        try bench.publish(page)
        _ = bench.rendered.take()
        bench.fileSystem.mayWrite = { _, path in path != "site" }
        let found = try bench.failure(other)
        #expect(found == [Diagnostic(.outputNotWritable, at: nil, ["path": Wording(bench.output + "/site")])])
        #expect(bench.rendered.take().isEmpty)
    }

    @Test func anotherTroubleOfTheSystemIsQuoted() throws {
        try expectFault(.outputFailed, at: "") { fileSystem in
            fileSystem.syncAll = { _ throws(SystemError) in throw SystemError(number: EIO, path: "") }
        }
    }

    @Test func aFileInPlaceOfTheOutputFolderIsNamed() throws {
        let bench = try Workbench()
        try bench.scratch.write("file", to: "output")
        #expect(try bench.failure(page) == [Diagnostic(.notAFolder, at: nil, ["path": Wording(bench.output)])])
    }

    @Test func aCommitThatStopsHalfwaySaysSoAndIsFinishedByTheNextStart() throws {
        var bench = try Workbench()
        try bench.publish(page)
        let real = bench.fileSystem
        bench.fileSystem.rename = { folder, from, to throws(SystemError) in
            if to == "site/index.html" { throw SystemError(number: EIO, path: to) }
            try real.rename(folder, from, to)
        }
        #expect(try bench.failure(other).map(\.code) == [.outputFailed, .commitUnfinished])
        bench.fileSystem = real
        let summary = try bench.publish(other)
        #expect(summary.finishedEarlierCommit && summary.made == 0)
        #expect(try bench.tree() == bench.clean(other))
    }

    @Test func twoBuildsAtOnceAreRefused() throws {
        let bench = try Workbench()
        let page = page
        let inner = Artifact(path: try OutputPath("x"), share: .site, inputs: Fingerprint(of: [])) { _, _ in
            let found = try bench.failure(page)
            #expect(found == [Diagnostic(.outputLocked, at: nil, ["path": Wording(bench.output)])])
            return Rendered()
        }
        _ = try OutputTree(bench.output, fileSystem: .unsynced).publish([inner], options: bench.options)
        // Afterwards the lock is free again.
        try bench.publish(page)
    }

    @Test func everyOutputCodeIsWordedInBothLanguages() throws {
        let codes = DiagnosticCode.all.filter { $0.id.hasPrefix("BB7") }
        let arguments: [String: Wording] = [
            "path": "output/site/index.html", "other": "output/site/INDEX.html",
            "reason": .init("错误 5（Input/output error）", "error 5 (Input/output error)"),
        ]
        for language in Language.allCases {
            let text = codes.map { code in
                let diagnostic = Diagnostic(code, at: nil, arguments)
                return "\(code.id)\n\(diagnostic.summary(in: language))\n\(diagnostic.mend(in: language))\n"
            }
            try expectGolden(text.joined(separator: "\n"), named: "codes.\(language.rawValue).txt")
        }
    }
}
