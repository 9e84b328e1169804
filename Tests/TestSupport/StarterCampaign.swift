import Foundation

/// The campaign that `bulletin new` gives, in a scratch folder: content/, templates/ and, when built, output/.
package struct StarterCampaign {
    package let scratch: Scratch

    package init() throws {
        scratch = try Scratch()
        let templates = Repository.root.appending(path: "templates")
        try FileManager.default.copyItem(at: templates, to: scratch.url.appending(path: "templates"))
        try FileManager.default.copyItem(
            at: templates.appending(path: "starter"), to: scratch.url.appending(path: "content"))
    }

    /// `bulletin build` on a day of the campaign, speaking Chinese.
    package func build(_ arguments: String..., environment: [String: String] = [:]) throws -> Command {
        try Command.bulletin(
            ["build", "--on", "2025-07-08", "--quiet"] + arguments, in: scratch.url,
            environment: ["LC_ALL": "zh_CN.UTF-8"].merging(environment) { $1 })
    }

    /// Changes a file as text.
    package func edit(_ path: String, _ change: (String) -> String) throws {
        let old = String(decoding: try scratch.read(path), as: UTF8.self)
        try scratch.write(change(old), to: path)
    }

    /// What was published, without the private notes about files' times.
    package func output(_ folder: String = "output") throws -> FolderContents {
        try FolderContents(of: scratch.url.appending(path: folder), excluding: [".bulletin"])
    }
}
