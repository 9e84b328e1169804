import Artifacts
import Diagnostics
import Foundation
import TestSupport
import Testing

struct PublishingTests {
    private let small: Sketches = [
        "site/index.html": Sketch(text: "home", needs: ["posters/a.png"]),
        "site/cases/01.html": Sketch(text: "case"),
        "posters/a.png": Sketch(share: .posters, text: "picture", pages: 3),
    ]

    @Test func aBuildMakesEveryArtifactAndTheManifest() throws {
        let bench = try Workbench()
        let summary = try bench.publish(small)
        #expect(try bench.files() == small.keys.sorted())
        #expect(summary.made == 3 && summary.unchanged == 0 && summary.removed == 0)
        #expect(try bench.read("site/index.html") == "site/index.html\nhome\n22 3\nposters/a.png\npicture\n")
        #expect(summary.byShare.map(\.share) == [.site, .posters])
        #expect(summary.byExtension.map(\.extension) == ["html", "png"])
        #expect(summary.byExtension.map(\.tally.files) == [2, 1])
        #expect(summary.bytes == (try bench.files().map { try bench.read($0).utf8.count }.reduce(0, +)))
    }

    @Test func theManifestListsWhatWasMade() throws {
        let bench = try Workbench()
        try bench.publish(small)
        try expectGolden(try bench.read("manifest.json"), named: "manifest.json")
    }

    @Test func aSecondBuildRendersNothingAndTouchesNothing() throws {
        let bench = try Workbench()
        try bench.publish(small)
        let times = try bench.files().map { try FileManager.default.attributesOfItem(atPath: bench.output + "/" + $0) }
        _ = bench.rendered.take()
        let summary = try bench.publish(small)
        #expect(bench.rendered.take().isEmpty)
        #expect(summary.unchanged == 3 && summary.made == 0)
        let after = try bench.files().map { try FileManager.default.attributesOfItem(atPath: bench.output + "/" + $0) }
        #expect(times.map { $0[.systemFileNumber] as? Int } == after.map { $0[.systemFileNumber] as? Int })
    }

    @Test func onlyWhatDependsOnAChangeIsRendered() throws {
        let bench = try Workbench()
        try bench.publish(small)
        _ = bench.rendered.take()
        var changed = small
        changed["posters/a.png"]?.text = "other"
        try bench.publish(changed)
        #expect(bench.rendered.take() == ["posters/a.png", "site/index.html"])
        changed["site/cases/01.html"]?.text = "other"
        try bench.publish(changed)
        #expect(bench.rendered.take() == ["site/cases/01.html"])
    }

    @Test func aNeedThatIsMadeAgainWithEqualBytesStopsThere() throws {
        let bench = try Workbench()
        var sketches = small
        sketches["posters/a.png"]?.forgetsText = true
        try bench.publish(sketches)
        _ = bench.rendered.take()
        try bench.write("tampered", to: "posters/a.png")
        try bench.publish(sketches)
        #expect(bench.rendered.take() == ["posters/a.png"])
    }

    @Test func aChangedPageCountReachesThoseWhoNeedIt() throws {
        let bench = try Workbench()
        try bench.publish(small)
        var changed = small
        changed["posters/a.png"]?.pages = 4
        try bench.publish(changed)
        #expect(try bench.tree() == bench.clean(changed))
    }

    @Test func anotherProgramMakesEverythingAgain() throws {
        let bench = try Workbench()
        try bench.publish(small)
        _ = bench.rendered.take()
        try bench.publish(small) { $0.program = Fingerprint(of: [1]) }
        #expect(bench.rendered.take() == small.keys.sorted())
        try bench.publish(small) { $0.program = Fingerprint(of: [1]) }
        #expect(bench.rendered.take().isEmpty)
    }

    @Test func anotherDayIsRecordedWithoutRendering() throws {
        let bench = try Workbench()
        try bench.publish(small)
        _ = bench.rendered.take()
        try bench.publish(small) { $0.day = "2024-08-01" }
        #expect(bench.rendered.take().isEmpty)
        #expect(try bench.read("manifest.json").contains("\"on\": \"2024-08-01\""))
    }

    @Test func warningsOfSkippedArtifactsAreSaidAgain() throws {
        let bench = try Workbench()
        var sketches = small
        sketches["site/cases/01.html"]?.says = .byteOrderMark
        let first = try bench.publish(sketches).diagnostics
        #expect(first == [Diagnostic(.byteOrderMark, at: SourcePlace(file: "site/cases/01.html"), ["size": "9 MB"])])
        _ = bench.rendered.take()
        #expect(try bench.publish(sketches).diagnostics == first)
        #expect(bench.rendered.take().isEmpty)
    }

