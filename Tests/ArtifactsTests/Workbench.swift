import Artifacts
import Diagnostics
import Foundation
import TestSupport
import Testing

/// A small build: artifacts whose bytes follow from a text and from the bytes of what they need.
struct Sketch: Equatable {
    var share = Artifact.Share.site
    var text = "text"
    var needs: [String] = []
    var pages: Int?
    /// The code of a diagnostic that its render returns.
    var says: DiagnosticCode?
    /// Sabotage: the text is not among the inputs.
    var forgetsText = false
}

typealias Sketches = [String: Sketch]

func artifacts(_ sketches: Sketches, rendered: RenderLog? = nil) throws -> [Artifact] {
    try sketches.sorted { $0.key < $1.key }.map { path, sketch in
        var inputs = FingerprintBuilder("sketch")
        if !sketch.forgetsText { inputs.add("text", sketch.text) }
        inputs.add("pages", sketch.pages ?? -1)
        inputs.add("says", sketch.says?.id)
        let needs = try sketch.needs.map { try OutputPath($0) }
        return Artifact(path: try OutputPath(path), share: sketch.share, inputs: inputs.finish(), needs: needs) {
            found, sink in
            rendered?.add(path)
            sink.write("\(path)\n\(sketch.text)\n")
            for need in needs {
                sink.write("\(try found.size(of: need)) \(try found.pages(of: need) ?? 0)\n")
                sink.write(try found.bytes(of: need))
            }
            let diagnostics = sketch.says.map { [Diagnostic($0, at: SourcePlace(file: path), ["size": "9 MB"])] } ?? []
            return Rendered(diagnostics: diagnostics, pages: sketch.pages)
        }
    }
}

/// Which artifacts were rendered, in the order of their paths.
final class RenderLog: @unchecked Sendable {
    private let lock = NSLock()
    private var paths: [String] = []

    func add(_ path: String) { lock.withLock { paths.append(path) } }

    func take() -> [String] {
        lock.withLock {
            defer { paths = [] }
            return paths.sorted()
        }
    }
}

/// An output folder of its own, with what is needed to publish into it.
struct Workbench {
    let scratch: Scratch
    let output: String
    let rendered = RenderLog()
    var fileSystem = FileSystem.unsynced
    var options = PublishOptions(day: "2024-07-10", jobs: 2)

    init() throws {
        scratch = try Scratch(inMemory: true)
        output = scratch.path + "/output"
    }

    @discardableResult
    func publish(_ sketches: Sketches, _ change: (inout PublishOptions) -> Void = { _ in }) throws -> PublishSummary {
        var options = options
        change(&options)
        return try OutputTree(output, fileSystem: fileSystem)
            .publish(try artifacts(sketches, rendered: rendered), options: options)
    }

    /// What publishing says when it fails.
    func failure(_ sketches: Sketches, _ change: (inout PublishOptions) -> Void = { _ in }) throws -> [Diagnostic] {
        do {
            try publish(sketches, change)
        } catch let failure as PublishFailure {
            return failure.diagnostics
        }
        Issue.record("nothing failed")
        return []
    }

    func tree() throws -> TreeSnapshot { try TreeSnapshot(of: output, ignoring: [".bulletin"]) }

    /// The tree without the manifest.
    func files() throws -> [String] { try tree().paths.filter { $0 != "manifest.json" } }

    func write(_ text: String, to path: String) throws { try scratch.write(text, to: "output/" + path) }
    func read(_ path: String) throws -> String { String(decoding: try scratch.read("output/" + path), as: UTF8.self) }
    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: "\(output)/\(path)") }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: "\(output)/\(path)", withDestinationPath: target)
    }

    /// What a clean build into a new folder gives.
    func clean(_ sketches: Sketches) throws -> TreeSnapshot {
        let other = try Workbench()
        try other.publish(sketches)
        return try other.tree()
    }
}

extension FileSystem {
    /// The real one without waiting for the disk, for tests that build hundreds of times.
    static let unsynced: FileSystem = {
        var fileSystem = FileSystem.real
        fileSystem.syncAll = { _ in }
        fileSystem.sync = { _ in }
        return fileSystem
    }()
}
