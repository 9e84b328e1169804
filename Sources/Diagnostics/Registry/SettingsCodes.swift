// BB020–059: settings, front matter and fields.
extension DiagnosticCode {
    static let settingsCodes: [DiagnosticCode] = []
}
