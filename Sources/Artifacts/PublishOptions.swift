package import Diagnostics
internal import Glibc

/// What `OutputTree.publish` is asked to do.
package struct PublishOptions: Sendable {
    /// The day that the outputs are made for, such as `2024-07-10`; recorded in the manifest.
    package var day: String
    /// The number of worker threads.
    package var jobs: Int
    /// The parts that `--only` names, with the artifacts that these need; the others stay as they are.
    package var shares: Set<Artifact.Share>
    package var shard: Shard?
    /// The kinds of file that `--formats` names, by extension without its dot; nil for all. Others stay as they are.
    package var formats: Set<String>?
    /// Renders and reports as a build does, but leaves the output folder alone.
    package var checkOnly: Bool
    /// The program that renders: another one makes everything again, because its code is an input too. Never in an output.
    package var program: Fingerprint
    /// The libraries that were used so far, asked for when everything is rendered.
    package var libraries: @Sendable () -> [MachineFile]
    /// Called from the worker threads, one call at a time.
    package var progress: (@Sendable (Progress) -> Void)?

    package init(
        day: String, jobs: Int = PublishOptions.cores, shares: Set<Artifact.Share> = Set(Artifact.Share.allCases),
        shard: Shard? = nil, formats: Set<String>? = nil, checkOnly: Bool = false,
        program: Fingerprint = PublishOptions.runningProgram,
        libraries: @escaping @Sendable () -> [MachineFile] = MachineFile.loadedLibraries,
        progress: (@Sendable (Progress) -> Void)? = nil
    ) {
        self.day = day
        self.jobs = jobs
        self.shares = shares
        self.shard = shard
        self.formats = formats
        self.checkOnly = checkOnly
        self.program = program
        self.libraries = libraries
        self.progress = progress
    }

    /// One of several machines that divide a build among them: `--shard 2/5`.
    package struct Shard: Hashable, Sendable {
        /// From 1.
        package let index: Int
        package let count: Int

        /// Nil unless 1 ≤ index ≤ count.
        package init?(index: Int, count: Int) {
            guard index >= 1, index <= count else { return nil }
            self.index = index
            self.count = count
        }

        /// By the path without its extension, so that the PDF and PNG of a poster, which share a layout, stay together.
        package func holds(_ path: OutputPath) -> Bool {
            let stem = path.text.utf8.dropLast(path.fileExtension.utf8.count)
            return Fingerprint(of: Array(stem)).lot % UInt64(count) == UInt64(index - 1)
        }
    }

    /// One more artifact is done.
    package struct Progress: Sendable {
        package let done: Int
        /// The number of artifacts that are not plainly unchanged.
        package let total: Int
        package let path: OutputPath
    }

    /// The processors of this machine.
    package static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    func selects(_ path: OutputPath, of share: Artifact.Share) -> Bool {
        shares.contains(share) && (formats?.contains(String(path.fileExtension)) ?? true)
            && (shard?.holds(path) ?? true)
    }
}

/// Why nothing was published, with everything that was found: the old output stands as it was.
package struct PublishFailure: Error, Sendable {
    package let diagnostics: [Diagnostic]
}
