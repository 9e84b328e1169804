package import Diagnostics

/// What a build did.
package struct PublishSummary: Sendable {
    /// Artifacts whose files are new or other than before.
    package var made = 0
    package var unchanged = 0
    /// Files that no artifact stands for any more.
    package var removed = 0
    /// Warnings, also those of artifacts that were not rendered again.
    package var diagnostics: [Diagnostic] = []
    /// A commit that an earlier run left unfinished has been finished first.
    package var finishedEarlierCommit = false
    /// In the order of `Artifact.Share`; shares without an artifact are left out.
    package var byShare: [(share: Artifact.Share, tally: Tally)] = []
    /// In the order of the extensions' bytes.
    package var byExtension: [(extension: String, tally: Tally)] = []

    package struct Tally: Hashable, Sendable {
        package var files = 0
        package var bytes = 0
        package var made = 0
        /// The time spent in renders, added up over the workers.
        package var seconds = 0.0
    }

    package var bytes: Int { byShare.reduce(0) { $0 + $1.tally.bytes } }
}

extension PublishSummary {
    init(of plan: Plan, outcomes: [Outcome?], removed: Int) {
        self.removed = removed
        var tallies = Tallies()
        for index in plan.order {
            guard let outcome = outcomes[index], case .done(let record, let staged, let seconds) = outcome else {
                continue
            }
            if staged { made += 1 } else { unchanged += 1 }
            tallies.add(record, made: staged, seconds: seconds)
        }
        diagnostics = Self.warnings(of: plan, outcomes)
        setTallies(tallies)
    }

    /// Of a build with nothing to do.
    init(of records: [Record], saying diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
        unchanged = records.count
        var tallies = Tallies()
        for record in records { tallies.add(record) }
        setTallies(tallies)
    }

    static func warnings(of plan: Plan, _ outcomes: [Outcome?]) -> [Diagnostic] {
        plan.selection.flatMap { index -> [Diagnostic] in
            if case .done(let record, _, _) = outcomes[index] { record.warnings } else { [] }
        }
    }

    private mutating func setTallies(_ tallies: Tallies) {
        byShare = Artifact.Share.allCases.compactMap { share in tallies.shares[share].map { (share, $0) } }
        byExtension = tallies.extensions.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0, $1) }
    }
}

/// Files counted by their share and by their extension.
private struct Tallies {
    private(set) var shares: [Artifact.Share: PublishSummary.Tally] = [:]
    private(set) var extensions: [String: PublishSummary.Tally] = [:]

    mutating func add(_ record: Record, made: Bool = false, seconds: Double = 0) {
        let one = PublishSummary.Tally(files: 1, bytes: record.size, made: made ? 1 : 0, seconds: seconds)
        shares[record.share, default: .init()].add(one)
        extensions[String(record.path.fileExtension), default: .init()].add(one)
    }
}

extension PublishSummary.Tally {
    fileprivate mutating func add(_ other: Self) {
        files += other.files
        bytes += other.bytes
        made += other.made
        seconds += other.seconds
    }
}
