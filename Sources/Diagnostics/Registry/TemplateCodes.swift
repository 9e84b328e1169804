// BB4xx: theme, templates and site.
extension DiagnosticCode {
    static let templateCodes: [DiagnosticCode] = []
}
