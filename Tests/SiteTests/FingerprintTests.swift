import Campaign
import Edition
import Foundation
import Site
import TestSupport
import Testing

/// A page whose bytes change has another fingerprint; a page that a change does not touch keeps its own.
@Suite struct FingerprintTests {
    private static let content = Repository.fixtures.appending(path: "fire-safety/content")

    private func built(_ change: (inout Edition) -> Void = { _ in }) throws -> BuiltSite {
        try BuiltSite(content: Self.content, on: "2024-11-05", change: change)
    }

    /// Everything that pages take from an edition, changed one by one.
    static let changes: [(name: String, change: @Sendable (inout Edition) -> Void)] = [
        ("name", { $0.name = "另一个名字" }), ("short", { $0.short = "另名" }), ("organiser", { $0.organiser = "另一单位" }),
        ("theme", { $0.theme = ThemeLine(line: "新主题", lockup: ["新", "主题"]) }),
        ("lockup", { $0.theme.lockup = [$0.theme.line] }),
        ("day", { $0.date = CivilDate(year: 2024, month: 11, day: 6) ?? $0.date }),
        ("stage", { $0.stage.text = "今天不一样。" }), ("phase", { $0.phases[1].text = "换了说法。" }),
        ("task", { $0.phases[0].tasks[0].who = "别人" }),
        ("hotline", { $0.hotlines[0].number = "12345" }), ("channel", { $0.channels[0].name = "别的号" }),
        ("base", { $0.site.baseURL = "https://other.test" }),
        ("reserved", { $0.site.baseURL = "https://other.example" }),
        ("no base", { $0.site.baseURL = nil }), ("icp", { $0.site.icp = "闽ICP备3号" }),
        ("section", { $0.sections[0].title = "另一栏" }), ("handbook", { $0.handbook.title = "另一本" }),
        ("type", { $0.pieces[0].title = "换了标题" }), ("summary", { $0.pieces[0].summary = "换了摘要。" }),
        ("date", { $0.pieces[0].updated = CivilDate(year: 2024, month: 11, day: 4) }),
        ("verified", { $0.pieces[0].verified = false }), ("source", { $0.pieces[0].source = "另一来源" }),
        ("code", { $0.pieces[0].code = "zz9" }), ("slogan", { $0.slogans[0].text = "换一句" }),
        ("posters", { $0.posters = [] }), ("poster", { $0.posters[0].size = "A0" }),
        (
            "tags",
            {
                for index in $0.pieces.indices {
                    for tag in $0.pieces[index].tags.indices { $0.pieces[index].tags[tag].name += "新" }
                }
            }
        ),
        ("order", { $0.sections[1].pieces.reverse() }),
        ("document", { $0.pieces[0].document = $0.pieces[1].document }),
        ("official", { for index in $0.pieces.indices { $0.pieces[index].official?.document = "柳政〔2024〕1号" } }),
        ("numbers", { for index in $0.pieces.indices { $0.pieces[index].numbers = [:] } }),
    ]

    @Test(arguments: changes.indices)
    func aChangeOfBytesIsAChangeOfTheFingerprint(index: Int) throws {
        let (name, change) = Self.changes[index]
        let (before, after) = (try BuiltSite.shared(content: Self.content, on: "2024-11-05"), try built(change))
        var changed = 0
        for (path, bytes) in after.files {
            guard let old = before.files[path] else { continue }
            if old != bytes {
                changed += 1
                #expect(before.fingerprints[path] != after.fingerprints[path], "\(name): \(path)")
            }
        }
        #expect(changed > 0 || before.files.count != after.files.count, "\(name) shows nowhere")
    }

    @Test func aPieceThatChangesLeavesTheOthersAlone() throws {
        let (before, after) = (try built(), try built { $0.pieces[0].source = "另一来源" })
        let changed = after.fingerprints.filter { before.fingerprints[$0.key] != $0.value }.map(\.key)
        #expect(changed == [after.edition.pieces[0].page])
    }

    @Test func equalEditionsGiveEqualSites() throws {
        let (once, again) = (try built(), try built())
        #expect(once.files == again.files && once.fingerprints == again.fingerprints)
    }
}
