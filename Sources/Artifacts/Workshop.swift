internal import Diagnostics
internal import Synchronization

/// What became of an artifact.
enum Outcome: Sendable {
    /// Its record is as before, or it was rendered; `staged` if its file waits in the staging folder.
    case done(Record, staged: Bool, seconds: Double)
    /// Its render found errors.
    case failed([Diagnostic])
    /// Something that it needs failed.
    case blocked
}

/// Renders artifacts on worker threads into a staging folder.
final class Workshop: Sendable {
    /// Where rendered files go.
    struct Stage: Sendable {
        let folder: OutputFolder
        let prefix: String
        /// Keep only what other renders read: nothing is going to be published.
        let keepsNeedsOnly: Bool
    }

    private let plan: Plan
    private let stage: Stage
    private let output: OutputFolder?
    private let intact: [Record?]
    private let before: State
    private let options: PublishOptions
    private let isNeeded: [Bool]
    /// The inputs of what may be unchanged: artifacts whose file stands as this program wrote it.
    private let inputs: [Fingerprint?]
    private let results: Mutex<[Outcome?]>
    private let breakdown = Mutex<SystemError?>(nil)
    private let doneCount = Mutex(0)

    init(
        _ plan: Plan, intact: [Record?], before: State, options: PublishOptions, stage: Stage, output: OutputFolder?
    ) {
        self.plan = plan
        self.intact = intact
        self.before = before
        self.options = options
        self.stage = stage
        self.output = output
        var isNeeded = Array(repeating: false, count: plan.artifacts.count)
        for index in plan.selection { for need in plan.needs[index] { isNeeded[need] = true } }
        self.isNeeded = isNeeded
        inputs = Self.inputs(of: plan, intact: before.program == options.program ? intact : [], options.jobs)
        results = Mutex(Array(repeating: nil, count: plan.artifacts.count))
    }

    private static func inputs(of plan: Plan, intact: [Record?], _ workers: Int) -> [Fingerprint?] {
        var inputs = [Fingerprint?](repeating: nil, count: plan.artifacts.count)
        let standing = intact.indices.filter { intact[$0] != nil }
        let found = Crew.map(standing, on: workers) { plan.artifacts[$0].recipe().inputs }
        for (index, fingerprint) in zip(standing, found) { inputs[index] = fingerprint }
        return inputs
    }

    /// Settles what is plainly unchanged, without a thread; gives the rest, each after its needs.
    func settle() -> [Int] {
        results.withLock { results in
            var rest: [Int] = []
            for index in plan.order {
                let settled = plan.needs[index].allSatisfy { results[$0] != nil }
                if settled, let record = unchanged(index, needs: needsDigest(index, results)) {
                    results[index] = .done(record, staged: false, seconds: 0)
                } else {
                    rest.append(index)
                }
            }
            return rest
        }
    }

    /// Renders the rest and gives everything's outcome; throws when the machine fails.
    func outcomes(of rest: [Int]) throws(SystemError) -> [Outcome?] {
        if !rest.isEmpty {
            try makeFolders(for: rest)
            let workers = max(1, min(options.jobs, rest.count))
            let queue = WorkQueue(rest.sorted(), of: plan, workers: workers)
            let ahead: @Sendable () -> Void = { self.bringAhead(queue) }
            let areMany = rest.count >= Self.manyFiles && !stage.keepsNeedsOnly
            Crew.run(workers, beside: areMany ? ahead : nil) { worker in
                var done: Int?
                while let index = queue.next(for: worker, after: done) {
                    do throws(SystemError) {
                        try self.work(on: index)
                    } catch {
                        self.breakDown(error, queue)
                    }
                    self.tell(index, of: rest.count)
                    done = index
                }
            }
            if let error = breakdown.withLock({ $0 }) { throw error }
        }
        return results.withLock { $0 }
    }

    /// So many files take the disk longer than a sync costs.
    private static let manyFiles = 256

    /// Brings the first half of the files to the disk while the second is rendered: the sync before the commit, which waits
    /// for all of them, is half as long then. A failure must be heard here: Linux tells of each only once (syncfs(2)), and the
    /// later sync would succeed.
    private func bringAhead(_ queue: WorkQueue) {
        queue.waitForHalf()
        do throws(SystemError) {
            try stage.folder.fileSystem.syncAll(stage.folder.number)
        } catch {
            breakDown(error, queue)
        }
    }

    /// Nothing more is rendered; the first failure is the one that is told.
    private func breakDown(_ error: SystemError, _ queue: WorkQueue) {
        breakdown.withLock { $0 = $0 ?? error }
        queue.stop()
    }

