import Artifacts
import Foundation
import TestSupport
import Testing

/// `--only` and `--shard` make their share and what it needs, sweep their share, and leave the rest as it is.
struct PartialBuildTests {
    private let both: Sketches = [
        "site/index.html": Sketch(needs: ["posters/a.png"]), "site/b.html": Sketch(),
        "posters/a.png": Sketch(share: .posters), "posters/b.png": Sketch(share: .posters),
    ]

    @Test func onlyMakesItsShareAndWhatItNeeds() throws {
        let bench = try Workbench()
        try bench.publish(both) { $0.shares = [.site] }
        #expect(try bench.files() == ["posters/a.png", "site/b.html", "site/index.html"])
        #expect(bench.rendered.take() == ["posters/a.png", "site/b.html", "site/index.html"])
    }

    @Test func aNeedThatIsUpToDateIsTakenFromTheTree() throws {
        let bench = try Workbench()
        try bench.publish(both) { $0.shares = [.posters] }
        _ = bench.rendered.take()
        try bench.publish(both) { $0.shares = [.site] }
        #expect(bench.rendered.take() == ["site/b.html", "site/index.html"])
        #expect(try bench.tree() == bench.clean(both))
    }

    @Test func aNeedThatNobodyAskedForLeavesWithTheLastThatNeedsIt() throws {
        let bench = try Workbench()
        try bench.publish(both) { $0.shares = [.site] }
        var without = both
        without["site/index.html"]?.needs = []
        // What was asked for once, and is not made now, keeps its needs.
        try bench.publish(without) { $0.shares = [.handbook] }
        #expect(try bench.files() == ["site/b.html", "site/index.html"], "the page needs it no more")
        try bench.publish(both) { $0.shares = [.site] }
        try bench.publish(both) { $0.shares = [.handbook] }
        #expect(try bench.files() == ["posters/a.png", "site/b.html", "site/index.html"])
        try bench.publish(without) { $0.shares = [.site] }
        #expect(try bench.files() == ["site/b.html", "site/index.html"])
    }

    @Test func aNeedThatWasAskedForBeforeStays() throws {
        let bench = try Workbench()
        try bench.publish(both)
        var without = both
        without["site/index.html"]?.needs = []
        try bench.publish(both) { $0.shares = [.site] }
        try bench.publish(without) { $0.shares = [.site] }
        #expect(try bench.files() == both.keys.sorted())
    }

    @Test func onlySweepsItsOwnShare() throws {
        let bench = try Workbench()
        try bench.publish(both)
        let fewer: Sketches = ["posters/b.png": Sketch(share: .posters)]
        try bench.publish(fewer) { $0.shares = [.site] }
        #expect(try bench.files() == ["posters/a.png", "posters/b.png"])
        try bench.publish(fewer) { $0.shares = [.posters] }
        #expect(try bench.files() == ["posters/b.png"])
    }

    @Test func shardsTogetherMakeTheWhole() throws {
        var sketches = both
        for index in 0..<40 { sketches["handbook/\(index).pdf"] = Sketch(share: .handbook) }
        let bench = try Workbench()
        var parts: [Int] = []
        for index in 1...3 {
            let summary = try bench.publish(sketches) { $0.shard = .init(index: index, count: 3) }
            parts.append(summary.made)
        }
        #expect(parts.allSatisfy { $0 > 5 } && parts.reduce(0, +) == sketches.count)
        #expect(try bench.tree() == bench.clean(sketches))
    }

    @Test func formatsLeaveOtherKindsOfFileAsTheyAre() throws {
        let bench = try Workbench()
        try bench.publish(both)
        try bench.publish(["site/b.html": Sketch(text: "other")]) { $0.formats = ["png"] }
        #expect(try bench.files() == ["site/b.html", "site/index.html"])
        #expect(try bench.read("site/b.html") == "site/b.html\ntext\n")
    }

