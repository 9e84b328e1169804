internal import Diagnostics

/// What is remembered of an artifact that was published.
struct Record: Equatable, Sendable {
    var path: OutputPath
    var share: Artifact.Share
    var inputs: Fingerprint
    /// Of the needs as they were: their paths, digests and page counts.
    var needs: Fingerprint
    var size: Int
    var sha256: Fingerprint
    var pages: Int?
    /// The file as it was written; nil when only the manifest is left to tell of it.
    var status: FileStatus?
    var warnings: [Diagnostic]
    /// No build has asked for the file itself: it was made because others need it, and leaves when none does any more.
    var isForOthers = false

    /// Whether two records read the same in the manifest.
    func isListed(like other: Record) -> Bool {
        share == other.share && inputs == other.inputs && size == other.size && sha256 == other.sha256
            && pages == other.pages
    }
}

/// What an earlier run left: the private `.bulletin/state`.
struct State: Equatable, Sendable {
    /// The program that rendered.
    var program: Fingerprint
    var day: String
    /// The file `manifest.json` as it was written; nil when it is to be written anew.
    var manifest: FileStatus?
    /// Of a build that left nothing beside what it made; nil when the next one has to plan again.
    var basis: Basis?
    /// The libraries that the outputs were made with, as far as they stand: those of this build, and those of builds before
    /// that made what this one kept.
    var libraries: [MachineFile] = []
    /// Sorted by the bytes of their paths.
    var records: [Record]

    static let none = State(program: Fingerprint(of: []), day: "", manifest: nil, basis: nil, records: [])
}
