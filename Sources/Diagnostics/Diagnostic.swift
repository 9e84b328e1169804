/// One fault or remark: data, never printed where it is found.
package struct Diagnostic: Hashable, Sendable {
    package var code: DiagnosticCode
    /// Where in the user's files; nil when no file is concerned.
    package var place: SourcePlace?
    /// How many scalars the caret underlines, at least 1.
    package var length: Int
    package var arguments: [String: Wording]

    package init(
        _ code: DiagnosticCode, at place: SourcePlace?, length: Int = 1, _ arguments: [String: Wording] = [:]
    ) {
        self.code = code
        self.place = place
        self.length = max(1, length)
        self.arguments = arguments
    }

    package func summary(in language: Language) -> String { code.summary.filled(with: arguments, in: language) }
    package func mend(in language: Language) -> String { code.mend.filled(with: arguments, in: language) }
}

/// The diagnostics of one run, collected so that the user sees every fault at once.
package struct Report: Sendable {
    package private(set) var diagnostics: [Diagnostic] = []

    package init() {}

    package mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    package mutating func add(
        _ code: DiagnosticCode, at place: SourcePlace?, length: Int = 1, _ arguments: [String: Wording] = [:]
    ) {
        add(Diagnostic(code, at: place, length: length, arguments))
    }

    package mutating func add(contentsOf others: some Sequence<Diagnostic>) { diagnostics.append(contentsOf: others) }

    package var hasErrors: Bool { diagnostics.contains { $0.code.severity == .error } }

    /// The exit status that the diagnostics ask for: 0, 1 (content) or 3 (machine).
    package var exitStatus: Int32 {
        let errors = diagnostics.filter { $0.code.severity == .error }
        if errors.contains(where: { $0.code.kind == .content }) { return 1 }
        return errors.isEmpty ? 0 : 3
    }

    /// The diagnostics in the order of files, lines and columns, each said once.
    package var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return diagnostics.enumerated().sorted { left, right in
            let (a, b) = (left.element.place, right.element.place)
            return (a?.file ?? "", a?.line ?? 0, a?.column ?? 0, left.offset)
                < (b?.file ?? "", b?.line ?? 0, b?.column ?? 0, right.offset)
        }.map(\.element).filter { seen.insert($0).inserted }
    }
}

/// A fault after which the work cannot go on, as the diagnostic that says so.
package struct Fault: Error, Sendable {
    package let diagnostic: Diagnostic

    package init(
        _ code: DiagnosticCode, at place: SourcePlace? = nil, length: Int = 1, _ arguments: [String: Wording] = [:]
    ) {
        diagnostic = Diagnostic(code, at: place, length: length, arguments)
    }
}
