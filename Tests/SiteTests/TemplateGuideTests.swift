import Foundation
import TestSupport
import Testing

/// docs/templates.zh.md names every key that a template of the site may use.
@Suite struct TemplateGuideTests {
    @Test func everyKeyStandsInTheGuide() throws {
        let guide = try String(contentsOf: Repository.root.appending(path: "docs/templates.zh.md"), encoding: .utf8)
        let words = Set(guide.matches(of: /`([A-Za-z]+)`/).map { String($0.1) })
        let keys = try declaredKeys()
        #expect(keys.count > 80)
        #expect(keys.subtracting(words).sorted() == [])
    }

    /// The cases of the enumerations `…Keys`, read from the source: they are no part of the room's face.
    private func declaredKeys() throws -> Set<String> {
        let folder = Repository.root.appending(path: "Sources/Site/Context")
        var keys: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for match in text.matches(of: /^ +case ([A-Za-z, ]+)$/.anchorsMatchLineEndings()) {
                keys.formUnion(match.1.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
            }
        }
        return keys
    }
}
