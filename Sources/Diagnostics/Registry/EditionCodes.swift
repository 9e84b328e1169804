// BB3xx: the edition: slugs, links, dates.
extension DiagnosticCode {
    static let editionCodes: [DiagnosticCode] = []
}
