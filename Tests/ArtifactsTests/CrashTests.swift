import Artifacts
import Diagnostics
import Foundation
import Glibc
import TestSupport
import Testing

/// Whatever call of the file system fails, or is the last of the process: the tree is wholly old, or wholly new after the next
/// start.
struct CrashTests {
    private static let old: Sketches = [
        "site/index.html": Sketch(text: "home", needs: ["posters/a.png"]),
        "site/gone/01.html": Sketch(text: "goes with its folder"),
        "site/kept.html": Sketch(text: "kept"),
        "posters/a.png": Sketch(share: .posters, text: "picture"),
        "wechat/x": Sketch(share: .wechat, text: "becomes a folder"),
        "wechat/y/z": Sketch(share: .wechat, text: "its folder becomes a file"),
    ]
    private static let new: Sketches = [
        "site/index.html": Sketch(text: "home", needs: ["posters/a.png"]),
        "site/kept.html": Sketch(text: "kept"),
        "site/new/deep/02.html": Sketch(text: "new"),
        "posters/a.png": Sketch(share: .posters, text: "another picture"),
        "wechat/x/1": Sketch(share: .wechat, text: "in the new folder"),
        "wechat/y": Sketch(share: .wechat, text: "a file now"),
    ]

    /// How a start with a fault in its content leaves the tree: it finishes what it finds, and publishes nothing.
    private static func startedAgain(_ bench: Workbench) throws -> TreeSnapshot {
        var fault = new
        fault["site/kept.html"]?.says = .fileTooLarge
        var bench = bench
        bench.fileSystem = .unsynced
        _ = try bench.failure(fault)
        return try bench.tree()
    }

    private static func bench(with sketches: Sketches) throws -> Workbench {
        var bench = try Workbench()
        bench.options.jobs = 1
        if !sketches.isEmpty { try bench.publish(sketches) }
        return bench
    }

    /// The number of calls that building `new` over `before` takes.
    private static func calls(over before: Sketches) throws -> Int {
        var bench = try bench(with: before)
        let trouble = Trouble(atCall: 0, .death)
        bench.fileSystem = .real(with: trouble)
        try bench.publish(new)
        return trouble.calls
    }

    @Test(arguments: [true, false])
    func deathAtAnyCallLeavesTheTreeOldOrNew(overAnOldBuild: Bool) throws {
        let before = overAnOldBuild ? Self.old : [:]
        let calls = try Self.calls(over: before)
        #expect(calls > 50)
        let newTree = try Workbench().clean(Self.new)
        var seen: Set<String> = []
        for call in 1...calls {
            var bench = try Self.bench(with: before)
            let oldTree = overAnOldBuild ? try bench.tree() : nil
            bench.fileSystem = .real(with: Trouble(atCall: call, .death))
            _ = try? bench.publish(Self.new)
            let tree = try Self.startedAgain(bench)
            if tree == newTree {
                seen.insert("new")
            } else if tree == oldTree || (oldTree == nil && tree.entries.isEmpty) {
                seen.insert("old")
            } else {
                Issue.record("call \(call): \(tree.differences(from: newTree))")
            }
            bench.fileSystem = .unsynced
            try bench.publish(Self.new)
            #expect(try bench.tree() == newTree, "call \(call)")
        }
        #expect(seen == ["old", "new"])
    }

    @Test(arguments: [ENOSPC, EACCES, EIO])
    func aFailureOfAnyCallLeavesTheTreeOldOrNewAndIsReported(errno: Int32) throws {
        let calls = try Self.calls(over: Self.old)
        let newTree = try Workbench().clean(Self.new)
        let code: DiagnosticCode = [ENOSPC: .diskFull, EACCES: .outputNotWritable, EIO: .outputFailed][errno]!
        for call in 1...calls {
            var bench = try Self.bench(with: Self.old)
            let oldTree = try bench.tree()
            bench.fileSystem = .real(with: Trouble(atCall: call, .failure(errno)))
            do {
                try bench.publish(Self.new)
                Issue.record("call \(call) failed without a word")
            } catch let failure as PublishFailure {
                let codes = failure.diagnostics.map(\.code)
                #expect(codes == [code] || codes == [code, .commitUnfinished], "call \(call)")
                if codes.count == 1 {
                    let now = try TreeSnapshot(of: bench.output, ignoring: [".bulletin", ".staging"])
                    #expect(now == oldTree, "call \(call)")
                }
            }
            let tree = try Self.startedAgain(bench)
            #expect(tree == oldTree || tree == newTree, "call \(call): \(tree.differences(from: newTree))")
        }
    }

