import Foundation

/// Everything in a folder, to compare two folders byte for byte. A link is its target, an empty folder counts.
package struct TreeSnapshot: Equatable, Sendable {
    package enum Entry: Equatable, Sendable {
        case file([UInt8])
        case link(String)
        case emptyFolder
    }

    package private(set) var entries: [String: Entry] = [:]

    /// Names at the top of the folder can be left out.
    package init(of path: String, ignoring ignored: Set<String> = []) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: path) where !ignored.contains(name) {
            try add(name, in: path)
        }
    }

    private mutating func add(_ name: String, in root: String) throws {
        let manager = FileManager.default
        let path = "\(root)/\(name)"
        switch try manager.attributesOfItem(atPath: path)[.type] as? FileAttributeType {
        case .typeSymbolicLink: entries[name] = .link(try manager.destinationOfSymbolicLink(atPath: path))
        case .typeDirectory:
            let names = try manager.contentsOfDirectory(atPath: path)
            if names.isEmpty { entries[name] = .emptyFolder }
            for inner in names { try add("\(name)/\(inner)", in: root) }
        default: entries[name] = .file(Array(try Data(contentsOf: URL(filePath: path))))
        }
    }

    package var paths: [String] { entries.keys.sorted() }

    package subscript(_ path: String) -> [UInt8]? {
        if case .file(let bytes) = entries[path] { bytes } else { nil }
    }

    /// One line for each path that differs.
    package func differences(from other: TreeSnapshot) -> [String] {
        Set(entries.keys).union(other.entries.keys).sorted().compactMap { path in
            switch (entries[path], other.entries[path]) {
            case (let mine, let theirs) where mine == theirs: nil
            case (nil, _): "\(path) is missing"
            case (_, nil): "\(path) is too much"
            default: "\(path) differs"
            }
        }
    }
}
