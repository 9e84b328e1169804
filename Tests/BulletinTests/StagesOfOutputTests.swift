import Foundation
import TestSupport
import Testing

/// The real campaign's whole output as days go by: built one over the other, as an office builds it.
@Suite struct StagesOfOutputTests {
    private static let days = [
        ("2024-06-30", "即将开始"), ("2024-07-07", "动员部署"), ("2024-07-29", "持续宣传"), ("2024-08-01", "长效宣传"),
        ("2026-07-31", "长效宣传"),
    ]

    @Test func `each day's output is that day's, and what has expired leaves it`() throws {
        let scratch = try Scratch()
        func build(_ day: String) throws -> [String: [UInt8]] {
            let built = try Command.bulletin(
                [
                    "build", "--on", day, "--quiet", "--formats", "html,pdf,csv,xml",
                    "--content", Repository.root.appending(path: "content").path,
                    "--templates", Repository.root.appending(path: "templates").path,
                ],
                in: scratch.url, environment: ["LC_ALL": "zh_CN.UTF-8"])
            try #require(built.status == 0, "\(day): \(built.errors)")
            return try FolderContents(of: scratch.url.appending(path: "output"), excluding: [".bulletin"]).files
        }
        func text(_ files: [String: [UInt8]], _ path: String) -> String {
            String(decoding: files[path] ?? [], as: UTF8.self)
        }
        for (day, stage) in Self.days {
            let files = try build(day)
            #expect(text(files, "site/index.html").contains(stage), "\(day)")
            for (_, other) in Self.days where other != stage && ["即将开始", "持续宣传", "长效宣传"].contains(other) {
                #expect(!text(files, "site/index.html").contains(other), "\(day): \(other)")
            }
            let isOver = day > "2024-07-31"
            for path in [
                "site/policy/policy-interpretation.html", "site/slogans/index.html",
                "posters/policy-interpretation/policy-A4.pdf",
            ] {
                #expect((files[path] == nil) == isOver, "\(day): \(path)")
            }
            for path in [
                "site/pages/help.html", "site/pages/law.html", "site/cases/index.html", "site/handbook.pdf",
                "handbook/orders.csv",
            ] {
                #expect(files[path] != nil, "\(day): \(path)")
            }
            // Pictures are no part of this build but where another file shows them.
            let slogans = files.keys.filter { $0.hasPrefix("posters/slogans-") && $0.hasSuffix(".pdf") }
            #expect(slogans.isEmpty == isOver, "\(day)")
            // A printed code of a piece that has gone still leads to a page that says so.
            #expect(files["site/c/p01.html"] != nil, "\(day)")
            for path in files.keys where path.hasSuffix(".html") && path.hasPrefix("site/") {
                if isOver {
                    #expect(!text(files, path).contains("policy/policy-interpretation.html"), "\(day): \(path)")
                }
            }
        }
    }
}
