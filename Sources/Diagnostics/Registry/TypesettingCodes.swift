// BB5xx: fonts, drawing and typesetting.
extension DiagnosticCode {
    static let typesettingCodes: [DiagnosticCode] = []
}
