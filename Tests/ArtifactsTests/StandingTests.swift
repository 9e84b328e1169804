import Artifacts
import Diagnostics
import Foundation
import TestSupport
import Testing

/// A build need not be planned again when its basis holds and every file stands as it was written.
struct StandingTests {
    private static let sketches: Sketches = [
        "site/index.html": Sketch(text: "home", needs: ["posters/a.png"]),
        "site/cases/01.html": Sketch(text: "case", says: .notVerified),
        "posters/a.png": Sketch(share: .posters, text: "picture", pages: 3),
    ]
    private static let basis = Basis(
        inputs: Fingerprint(of: [1]), fonts: [MachineFile("/usr/bin/env"), MachineFile("/no/such/file")], span: 10..<20,
        diagnostics: [Diagnostic(.fileTooLarge, at: SourcePlace(file: "a.md"), ["size": "9 MB"])])

    private func bench(basis: Basis? = Self.basis) throws -> Workbench {
        let bench = try Workbench()
        _ = try OutputTree(bench.output, fileSystem: bench.fileSystem)
            .publish(try artifacts(Self.sketches), options: bench.options, basis: basis)
        return bench
    }

    private func standing(
        _ bench: Workbench, madeBy program: Fingerprint = PublishOptions.runningProgram,
        where holds: (Basis) throws -> Bool = { _ in true }
    ) throws -> PublishSummary? {
        try OutputTree(bench.output, fileSystem: bench.fileSystem).standing(madeBy: program, where: holds)
    }

    @Test func whatStandsIsSummedUpAndSaidAgain() throws {
        let bench = try bench()
        let before = try bench.tree()
        let summary = try #require(try standing(bench))
        #expect(summary.made == 0 && summary.unchanged == 3 && summary.removed == 0)
        #expect(summary.byShare.map(\.share) == [.site, .posters])
        #expect(summary.byShare.map(\.tally.files) == [2, 1])
        #expect(summary.byExtension.map(\.extension) == ["html", "png"])
        #expect(summary.diagnostics.map(\.code) == [.fileTooLarge, .notVerified])
        #expect(try bench.tree() == before)
    }

    @Test func theBasisIsAskedForAsItWasGiven() throws {
        for given in [Self.basis, Basis(inputs: Fingerprint(of: [3]))] {
            var asked: [Basis] = []
            _ = try standing(try bench(basis: given)) {
                asked.append($0)
                return true
            }
            let basis = try #require(asked.first)
            #expect(basis.inputs == given.inputs && basis.fonts == given.fonts && basis.span == given.span)
        }
    }

    @Test func nothingStandsWithoutABasisThatHolds() throws {
        #expect(try standing(try Workbench()) == nil)
        #expect(try standing(try bench(basis: nil)) == nil)
        let bench = try bench()
        #expect(try standing(bench, where: { _ in false }) == nil)
        #expect(try standing(bench, madeBy: Fingerprint(of: [9])) == nil)
        // The next build has no basis: the one before must not speak for it.
        try bench.publish(Self.sketches)
        #expect(try standing(bench) == nil)
    }

    @Test(arguments: ["site/cases/01.html", "posters/a.png", "manifest.json"])
    func aFileThatSomeoneTouchedDoesNotStand(_ path: String) throws {
        let changed = try bench()
        try changed.write("other", to: path)
        #expect(try standing(changed) == nil)
        let removed = try bench()
        try removed.remove(path)
        #expect(try standing(removed) == nil)
    }

    @Test func filesBehindALinkDoNotStand() throws {
        let bench = try bench()
        try FileManager.default.moveItem(atPath: bench.output + "/posters", toPath: bench.scratch.path + "/elsewhere")
        try bench.link("posters", to: "../elsewhere")
        #expect(try standing(bench) == nil)
    }

    @Test func whatABuildLeftOutIsLookedAfterByTheNext() throws {
        let bench = try bench()
        var options = bench.options
        options.shares = [.site]
        let tree = OutputTree(bench.output, fileSystem: bench.fileSystem)
        var sketches = Self.sketches
        sketches["site/index.html"]?.needs = []
        _ = try tree.publish(try artifacts(sketches), options: options, basis: Self.basis)
        #expect(try standing(bench) == nil)
    }

    @Test func whatAnInterruptedBuildLeftIsClearedFirst() throws {
        let bench = try bench()
        try bench.write("", to: ".staging/tree/site/index.html")
        #expect(try standing(bench) == nil)
    }
}
