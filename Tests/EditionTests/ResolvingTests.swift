import Campaign
import Diagnostics
import Edition
import Foundation
import Markdown
import TestSupport
import Testing

@Suite struct ResolvingTests {
    private func fire(_ day: String = "2024-11-13") throws -> Edition {
        try Loaded.edition(of: Loaded.fireSafety, on: day).edition
    }

    /// A campaign of the minimal files with others over them, on 10 July 2024.
    private func edition(with files: [String: String]) throws -> (edition: Edition, codes: [String]) {
        let scratch = try Scratch()
        try FileManager.default.copyItem(
            at: Repository.fixtures.appending(path: "minimal/content"), to: scratch.url.appending(path: "content"))
        for (path, text) in files { try scratch.write(text, to: "content/\(path)") }
        var report = Report()
        let campaign = Campaign.load(scratch.path + "/content", reporting: &report)
        #expect(!report.hasErrors, "\(report.sorted)")
        return try Loaded.edition(of: campaign, on: "2024-07-10")
    }

    private func page(_ slug: String, _ code: String, more: String = "", body: String = "正文。") -> String {
        "---\ntitle: \(slug)\nslug: \(slug)\ncode: \(code)\ndate: 2024-07-01\n\(more)---\n\n\(body)\n"
    }

    @Test func numbersFollowTheLevelsAndStartAnew() throws {
        let piece = try #require(try fire().pieces.first { $0.slug == "notice" })
        let numbered = piece.numbers.sorted { $0.key < $1.key }.map { id, number in
            number + String(decoding: PlainTextRenderer.render(piece.document, of: id), as: UTF8.self)
        }
        #expect(
            numbered == [
                "一、为什么要查", "（一）火从小处来", "（二）法律有要求", "二、查什么", "（一）查通道", "1.楼道", "2.消防车通道", "（1）停车", "（2）摆摊",
                "3.安全出口", "（二）查电线", "三、找谁问",
            ])
        #expect(piece.anchors.values.allSatisfy { !$0.contains("、") && !$0.contains("（") })
    }

    @Test func onlyThePolicyIsNumberedAndOnlyIfItWants() throws {
        #expect(try fire().pieces.filter { $0.folder != .policy }.allSatisfy { $0.numbers.isEmpty })
        let body = "## 一节\n\n正文。"
        let numbered = try edition(with: ["policy/02.md": page("p2", "p2", body: body)]).edition
        let plain = try edition(with: ["policy/02.md": page("p2", "p2", more: "编号: 无\n", body: body)]).edition
        #expect(numbered.pieces.first { $0.slug == "p2" }?.numbers.values.sorted() == ["一、"])
        #expect(plain.pieces.first { $0.slug == "p2" }?.numbers == [:])
    }

    /// A piece is for the elderly when it says so; when it says nothing, its audiences decide.
    @Test func aPieceIsForTheElderlyByItselfOrByItsAudience() throws {
        let fire = try fire().pieces
        #expect(fire.contains(where: \.isForElderly) && fire.contains { !$0.isForElderly })
        for piece in fire {
            #expect(piece.isForElderly == piece.audience.contains { $0.name == "老人" }, "\(piece.slug)")
        }
        let pieces = try edition(with: [
            "pages/a.md": page("a", "a", more: "老年人: 是\n"), "pages/b.md": page("b", "b"),
        ]).edition.pieces
        #expect(pieces.filter(\.isForElderly).map(\.slug) == ["a"])
        let notice = try String(
            contentsOf: Repository.fixtures.appending(path: "fire-safety/content/audiences/elderly.md"), encoding: .utf8
        )
        let scratch = try Scratch()
        try FileManager.default.copyItem(
            at: Repository.fixtures.appending(path: "fire-safety/content"), to: scratch.url.appending(path: "content"))
        let denied = notice.replacing("tags: [老人]", with: "elderly: false")
        try scratch.write(denied, to: "content/audiences/elderly.md")
        var report = Report()
        let campaign = Campaign.load(scratch.path + "/content", reporting: &report)
        let piece = try Loaded.edition(of: campaign, on: "2024-11-13").edition.pieces.first { $0.slug == "for-elderly" }
        #expect(piece?.isForElderly == false)
    }

    @Test func anchorsAreUniqueAndNeverEmpty() throws {
        let body = "## 报修 Hot-Line 2\n\n甲\n\n## 报修\n\n乙\n\n## 报修\n\n丙\n\n### ……\n\n丁\n\n## Ａ区\n\n戊"
        let piece = try #require(
            try edition(with: ["pages/x.md": page("x", "x", body: body)]).edition.pieces.first { $0.slug == "x" })
        #expect(
            piece.anchors.sorted { $0.key < $1.key }.map(\.value) == ["报修hot-line-2", "报修", "报修-2", "s-3-1", "Ａ区"])
    }

    @Test func piecesStandInReadingOrder() throws {
        let files = [
            "pages/a.md": page("zeta", "z1", more: "order: 1\n"), "pages/b.md": page("alpha", "z2"),
            "pages/c.md": page("beta", "z3", more: "order: 2\n"),
            "pages/d.md": page("gamma", "z4").replacing("2024-07-01", with: "2024-06-01"),
        ]
        let pages = try edition(with: files).edition.pieces.filter { $0.folder == .pages }
        // Stated orders first, then by date, then by slug.
        #expect(pages.map(\.slug) == ["zeta", "beta", "gamma", "alpha", "help"])
    }

    @Test func linksAndPicturesFindTheirTargets() throws {
        let (edition, codes) = try edition(with: [
            "pages/x.md": page(
                "x", "x",
                body: """
                    [甲](help.md) [乙](../policy/01.md#怎么报修) [丙](#下文) [丁](https://example.org/a?b=c#d)
                    [戊](tel:12345) [己](../static/robots.txt) [庚](../images/drop.png) [辛](./../pages/help.md)
                    [壬](../policy/01.md#%E6%80%8E%E4%B9%88%E6%8A%A5%E4%BF%AE) ![癸](../images/drop.png)

                    ## 下文

                    完。
                    """)
        ])
        #expect(codes == [])
        let piece = try #require(edition.pieces.first { $0.slug == "x" })
        let help = try #require(edition.pieces.firstIndex { $0.slug == "help" })
        let rules = try #require(edition.pieces.firstIndex { $0.slug == "rules" })
        let picture = try #require(
            edition.pieces.flatMap { $0.targets.values }.compactMap {
                if case .picture(let picture) = $0 { picture } else { nil }
            }.first)
        #expect((picture.width, picture.height) == (8, 6))
        #expect(
            piece.targets.sorted { $0.key < $1.key }.map(\.value) == [
                .piece(help, anchor: ""), .piece(rules, anchor: "怎么报修"), .anchor("下文"),
                .external("https://example.org/a?b=c#d"), .external("tel:12345"), .staticFile("robots.txt"),
                .picture(picture),
                .piece(help, anchor: ""), .piece(rules, anchor: "怎么报修"), .picture(picture),
            ])
    }

    /// A link to a piece that does not stand becomes the text that it is, and everything else keeps its place.
    @Test func aLinkToAnAbsentPieceIsTakenOutOfTheTree() throws {
        let (edition, codes) = try edition(with: [
            "pages/later.md": page("later", "l1", more: "publish: 2024-08-01\n"),
            "pages/x.md": page("x", "x", body: "看[**以后**的](later.md)和[帮助](help.md)。\n\n## 尾\n\n完。"),
        ])
        #expect(codes == ["BB301"])
        let piece = try #require(edition.pieces.first { $0.slug == "x" })
        let links = piece.document.nodes.indices.filter {
            if case .link = piece.document.nodes[$0].kind { true } else { false }
        }
        #expect(links.count == 1)
        #expect(Array(piece.targets.keys) == links)
        #expect(
            String(decoding: HTMLRenderer.render(piece.document), as: UTF8.self)
                .hasPrefix("<p>看<strong>以后</strong>的和<a href=\"help.md\">帮助</a>。</p>"))
        let heading = try #require(piece.anchors.keys.first)
        #expect(piece.document.nodes[heading].kind == .heading(level: 2))
        for (index, node) in piece.document.nodes.enumerated() {
            for child in piece.document.children(of: index) {
                #expect(Int(piece.document.nodes[child].parent) == index)
            }
            #expect(node.parent < Int32(index))
        }
    }

    @Test func aSummaryIsStatedOrCut() throws {
        let files = [
            "pages/a.md": page("a", "a", more: "summary: 写好的。\n", body: "第一段。"),
            "pages/b.md": page("b", "b", body: "## 标题\n\n第一段**重点**。\n\n第二段。"),
            "pages/c.md": page(
                "c", "c", body: String(repeating: "字", count: 60) + "。" + String(repeating: "后", count: 60) + "。"),
        ]
        let pieces = try edition(with: files).edition.pieces
        func summary(_ slug: String) -> String? { pieces.first { $0.slug == slug }?.summary }
        #expect(summary("a") == "写好的。")
        #expect(summary("b") == "第一段重点。")
        #expect(summary("c") == String(repeating: "字", count: 60) + "。")
        #expect(summary("slogans") == "一滴不漏，一分不亏；随手关，不心疼")
    }

    @Test func sloganIDsAreInNoText() throws {
        let edition = try fire()
        #expect(edition.slogans.map(\.id) == ["turn-off-fire", "bike-outside", "clear-stairs", "power-off"])
        #expect(edition.slogans.map(\.text).first == "人走火关，心才不悬")
        for piece in edition.pieces where piece.folder == .slogans {
            let text = String(decoding: HTMLRenderer.render(piece.document), as: UTF8.self)
            #expect(!text.contains("{#"))
        }
        for slogan in edition.slogans {
            let document = edition.pieces[slogan.piece].document
            #expect(document.nodes[slogan.node].kind == .item)
            #expect(String(decoding: PlainTextRenderer.render(document, of: slogan.node), as: UTF8.self) == slogan.text)
        }
    }

    @Test func postersAreThoseOfTheFolderOrThePiecesOwn() throws {
        let edition = try fire()
        func posters(_ slug: String) -> [PosterRef] { edition.posters.filter { edition.pieces[$0.piece].slug == slug } }
        #expect(
            posters("notice").map(\.stem) == [
                "posters/notice/policy-A4", "posters/notice/policy-facts-A3", "posters/notice/policy-facts-A4",
            ])
        #expect(posters("slogans-home").count == 3 * 2)
        let own = posters("slogans-shop")
        #expect(own.map(\.stem) == ["posters/slogans-shop/power-off-slogan-block-A4"])
        #expect(own.map(\.distance) == [3])
        #expect(own.compactMap(\.slogan).map { edition.slogans[$0].id } == ["power-off"])
        #expect(posters("hot-oil").map(\.size) == ["A3", "A4"])
        #expect(posters("help") == [])
        #expect(Set(edition.posters.map(\.stem)).count == edition.posters.count)
    }

    @Test func tagsHaveStableASCIIAddresses() throws {
        let before = try edition(with: ["pages/a.md": page("a", "a", more: "tags: [节水, 报修]\n")]).edition
        let after = try edition(with: ["pages/a.md": page("a", "a", more: "tags: [报修, 新的, Drop, drop]\n")]).edition
        func slugs(_ edition: Edition) -> [String: String] {
            Dictionary(edition.pieces.flatMap(\.tags).map { ($0.name, $0.slug) }) { first, _ in first }
        }
        #expect(slugs(before)["报修"] == slugs(after)["报修"])
        #expect(Set(slugs(after).values).count == slugs(after).count)
        #expect(slugs(after).values.allSatisfy { slug in slug.wholeMatch(of: /tag-[a-z0-9]+/) != nil })
    }

    @Test func tagsHaveTheAddressesThatTheCampaignStates() throws {
        let campaign = try #require(Loaded.real)
        let tags = try Loaded.edition(of: Loaded.real, on: "2024-07-10").edition.pieces.flatMap(\.tags)
        #expect(!tags.isEmpty)
        for tag in tags { #expect(tag.slug == campaign.facts.tagSlugs[tag.name], "\(tag.name)") }
        #expect(Set(tags).count == Set(tags.map(\.slug)).count)
    }

    @Test func theSameCampaignAndDayGiveTheSameEdition() throws {
        func dump(_ edition: Edition) -> String {
            // Dictionaries are described in any order; their sorted form tells.
            edition.pieces.map { piece in
                "\(piece.page) \(piece.summary) \(piece.tags) \(piece.numbers.sorted { $0.key < $1.key })"
                    + " \(piece.anchors.sorted { $0.key < $1.key }) \(piece.targets.sorted { $0.key < $1.key }.map(\.key))"
            }.joined() + "\(edition.posters) \(edition.units.map(\.fileStem)) \(edition.retired)"
        }
        #expect(dump(try fire()) == dump(try fire()))
    }

    @Test func nothingOfTheRealCampaignIsInAnother() throws {
        let edition = try fire()
        let texts =
            [edition.name, edition.short, edition.theme.line, edition.organiser, edition.stage.text]
            + edition.pieces.map {
                $0.title + $0.summary + String(decoding: PlainTextRenderer.render($0.document), as: UTF8.self)
            }
            + edition.hotlines.map { $0.name + $0.number } + edition.sections.map(\.title) + edition.types.map(\.name)
            + edition.slogans.map(\.text) + [edition.handbook.title]
        for word in ["反诈", "96110", "断卡", "诈骗"] { #expect(!texts.joined().contains(word)) }
        #expect(edition.theme.line.count == 30)
        #expect(edition.theme.lockup.joined() == edition.theme.line)
    }
}
