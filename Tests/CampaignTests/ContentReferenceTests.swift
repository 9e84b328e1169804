import Campaign
import Foundation
import Settings
import TestSupport
import Testing

/// docs/content.zh.md names every field that content may state, with its twin, its limit and whether it is required.
@Suite struct ContentReferenceTests {
    private static let schemas =
        [("campaign.yaml", CampaignSchema.whole)] + Folder.allCases.map { ($0.rawValue, PieceSchema.of($0)) }

    @Test(arguments: schemas.map(\.0)) func everyFieldStandsInTheReference(part: String) throws {
        let page = try String(contentsOf: Repository.root.appending(path: "docs/content.zh.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        for field in try #require(Self.schemas.first { $0.0 == part }).1.everyField {
            let head = "| `\(field.key)` \(field.twin ?? "") |"
            let described = rows.filter { $0.hasPrefix(head) }
            #expect(described.contains { $0.contains("必填") == field.isRequired }, "\(head)")
            guard case .text(let limit) = field.kind, limit < 200, field.key != "slug" else { continue }
            #expect(described.contains { $0.contains("| \(limit) |") } || field.isPath, "\(head) \(limit)")
        }
    }
}

extension Schema {
    /// The fields of this schema and of all groups in it.
    fileprivate var everyField: [Field] { fields.flatMap { [$0] + $0.kind.inner } }
}

extension Field {
    /// Names of files and of folders' titles, whose limit nobody meets.
    fileprivate var isPath: Bool { key == "template" || Folder(rawValue: key) != nil }
}

extension Field.Kind {
    fileprivate var inner: [Field] {
        switch self {
        case .list(let kind, _), .dictionary(let kind): kind.inner
        case .group(let schema): schema.everyField
        case .text, .date, .whole, .number, .flag, .choice: []
        }
    }
}
