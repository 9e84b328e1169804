package import Artifacts
package import Diagnostics
package import Drawing
package import Theme

/// The fonts and libraries that printed outputs are made with, and what stands for them in fingerprints.
package struct PressFonts: Sendable {
    package let sources: FontSources
    /// Of all font files and of the libraries' versions.
    package let fingerprint: Fingerprint
    /// The font files and all that decided on them: while these stand, looking for fonts anew finds the same.
    package let files: [MachineFile]

    package init(sources: FontSources) throws(Fault) {
        self.sources = sources
        files = (sources.origins + sources.files.map(\.path)).map { MachineFile($0) }
        var inputs = FingerprintBuilder("press fonts")
        inputs.add("libraries", "\(LibraryVersions.text), qpdf \(QPDFDocument.libraryVersion)")
        for (file, bytes) in try sources.identities() {
            inputs.add("file", file)
            inputs.add("tables", bytes)
        }
        fingerprint = inputs.finish()
    }

    /// Looks for a theme's fonts when the first printed work asks for them: a campaign without one needs no font.
    package final class Search {
        private let theme: Theme
        private let cache: FontCache?
        private var answer: PressFonts??
        private var report = Report()

        package init(_ theme: Theme, cache: FontCache? = nil) {
            self.theme = theme
            self.cache = cache
        }

        /// The fonts; nil when some are not installed, which `diagnostics` say.
        package func fonts() throws(Fault) -> PressFonts? {
            if let answer { return answer }
            let found = try PressFonts.find(theme, cache: cache, reporting: &report)
            answer = .some(found)
            return found
        }

        /// What was found; nil also when nothing asked.
        package var found: PressFonts? { answer ?? nil }

        package var diagnostics: [Diagnostic] { report.diagnostics }
    }

    /// Finds the theme's fonts; nil after reporting those that are not installed.
    package static func find(
        _ theme: Theme, cache: FontCache? = nil, reporting report: inout Report
    ) throws(Fault) -> PressFonts? {
        guard let sources = FontSources.find(theme.fonts, reporting: &report) else { return nil }
        return try PressFonts(sources: sources.keepingCuts(in: cache))
    }
}
