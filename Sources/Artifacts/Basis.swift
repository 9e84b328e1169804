package import Diagnostics

/// What a build was planned from, so that the next one need not plan again when all of that is as it was.
///
/// A plan costs more than all else in a build that has nothing to do: every text is read, every layout's inputs are gathered.
/// A basis must cover whatever the plan depends on. One that covers too much costs time; one that covers too little leaves an
/// old output standing.
package struct Basis: Hashable, Sendable {
    /// Of files, options and what the loader goes by.
    package var inputs: Fingerprint
    /// The fonts and what decided which they are; none when nothing asked for them.
    package var fonts: [MachineFile]
    /// The seconds since 1970 from which and up to which the plan is the same; nil for a plan that no clock was asked for.
    package var span: Range<Int>?
    /// What was said of the plan.
    package var diagnostics: [Diagnostic]

    package init(
        inputs: Fingerprint, fonts: [MachineFile] = [], span: Range<Int>? = nil, diagnostics: [Diagnostic] = []
    ) {
        self.inputs = inputs
        self.fonts = fonts
        self.span = span
        self.diagnostics = diagnostics
    }
}

extension OutputTree {
    /// What the last build made, if it was planned by this program from a basis that still holds and every file of it stands as it
    /// was written; nil when there is anything to do or to look at, which `publish` then does.
    ///
    /// The fonts and libraries must stand too. They are looked at only: to ask for a font or a library's version would load them.
    /// `holds` is asked with the output locked.
    package func standing(
        madeBy program: Fingerprint = PublishOptions.runningProgram, where holds: (Basis) throws -> Bool
    ) throws -> PublishSummary? {
        guard let output = try? OutputFolder(path, fileSystem), let lock = try? takeLock(in: output) else { return nil }
        defer { withExtendedLifetime(lock) {} }
        guard try output.status(OutputFolder.staging) == nil else { return nil }
        let before = try output.earlierState()
        guard let basis = before.basis, before.program == program, try holds(basis),
            (basis.fonts + before.libraries).allSatisfy(\.stands),
            before.manifest != nil, try output.status(Manifest.name) == before.manifest,
            try Survey.allStand(before.records, in: output)
        else { return nil }
        return PublishSummary(of: before.records, saying: basis.diagnostics)
    }
}
