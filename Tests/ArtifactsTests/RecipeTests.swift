import Artifacts
import Synchronization
import Testing

/// What an artifact is made from is worked out when somebody asks, and nobody asks in vain.
struct RecipeTests {
    private let asked = RenderLog()
    private let rendered = RenderLog()

    private func artifacts(_ count: Int, changed: Set<Int> = []) throws -> [Artifact] {
        try (0..<count).map { [asked, rendered] number in
            let path = "site/\(number).html"
            return Artifact(path: try OutputPath(path), share: .site) {
                asked.add(path)
                var inputs = FingerprintBuilder("page")
                inputs.add("text", changed.contains(number) ? "other" : "text")
                return Artifact.Recipe(inputs: inputs.finish()) { _, sink in
                    rendered.add(path)
                    sink.write(path)
                    sink.write(changed.contains(number) ? "other" : "text")
                    return Rendered()
                }
            }
        }
    }

    @Test func aFirstBuildAsksForEachRecipeOnce() throws {
        let bench = try Workbench()
        let tree = OutputTree(bench.output, fileSystem: bench.fileSystem)
        let all = (0..<100).map { "site/\($0).html" }.sorted()
        _ = try tree.publish(try artifacts(100), options: bench.options)
        #expect(asked.take() == all)
        #expect(rendered.take() == all)
        // Nothing to do: each is asked what it is made from, none is made.
        let summary = try tree.publish(try artifacts(100), options: bench.options)
        #expect(asked.take() == all)
        #expect(rendered.take().isEmpty && summary.unchanged == 100)
        // One is other than before.
        _ = try tree.publish(try artifacts(100, changed: [7]), options: bench.options)
        #expect(rendered.take() == ["site/7.html"])
        #expect(Set(asked.take()) == Set(all))
        #expect(try bench.read("site/7.html") == "site/7.htmlother")
    }

    @Test func anotherProgramsFilesAreNotComparedWithAnything() throws {
        let bench = try Workbench()
        let tree = OutputTree(bench.output, fileSystem: bench.fileSystem)
        _ = try tree.publish(try artifacts(100), options: bench.options)
        _ = (asked.take(), rendered.take())
        var options = bench.options
        options.program = Fingerprint(of: [1])
        _ = try tree.publish(try artifacts(100), options: options)
        #expect(asked.take().count == 100 && rendered.take().count == 100)
    }

    @Test func manyFilesAreBroughtToTheDiskWhileTheRestIsRendered() throws {
        let bench = try Workbench()
        let syncs = Mutex(0)
        var fileSystem = FileSystem.unsynced
        fileSystem.syncAll = { _ in syncs.withLock { $0 += 1 } }
        let tree = OutputTree(bench.output, fileSystem: fileSystem)
        _ = try tree.publish(try artifacts(20), options: bench.options)
        #expect(syncs.withLock { $0 } == 1)
        _ = try tree.publish(try artifacts(400), options: bench.options)
        #expect(syncs.withLock { $0 } == 3)
    }

    /// Linux reports a failed write to the disk once: the sync at the end does not know of it any more.
    @Test func aFailureOnTheWayToTheDiskIsNotForgotten() throws {
        let bench = try Workbench()
        _ = try OutputTree(bench.output, fileSystem: bench.fileSystem)
            .publish(try artifacts(400), options: bench.options)
        let syncs = Mutex(0)
        var fileSystem = FileSystem.unsynced
        fileSystem.syncAll = { _ throws(SystemError) in
            if syncs.withLock({
                $0 += 1; return $0
            }) == 1 {
                throw SystemError(number: 5, path: "")
            }
        }
        #expect(throws: PublishFailure.self) {
            try OutputTree(bench.output, fileSystem: fileSystem)
                .publish(try artifacts(400, changed: Set(0..<400)), options: bench.options)
        }
        #expect(syncs.withLock { $0 } == 1)
        #expect(try bench.read("site/7.html") == "site/7.htmltext")
    }
}
