/// How grave a diagnostic is: an error stops the build, a warning does not.
package enum Severity: String, CaseIterable, Sendable {
    case error, warning
}

/// What a fault concerns, which decides the exit status.
package enum FaultKind: Sendable {
    /// The content or the templates: exit status 1.
    case content
    /// The machine lacks something, such as a font, disk space or rights: exit status 3.
    case machine
}

/// One entry of the registry: a stable code, what went wrong and how to mend it, in both languages.
///
/// Codes are never reused. The ranges: BB001–019 files and the machine, BB020–059 settings and front matter,
/// BB1xx Markdown, BB2xx campaign and tables, BB3xx edition, BB400–430 theme, templates and site, BB431–449 boards,
/// BB5xx drawing, typesetting and the press, BB6xx prepress, BB7xx artifacts and output, BB9xx proof.
package struct DiagnosticCode: Hashable, Sendable {
    package let id: String
    package let severity: Severity
    package let kind: FaultKind
    /// What is wrong, with `{arguments}`.
    package let summary: Wording
    /// What the user does about it, with `{arguments}`.
    package let mend: Wording

    package init(_ id: String, _ severity: Severity, _ summary: Wording, mend: Wording, kind: FaultKind = .content) {
        self.id = id
        self.severity = severity
        self.kind = kind
        self.summary = summary
        self.mend = mend
    }

    package static func == (left: Self, right: Self) -> Bool { left.id == right.id }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// Every code that the product can report. A room's codes stand in the registry file of its range.
    package static let all: [DiagnosticCode] =
        fileCodes + settingsCodes + markdownCodes + tableCodes + contentCodes + pieceCodes + campaignCodes
        + posterReadingCodes + editionCodes + pictureCodes + templateCodes + boardCodes
        + typesettingCodes + pressCodes
        + prepressCodes + outputCodes + proofCodes
}
