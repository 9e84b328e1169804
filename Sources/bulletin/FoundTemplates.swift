import Diagnostics
import Foundation

/// Where a command finds its templates.
enum FoundTemplates {
    /// The stated folder; else `templates` below the working folder; else the templates that came with this program.
    static func path(stated: String?) throws -> String {
        let candidates = stated.map { [$0] } ?? ["templates"] + besideProgram
        for candidate in candidates where FileManager.default.fileExists(atPath: candidate + "/theme.yaml") {
            return candidate
        }
        throw Fault(.templatesMissing, ["path": Wording(candidates[0])])
    }

    /// `templates` or `share/bulletin/templates` in the program's own folder or one above it, the nearest first: a release
    /// unpacked anywhere, one installed below a prefix such as /usr/local, or the checkout that built it.
    private static var besideProgram: [String] {
        guard let program = programPath else { return [] }
        var candidates: [String] = []
        var folder = program.deletingLastPathComponent()
        while folder.path != "/" {
            candidates.append(folder.appending(path: "templates").path)
            candidates.append(folder.appending(path: "share/bulletin/templates").path)
            folder.deleteLastPathComponent()
        }
        return candidates
    }

    /// The kernel knows where the program lies, however it was called; a name found through PATH does not say.
    private static var programPath: URL? {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map { URL(filePath: $0) }
    }
}
