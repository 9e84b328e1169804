// BB2xx: campaign and tables.
extension DiagnosticCode {
    static let campaignCodes: [DiagnosticCode] = []
}