    @Test func everyErrorIsReportedAndTheOldOutputStands() throws {
        let bench = try Workbench()
        try bench.publish(small)
        let before = try bench.tree()
        var broken = small
        broken["posters/a.png"]?.says = .fileTooLarge
        broken["site/cases/01.html"]?.says = .invalidUTF8
        broken["site/new.html"] = Sketch(text: "new")
        let found = try bench.failure(broken)
        #expect(found.map(\.code) == [.fileTooLarge, .invalidUTF8])
        #expect(try bench.tree() == before)
        try bench.publish(small)
        #expect(try bench.tree() == before)
    }

    @Test func whatARenderThrowsIsReportedAndItsDependentsKeepSilent() throws {
        let bench = try Workbench()
        struct Odd: Error {}
        let fault = Artifact(path: try OutputPath("a"), share: .site, inputs: Fingerprint(of: [])) { _, _ in
            throw Fault(.fileTooLarge)
        }
        let odd = Artifact(path: try OutputPath("b"), share: .site, inputs: Fingerprint(of: [])) { _, _ in throw Odd() }
        let waiting = Artifact(
            path: try OutputPath("c"), share: .site, inputs: Fingerprint(of: []), needs: [try OutputPath("a")]
        ) { _, _ in
            Issue.record("rendered though its need failed")
            return Rendered()
        }
        let failure = #expect(throws: PublishFailure.self) {
            try OutputTree(bench.output).publish([fault, odd, waiting], options: bench.options)
        }
        #expect(failure?.diagnostics.map(\.code) == [.fileTooLarge, .brokenPlan])
    }

    @Test func aCheckReportsAsABuildButWritesNothing() throws {
        let bench = try Workbench()
        try bench.publish(small) { $0.checkOnly = true }
        #expect(!FileManager.default.fileExists(atPath: bench.output))
        try bench.publish(small)
        let before = try TreeSnapshot(of: bench.output)
        var changed = small
        changed["posters/a.png"]?.text = "other"
        changed["site/cases/01.html"] = nil
        let summary = try bench.publish(changed) { $0.checkOnly = true }
        #expect(summary.made == 2 && summary.removed == 1)
        changed["posters/a.png"]?.says = .fileTooLarge
        #expect(try bench.failure(changed) { $0.checkOnly = true }.map(\.code) == [.fileTooLarge])
        #expect(try TreeSnapshot(of: bench.output) == before)
    }

    @Test func progressCountsUpToTheTotal() throws {
        let bench = try Workbench()
        let log = RenderLog()
        try bench.publish(small) { options in
            options.progress = { log.add("\($0.done)/\($0.total)") }
        }
        #expect(log.take() == ["1/3", "2/3", "3/3"])
    }

    @Test func outputsAreTheSameWhateverTheFolderAndTheNumberOfJobs() throws {
        var sketches: Sketches = [:]
        for index in 0..<60 {
            let needs = index % 3 == 0 ? [] : ["site/\(index - 1).html", "site/\(index / 2).html"]
            sketches["site/\(index).html"] = Sketch(text: "page \(index)", needs: Array(Set(needs)).sorted())
        }
        var trees: [TreeSnapshot] = []
        for jobs in [1, 2, 4, 100] {
            let bench = try Workbench()
            try bench.publish(sketches) { $0.jobs = jobs }
            trees.append(try bench.tree())
        }
        #expect(trees.allSatisfy { $0 == trees[0] })
    }

    @Test func largeOutputsAreStreamedWhole() throws {
        let bench = try Workbench()
        let block = Array("0123456789abcdef".utf8)
        let artifact = Artifact(path: try OutputPath("big.bin"), share: .site, inputs: Fingerprint(of: [])) { _, sink in
            for _ in 0..<100_000 { sink.write(block) }
            sink.write(Array(repeating: 7, count: 1 << 20))
            return Rendered()
        }
        _ = try OutputTree(bench.output).publish([artifact], options: bench.options)
        let expected = Array((0..<100_000).map { _ in block }.joined()) + Array(repeating: 7, count: 1 << 20)
        #expect(try bench.scratch.read("output/big.bin") == expected)
        #expect(try bench.read("manifest.json").contains(Fingerprint(of: expected).hex))
    }
}
