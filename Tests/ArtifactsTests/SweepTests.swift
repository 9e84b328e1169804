import Artifacts
import Diagnostics
import Foundation
import TestSupport
import Testing

/// What leaves the output folder, and what stays in it.
struct SweepTests {
    private let page: Sketches = ["site/a/b/page.html": Sketch(), "site/index.html": Sketch()]
    private let index: Sketches = ["site/index.html": Sketch()]

    @Test func whatIsNotMadeAnyMoreLeavesWithItsEmptyFolders() throws {
        let bench = try Workbench()
        try bench.publish(page)
        #expect(try bench.publish(index).removed == 1)
        #expect(try bench.tree().paths == ["manifest.json", "site/index.html"])
    }

    @Test func anEmptyBuildLeavesAnEmptyFolderAndAnEmptyManifest() throws {
        let bench = try Workbench()
        try bench.publish(page)
        try bench.publish([:])
        #expect(try bench.tree().paths == ["manifest.json"])
        #expect(
            try bench.read("manifest.json")
                == "{\n  \"format\": 1,\n  \"on\": \"2024-07-10\",\n  \"artifacts\": []\n}\n")
    }

    @Test func filesThatAUserPutThereStay() throws {
        let bench = try Workbench()
        try bench.write("note", to: "README.md")
        try bench.write("*", to: ".gitignore")
        try bench.publish(page)
        try bench.write("mine", to: "site/a/b/mine.txt")
        try bench.publish(index)
        #expect(try bench.files() == [".gitignore", "README.md", "site/a/b/mine.txt", "site/index.html"])
    }

    @Test func anEmptyFolderThatAUserMadeStays() throws {
        let bench = try Workbench()
        try FileManager.default.createDirectory(atPath: bench.output + "/site/mine", withIntermediateDirectories: true)
        try bench.publish(page)
        try bench.publish(index)
        #expect(try bench.tree().entries["site/mine"] == .emptyFolder)
    }

    @Test func aForeignFileInTheWayIsReportedAndKept() throws {
        let bench = try Workbench()
        try bench.write("mine", to: "site/index.html")
        let found = try bench.failure(page)
        #expect(found == [Diagnostic(.foreignFile, at: nil, ["path": Wording(bench.output + "/site/index.html")])])
        #expect(try bench.files() == ["site/index.html"])
        #expect(try bench.read("site/index.html") == "mine")
    }

    @Test func aForeignFileWithTheRightBytesIsTakenOver() throws {
        let bench = try Workbench()
        try bench.write("site/index.html\ntext\n", to: "site/index.html")
        try bench.publish(page)
        try bench.publish([:])
        #expect(try bench.files().isEmpty)
    }

    @Test func aForeignFolderInPlaceOfAFileIsReported() throws {
        let bench = try Workbench()
        try bench.publish(page)
        try bench.remove("site/index.html")
        try bench.write("mine", to: "site/index.html/mine.txt")
        #expect(try bench.failure(page).map(\.code) == [.foreignFile])
        #expect(try bench.read("site/index.html/mine.txt") == "mine")
    }

    @Test func aForeignFileInPlaceOfAFolderIsReported() throws {
        let bench = try Workbench()
        try bench.write("mine", to: "site")
        let found = try bench.failure(page)
        #expect(found == [Diagnostic(.notAFolder, at: nil, ["path": Wording(bench.output + "/site")])])
        #expect(try bench.read("site") == "mine")
    }

    @Test func noLinkInsideTheOutputIsFollowed() throws {
        let bench = try Workbench()
        try bench.publish(page)
        try FileManager.default.moveItem(atPath: bench.output + "/site", toPath: bench.scratch.path + "/elsewhere")
        try bench.link("site", to: bench.scratch.path + "/elsewhere")
        let elsewhere = try TreeSnapshot(of: bench.scratch.path + "/elsewhere")
        var changed = page
        changed["site/index.html"]?.text = "other"
        #expect(try bench.failure(changed).map(\.code) == [.notAFolder])
        #expect(try bench.failure(page).map(\.code) == [.notAFolder])
        // Nothing is swept through it either.
        try bench.publish([:])
        #expect(try TreeSnapshot(of: bench.scratch.path + "/elsewhere") == elsewhere)
    }

    @Test func anOutputReplacedByALinkIsMadeAgainWithoutTouchingItsTarget() throws {
        let bench = try Workbench()
        try bench.publish(page)
        try bench.scratch.write("target", to: "target")
        try bench.remove("site/index.html")
        try bench.link("site/index.html", to: bench.scratch.path + "/target")
        try bench.publish(page)
        #expect(try bench.tree() == bench.clean(page))
        #expect(try bench.scratch.read("target") == Array("target".utf8))
    }

    @Test func theOutputFolderItselfMayBeALink() throws {
        let bench = try Workbench()
        try bench.scratch.write("", to: "stick/note")
        try FileManager.default.createSymbolicLink(
            atPath: bench.output, withDestinationPath: bench.scratch.path + "/stick")
        try bench.publish(page)
        #expect(try bench.scratch.read("stick/site/index.html") == Array("site/index.html\ntext\n".utf8))
    }

    @Test func foldersOnTheWayToTheOutputAreMade() throws {
        let scratch = try Scratch(inMemory: true)
        let path = scratch.path + "/not/yet/there"
        _ = try OutputTree(path, fileSystem: .unsynced)
            .publish(try artifacts(page), options: PublishOptions(day: "2024-07-10"))
        #expect(try scratch.read("not/yet/there/site/index.html").isEmpty == false)
    }

    @Test func anOutputThatSomeoneChangedIsMadeAgain() throws {
        let bench = try Workbench()
        try bench.publish(page)
        try bench.write("tampered", to: "site/index.html")
        #expect(try bench.publish(page).made == 1)
        try bench.remove("site/index.html")
        #expect(try bench.publish(page).made == 1)
        #expect(try bench.tree() == bench.clean(page))
    }

    @Test func aChangeThatKeepsTheSizeIsNoticed() throws {
        let bench = try Workbench()
        try bench.publish(page)
        try bench.remove("site/index.html")
        try bench.write("site/index.html\ntaxt\n", to: "site/index.html")
        #expect(try bench.publish(page).made == 1)
        #expect(try bench.tree() == bench.clean(page))
    }

    @Test func aCopiedOutputNeedsNoRendering() throws {
        let bench = try Workbench()
        try bench.publish(page)
        let copy = bench.scratch.path + "/copy"
        try FileManager.default.copyItem(atPath: bench.output, toPath: copy)
        let log = RenderLog()
        for _ in 0..<2 {
            let summary = try OutputTree(copy, fileSystem: .unsynced)
                .publish(try artifacts(page, rendered: log), options: bench.options)
            #expect(summary.unchanged == 2)
        }
        #expect(log.take().isEmpty)
    }

    @Test func withoutThePrivateStateTheManifestTellsWhatIsOurs() throws {
        let bench = try Workbench()
        try bench.publish(page)
        try bench.remove(".bulletin")
        var changed = index
        changed["site/index.html"]?.text = "other"
        try bench.publish(changed)
        #expect(try bench.tree() == bench.clean(changed))
    }

    @Test func aForgedManifestReachesNothingOutside() throws {
        let bench = try Workbench()
        try bench.publish(page)
        try bench.scratch.write("mine", to: "precious.txt")
        let forged = try bench.read("manifest.json")
            .replacingOccurrences(of: "site/a/b/page.html", with: "../precious.txt")
        try bench.remove(".bulletin")
        try bench.write(forged, to: "manifest.json")
        try bench.publish(index)
        #expect(try bench.scratch.read("precious.txt") == Array("mine".utf8))
    }
}
