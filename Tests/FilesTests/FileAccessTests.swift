import Diagnostics
import Files
import Foundation
import Glibc
import TestSupport
import Testing

struct FileAccessTests {
    @Test func aFileIsReadWhole() throws {
        let scratch = try Scratch()
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
        try scratch.write(bytes, to: "file")
        #expect(try FileAccess.read(scratch.path + "/file", limit: 300_000) == bytes)
        try scratch.write("", to: "empty")
        #expect(try FileAccess.read(scratch.path + "/empty", limit: 0) == [])
    }

    @Test func whatCannotBeReadSaysWhy() throws {
        let scratch = try Scratch()
        try scratch.write("12345", to: "file")
        #expect(throws: FileAccess.Failure.tooLarge(5)) { try FileAccess.read(scratch.path + "/file", limit: 4) }
        #expect(throws: FileAccess.Failure.system(ENOENT)) { try FileAccess.read(scratch.path + "/none", limit: 4) }
        #expect(throws: FileAccess.Failure.notAFile) { try FileAccess.read(scratch.path, limit: 4) }
        #expect(unsafe mkfifo(scratch.path + "/pipe", 0o600) == 0)
        #expect(throws: FileAccess.Failure.notAFile) { try FileAccess.read(scratch.path + "/pipe", limit: 4) }
    }

    @Test func aFolderIsListedInTheOrderOfItsBytesWithoutHiddenNames() throws {
        let scratch = try Scratch()
        for name in ["b", "B", "一", "a/inner", ".hidden"] { try scratch.write("", to: name) }
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/link", withDestinationPath: "b")
        let entries = try FileAccess.list(scratch.path)
        #expect(entries.map(\.name) == ["B", "a", "b", "link", "一"])
        #expect(entries.map(\.kind) == [.file, .folder, .file, .link, .file])
        #expect(throws: FileAccess.Failure.system(ENOENT)) { try FileAccess.list(scratch.path + "/none") }
    }

    @Test func aLinkLeadsToWhatItNames() throws {
        let scratch = try Scratch()
        try scratch.write("", to: "folder/file")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/link", withDestinationPath: scratch.path + "/folder")
        let real = try #require(FileAccess.realPath(scratch.path))
        #expect(FileAccess.realPath(scratch.path + "/link/file") == real + "/folder/file")
        #expect(FileAccess.realPath(scratch.path + "/none") == nil)
        #expect(FileAccess.isFolder(scratch.path + "/link"))
        #expect(!FileAccess.isFolder(scratch.path + "/folder/file"))
    }

    @Test func aFileThatAPersonNamedIsReportedWhenItCannotBeRead() throws {
        let scratch = try Scratch()
        var report = Report()
        #expect(SourceFile.read(scratch.path + "/none", limit: 10, reporting: &report) == nil)
        try scratch.write(Array(repeating: 0, count: 1 << 20 + 1), to: "large")
        #expect(SourceFile.read(scratch.path + "/large", limit: 1 << 20, reporting: &report) == nil)
        #expect(report.diagnostics.map(\.code) == [.fileUnreadable, .fileTooLarge])
        #expect(report.diagnostics[0].summary(in: .english).hasSuffix("none”: no such file"))
    }
}
