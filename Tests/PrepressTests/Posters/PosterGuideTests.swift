import Foundation
import Settings
import TestSupport
import Testing
import Theme

@testable import Prepress

/// Both guides for designers name every field of poster.yaml and theme.yaml, and every word for what a frame takes.
@Suite struct PosterGuideTests {
    private static func names(_ kind: Field.Kind) -> [String] {
        switch kind {
        case .group(let schema): schema.fields.flatMap { [$0.key] + names($0.kind) }
        case .list(let item, _), .dictionary(let item): names(item)
        default: []
        }
    }

    @Test(arguments: ["templates.zh.md", "templates.en.md"]) func theGuideNamesEveryField(file: String) throws {
        let guide = try String(contentsOf: Repository.root.appending(path: "docs/\(file)"), encoding: .utf8)
        let fields = Set([PosterSchema.file, ThemeSchema.file].flatMap { Self.names(.group($0)) })
        #expect(fields.count > 50)
        for name in fields.sorted() { #expect(guide.contains("`\(name)`"), "\(name)") }
        for word in Take.words where word.utf8.allSatisfy({ $0 < 0x80 }) {
            // `meta:date`, and then the others by themselves.
            let name = word.hasPrefix("meta:") && word != "meta:date" ? String(word.dropFirst(5)) : word
            #expect(guide.contains("`\(name)`"), "\(word)")
        }
    }
}
