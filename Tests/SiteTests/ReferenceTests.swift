import Foundation
import Site
import TestSupport
import Testing

/// docs/templates.md says what the checks hold templates to; `BULLETIN_RECORD=1` writes it again.
@Test func theReferenceOfTemplatesIsUpToDate() throws {
    let file = Repository.root.appending(path: "docs/templates.md")
    if ProcessInfo.processInfo.environment["BULLETIN_RECORD"] == "1" {
        try Data(SiteTemplates.reference.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == SiteTemplates.reference)
}
