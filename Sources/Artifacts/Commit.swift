internal import Diagnostics

/// Turns the output folder from the old build into the new one, so that a crash at any moment leaves it wholly old or is
/// finished by the next start.
///
/// Until the journal stands, nothing outside `.staging` and `.bulletin` is touched. Before it gets its name, one syncfs brings it
/// and all staged files to the disk. From then on every step can be taken again: what still lies in the staging folder has still to
/// be moved, and the journal lists what leaves. The manifest is moved last; then the journal goes.
struct Commit {
    let output: OutputFolder

    private static let journal = ".staging/journal"
    private static let manifest = ".staging/manifest.json"
    private static let state = ".staging/state"
    private static let head = Array("bulletin journal 1\n".utf8)

    /// Finishes a commit that was interrupted, and removes what else an interrupted build left. True if there was a commit.
    func finishInterrupted() throws(SystemError) -> Bool {
        guard try output.status(OutputFolder.staging) != nil else { return false }
        let removals = try output.content(Self.journal).flatMap { Self.removals(in: $0) }
        if let removals { try apply(removals) }
        try output.removeAll(OutputFolder.staging)
        return removals != nil
    }

    /// Publishes what is staged.
    func run(
        removing removals: [OutputPath], state: State, manifestIsNew: Bool
    ) throws(CommitError) {
        do throws(SystemError) {
            try prepare(removals, state, manifestIsNew)
        } catch {
            throw CommitError(cause: error, isUnfinished: false)
        }
        do throws(SystemError) {
            try apply(removals)
            try output.removeAll(OutputFolder.staging)
        } catch {
            throw CommitError(cause: error, isUnfinished: true)
        }
    }

    /// Replaces the private state alone, when no output changes.
    func replaceState(_ state: State) throws(SystemError) {
        let new = OutputFolder.state + ".new"
        try output.write(state.encoded(), to: new)
        try output.rename(new, OutputFolder.state)
    }

    private func prepare(
        _ removals: [OutputPath], _ state: State, _ manifestIsNew: Bool
    ) throws(SystemError) {
        try output.makeFolder(OutputFolder.staging)
        try output.makeFolder(OutputFolder.staged)
        var state = state
        if manifestIsNew {
            let text = Manifest.text(day: state.day, records: state.records)
            state.manifest = try output.write(text, to: Self.manifest)
        }
        try output.write(state.encoded(), to: Self.state)
        let new = Self.journal + ".new"
        try output.write(Self.text(of: removals), to: new)
        try output.fileSystem.syncAll(output.number)
        try output.rename(new, Self.journal)
        try output.open(OutputFolder.staging, for: .read).sync()
    }

    /// Each step is one that may have been taken already.
    private func apply(_ removals: [OutputPath]) throws(SystemError) {
        for path in removals where try isInFolders(path) {
            guard let status = try output.status(path.text), status.kind != .folder else { continue }
            try output.fileSystem.removeFile(output.number, path.text)
        }
        try removeEmptyFolders(of: removals)
        if try output.status(OutputFolder.staged) != nil { try move("") }
        try moveIfStaged(Self.state, OutputFolder.state)
        try moveIfStaged(Self.manifest, Manifest.name)
        try output.fileSystem.removeFile(output.number, Self.journal)
    }

    private func moveIfStaged(_ from: String, _ to: String) throws(SystemError) {
        if try output.status(from) != nil { try output.rename(from, to) }
    }

    /// Moves a staged folder into the output: as a whole if there is none yet, else what is in it.
    private func move(_ folder: String) throws(SystemError) {
        let staged = folder.isEmpty ? OutputFolder.staged : "\(OutputFolder.staged)/\(folder)"
        for entry in try output.fileSystem.list(output.number, staged) {
            let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
            if entry.kind == .folder, try output.status(path) != nil {
                try move(path)
            } else {
                try output.rename("\(staged)/\(entry.name)", path)
            }
        }
        try output.fileSystem.removeFolder(output.number, staged)
    }

    /// Whether all folders of a path are folders, so that nothing behind a link is touched.
    private func isInFolders(_ path: OutputPath) throws(SystemError) -> Bool {
        var folder = path.folder
        while !folder.isEmpty {
            if try output.status(String(folder))?.kind != .folder { return false }
            folder = folder.parentFolder ?? ""
        }
        return true
    }

    /// The folders that files left, from the inside out, as far as nothing else is in them.
    private func removeEmptyFolders(of removals: [OutputPath]) throws(SystemError) {
        var seen: Set<Substring> = []
        var folders: [Substring] = []
        for path in removals {
            var folder = path.folder
            while !folder.isEmpty, seen.insert(folder).inserted {
                folders.append(folder)
                folder = folder.parentFolder ?? ""
            }
        }
        // A folder is longer than those that it lies in.
        for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            let path = String(folder)
            guard try output.status(path)?.kind == .folder, try output.fileSystem.list(output.number, path).isEmpty
            else {
                continue
            }
            try output.fileSystem.removeFolder(output.number, path)
        }
    }

    // The journal: a head, one path a line, and the SHA-256 of both, by which a half-written one is known.
    private static func text(of removals: [OutputPath]) -> [UInt8] {
        var text = head
        for path in removals {
            text.append(contentsOf: path.text.utf8)
            text.append(UInt8(ascii: "\n"))
        }
        return text + Fingerprint(of: text).hexDigits
    }

    private static func removals(in journal: [UInt8]) -> [OutputPath]? {
        guard journal.starts(with: head), journal.count >= head.count + 64,
            Fingerprint(of: Array(journal.dropLast(64))).hexDigits == Array(journal.suffix(64))
        else { return nil }
        return journal.dropFirst(head.count).dropLast(64).split(separator: UInt8(ascii: "\n")).map {
            OutputPath(trusted: String(decoding: $0, as: UTF8.self))
        }
    }
}

/// Why a commit failed, and whether it had begun to change the output.
struct CommitError: Error {
    var cause: SystemError
    var isUnfinished: Bool
}