    @Test func formatsOfOnePosterStayInOneShard() throws {
        for index in 0..<50 {
            let parts = try ["pdf", "png", "html"].map { try OutputPath("posters/\(index)/case-A3.\($0)") }
            let shard = try #require(PublishOptions.Shard(index: 2, count: 5))
            #expect(Set(parts.map { shard.holds($0) }).count == 1)
        }
    }

    @Test func aShardIsOneOfItsCount() {
        #expect(PublishOptions.Shard(index: 0, count: 3) == nil)
        #expect(PublishOptions.Shard(index: 4, count: 3) == nil)
        #expect(PublishOptions.Shard(index: 3, count: 3) != nil)
    }

    @Test func aFileOfAnotherShareMakesWayForAFolder() throws {
        let bench = try Workbench()
        try bench.publish(["x": Sketch(share: .posters), "y/z": Sketch(share: .posters)])
        try bench.publish(["x/1": Sketch(), "y": Sketch()]) { $0.shares = [.site] }
        #expect(try bench.files() == ["x/1", "y"])
    }

    /// Random builds of random parts against a model of what each does to the tree.
    @Test(arguments: 0..<6)
    func everyPartialBuildDoesExactlyItsPart(part: Int) throws {
        for seed in part * 50..<(part + 1) * 50 { try run(UInt64(seed)) }
    }

    private func run(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var world = SketchWorld.start(&random)
        let bench = try Workbench()
        var model: [String: String] = [:]
        var owners: [String: Artifact.Share] = [:]
        var asked: Set<String> = []
        for step in 0..<6 {
            for _ in 0..<2 { try SketchWorld.edits.randomElement(using: &random)!.make(&world, &random, "") }
            if step == 2 {
                for path in ["site/mine.txt", "posters/y.txt", "own/folder/mine.txt"] {
                    try bench.write("mine", to: path)
                    model[path] = "mine"
                }
            }
            let shares = Set(Artifact.Share.allCases.filter { _ in Bool.random(using: &random) })
            let count = Int.random(in: 1...3, using: &random)
            let shard = PublishOptions.Shard(index: Int.random(in: 1...count, using: &random), count: count)!
            try world.publish(bench.output, &random) { options in
                options.shares = shares
                options.shard = shard
            }
            func isSelected(_ path: String, _ share: Artifact.Share) throws -> Bool {
                try shares.contains(share) && shard.holds(OutputPath(path))
            }
            var made: Set<String> = []
            for (path, sketch) in world.sketches where try isSelected(path, sketch.share) {
                add(path, of: world.sketches, to: &made)
            }
            var held = made
            for path in owners.keys where asked.contains(path) && world.sketches[path] != nil {
                add(path, of: world.sketches, to: &held)
            }
            for (path, share) in owners where world.sketches[path] == nil || !held.contains(path) {
                let isInTheWay = made.contains { $0.hasPrefix(path + "/") || path.hasPrefix($0 + "/") }
                if try isInTheWay || isSelected(path, share) || !asked.contains(path) {
                    model[path] = nil
                    owners[path] = nil
                    asked.remove(path)
                }
            }
            for (path, sketch) in world.sketches where try isSelected(path, sketch.share) { asked.insert(path) }
            for path in made {
                model[path] = text(of: path, in: world.sketches)
                owners[path] = world.sketches[path]!.share
            }
            var found: [String: String] = [:]
            for path in try bench.files() { found[path] = try bench.read(path) }
            #expect(found == model, "seed \(seed), step \(step)")
        }
    }

    private func add(_ path: String, of sketches: Sketches, to made: inout Set<String>) {
        if made.insert(path).inserted { for need in sketches[path]!.needs { add(need, of: sketches, to: &made) } }
    }

    /// What the render of a sketch writes.
    private func text(of path: String, in sketches: Sketches) -> String {
        let sketch = sketches[path]!
        return sketch.needs.reduce("\(path)\n\(sketch.text)\n") { result, need in
            let other = text(of: need, in: sketches)
            return result + "\(other.utf8.count) \(sketches[need]!.pages ?? 0)\n" + other
        }
    }
}
