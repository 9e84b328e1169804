// BB6xx: posters and handbooks.
extension DiagnosticCode {
    static let prepressCodes: [DiagnosticCode] = []
}
