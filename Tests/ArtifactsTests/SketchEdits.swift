import Artifacts
import Diagnostics
import Foundation
import TestSupport

/// What a random history edits: the artifacts of the next build, and the day.
struct SketchWorld {
    var sketches: Sketches = [:]
    var day = 1

    /// Some of them cannot stand together: a file where another has a folder, names that differ in case only.
    static let pool = [
        "site/index.html", "site/a", "site/a/b.html", "site/a/c.html", "site/B.html", "site/b.html",
        "site/deep/er/x.html",
        "site/feed.xml", "posters/x.pdf", "posters/x.png", "posters/y/z.pdf", "posters/y", "wechat/p/article.html",
        "wechat/p/images.txt", "wechat/q", "handbook/单位一.pdf", "handbook/单位二.pdf", "handbook/orders.csv", "top.txt",
    ]

    static func start(_ random: inout SeededGenerator) -> SketchWorld {
        var world = SketchWorld()
        for _ in 0..<Int.random(in: 3...9, using: &random) { world.add(&random) }
        return world
    }

    mutating func add(_ random: inout SeededGenerator) {
        let path = Self.pool.randomElement(using: &random)!
        guard canStand(path) else { return }
        sketches[path] = Sketch(
            share: Artifact.Share.allCases.randomElement(using: &random)!,
            text: String(random.next() % 100), needs: someNeeds(of: path, &random),
            pages: Bool.random(using: &random) ? Int.random(in: 1...9, using: &random) : nil,
            says: Int.random(in: 0..<4, using: &random) == 0 ? .byteOrderMark : nil)
    }

    func canStand(_ path: String) -> Bool {
        sketches.keys.allSatisfy { other in
            other.lowercased() != path.lowercased() && !other.hasPrefix(path + "/") && !path.hasPrefix(other + "/")
        }
    }

    /// Only of paths that sort before, so that there is no cycle.
    private func someNeeds(of path: String, _ random: inout SeededGenerator) -> [String] {
        sketches.keys.sorted().filter { $0 < path && Int.random(in: 0..<4, using: &random) == 0 }
    }

    mutating func remove(_ path: String, renamedTo new: String? = nil) {
        let sketch = sketches.removeValue(forKey: path)
        if let new { sketches[new] = sketch }
        for (other, sketch) in sketches {
            sketches[other]?.needs = sketch.needs.compactMap { $0 == path ? new : $0 }.filter { $0 < other }
        }
    }

    func anyPath(_ random: inout SeededGenerator) -> String? { sketches.keys.sorted().randomElement(using: &random) }

    /// Edits of the sources.
    static var edits: [(name: String, make: History<SketchWorld>.Edit)] {
        [
            ("add", { world, random, _ in world.add(&random) }),
            ("add", { world, random, _ in world.add(&random) }),
            ("remove", { world, random, _ in if let path = world.anyPath(&random) { world.remove(path) } }),
            (
                "rename",
                { world, random, _ in
                    let new = pool.randomElement(using: &random)!
                    if let path = world.anyPath(&random), world.canStand(new) { world.remove(path, renamedTo: new) }
                }
            ),
            (
                "text",
                { world, random, _ in
                    if let path = world.anyPath(&random) { world.sketches[path]?.text = String(random.next() % 100) }
                }
            ),
            (
                "pages",
                { world, random, _ in
                    if let path = world.anyPath(&random) {
                        world.sketches[path]?.pages = Int.random(in: 1...9, using: &random)
                    }
                }
            ),
            (
                "needs",
                { world, random, _ in
                    guard let path = world.anyPath(&random) else { return }
                    let needs = world.someNeeds(of: path, &random)
                    world.sketches[path]?.needs = needs
                }
            ),
            (
                "share",
                { world, random, _ in
                    if let path = world.anyPath(&random) {
                        world.sketches[path]?.share = Artifact.Share.allCases.randomElement(using: &random)!
                    }
                }
            ),
            ("day", { world, _, _ in world.day += 1 }),
        ]
    }

