import Campaign
import Diagnostics
import Edition
import Foundation
import Site
import TestSupport
import Testing

/// What holds for every page of every campaign on every day.
@Suite struct SoundnessTests {
    static let campaigns: [(folder: String, days: [String])] = [
        ("content", ["2024-06-30", "2024-07-10", "2024-07-30", "2026-07-10"]),
        ("Tests/Fixtures/fire-safety/content", ["2024-10-30", "2024-11-05", "2024-11-11", "2024-12-05"]),
        ("Tests/Fixtures/minimal/content", ["2024-07-10"]),
    ]

    static let sites: [(String, String)] = campaigns.flatMap { folder, days in days.map { (folder, $0) } }

    private func built(_ folder: String, _ day: String) throws -> BuiltSite {
        try .shared(content: Repository.root.appending(path: folder), on: day)
    }

    @Test(arguments: sites)
    func everyLinkLeadsSomewhere(folder: String, day: String) throws {
        let site = try built(folder, day)
        for (path, text) in site.pages {
            for tag in Markup.tags(in: text) {
                for attribute in tag.attributes where ["href", "src"].contains(attribute.name) {
                    if let fault = fault(of: attribute.value, on: path, in: site) {
                        Issue.record("\(day) \(path): \(fault)")
                    }
                }
            }
        }
    }

    /// A style for a kind of page would reach an element of the same name on it, and one for an element the whole page.
    @Test(arguments: sites)
    func aKindOfPageHasNoElementOfItsName(folder: String, day: String) throws {
        for (path, text) in try built(folder, day).pages {
            let tags = Markup.tags(in: text)
            let names = { (tag: Element) in (tag["class"] ?? "").split(separator: " ") }
            let kinds = Set(tags.filter { $0.name == "body" }.flatMap(names))
            let elements = Set(tags.filter { $0.name != "body" }.flatMap(names))
            #expect(kinds.isDisjoint(with: elements), "\(path): \(kinds.intersection(elements))")
        }
    }

    /// Why an address leads nowhere.
    private func fault(of address: String, on page: String, in site: BuiltSite) -> String? {
        if address.isEmpty { return "an empty address" }
        for scheme in ["https:", "http:", "tel:", "mailto:", "data:image/png;base64,"] where address.hasPrefix(scheme) {
            return nil
        }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var target = page.split(separator: "/").dropLast().map(String.init)
        for step in parts[0].split(separator: "/") {
            if step == ".." { target = target.dropLast() } else { target.append(String(step)) }
        }
        let path = parts[0].isEmpty ? page : target.joined(separator: "/")
        // The handbook is made by another room.
        if path == "handbook.pdf" { return nil }
        guard let bytes = site.files[path.removingPercentEncoding ?? path] else {
            return "no file \(path) for \(address)"
        }
        guard parts.count == 2 else { return nil }
        let anchor = parts[1].removingPercentEncoding ?? parts[1]
        let ids = Markup.tags(in: String(decoding: bytes, as: UTF8.self)).compactMap { $0["id"] }
        return ids.contains(anchor) ? nil : "no place \(anchor) in \(path)"
    }

    @Test(arguments: sites)
    func nothingIsLoadedFromElsewhere(folder: String, day: String) throws {
        let site = try built(folder, day)
        for (path, text) in site.pages {
            for tag in Markup.tags(in: text) where tag.name != "a" {
                for attribute in tag.attributes
                where ["href", "src", "srcset", "data", "poster"].contains(attribute.name) {
                    let isOwn = tag["rel"] == "canonical" || attribute.value.hasPrefix("data:")
                    #expect(isOwn || !attribute.value.contains("//"), "\(path): \(attribute.value)")
                }
            }
        }
        for (path, bytes) in site.files where path.hasSuffix(".css") || path.hasSuffix(".js") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("//") || path.hasSuffix(".js"), "\(path)")
            #expect(!text.contains("@import") && !text.contains("url(") && !text.contains("http"), "\(path)")
        }
    }

    @Test(arguments: sites)
    func everyPageCarriesTheTheme(folder: String, day: String) throws {
        let site = try built(folder, day)
        for (path, text) in site.pages {
            let plain = Markup.unescaped(text)
            #expect(plain.contains(site.edition.theme.line), "\(path)")
            #expect(!text.contains("{{") && !text.contains("}}"), "\(path)")
            #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"), "\(path)")
            #expect(text.contains("<title>") && !text.contains("<title>｜"), "\(path)")
        }
    }

    @Test(arguments: sites)
    func idsAreUnique(folder: String, day: String) throws {
        for (path, text) in try built(folder, day).pages {
            let ids = Markup.tags(in: text).compactMap { $0["id"] }
            #expect(ids.count == Set(ids).count, "\(path): \(ids.filter { id in ids.count { $0 == id } > 1 })")
        }
    }

    /// A campaign about fire shows nothing of the campaign about fraud.
    @Test func nothingOfOneCampaignIsHardWired() throws {
        let site = try built("Tests/Fixtures/fire-safety/content", "2024-11-05")
        for (path, text) in site.pages + [("feed.xml", try site.text("feed.xml"))] {
            for word in ["反诈", "96110", "断卡", "诈骗", "工具人"] { #expect(!text.contains(word), "\(path): \(word)") }
        }
    }

    /// wechat.md's budget: HTML and CSS of any page at most 50 KB compressed, script at most 5 KB.
    @Test func pagesAreSmall() throws {
        let site = try built("content", "2024-07-10")
        let css = try #require(site.files.first { $0.key.hasSuffix(".css") }).value
        for (path, text) in site.pages { #expect(try compressed(css + Array(text.utf8)) < 50_000, "\(path)") }
        for (path, bytes) in site.files where path.hasSuffix(".js") { #expect(bytes.count < 5_000, "\(path)") }
    }

    /// WeChat's browsers know nothing newer than Chrome 78; where a rule must be understood, it is older.
    @Test func theStylesheetAsksForNothingNew() throws {
        let site = try built("Tests/Fixtures/minimal/content", "2024-07-10")
        let css = String(decoding: try #require(site.files.first { $0.key.hasSuffix(".css") }).value, as: UTF8.self)
        for word in [
            "@layer", "@container", ":is(", ":where(", ":has(", "aspect-ratio", " gap:", "inset:", "clamp(", "min(",
            "max(",
        ] {
            #expect(!css.contains(word), "\(word)")
        }
    }

    private func compressed(_ bytes: [UInt8]) throws -> Int {
        let scratch = try Scratch()
        let file = try scratch.write(bytes, to: "page")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-k", file.path]
        try process.run()
        process.waitUntilExit()
        return try scratch.read("page.gz").count
    }
}
