import Files
import Foundation
import TestSupport
import Testing

struct FolderStateTests {
    /// The state as soon as the file system's clock has moved on from the last change.
    private func state(of scratch: Scratch) throws -> FolderState {
        for _ in 0..<100_000 {
            if let state = FolderState(of: scratch.path) { return state }
        }
        return try #require(FolderState(of: scratch.path))
    }

    private func folder() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write("甲", to: "a.md")
        try scratch.write("乙", to: "folder/b.md")
        try scratch.write("", to: "folder/.hidden")
        return scratch
    }

    @Test func whatNobodyTouchedStandsAsBefore() throws {
        let scratch = try folder()
        #expect(try state(of: scratch) == state(of: scratch))
    }

    @Test(arguments: ["a.md", "folder/b.md", "folder/.hidden"])
    func everyChangeOfAFileIsSeen(_ path: String) throws {
        let scratch = try folder()
        let before = try state(of: scratch)
        let file = scratch.url.appending(path: path)
        let old = try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
        // As many bytes as before, and the old time set again: the kernel still knows.
        let content = try scratch.read(path).map { $0 &+ 1 }
        let handle = try FileHandle(forUpdating: file)
        try handle.write(contentsOf: content + (content.isEmpty ? [0] : []))
        try handle.close()
        try FileManager.default.setAttributes([.modificationDate: try #require(old)], ofItemAtPath: file.path)
        #expect(try state(of: scratch) != before)
    }

    @Test func namesComeAndGoSeen() throws {
        let scratch = try folder()
        let first = try state(of: scratch)
        try FileManager.default.moveItem(
            at: scratch.url.appending(path: "a.md"), to: scratch.url.appending(path: "folder/a.md"))
        let second = try state(of: scratch)
        try FileManager.default.createDirectory(
            at: scratch.url.appending(path: "empty"), withIntermediateDirectories: false)
        let third = try state(of: scratch)
        try FileManager.default.removeItem(at: scratch.url.appending(path: "folder"))
        let fourth = try state(of: scratch)
        #expect(Set([first, second, third, fourth].map(\.bytes)).count == 4)
    }

    @Test func whatCannotBeKnownForSureHasNoState() throws {
        let scratch = try folder()
        #expect(FolderState(of: scratch.path + "/none") == nil)
        #expect(FolderState(of: scratch.path + "/a.md") == nil)
        _ = try state(of: scratch)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/folder/link", withDestinationPath: "b.md")
        for _ in 0..<20 {
            #expect(FolderState(of: scratch.path) == nil)
            usleep(1000)
        }
    }
}
