// BB7xx: artifacts and the output tree.
extension DiagnosticCode {
    static let outputCodes: [DiagnosticCode] = []
}
