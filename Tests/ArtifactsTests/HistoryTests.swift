import Artifacts
import TestSupport
import Testing

/// Whatever was edited, renamed, tampered with, lost or built in part: a build equals a clean build, byte for byte.
struct HistoryTests {
    private let history = History<SketchWorld>(
        start: SketchWorld.start, edits: SketchWorld.edits + SketchWorld.edits + Accident.edits, ignored: [".bulletin"]
    ) { world, random, output in
        try world.publish(output, &random)
    }

    @Test(arguments: 0..<8)
    func everyHistoryEndsLikeACleanBuild(part: Int) throws {
        for seed in part * 50..<(part + 1) * 50 {
            #expect(try history.differences(seed: UInt64(seed), steps: 6) == [])
        }
    }

    @Test func anArtifactThatForgetsAnInputIsCaught() throws {
        var history = history
        let forgetful = "site/forgetful.html"
        let start = history.start
        history.start = { random in
            var world = try start(&random)
            world.sketches[forgetful] = Sketch(forgetsText: true)
            return world
        }
        history.edits = [
            (
                "forgotten text",
                { world, random, _ in world.sketches[forgetful]?.text = String(random.next() % 100) }
            )
        ]
        let found = try (0..<10).map { try history.differences(seed: $0, steps: 3) }
        #expect(found.allSatisfy { differences in differences.contains { $0.hasSuffix("\(forgetful) differs") } })
    }
}
