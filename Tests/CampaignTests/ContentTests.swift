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

    /// What was read in no official text yet (articles 253-1, 287-1, 318 and 322 of the Criminal Law, and the first
    /// paragraph of article 36) stands in pieces that say so alone.
    @Test func whatIsNotVerifiedSaysSo() throws {
        let unread = ["第二百五十三条之一", "第二百八十七条之一", "第三百一十八条", "第三百二十二条", "重大嫌疑"]
        let claims = try campaign().pieces.filter { piece in
            let text = String(decoding: PlainTextRenderer.render(piece.document), as: UTF8.self)
            return unread.contains { text.contains($0) }
        }
        #expect(!claims.isEmpty)
        #expect(claims.filter(\.verified).map(\.path) == [])
        // Accounts of the five are named by one second-hand source, the years of two campaigns by none.
        let whole =
            try campaign().pieces.map { String(decoding: $0.document.file.bytes, as: UTF8.self) }.joined()
            + String(decoding: campaign().file.bytes, as: UTF8.self)
        for name in ["人民日报客户端", "2021年2月1日"] { #expect(!whole.contains(name), "\(name)") }
    }

    /// Every percentage, every dated fact and every article of a law that the content states is on this list, which was
    /// checked against official texts.
    @Test func everyFigureIsKnown() throws {
        let figures = ["88.4%", "62.1%"]
        let days: Set<String> = [
            "2024年7月1日", "2024年7月29日", "2024年7月31日", "2024年6月24日", "2024年6月25日", "2021年7月14日",
            "2020年10月10日", "2022年9月2日", "2022年12月1日",
        ]
        let articles: Set<String> = [
            "第八条", "第十四条", "第二十五条", "第三十条", "第三十一条", "第三十六条", "第三十八条", "第四十二条", "第四十四条", "第四十六条",
            "第二百六十六条", "第二百八十七条之二", "第三百一十二条", "第三百一十八条", "第三百二十二条",
        ]
        for piece in try campaign().pieces {
            let text = String(decoding: PlainTextRenderer.render(piece.document), as: UTF8.self)
            for match in text.matches(of: /[0-9.]+%/) { #expect(figures.contains(String(match.0)), "\(piece.path)") }
            for match in text.matches(of: /[0-9]{4}年[0-9]+月[0-9]+日/) {
                #expect(days.contains(String(match.0)), "\(match.0) \(piece.path)")
            }
            // “The first” of a list is no article.
            for match in text.matches(of: /第[一二三四五六七八九十百]+条(之[一二])?/) where match.0 != "第一条" {
                #expect(articles.contains(String(match.0)), "\(match.0) \(piece.path)")
            }
        }
    }

    /// WeChat blocks pages that ask their readers to pass them on or to follow an account for a reward.
    @Test func nothingAsksToBePassedOn() throws {
        let words = ["转发", "扩散", "分享给", "发到群", "必转", "不转不是", "集赞", "助力", "关注后查看", "抽奖"]
        for piece in try campaign().pieces {
            let text = String(decoding: PlainTextRenderer.render(piece.document), as: UTF8.self)
            #expect(words.filter { text.contains($0) } == [], "\(piece.path)")
        }
    }

    @Test func theFamilyPagesNameWhomTheDocumentNames() throws {
        for slug in ["for-village", "for-community", "for-family"] {
            let piece = try pieces(.audiences).first { $0.slug == slug }
            let text = String(decoding: PlainTextRenderer.render(try #require(piece).document), as: UTF8.self)
            for reader in ["妇女", "老年人", "未成年人"] { #expect(text.contains(reader), "\(slug): \(reader)") }
        }
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
