import Foundation
import TestSupport

/// The targets that Package.swift declares, read from its text: our manifest has one line or one call a target.
struct FloorPlan {
    struct Target: Equatable {
        enum Kind { case cupboard, cellar, room, tests }

        var name: String
        var kind: Kind
        /// Modules that its files may import.
        var dependencies: [String]
        /// From the root of the repository.
        var folder: String
        /// Every start of the program loads the library of a linked cupboard.
        var isLinked = false
    }

    /// In the order of the manifest.
    let targets: [Target]

    init() throws {
        self.init(manifest: try String(contentsOf: Repository.root.appending(path: "Package.swift"), encoding: .utf8))
    }

    init(manifest: String) {
        let lines = manifest.split(separator: "\n").map { $0.replacing(/\/\/ .*/, with: "") }
        let text = lines.joined(separator: "\n")
        var products: [String: String] = [:]
        for match in text.matches(of: /let (\w+): Target\.Dependency = \.product\(name: "(\w+)"/) {
            products[String(match.1)] = String(match.2)
        }
        let calls =
            /(\.systemLibrary|\.executableTarget|\.testTarget|\.target|room|printRoom|tests)\(\s*(?:name: |of: )?"(\w+)"/
        targets = text.matches(of: calls).compactMap { match in
            let arguments = Self.arguments(of: text[match.range.lowerBound...])
            let dependencies = Self.names(in: arguments, products: products)
            let name = String(match.2)
            return switch match.1 {
            case ".systemLibrary":
                Target(
                    name: name, kind: .cupboard, dependencies: [], folder: "Sources/\(name)",
                    isLinked: arguments.contains("pkgConfig"))
            case ".target" where arguments.contains("cSettings"):
                Target(name: name, kind: .cellar, dependencies: [], folder: "Sources/\(name)")
            case "printRoom":
                Target(
                    name: name, kind: .room, dependencies: ["CDeferred"] + dependencies, folder: "Sources/\(name)")
            case "room", ".executableTarget":
                Target(name: name, kind: .room, dependencies: dependencies, folder: "Sources/\(name)")
            case "tests":
                Target(
                    name: name + "Tests", kind: .tests, dependencies: [name, "TestSupport"] + dependencies,
                    folder: "Tests/\(name)Tests")
            // `.target(name: "Yams")` and the like stand inside other calls and have no settings.
            default:
                arguments.contains("swiftSettings")
                    ? Target(name: name, kind: .tests, dependencies: dependencies, folder: "Tests/\(name)") : nil
            }
        }
    }

    /// The text of a call up to the parenthesis that closes it.
    private static func arguments(of call: Substring) -> Substring {
        var depth = 0
        for index in call.indices {
            if call[index] == "(" { depth += 1 }
            if call[index] == ")" {
                depth -= 1
                if depth == 0 { return call[...index] }
            }
        }
        return call
    }

    /// The modules in the first list of a call: quoted targets, and products by the names of their constants.
    private static func names(in arguments: Substring, products: [String: String]) -> [String] {
        guard let open = arguments.firstIndex(of: "["), let close = arguments[open...].firstIndex(of: "]") else {
            return []
        }
        return arguments[open..<close].matches(of: /"(\w+)"|\b([a-z]\w+)/).compactMap { match in
            match.1.map(String.init) ?? match.2.flatMap { products[String($0)] }
        }
    }
}

/// A Swift file of the repository.
struct HouseFile {
    /// From the root of the repository.
    var path: String
    var lines: [Substring]

    struct Import: Equatable {
        var module: String
        /// `package import` and `public import` let a module's types stand in a room's signatures.
        var isShown: Bool
    }

    /// Only lines with the word are looked at closely: matching every line of the house takes half a minute.
    var imports: [Import] { linesContaining("import ").compactMap { Self.importedModule(in: $0.text) } }

    /// Numbered from 1.
    func linesContaining(_ words: String) -> [(number: Int, text: Substring)] {
        let words = Array(words.utf8)
        return zip(1..., lines).filter { _, line in
            var rest = line.utf8[...]
            while let start = rest.firstIndex(of: words[0]) {
                if rest[start...].starts(with: words) { return true }
                rest = rest[start...].dropFirst()
            }
            return false
        }.map { ($0, $1) }
    }

    static func importedModule(in line: Substring) -> Import? {
        let pattern =
            /^\s*(?:@\w+(?:\(\w*\))?\s+)*(public |package |internal |fileprivate |private )?import\s+(?:(?:struct|class|enum|protocol|func|let|var|typealias)\s+)?(\w+)/
        guard let match = line.firstMatch(of: pattern) else { return nil }
        return Import(module: String(match.2), isShown: match.1 == "public " || match.1 == "package ")
    }

    /// Every Swift file below a folder, in the order of their paths.
    static func all(below folder: String) throws -> [HouseFile] {
        try paths(below: folder).filter { $0.hasSuffix(".swift") }.map { path in
            let text = try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
            return HouseFile(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    /// Every file below a folder; none if there is no such folder.
    static func paths(below folder: String) throws -> [String] {
        let root = Repository.root.appending(path: folder).path
        guard FileManager.default.fileExists(atPath: root) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
            .map { "\(folder)/\($0)" }.filter { try !isFolder($0) }
    }

    static func isFolder(_ path: String) throws -> Bool {
        try Repository.root.appending(path: path).resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
    }
}
