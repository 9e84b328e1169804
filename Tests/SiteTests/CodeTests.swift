import Campaign
import Edition
import Foundation
import Site
import TestSupport
import Testing

@Suite struct CodeTests {
    private static let content = Repository.fixtures.appending(path: "fire-safety/content")

    private func built(baseURL: String?) throws -> BuiltSite {
        try BuiltSite(content: Self.content, on: "2024-11-05") { $0.site.baseURL = baseURL }
    }

    @Test func everyPieceCarriesTheCodeOfItsShortAddress() throws {
        let site = try built(baseURL: "https://fire.test/liuqiao")
        for piece in site.edition.pieces {
            let page = try site.text(piece.page)
            let image = try #require(
                Markup.tags(in: page).first { $0.name == "img" && $0["alt"]?.hasPrefix("本页二维码") == true })
            let picture = try #require(image["src"]).dropFirst("data:image/png;base64,".count)
            let bytes = Array(try #require(Data(base64Encoded: String(picture))))
            let url = try #require(site.edition.shortURL(of: piece))
            #expect(try decodedSymbol(in: bytes) == Array(url.utf8))
            #expect(site.files["c/\(try #require(piece.code)).html"] != nil)
            #expect(page.contains("<link rel=\"canonical\" href=\"https://fire.test/liuqiao/\(piece.page)\">"))
        }
    }

    @Test func aReservedHostIsCaptioned() throws {
        let site = try built(baseURL: "https://fire.example")
        for piece in site.edition.pieces {
            let page = try site.text(piece.page)
            #expect(page.contains("样张：网址未设定") && !page.contains("canonical"))
        }
        #expect(try !built(baseURL: "https://fire.test").text("index.html").contains("样张"))
    }

    @Test func withoutABaseURLNothingIsDrawn() throws {
        let site = try built(baseURL: nil)
        #expect(site.files["feed.xml"] == nil && site.files["sitemap.xml"] == nil)
        for (path, text) in site.pages {
            #expect(!text.contains("class=\"code\"") && !text.contains("样张") && !text.contains("atom+xml"), "\(path)")
        }
        // The short addresses stay: codes may have been printed before.
        #expect(site.files.keys.contains { $0.hasPrefix("c/") })
    }

    @Test func retiredAddressesSayThatTheContentHasEnded() throws {
        let site = try BuiltSite(content: Self.content, on: "2026-11-05")
        #expect(!site.edition.retired.isEmpty)
        for address in site.edition.retired {
            let page = try site.text("c/\(address.code).html")
            #expect(page.contains("已经结束") && page.contains("tel:119") && !page.contains("http-equiv=\"refresh\""))
        }
    }

    @Test func accountsWithoutAPictureAreFoundByName() throws {
        let page = try built(baseURL: nil).text("index.html")
        #expect(page.contains("微信搜索“柳桥消防”") && !page.contains("微信搜索“镇消防工作站”"))
    }

    @Test func footNumbersAppearWhenStated() throws {
        let without = try built(baseURL: nil).text("index.html")
        #expect(!without.contains("beian"))
        let with = try BuiltSite(content: Self.content, on: "2024-11-05") {
            $0.site.icp = "闽ICP备1号"
            $0.site.police = "闽公网安备2号"
        }.text("cases/index.html")
        #expect(with.contains("<a href=\"https://beian.miit.gov.cn/\">闽ICP备1号</a>"))
        #expect(with.contains("<a href=\"https://beian.mps.gov.cn/\">闽公网安备2号</a>"))
    }

    @Test func unverifiedPiecesSaySoOnTheirPageAndInLists() throws {
        var slug = ""
        let site = try BuiltSite(content: Self.content, on: "2024-11-05") { edition in
            guard let index = edition.pieces.firstIndex(where: { $0.folder == .cases }) else { return }
            edition.pieces[index].verified = false
            slug = edition.pieces[index].slug
        }
        #expect(try site.text("cases/\(slug).html").contains("待核实"))
        #expect(try site.text("cases/index.html").contains("待核实"))
    }
}
