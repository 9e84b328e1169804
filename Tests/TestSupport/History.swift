/// A random history of edits, each followed by a build over what the last one left: whatever was skipped, swept or kept, the
/// output must equal that of a clean build into a new folder.
package struct History<World> {
    /// Something that happens between two builds: to the sources (the world), or to the output folder itself.
    package typealias Edit = (_ world: inout World, _ random: inout SeededGenerator, _ output: String) throws -> Void

    package var start: (_ random: inout SeededGenerator) throws -> World
    package var edits: [(name: String, make: Edit)]
    package var build: (_ world: World, _ random: inout SeededGenerator, _ output: String) throws -> Void
    /// Names at the top of the output folder that two equal builds need not share.
    package var ignored: Set<String>

    package init(
        start: @escaping (_ random: inout SeededGenerator) throws -> World, edits: [(name: String, make: Edit)],
        ignored: Set<String> = [],
        build: @escaping (_ world: World, _ random: inout SeededGenerator, _ output: String) throws -> Void
    ) {
        self.start = start
        self.edits = edits
        self.ignored = ignored
        self.build = build
    }

    /// Every difference from a clean build, with the seed and the edits that led to it; stops at the first step that has any.
    package func differences(seed: UInt64, steps: Int) throws -> [String] {
        var random = SeededGenerator(seed: seed)
        var world = try start(&random)
        let scratch = try Scratch(inMemory: true)
        let output = scratch.path + "/output"
        try build(world, &random, output)
        var story: [String] = []
        for step in 0..<steps {
            for _ in 0...Int.random(in: 0...2, using: &random) {
                let edit = edits[Int.random(in: edits.indices, using: &random)]
                story.append(edit.name)
                try edit.make(&world, &random, output)
            }
            story.append("|")
            try build(world, &random, output)
            let clean = scratch.path + "/clean\(step)"
            try build(world, &random, clean)
            let found = try TreeSnapshot(of: output, ignoring: ignored)
                .differences(from: TreeSnapshot(of: clean, ignoring: ignored))
            if !found.isEmpty { return found.map { "seed \(seed), \(story.joined(separator: ", ")): \($0)" } }
        }
        return []
    }
}
