internal import Diagnostics

/// The output folder as a whole: what a build publishes replaces what the last one published, all of it or nothing.
///
/// Files in the folder that no build put there stay. The folder may be a link; links inside it are never followed.
package struct OutputTree: Sendable {
    let path: String
    let fileSystem: FileSystem

    /// - Parameters:
    ///   - path: the output folder, made when it is missing.
    ///   - fileSystem: the machine's own, but for tests.
    package init(_ path: String, fileSystem: FileSystem = .real) {
        self.path = path
        self.fileSystem = fileSystem
    }

    /// Makes what has changed and leaves the folder with exactly the selected artifacts, beside what the options leave out.
    ///
    /// Throws everything that was found, with the old output untouched; only a machine that fails in the middle of the
    /// commit (`BB710`) leaves the rest of it to the next start.
    /// `basis` is what the artifacts were planned from, for `standing` to ask after.
    package func publish(
        _ artifacts: [Artifact], options: PublishOptions, basis: Basis? = nil
    ) throws(PublishFailure) -> PublishSummary {
        let plan = try Plan(artifacts, options: options)
        do {
            return try options.checkOnly ? check(plan, options) : build(plan, options, basis)
        } catch let failure as PublishFailure {
            throw failure
        } catch let fault as Fault {
            throw PublishFailure(diagnostics: [fault.diagnostic])
        } catch let error as SystemError {
            throw PublishFailure(diagnostics: [.machine(error, in: path)])
        } catch let error as CommitError {
            let unfinished = error.isUnfinished ? [Diagnostic(.commitUnfinished, at: nil, ["path": Wording(path)])] : []
            throw PublishFailure(diagnostics: [.machine(error.cause, in: path)] + unfinished)
        } catch {
            throw PublishFailure(diagnostics: [Diagnostic(.brokenPlan, at: nil, ["reason": Wording("\(error)")])])
        }
    }

    private func build(_ plan: Plan, _ options: PublishOptions, _ basis: Basis?) throws -> PublishSummary {
        let output = try openFolder()
        let lock = try takeLock(in: output)
        defer { withExtendedLifetime(lock) {} }
        let commit = Commit(output: output)
        let finishedEarlier = try commit.finishInterrupted()
        let before = try output.earlierState()
        var survey = try Survey(plan, before: before, options: options, in: output)
        if !survey.faults.isEmpty { throw PublishFailure(diagnostics: survey.faults) }

        let stage = Workshop.Stage(folder: output, prefix: OutputFolder.staged, keepsNeedsOnly: false)
        let workshop = Workshop(
            plan, intact: survey.intact, before: before, options: options, stage: stage, output: output)
        let rest = workshop.settle()
        do {
            let removals = try survey.removals()
            let changing = rest.map { plan.artifacts[$0].path } + removals
            try stop(at: survey.unwritableFolders(changing: changing))
            if !rest.isEmpty {
                try output.makeFolder(OutputFolder.staging)
                try output.makeFolder(OutputFolder.staged)
            }
            let outcomes = try workshop.outcomes(of: rest)
            try stop(at: errors(among: outcomes, of: plan) + foreignFiles(survey, plan, outcomes, in: output))
            try commitIfChanged(
                commit, of: plan, before: before, survey: survey, outcomes: outcomes, removals: removals,
                options: options, basis: basis)
            var summary = PublishSummary(of: plan, outcomes: outcomes, removed: removals.count)
            summary.finishedEarlierCommit = finishedEarlier
            return summary
        } catch let error as CommitError where error.isUnfinished {
            throw error
        } catch {
            // What cannot be removed now is removed by the next start.
            try? output.removeAll(OutputFolder.staging)
            throw error
        }
    }

    /// As `build`, into a folder for the purpose that is thrown away.
    private func check(_ plan: Plan, _ options: PublishOptions) throws -> PublishSummary {
        var output: OutputFolder?
        var before = State.none
        var intact: [Record?] = Array(repeating: nil, count: plan.artifacts.count)
        var removed = 0
        if let folder = try? OutputFolder(path, fileSystem) {
            before = try folder.earlierState()
            var survey = try Survey(plan, before: before, options: options, in: folder)
            try stop(at: survey.faults)
            intact = survey.intact
            removed = try survey.removals().count
            output = folder
        }
        let aside = try OutputFolder(fileSystem.makeTemporaryFolder(), fileSystem)
        defer {
            try? aside.removeAll("tree")
            try? fileSystem.removeFolder(aside.number, aside.path)
        }
        try aside.makeFolder("tree")
        let stage = Workshop.Stage(folder: aside, prefix: "tree", keepsNeedsOnly: true)
        let workshop = Workshop(plan, intact: intact, before: before, options: options, stage: stage, output: output)
        let outcomes = try workshop.outcomes(of: workshop.settle())
        try stop(at: errors(among: outcomes, of: plan))
        return PublishSummary(of: plan, outcomes: outcomes, removed: removed)
    }

    private func commitIfChanged(
        _ commit: Commit, of plan: Plan, before: State, survey: Survey, outcomes: [Outcome?], removals: [OutputPath],
        options: PublishOptions, basis: Basis?
    ) throws {
        var records = survey.staying
        var isStaged = false
        for case (let index, .done(var record, let staged, _)?) in outcomes.enumerated() {
            // What a build before asked for stays, whoever needs it now.
            record.isForOthers = plan.forOthers.contains(index) && survey.wasForOthers(record.path)
            records.append(record)
            isStaged = isStaged || staged
        }
        records.sort { $0.path.text.utf8.lexicographicallyPrecedes($1.path.text.utf8) }
        let manifest = try commit.output.status(Manifest.name)
        let manifestIsNew =
            before.manifest == nil || manifest != before.manifest || before.day != options.day
            || !records.elementsEqual(before.records) { $0.path == $1.path && $0.isListed(like: $1) }
        // What stays beside is not this plan's, and the next one must look after it.
        var basis = survey.staying.isEmpty ? basis : nil
        basis?.diagnostics += PublishSummary.warnings(of: plan, outcomes)
        let libraries = Set(options.libraries() + before.libraries.filter(\.stands))
        let after = State(
            program: options.program, day: options.day, manifest: before.manifest, basis: basis,
            libraries: libraries.sorted { $0.path < $1.path }, records: records)
        if isStaged || !removals.isEmpty || manifestIsNew {
            try commit.run(removing: removals, state: after, manifestIsNew: manifestIsNew)
        } else if after != before {
            try commit.replaceState(after)
            try commit.output.removeAll(OutputFolder.staging)
        } else {
            try commit.output.removeAll(OutputFolder.staging)
        }
    }

    private func openFolder() throws(SystemError) -> OutputFolder {
        var folder = path[...]
        var missing: [Substring] = []
        while !folder.isEmpty, try fileSystem.status(Self.here, String(folder)) == nil {
            missing.append(folder)
            folder = folder.parentFolder ?? ""
        }
        for folder in missing.reversed() { try fileSystem.makeFolder(Self.here, String(folder)) }
        return try OutputFolder(path, fileSystem)
    }

    /// AT_FDCWD: paths from the working directory.
    private static let here: Int32 = -100

    func takeLock(in output: OutputFolder) throws -> Lock {
        try output.makeFolder(OutputFolder.privateFolder)
        let lock = Lock(try output.open("\(OutputFolder.privateFolder)/lock", for: .lock))
        guard try lock.file.lock() else { throw Fault(.outputLocked, ["path": Wording(path)]) }
        return lock
    }

    /// Holds the lock as long as it lives.
    final class Lock {
        let file: OpenFile

        init(_ file: consuming OpenFile) { self.file = file }

        deinit { file.unlock() }
    }

    private func stop(at faults: [Diagnostic]) throws(PublishFailure) {
        if !faults.isEmpty { throw PublishFailure(diagnostics: faults) }
    }

    private func errors(among outcomes: [Outcome?], of plan: Plan) -> [Diagnostic] {
        var hasErrors = false
        let found = plan.selection.flatMap { index -> [Diagnostic] in
            switch outcomes[index] {
            case .failed(let diagnostics):
                hasErrors = true
                return diagnostics
            case .done(let record, _, _): return record.warnings
            case .blocked, nil: return []
            }
        }
        return hasErrors ? found : []
    }

    private func foreignFiles(
        _ survey: Survey, _ plan: Plan, _ outcomes: [Outcome?], in output: OutputFolder
    ) throws(SystemError) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        for index in survey.foreign.sorted() {
            guard case .done(let record, _, _) = outcomes[index] else { continue }
            let path = record.path.text
            if try output.open(path, for: .read).sha256() != record.sha256 {
                faults.append(.inTheWay(path, of: output))
            }
        }
        return faults
    }
}
