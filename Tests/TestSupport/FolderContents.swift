package import Foundation

/// Every file below a folder with its bytes, by relative path: what two builds are compared by.
package struct FolderContents: Equatable, Sendable {
    package let files: [String: [UInt8]]

    /// `excluded` are names of folders or files that are left out wherever they stand.
    package init(of folder: URL, excluding excluded: Set<String> = []) throws {
        var files: [String: [UInt8]] = [:]
        let base = folder.resolvingSymlinksInPath().path
        guard
            let walk = FileManager.default.enumerator(
                at: URL(filePath: base), includingPropertiesForKeys: [.isDirectoryKey])
        else { throw CocoaError(.fileReadNoSuchFile) }
        for case let url as URL in walk {
            if excluded.contains(url.lastPathComponent) {
                walk.skipDescendants()
                continue
            }
            if try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true { continue }
            files[String(url.path.dropFirst(base.count + 1))] = Array(try Data(contentsOf: url))
        }
        self.files = files
    }

    /// What differs from another folder, a line each; empty when nothing does.
    package func differences(from other: FolderContents) -> [String] {
        Set(files.keys).union(other.files.keys).sorted().compactMap { path in
            switch (files[path], other.files[path]) {
            case (nil, _?): "missing: \(path)"
            case (_?, nil): "too much: \(path)"
            case (let left?, let right?) where left != right:
                "differs at byte \(zip(left, right).prefix { $0 == $1 }.count): \(path)"
            default: nil
            }
        }
    }
}
