import Foundation
import TestSupport
import Testing

/// The starter campaign with one size of each poster, built once: where every sequence of changes begins.
final class UneditedCampaign: Sendable {
    /// What a build makes.
    enum Kinds: Sendable {
        case all, withoutPictures

        var arguments: [String] {
            switch self {
            case .all: []
            case .withoutPictures: ["--formats", "pdf,html,csv,xml,css,js"]
            }
        }
    }

    let scratch: Scratch
    let kinds: Kinds
    static let day = "2025-07-08"

    init(kinds: Kinds) throws {
        self.kinds = kinds
        scratch = try Scratch(inMemory: true)
        let templates = Repository.root.appending(path: "templates")
        let manager = FileManager.default
        try manager.copyItem(at: templates, to: scratch.url.appending(path: "templates"))
        try manager.copyItem(at: templates.appending(path: "starter"), to: scratch.url.appending(path: "content"))
        try manager.removeItem(at: scratch.url.appending(path: "templates/starter"))
        let settings = String(decoding: try scratch.read("content/campaign.yaml"), as: UTF8.self)
        try scratch.write(settings.replacing("sizes: [A3, A4]", with: "sizes: [A4]"), to: "content/campaign.yaml")
        let build = try Self.build(in: scratch, kinds, on: Self.day, into: "output")
        try #require(build.status == 0, "the untouched campaign builds: \(build.errors)")
    }

    static func build(
        in scratch: Scratch, _ kinds: Kinds, on day: String, into output: String, _ others: [String] = []
    ) throws -> Command {
        try Command.bulletin(
            ["build", "--on", day, "--output", output, "--jobs", "1", "--quiet"] + kinds.arguments + others,
            in: scratch.url, environment: ["LC_ALL": "zh_CN.UTF-8"])
    }
}

/// A copy of it that is changed and built again and again. Changes since the last build that went well can be undone.
final class EditableCampaign {
    let scratch: Scratch
    private let kinds: UneditedCampaign.Kinds
    private var day = UneditedCampaign.day
    private var undoing: [() throws -> Void] = []

    init(_ base: UneditedCampaign) throws {
        kinds = base.kinds
        scratch = try Scratch(inMemory: true)
        for name in ["content", "templates", "output"] {
            try FileManager.default.copyItem(
                at: base.scratch.url.appending(path: name), to: scratch.url.appending(path: name))
        }
    }

    func build(_ others: String...) throws -> Command {
        try UneditedCampaign.build(in: scratch, kinds, on: day, into: "output", others)
    }

    /// Everything but the private notes about files' times, which are no output.
    func snapshot() throws -> FolderContents {
        try FolderContents(of: scratch.url.appending(path: "output"), excluding: [".bulletin"])
    }

    func differencesFromCleanBuild() throws -> [String] {
        let clean = try UneditedCampaign.build(in: scratch, kinds, on: day, into: "clean")
        guard clean.status == 0 else { return ["the clean build failed: \(clean.errors)"] }
        let expected = try FolderContents(of: scratch.url.appending(path: "clean"), excluding: [".bulletin"])
        return try snapshot().differences(from: expected)
    }

    // MARK: Changes

    func keepChanges() { undoing = [] }

    func undoChanges() throws {
        for undo in undoing.reversed() { try undo() }
        undoing = []
    }

    /// Files below a folder with one of these extensions, sorted.
    func files(in folder: String, _ extensions: String...) throws -> [String] {
        let walk = FileManager.default.enumerator(atPath: scratch.url.appending(path: folder).path)
        return (walk?.allObjects as? [String] ?? []).filter { extensions.contains(($0 as NSString).pathExtension) }
            .sorted().map { "\(folder)/\($0)" }
    }

    func text(of path: String) throws -> String { String(decoding: try scratch.read(path), as: UTF8.self) }

    func edit(_ path: String, _ change: (String) -> String) throws {
        let old = try scratch.read(path)
        try write(change(String(decoding: old, as: UTF8.self)), to: path, instead: old)
    }

    func add(_ path: String, _ text: String) throws {
        let isThere = FileManager.default.fileExists(atPath: scratch.url.appending(path: path).path)
        try write(text, to: path, instead: isThere ? try scratch.read(path) : nil)
    }

    private func write(_ text: String, to path: String, instead old: [UInt8]?) throws {
        undoing.append { [scratch] in
            if let old {
                try scratch.write(old, to: path)
            } else {
                try FileManager.default.removeItem(at: scratch.url.appending(path: path))
            }
        }
        try scratch.write(text, to: path)
    }

    func remove(_ path: String) throws {
        let old = try scratch.read(path)
        undoing.append { [scratch] in try scratch.write(old, to: path) }
        try FileManager.default.removeItem(at: scratch.url.appending(path: path))
    }

    func rename(_ path: String, to new: String) throws {
        let old = try scratch.read(path)
        try remove(path)
        try add(new, String(decoding: old, as: UTF8.self))
    }

    func change(dayTo new: String) {
        let old = day
        undoing.append { [self] in day = old }
        day = new
    }
}