    @Test func aProcessKilledInTheCommitIsFinishedByTheNextStart() async throws {
        let calls = try Self.calls(over: Self.old)
        let newTree = try Workbench().clean(Self.new)
        var seen: Set<String> = []
        // Every call is tried above, in this process; here a few of them end a real one.
        for call in stride(from: calls, to: 1, by: -7) {
            let bench = try Self.bench(with: Self.old)
            let oldTree = try bench.tree()
            let output = bench.output
            await #expect(processExitsWith: .exitCode(86)) { [call = call as Int, output = output as String] in
                _ = try OutputTree(output, fileSystem: .real(with: Trouble(atCall: call, .exit)))
                    .publish(try artifacts(CrashTests.new), options: PublishOptions(day: "2024-07-10", jobs: 1))
            }
            let tree = try Self.startedAgain(bench)
            #expect(tree == oldTree || tree == newTree, "call \(call)")
            seen.insert(tree == newTree ? "new" : "old")
        }
        #expect(seen == ["old", "new"])
    }

    @Test func aFinishedCommitIsToldOf() throws {
        let calls = try Self.calls(over: Self.old)
        var bench = try Self.bench(with: Self.old)
        bench.fileSystem = .real(with: Trouble(atCall: calls - 8, .death))
        _ = try? bench.publish(Self.new)
        bench.fileSystem = .unsynced
        #expect(try bench.publish(Self.new).finishedEarlierCommit)
        #expect(try !bench.publish(Self.new).finishedEarlierCommit)
    }

    @Test func aTornJournalIsNotACommit() throws {
        let bench = try Self.bench(with: Self.old)
        let before = try bench.tree()
        let lines = Array(repeating: "site/kept.html\n", count: 10).joined()
        try bench.write("bulletin journal 1\n" + lines, to: ".staging/journal")
        try bench.write("half", to: ".staging/tree/site/index.html")
        #expect(try Self.startedAgain(bench) == before)
    }

    @Test func aFinishedCommitDoesNotReachThroughALinkThatCameMeanwhile() throws {
        let calls = try Self.calls(over: Self.old)
        var reached = false
        for call in 1...calls {
            var bench = try Self.bench(with: Self.old)
            bench.fileSystem = .real(with: Trouble(atCall: call, .death))
            _ = try? bench.publish(Self.new)
            let journal = FileManager.default.fileExists(atPath: bench.output + "/.staging/journal")
            guard journal, FileManager.default.fileExists(atPath: bench.output + "/site/gone/01.html") else { continue }
            reached = true
            let elsewhere = bench.scratch.path + "/elsewhere"
            try FileManager.default.moveItem(atPath: bench.output + "/site/gone", toPath: elsewhere)
            try bench.link("site/gone", to: elsewhere)
            _ = try Self.startedAgain(bench)
            #expect(FileManager.default.fileExists(atPath: elsewhere + "/01.html"), "call \(call)")
        }
        #expect(reached)
    }

    /// A power cut loses what is not on the disk: the order of the calls is the guarantee.
    @Test func theOutputIsTouchedOnlyWhenEverythingIsOnTheDisk() throws {
        var bench = try Self.bench(with: Self.old)
        let log = CallLog()
        let real = bench.fileSystem
        bench.fileSystem.write = { file, bytes throws(SystemError) in
            log.add("write")
            try real.write(file, bytes)
        }
        bench.fileSystem.syncAll = { _ in log.add("sync all") }
        bench.fileSystem.sync = { _ in log.add("sync") }
        bench.fileSystem.rename = { folder, from, to throws(SystemError) in
            log.add(to.hasPrefix(".staging") ? "rename \(to)" : "move \(to)")
            try real.rename(folder, from, to)
        }
        bench.fileSystem.removeFile = { folder, path throws(SystemError) in
            log.add(path.hasPrefix(".staging") ? "clean \(path)" : "remove \(path)")
            try real.removeFile(folder, path)
        }
        try bench.publish(Self.new)
        let calls = log.all
        let synced = try #require(calls.firstIndex(of: "sync all"))
        // The journal, written before with everything else: in its place, its place on the disk.
        #expect(calls[(synced + 1)...].prefix(2) == ["rename .staging/journal", "sync"])
        #expect(calls[..<synced].allSatisfy { $0 == "write" || $0.hasPrefix("clean") })
        let rest = calls[(synced + 3)...]
        #expect(rest.allSatisfy { $0.hasPrefix("move") || $0.hasPrefix("remove") || $0.hasPrefix("clean") })
        #expect(rest.suffix(2) == ["move manifest.json", "clean .staging/journal"])
    }
}

private final class CallLog: @unchecked Sendable {
    private let lock = NSLock()
    private var calls: [String] = []

    func add(_ call: String) { lock.withLock { calls.append(call) } }
    var all: [String] { lock.withLock { calls } }
}
