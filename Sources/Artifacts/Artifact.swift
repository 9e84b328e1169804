package import Diagnostics

/// One file that the house produces: where it goes, what it depends on, and how it is made.
///
/// Two artifacts with equal paths, equal inputs and equal needs have equal bytes, whatever the machine, the folder, the
/// locale, the number of cores and the order of work.
package struct Artifact: Sendable {
    /// Below the output folder.
    package let path: OutputPath
    /// The part of the output that `--only` selects.
    package let share: Share
    /// Artifacts whose bytes, size or page count are used. A cycle or an unknown path is a programming error.
    package let needs: [OutputPath]
    /// What the bytes are made from and how. Worked out whenever someone asks, on any thread and always the same, so that what
    /// a thousand pages consist of need not be held ready at once.
    package let recipe: @Sendable () -> Recipe

    package struct Recipe: Sendable {
        /// Everything that the bytes depend on, except the needs.
        package let inputs: Fingerprint
        /// Makes the bytes. Runs on a worker thread of its own, at any time after its needs. It may throw a `Fault`; returned
        /// diagnostics are kept in the manifest's private twin and said again when the artifact is skipped.
        package let render: @Sendable (_ needs: Needs, _ sink: inout ByteSink) throws -> Rendered

        package init(
            inputs: Fingerprint,
            render: @escaping @Sendable (_ needs: Needs, _ sink: inout ByteSink) throws -> Rendered
        ) {
            self.inputs = inputs
            self.render = render
        }
    }

    package init(
        path: OutputPath, share: Share, needs: [OutputPath] = [], recipe: @escaping @Sendable () -> Recipe
    ) {
        self.path = path
        self.share = share
        self.needs = needs
        self.recipe = recipe
    }

    /// An artifact whose inputs are known already.
    package init(
        path: OutputPath, share: Share, inputs: Fingerprint, needs: [OutputPath] = [],
        render: @escaping @Sendable (_ needs: Needs, _ sink: inout ByteSink) throws -> Rendered
    ) {
        let recipe = Recipe(inputs: inputs, render: render)
        self.init(path: path, share: share, needs: needs) { recipe }
    }

    package enum Share: String, CaseIterable, Sendable {
        case site, wechat, posters, handbook
    }
}

/// What a render says beside the bytes.
package struct Rendered: Sendable {
    package var diagnostics: [Diagnostic]
    /// The number of pages of a PDF, for those who need it.
    package var pages: Int?

    package init(diagnostics: [Diagnostic] = [], pages: Int? = nil) {
        self.diagnostics = diagnostics
        self.pages = pages
    }
}
