import Diagnostics
import Foundation

/// Where a command finds its templates.
enum FoundTemplates {
    /// The stated folder, else `templates` below the working folder, else the one of the checkout that built this program.
    static func path(stated: String?) throws -> String {
        let beside = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        let candidates =
            stated.map { [$0] } ?? ["templates", beside.appending(path: "../../../templates").standardized.path]
        for candidate in candidates where FileManager.default.fileExists(atPath: candidate + "/theme.yaml") {
            return candidate
        }
        throw Fault(.templatesMissing, ["path": Wording(candidates[0])])
    }
}

/// The starter campaign: templates as they are, and templates/starter as its content.
struct NewCampaign {
    let templates: String

    /// Writes into a folder beside the target and renames it, so that a half-written campaign never stands there.
    func written(to directory: String) throws {
        let target = URL(filePath: directory)
        let manager = FileManager.default
        let present = try? manager.contentsOfDirectory(atPath: target.path)
        if manager.fileExists(atPath: target.path), present?.isEmpty != true {
            throw Fault(.folderNotEmpty, ["path": Wording(directory)])
        }
        let draft = target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent).draft")
        do {
            try? manager.removeItem(at: draft)
            try manager.createDirectory(at: draft, withIntermediateDirectories: true)
            try manager.copyItem(at: URL(filePath: templates), to: draft.appending(path: "templates"))
            try manager.copyItem(
                at: URL(filePath: templates).appending(path: "starter"), to: draft.appending(path: "content"))
            if present != nil { try manager.removeItem(at: target) }
            try manager.moveItem(at: draft, to: target)
        } catch {
            try? manager.removeItem(at: draft)
            throw Fault(.fileUnwritable, ["path": Wording(directory), "reason": Wording(error.localizedDescription)])
        }
    }
}