    func publish(
        _ output: String, _ random: inout SeededGenerator, _ change: (inout PublishOptions) -> Void = { _ in }
    ) throws {
        var options = PublishOptions(day: "day \(day)", jobs: Int.random(in: 1...4, using: &random))
        change(&options)
        _ = try OutputTree(output, fileSystem: .unsynced).publish(try artifacts(sketches), options: options)
    }
}

/// What people and accidents do to an output folder between two builds.
enum Accident {
    static var edits: [(name: String, make: History<SketchWorld>.Edit)] {
        [
            (
                "overwritten",
                { world, random, output in try onFile(&world, &random, output) { try write("tampered", to: $0) } }
            ),
            ("emptied", { world, random, output in try onFile(&world, &random, output) { try write("", to: $0) } }),
            (
                "deleted",
                { world, random, output in try onFile(&world, &random, output) { try manager.removeItem(atPath: $0) } }
            ),
            (
                "replaced by a link",
                { world, random, output in
                    try onFile(&world, &random, output) { path in
                        try manager.removeItem(atPath: path)
                        try manager.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
                    }
                }
            ),
            (
                "copied over itself",
                { world, random, output in
                    try onFile(&world, &random, output) { path in
                        try manager.copyItem(atPath: path, toPath: path + ".copy")
                        try manager.removeItem(atPath: path)
                        try manager.moveItem(atPath: path + ".copy", toPath: path)
                    }
                }
            ),
            (
                "folder deleted",
                { _, random, output in
                    let folder = ["site", "posters", "wechat", "handbook"].randomElement(using: &random)!
                    try? manager.removeItem(atPath: "\(output)/\(folder)")
                }
            ),
            (
                "state lost",
                { _, _, output in
                    if manager.fileExists(atPath: output + "/manifest.json") {
                        try? manager.removeItem(atPath: output + "/.bulletin")
                    }
                }
            ),
            (
                "state torn",
                { _, _, output in
                    let state = output + "/.bulletin/state"
                    guard manager.fileExists(atPath: output + "/manifest.json"), manager.fileExists(atPath: state)
                    else { return }
                    let bytes = try Data(contentsOf: URL(filePath: state))
                    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: state))
                }
            ),
            (
                "manifest lost",
                { _, _, output in
                    guard manager.fileExists(atPath: output + "/.bulletin/state") else { return }
                    let whole = try Data(contentsOf: URL(filePath: output + "/.bulletin/state"))
                    // A torn state and no manifest would leave files that nobody knows.
                    if whole.suffix(32) == Data(Fingerprint(of: Array(whole.dropLast(32))).bytes) {
                        try? manager.removeItem(atPath: output + "/manifest.json")
                    }
                }
            ),
            (
                "only",
                { world, random, output in
                    let share = Artifact.Share.allCases.randomElement(using: &random)!
                    try world.publish(output, &random) { $0.shares = [share] }
                }
            ),
            (
                "shard",
                { world, random, output in
                    let index = Int.random(in: 1...3, using: &random)
                    try world.publish(output, &random) { $0.shard = .init(index: index, count: 3) }
                }
            ),
            ("check", { world, random, output in try world.publish(output, &random) { $0.checkOnly = true } }),
            (
                "failed build",
                { world, random, output in
                    guard let path = world.anyPath(&random) else { return }
                    var broken = world
                    broken.sketches[path]?.says = .fileTooLarge
                    do {
                        try broken.publish(output, &random)
                    } catch is PublishFailure {}
                }
            ),
        ]
    }

    private static var manager: FileManager { .default }

    private static func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    /// One of the world's outputs, if it is a file now.
    private static func onFile(
        _ world: inout SketchWorld, _ random: inout SeededGenerator, _ output: String, _ body: (String) throws -> Void
    ) throws {
        guard let path = world.anyPath(&random) else { return }
        let attributes = try? manager.attributesOfItem(atPath: "\(output)/\(path)")
        if attributes?[.type] as? FileAttributeType == .typeRegular { try body("\(output)/\(path)") }
    }
}
