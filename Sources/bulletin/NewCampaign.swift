import Diagnostics
import Foundation
import Glibc

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
            throw OutputFile.failure(Wording(directory), Self.number(of: error))
        }
    }

    /// What the system said; Foundation's own words are in English alone.
    private static func number(of error: any Error) -> Int32 {
        let error = error as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error
        let system = (cause ?? error) as NSError
        return system.domain == NSPOSIXErrorDomain ? Int32(truncatingIfNeeded: system.code) : EIO
    }
}
