import Diagnostics
import Drawing
import Foundation
import TestSupport
import Testing
import Theme

@Suite struct FontIdentityTests {
    private func sources() throws -> FontSources {
        var report = Report()
        let folder = TemplateFolder.read(Repository.root.appending(path: "templates").path, reporting: &report)
        let theme = try #require(folder.file("theme.yaml").flatMap { Theme.load($0, reporting: &report) })
        return try #require(FontSources.find(theme.fonts, reporting: &report))
    }

    @Test func everyFontFileIsTold() throws {
        let identities = try sources().identities()
        #expect(!identities.isEmpty)
        // The head, and 16 bytes for each of a font's dozen tables.
        #expect(identities.allSatisfy { $0.bytes.count > 150 })
        #expect(Set(identities.map(\.bytes)).count == identities.count)
        #expect(identities.allSatisfy { !$0.file.contains("/") })
    }

    @Test func theLibrariesSayTheirVersions() {
        for name in ["cairo 1.", "Pango 1.", "HarfBuzz ", "librsvg 2."] {
            #expect(LibraryVersions.text.contains(name))
        }
    }
}
