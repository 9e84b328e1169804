internal import Diagnostics

/// What stands in the output folder where the artifacts of a plan belong.
///
/// Files that no manifest lists are foreign: the user put them there. They are never removed or overwritten; one that
/// stands exactly where an artifact belongs is a fault, unless its bytes are those of the artifact.
struct Survey {
    /// The record of each artifact whose file is as it was written; nil if it is missing or someone changed it.
    private(set) var intact: [Record?]
    /// Artifacts with a foreign file in their place.
    private(set) var foreign: Set<Int> = []
    /// Files of earlier builds that leave.
    private(set) var leaving: [OutputPath] = []
    /// Records of earlier builds that stay although this build does not make them: what `--only` and `--shard` leave out.
    private(set) var staying: [Record] = []
    /// A record was written before its file was copied or touched: the state is to be written anew.
    private(set) var stateIsStale = false
    private(set) var faults: [Diagnostic] = []

    private let output: OutputFolder
    private var folders: [Substring: Ground] = ["": .folder]
    private var listed: [OutputPath: Record]
    private var leavingPaths: Set<OutputPath> = []

    private enum Ground {
        case folder
        case absent
        /// A file or link stands where a folder should be.
        case blocked(by: Substring, FileStatus.Kind)
    }

    /// Of nothing yet.
    private init(_ output: OutputFolder) {
        self.output = output
        intact = []
        listed = [:]
    }

    init(_ plan: Plan, before: State, options: PublishOptions, in output: OutputFolder) throws(SystemError) {
        self.output = output
        intact = Array(repeating: nil, count: plan.artifacts.count)
        listed = Dictionary(before.records.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        sortOut(before.records, plan, options)
        for index in plan.selection { try look(at: plan.artifacts[index].path, index) }
    }

    /// Divides the records of before into those that leave and those that stay.
    private mutating func sortOut(_ records: [Record], _ plan: Plan, _ options: PublishOptions) {
        var selected = Array(repeating: false, count: plan.artifacts.count)
        // Folders of the selected artifacts: a file left from before must make way for them, whosever share it is.
        var needed: Set<Substring> = []
        var last: Substring?
        for index in plan.selection {
            selected[index] = true
            var folder = plan.artifacts[index].path.folder
            if folder == last { continue }
            last = folder
            while !folder.isEmpty, needed.insert(folder).inserted { folder = folder.parentFolder ?? "" }
        }
        let held = plan.held(by: records, selected)
        for record in records {
            if let place = plan.places[record.path] {
                if selected[place] { continue }
                if held[place] {
                    staying.append(record)
                    continue
                }
            }
            if record.isForOthers || options.selects(record.path, of: record.share)
                || needed.contains(record.path.text[...]) || isFolderSelected(record.path, plan, selected)
            {
                leaving.append(record.path)
                leavingPaths.insert(record.path)
            } else {
                staying.append(record)
            }
        }
    }

    /// Whether every file of an earlier build stands as it was written, in folders and not behind links.
    static func allStand(_ records: [Record], in output: OutputFolder) throws(SystemError) -> Bool {
        var survey = Survey(output)
        for record in records {
            guard case .folder = try survey.ground(record.path.folder), let status = record.status,
                try output.status(record.path.text) == status
            else { return false }
        }
        return true
    }

    /// Whether no build before asked for a file itself.
    func wasForOthers(_ path: OutputPath) -> Bool { listed[path]?.isForOthers ?? true }

    /// Whether a file lies in what is to be a file now.
    private func isFolderSelected(_ path: OutputPath, _ plan: Plan, _ selected: [Bool]) -> Bool {
        var folder = path.folder
        while !folder.isEmpty {
            if let place = plan.places[OutputPath(trusted: String(folder))], selected[place] { return true }
            folder = folder.parentFolder ?? ""
        }
        return false
    }

    private mutating func look(at path: OutputPath, _ index: Int) throws(SystemError) {
        switch try ground(path.folder) {
        case .absent: return
        case .blocked(let obstacle, let kind):
            return leavingPaths.contains(OutputPath(trusted: String(obstacle))) ? () : refuse(obstacle, kind)
        case .folder: break
        }
        guard let found = try output.status(path.text) else { return }
        if found.kind == .folder {
            if try !willVanish(path.text) { faults.append(.inTheWay(path.text, of: output)) }
        } else if let record = listed[path] {
            if try isIntact(record, found) { intact[index] = record }
            if intact[index] != nil, record.status != found {
                intact[index]?.status = found
                stateIsStale = true
            }
        } else if found.kind == .file {
            foreign.insert(index)
        } else {
            faults.append(.inTheWay(path.text, of: output))
        }
    }

    /// Equal status, or equal bytes: a copied or restored output need not be made again.
    private func isIntact(_ record: Record, _ found: FileStatus) throws(SystemError) -> Bool {
        guard let status = record.status, found.kind == .file, found.size == record.size else { return false }
        if status == found { return true }
        return try output.open(record.path.text, for: .read).sha256() == record.sha256
    }

    private mutating func refuse(_ obstacle: Substring, _ kind: FileStatus.Kind) {
        let fault = Diagnostic.notAFolder(String(obstacle), of: output)
        if !faults.contains(fault) { faults.append(fault) }
    }

    private mutating func ground(_ folder: Substring) throws(SystemError) -> Ground {
        if let known = folders[folder] { return known }
        var result = try ground(folder.parentFolder ?? "")
        if case .folder = result {
            switch try output.status(String(folder))?.kind {
            case nil: result = .absent
            case .folder: result = .folder
            case let kind?: result = .blocked(by: folder, kind)
            }
        }
        folders[folder] = result
        return result
    }

    /// Whether a folder holds nothing but files that leave.
    private func willVanish(_ folder: String) throws(SystemError) -> Bool {
        let entries = try output.fileSystem.list(output.number, folder)
        for entry in entries {
            let path = "\(folder)/\(entry.name)"
            let vanishes =
                entry.kind == .folder ? try willVanish(path) : leavingPaths.contains(OutputPath(trusted: path))
            if !vanishes { return false }
        }
        return !entries.isEmpty
    }

    /// The files that leave and are really there, in folders and not behind links; faults if they cannot be removed.
    mutating func removals() throws(SystemError) -> [OutputPath] {
        var result: [OutputPath] = []
        for path in leaving {
            guard case .folder = try ground(path.folder), let found = try output.status(path.text),
                found.kind != .folder
            else { continue }
            result.append(path)
        }
        return result
    }

    /// A fault for each folder that the commit has to change but may not.
    mutating func unwritableFolders(changing paths: [OutputPath]) throws(SystemError) -> [Diagnostic] {
        var seen: Set<Substring> = []
        var faults: [Diagnostic] = []
        var last: Substring?
        for path in paths where path.folder != last {
            last = path.folder
            var folder = path.folder
            while !folder.isEmpty, case .absent = try ground(folder) { folder = folder.parentFolder ?? "" }
            guard case .folder = try ground(folder), seen.insert(folder).inserted else { continue }
            if try !output.fileSystem.mayWrite(output.number, folder.isEmpty ? "." : String(folder)) {
                faults.append(.notWritable(String(folder), of: output))
            }
        }
        return faults
    }
}
