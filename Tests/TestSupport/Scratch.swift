package import Foundation

/// A folder that exists for one test and is removed with the value.
package final class Scratch: Sendable {
    package let url: URL
    package var path: String { url.path }

    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "bulletin-\(UUID().uuidString)")
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