    private func tell(_ index: Int, of total: Int) {
        guard let progress = options.progress else { return }
        doneCount.withLock { done in
            done += 1
            progress(.init(done: done, total: total, path: plan.artifacts[index].path))
        }
    }

    private func makeFolders(for rest: [Int]) throws(SystemError) {
        var made: Set<Substring> = []
        var last: Substring?
        for index in rest where isStaged(index) {
            var missing: [Substring] = []
            var folder = plan.artifacts[index].path.folder
            // Neighbours mostly share a folder.
            if folder == last { continue }
            last = folder
            while !folder.isEmpty, made.insert(folder).inserted {
                missing.append(folder)
                folder = folder.parentFolder ?? ""
            }
            for folder in missing.reversed() { try stage.folder.makeFolder("\(stage.prefix)/\(folder)") }
        }
    }

    private func isStaged(_ index: Int) -> Bool { !stage.keepsNeedsOnly || isNeeded[index] }
    private func stagedPath(_ index: Int) -> String { "\(stage.prefix)/\(plan.artifacts[index].path.text)" }

    private func work(on index: Int) throws(SystemError) {
        let (found, digest) = results.withLock { results in
            (plan.needs[index].map { results[$0] }, needsDigest(index, results))
        }
        let outcome: Outcome =
            if found.contains(where: { $0?.isDone != true }) {
                .blocked
            } else if let record = unchanged(index, needs: digest) {
                .done(record, staged: false, seconds: 0)
            } else {
                try render(index, found.compactMap { $0 }, digest)
            }
        results.withLock { $0[index] = outcome }
    }

    /// The record of before, if everything that the artifact depends on is as it was then.
    private func unchanged(_ index: Int, needs digest: Fingerprint) -> Record? {
        guard let record = intact[index], record.inputs == inputs[index], record.needs == digest,
            record.share == plan.artifacts[index].share
        else { return nil }
        return record
    }

    private static let noNeeds = Fingerprint(of: [])

    private func needsDigest(_ index: Int, _ results: [Outcome?]) -> Fingerprint {
        if plan.needs[index].isEmpty { return Self.noNeeds }
        var digest = FingerprintBuilder("needs")
        for need in plan.needs[index] {
            guard case .done(let record, _, _) = results[need] else { continue }
            digest.add("path", record.path.text)
            digest.add("sha256", record.sha256)
            digest.add("pages", record.pages ?? -1)
        }
        return digest.finish()
    }

    private func render(_ index: Int, _ found: [Outcome], _ digest: Fingerprint) throws(SystemError) -> Outcome {
        let artifact = plan.artifacts[index]
        let recipe = artifact.recipe()
        let needs = zip(plan.needs[index], found).compactMap { need, outcome in source(of: need, outcome) }
        var sink = ByteSink(
            isStaged(index)
                ? .file(stage.folder.fileSystem, folder: stage.folder.number, path: stagedPath(index)) : .nowhere)
        let started = ContinuousClock.now
        let rendered: Rendered
        do {
            rendered = try recipe.render(Needs(needs), &sink)
        } catch let fault as Fault {
            return .failed([fault.diagnostic])
        } catch let error as SystemError {
            throw error
        } catch {
            return .failed([.brokenPlan(artifact.path, Wording("\(error)"))])
        }
        if rendered.diagnostics.contains(where: { $0.code.severity == .error }) { return .failed(rendered.diagnostics) }
        let content = try sink.finish()
        let seconds = ContinuousClock.now - started
        var record = Record(
            path: artifact.path, share: artifact.share, inputs: recipe.inputs, needs: digest, size: content.size,
            sha256: content.sha256, pages: rendered.pages, status: content.status, warnings: rendered.diagnostics)
        // Equal bytes: the file that is there stays, with its time, and is not copied to a server again.
        let same = intact[index].map { $0.sha256 == content.sha256 && $0.size == content.size } ?? false
        if same {
            record.status = intact[index]?.status
            if isStaged(index) { try stage.folder.fileSystem.removeFile(stage.folder.number, stagedPath(index)) }
        }
        return .done(record, staged: !same, seconds: seconds / .seconds(1))
    }

    private func source(of need: Int, _ outcome: Outcome) -> Needs.Source? {
        guard case .done(let record, let staged, _) = outcome else { return nil }
        let (folder, path) = staged ? (stage.folder, stagedPath(need)) : (output ?? stage.folder, record.path.text)
        return Needs.Source(path: record.path, size: record.size, sha256: record.sha256, pages: record.pages) {
            try folder.open(path, for: .read).content()
        }
    }
}

extension Outcome {
    var isDone: Bool { if case .done = self { true } else { false } }
}
