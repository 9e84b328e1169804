import Artifacts
import Diagnostics
import Foundation
import TestSupport
import Testing

/// A build does not stand when a font or a library that it was made with has been replaced.
struct MachineFileTests {
    private let bench: Workbench
    private static let sketches: Sketches = ["site/index.html": Sketch(), "posters/a.png": Sketch(share: .posters)]

    init() throws {
        bench = try Workbench()
        for name in ["libcairo.so.2", "libzbar.so.0", "serif.otf"] { try bench.scratch.write(name, to: name) }
    }

    private func file(_ name: String) -> MachineFile { MachineFile("\(bench.scratch.path)/\(name)") }

    /// A build that loads some libraries.
    private func build(_ sketches: Sketches = Self.sketches, loading libraries: [String], fonts: [String] = []) throws {
        var options = bench.options
        options.libraries = { [scratch = bench.scratch.path] in libraries.map { MachineFile("\(scratch)/\($0)") } }
        let basis = Basis(inputs: Fingerprint(of: [1]), fonts: fonts.map(file))
        let tree = OutputTree(bench.output, fileSystem: bench.fileSystem)
        _ = try tree.publish(try artifacts(sketches), options: options, basis: basis)
    }

    private func stands() throws -> Bool {
        try OutputTree(bench.output, fileSystem: bench.fileSystem).standing { _ in true } != nil
    }

    @Test func aReplacedLibraryIsNoticed() throws {
        try build(loading: ["libcairo.so.2", "libzbar.so.0"])
        #expect(try stands())
        try bench.scratch.write("another one", to: "libzbar.so.0")
        #expect(try !stands())
        try build(loading: ["libcairo.so.2", "libzbar.so.0"])
        #expect(try stands())
        try FileManager.default.removeItem(atPath: file("libcairo.so.2").path)
        #expect(try !stands())
    }

    @Test func aLibraryBehindALinkIsLookedAtItself() throws {
        try bench.scratch.write("old", to: "libqpdf.so.29.3.0")
        try FileManager.default.createSymbolicLink(
            atPath: file("libqpdf.so.29").path, withDestinationPath: "libqpdf.so.29.3.0")
        try build(loading: ["libqpdf.so.29"])
        #expect(try stands())
        try bench.scratch.write("newer", to: "libqpdf.so.29.3.0")
        #expect(try !stands())
    }

    /// A build that finds most of its work done loads less than the one that did it.
    @Test func whatEarlierBuildsLoadedIsRemembered() throws {
        try build(loading: ["libcairo.so.2", "libzbar.so.0"])
        var sketches = Self.sketches
        sketches["site/index.html"]?.text = "other"
        try build(sketches, loading: [])
        try build(sketches, loading: ["libzbar.so.0"])
        #expect(try stands())
        try bench.scratch.write("another one", to: "libcairo.so.2")
        #expect(try !stands())
        // What was looked at by a whole plan need not be looked at again.
        try build(sketches, loading: [])
        #expect(try stands())
    }

    /// `--only` and `--shard` leave no basis, but what the others were made with stays known.
    @Test func whatPartialBuildsKeepIsRemembered() throws {
        try build(loading: ["libcairo.so.2"])
        try bench.publish(Self.sketches) {
            $0.shares = [.site]
            $0.libraries = { [] }
        }
        try build(loading: [])
        #expect(try stands())
        try bench.scratch.write("another one", to: "libcairo.so.2")
        #expect(try !stands())
    }

    @Test func aReplacedFontIsNoticedAndANewOne() throws {
        try build(loading: [], fonts: ["serif.otf", "fonts"])
        #expect(try stands())
        try bench.scratch.write("another one", to: "serif.otf")
        #expect(try !stands())
        try build(loading: [], fonts: ["serif.otf", "fonts"])
        #expect(try stands())
        // There was no such folder before.
        try bench.scratch.write("new", to: "fonts/new.otf")
        #expect(try !stands())
    }

    @Test func thisProcessHasLibraries() {
        let files = MachineFile.loadedLibraries()
        #expect(files.contains { $0.path.contains("/libc.so") })
        #expect(files.allSatisfy { FileManager.default.fileExists(atPath: $0.path) })
    }
}
