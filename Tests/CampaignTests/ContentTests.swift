import Campaign
import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

/// The repository's own campaign: complete, without padding, private fields empty.
@Suite struct ContentTests {
    private static let loaded: (campaign: Campaign?, report: Report) = {
        var report = Report()
        let campaign = Campaign.load(Repository.root.appending(path: "content").path, reporting: &report)
        return (campaign, report)
    }()

    private func campaign() throws -> Campaign { try #require(Self.loaded.campaign) }

    private func pieces(_ folder: Folder) throws -> [SourcePiece] {
        try campaign().pieces.filter { $0.folder == folder }
    }

    private func han(_ piece: SourcePiece) -> [Unicode.Scalar] {
        String(decoding: PlainTextRenderer.render(piece.document), as: UTF8.self).unicodeScalars.filter {
            (0x4E00...0x9FFF).contains($0.value)
        }
    }

    @Test func nothingIsWrongWithIt() {
        let errors = Self.loaded.report.sorted.filter { $0.code.severity == .error }
        #expect(errors.map { DiagnosticPrinter(language: .english).text(of: $0) } == [])
        // What is left to a person: the real address, and what must be read in the official text.
        #expect(Set(Self.loaded.report.diagnostics.map(\.code.id)).isSubset(of: ["BB258", "BB268"]))
    }

    @Test func itIsComplete() throws {
        #expect(try pieces(.policy).count >= 1)
        #expect(try pieces(.audiences).count == 5)
        #expect(try (10...14).contains(pieces(.handbook).count))
        #expect(try pieces(.pages).contains { $0.slug == "help" })
        #expect(try pieces(.slogans).map(\.slogans.count).reduce(0, +) == 60)
        #expect(try campaign().facts.phases.count == 3)
        #expect(try campaign().facts.theme.line == "警惕诈骗新手法，不做电诈工具人")
    }

    @Test func bannersAreShort() throws {
        let banners = try pieces(.slogans).first { $0.path.contains("banner") }
        #expect(try #require(banners).slogans.count >= 5)
        #expect(try #require(banners).slogans.filter { $0.text.count > 20 }.map(\.text) == [])
    }

    @Test func casesAreTwentyFourOfEveryKind() throws {
        let cases = try pieces(.cases)
        #expect(cases.count == 24)
        #expect(cases.filter { han($0).count < 400 }.map { "\($0.path) \(han($0).count)" } == [])
        let types = Dictionary(grouping: cases.compactMap(\.caseFacts), by: \.type.name).mapValues(\.count)
        let victims = try campaign().facts.types.prefix(10).map(\.name)
        let helpers = try campaign().facts.types.dropFirst(10).map(\.name)
        #expect(victims.filter { types[$0, default: 0] < 1 } == [])
        #expect(helpers.filter { types[$0, default: 0] < 2 } == [])
        let kinds = Dictionary(grouping: cases.compactMap(\.caseFacts), by: \.kind).mapValues(\.count)
        #expect(kinds == [.victim: 10, .accomplice: 10, .dissuaded: 2, .honour: 2])
    }

    /// Two pieces that share a third of their six-character runs say the same thing twice.
    @Test func noPieceRepeatsAnother() throws {
        let grams = try campaign().pieces.map { piece -> (path: String, grams: Set<[UInt32]>) in
            let text = han(piece).map(\.value)
            guard text.count >= 6 else { return (piece.path, []) }
            return (piece.path, Set((0...(text.count - 6)).map { Array(text[$0..<$0 + 6]) }))
        }
        var alike: [String] = []
        for (index, piece) in grams.enumerated() {
            for other in grams[(index + 1)...] where !piece.grams.isEmpty && !other.grams.isEmpty {
                let shared = Double(piece.grams.intersection(other.grams).count)
                let share = shared / Double(min(piece.grams.count, other.grams.count))
                if share > 0.3 { alike.append("\(piece.path) \(other.path) \(share)") }
            }
        }
        #expect(alike == [])
    }

    @Test func unitsAreAMarketTownWithoutAnybodysTelephone() throws {
        let units = try campaign().units
        #expect((36...44).contains(units.count))
        #expect(units.allSatisfy { $0.headcount > 0 })
        #expect(Set(units.map(\.category)).count >= 5)
        #expect(units.filter { $0.contact != nil || $0.phone != nil }.map(\.name) == [])
        #expect(try campaign().places.count == 25)
        #expect(try campaign().places.allSatisfy { $0.unit != nil })
    }

    /// Printed codes lead to short addresses, which are promised for ever: a code never changes its piece.
    @Test func codesKeepTheirPieces() throws {
        let codes = try campaign().pieces.map { "\($0.code) \($0.slug)" }.sorted().joined(separator: "\n") + "\n"
        try expectGolden(codes, named: "codes.txt")
    }
}
