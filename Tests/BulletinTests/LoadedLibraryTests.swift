import Foundation
import TestSupport
import Testing

/// The libraries of the print side are opened when something is drawn, and not by a run that draws nothing.
@Suite struct LoadedLibraryTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch(inMemory: true) }

    /// Names such as `libcairo`, from the files that open them.
    private static func printLibraries() throws -> Set<String> {
        let folder = Repository.root.appending(path: "Sources/CDeferred")
        var names: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".c") {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for match in text.matches(of: /"(lib[\w.+-]+?)\.so/) { names.insert(String(match.1)) }
        }
        return names
    }

    /// What a command loads of them, in the loader's own words.
    private func loaded(_ arguments: [String], environment: [String: String] = [:]) throws -> Set<String> {
        let log = scratch.url.appending(path: "loader")
        try FileManager.default.createDirectory(at: log, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: log) }
        let debug = ["LD_DEBUG": "files", "LD_DEBUG_OUTPUT": log.appending(path: "log").path]
        let command = try Command.bulletin(
            arguments, in: scratch.url, environment: debug.merging(environment) { $1 })
        try #require(command.status == 0, "\(command.errors)")
        var names: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: log.path) {
            let text = try String(contentsOf: log.appending(path: file), encoding: .utf8)
            for match in text.matches(of: /calling init: \S*?\/(lib[\w.+-]+?)\.so/) { names.insert(String(match.1)) }
        }
        try #require(names.contains("libcmark"), "the loader tells of the libraries that are linked")
        return names.intersection(try Self.printLibraries())
    }

    private func copyStarter() throws {
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "templates/starter"), to: scratch.url.appending(path: "content"))
    }

    private let build = [
        "build", "--on", "2025-07-08", "--formats", "html,css,xml", "--quiet", "--templates",
        Repository.root.appending(path: "templates").path,
    ]

    @Test func `asking for the version or for help loads none`() throws {
        #expect(try Self.printLibraries().count == 14)
        #expect(try loaded(["--version"]) == [])
        #expect(try loaded(["build", "--help"]) == [])
    }

    @Test func `a text that is rendered loads none`() throws {
        try scratch.write("# 标题\n\n正文。\n", to: "text.md")
        #expect(try loaded(["render", "text.md"]) == [])
    }

    @Test func `a site without posters and pictures loads none`() throws {
        try copyStarter()
        for folder in ["slogans", "handbook"] {
            try FileManager.default.removeItem(at: scratch.url.appending(path: "content/\(folder)"))
        }
        let settings = String(decoding: try scratch.read("content/campaign.yaml"), as: UTF8.self)
        try scratch.write(settings.replacing(/(?m)^posters:.*\n(  .*\n)*/, with: ""), to: "content/campaign.yaml")
        #expect(try loaded(build) == [])
        #expect(try loaded(build + ["--only", "site"]) == [])
    }

    @Test func `a build with nothing to do loads none, and looks for fonts when there are new ones`() throws {
        try copyStarter()
        let environment = ["XDG_DATA_HOME": scratch.path + "/share", "XDG_CONFIG_HOME": scratch.path + "/settings"]
        #expect(try loaded(build, environment: environment).contains("libfontconfig"))
        #expect(try loaded(build, environment: environment) == [])
        // Neither folder was there before.
        for file in ["share/fonts/readme", "settings/fontconfig/readme"] {
            try scratch.write("", to: file)
            #expect(try loaded(build, environment: environment).contains("libfontconfig"), "\(file)")
            #expect(try loaded(build, environment: environment) == [])
        }
        #expect(try loaded(build).contains("libfontconfig"), "another environment")
    }

    @Test func `a missing library is named with the package that brings it`() throws {
        try copyStarter()
        // The loader takes this for the library, and finds that it is none.
        try scratch.write("", to: "broken/librsvg-2.so.2")
        for (language, words) in [
            ("zh", "改法：请安装：sudo apt-get install librsvg2-2。"),
            ("en", "mend: Install it: sudo apt-get install librsvg2-2."),
        ] {
            let command = try Command.bulletin(
                build + ["--lang", language], in: scratch.url,
                environment: ["LD_LIBRARY_PATH": scratch.path + "/broken"])
            #expect(command.status == 3)
            #expect(command.errors.contains("error[BB504]: ") && command.errors.contains("“librsvg-2.so.2”"))
            #expect(command.errors.contains(words), "\(command.errors)")
            #expect(!FileManager.default.fileExists(atPath: scratch.path + "/output/site"))
        }
        let json = try Command.bulletin(
            build + ["--format", "json"], in: scratch.url, environment: ["LD_LIBRARY_PATH": scratch.path + "/broken"])
        #expect(json.status == 3 && json.errors.contains("\"code\":\"BB504\""))
    }
}
