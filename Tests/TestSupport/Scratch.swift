package import Foundation

/// A folder that exists for one test and is removed with the value.
package final class Scratch: Sendable {
    package let url: URL
    package var path: String { url.path }

    /// In memory, where there is such a place: for tests that write thousands of small files and not one that is large.
    package init(inMemory: Bool = false) throws {
        let memory = URL(filePath: "/dev/shm")
        let useMemory = inMemory && FileManager.default.isWritableFile(atPath: memory.path)
        let base = useMemory ? memory : FileManager.default.temporaryDirectory
        url = base.appending(path: "bulletin-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file below the folder, making the folders on the way.
    @discardableResult
    package func write(_ text: String, to path: String) throws -> URL { try write(Array(text.utf8), to: path) }

    @discardableResult
    package func write(_ bytes: [UInt8], to path: String) throws -> URL {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file
    }

    package func read(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: path))) }
}
