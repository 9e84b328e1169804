// BB1xx: Markdown.
extension DiagnosticCode {
    static let markdownCodes: [DiagnosticCode] = []
}
