import Diagnostics
import Foundation
import TestSupport
import Testing
import Theme

@Suite struct ThemeTests {
    private static func source() throws -> String {
        try String(contentsOf: Repository.root.appending(path: "templates/theme.yaml"), encoding: .utf8)
    }

    private func load(_ text: String) -> (theme: Theme?, codes: [String]) {
        var report = Report()
        let file = SourceFile(path: "templates/theme.yaml", bytes: Array(text.utf8))
        let theme = Theme.load(file, reporting: &report)
        return (theme, report.sorted.map(\.code.id))
    }

    @Test func ourThemeHasNoFault() throws {
        let (theme, codes) = load(try Self.source())
        #expect(codes.isEmpty)
        let loaded = try #require(theme)
        #expect(loaded.colours.red.hex == "#C1121F")
        #expect(loaded.fonts.hand == FontSpec(family: "LXGW WenKai", weight: 400))
        #expect(loaded.scale.screenLarge == 22)
        #expect(loaded.stamp == StampLook(ground: "red", text: "paper", height: 0.05))
    }

    @Test func everyFieldMayBeWrittenInChinese() throws {
        let twins = [
            ("colours:", "颜色:"), ("dark:", "深色:"), ("red:", "朱红:"), ("headline:", "标题体:"), ("family:", "字族:"),
            ("weight:", "字重:"), ("screen_large:", "网页大字:"), ("ground: red", "底色: 朱红"), ("height:", "高度:"),
        ]
        let chinese = twins.reduce(try Self.source()) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        let (theme, codes) = load(chinese)
        #expect(codes.isEmpty)
        let (english, _) = load(try Self.source())
        #expect(theme?.colours == english?.colours && theme?.fonts == english?.fonts && theme?.stamp == english?.stamp)
    }

    @Test(arguments: [
        ("\"#C1121F\"", "C1121F", ["BB401"]), ("\"#C1121F\"", "\"#C1121\"", ["BB401"]),
        ("\"#C1121F\"", "\"#C1121+\"", ["BB401"]), ("#6B6B73", "#A0A0A0", ["BB402"]),
        ("text: paper", "text: grey", ["BB402"]), ("ground: red", "ground: rad", ["BB033"]),
        ("height: 0.05", "height: 0.04", ["BB031"]), ("  red:", "  rad:", ["BB023", "BB023", "BB023"]),
        ("screen: 17", "screen: 12", ["BB031"]), ("screen: 17", "screen: 大", ["BB028"]),
        ("weight: 900", "weight: 0", ["BB031"]),
    ])
    func aSlipIsReported(original: String, slip: String, expected: [String]) throws {
        let (_, codes) = load(try Self.source().replacingOccurrences(of: original, with: slip))
        #expect(codes.sorted() == expected)
    }

    /// Sold licences: 方正, 汉仪, 微软雅黑, 华文.
    @Test(arguments: [
        "方正小标宋简体", "FZXiaoBiaoSong-B05S", "汉仪旗黑", "HYQiHei", "微软雅黑", "Microsoft YaHei", "华文中宋", "STZhongsong",
    ])
    func aFontWhoseLicenceIsSoldIsRefusedUnlessTheLicenceIsRecorded(family: String) throws {
        let serif = try Self.source().replacingOccurrences(
            of: "serif: {family: Noto Serif CJK SC", with: "serif: {family: \(family)")
        #expect(load(serif).codes == ["BB403"])
        let fallback = try Self.source().replacingOccurrences(of: "fallback: [", with: "fallback: [\(family), ")
        #expect(load(fallback).codes == ["BB403"])
        for key in ["licences", "许可"] {
            let recorded = serif.replacingOccurrences(
                of: "  fallback:", with: "  \(key): {\(family): 合同 2024-018}\n  fallback:")
            #expect(load(recorded).codes == [])
        }
        let other = serif.replacingOccurrences(of: "  fallback:", with: "  licences: {方正黑体: 合同}\n  fallback:")
        #expect(load(other).codes == ["BB403"])
    }

    @Test(arguments: [
        "FandolFang R", "Noto Serif CJK SC", "LXGW WenKai", "Source Han Serif SC", "Hyperlegible", "Stix Two Text",
    ])
    func freeFontsAreNotRefused(family: String) throws {
        let text = try Self.source().replacingOccurrences(of: "fallback: [", with: "fallback: [\(family), ")
        #expect(load(text).codes == [])
    }

    @Test func aRefusedFontIsNamedWhereItStands() throws {
        let text = try Self.source().replacingOccurrences(of: "hand: {family: LXGW WenKai", with: "hand: {family: 华文楷体")
        var report = Report()
        _ = Theme.load(SourceFile(path: "templates/theme.yaml", bytes: Array(text.utf8)), reporting: &report)
        let fault = try #require(report.sorted.first)
        let line = try #require(
            text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("华文") })
        #expect(fault.place?.line == line + 1)
        #expect(fault.summary(in: .chinese) == "“华文楷体”是华文字库的字体，印出来要买许可")
        #expect(fault.summary(in: .english) == "“华文楷体” is a font of SinoType: printing it needs a licence that is sold")
    }

    @Test func bothFaultsOfOnePaletteAreReportedInBothLanguages() throws {
        let text = try Self.source().replacingOccurrences(of: "#1B1B1F", with: "#BBBBBB")
        var report = Report()
        _ = Theme.load(SourceFile(path: "templates/theme.yaml", bytes: Array(text.utf8)), reporting: &report)
        let first = try #require(report.sorted.first)
        #expect(first.place?.line == 5)
        #expect(first.summary(in: .chinese) == "“墨”放在“纸”上看不清：对比度 1.8，至少要 4.5")
        #expect(first.summary(in: .english) == "“ink” on “paper” is hard to read: contrast 1.8, at least 4.5 is needed")
        // Ink on paper fails; so light an ink on yellow fails too.
        #expect(report.sorted.count == 2)
    }

    @Test func contrastFollowsWCAG() {
        let black = Colour(red: 0, green: 0, blue: 0)
        let white = Colour(red: 255, green: 255, blue: 255)
        let grey = Colour(red: 0x76, green: 0x76, blue: 0x76)
        #expect(abs(black.contrast(with: white) - 21) < 0.001)
        #expect(abs(grey.contrast(with: white) - 4.54) < 0.01)
        #expect(white.contrast(with: white) == 1)
    }

    @Test func theStylesheetsHoldEveryColour() throws {
        let theme = try #require(load(try Self.source()).theme)
        let css = String(decoding: theme.css, as: UTF8.self)
        let svg = String(decoding: theme.svgStylesheet, as: UTF8.self)
        for (name, colour) in theme.colours.named {
            #expect(css.contains("--\(name):\(colour.hex);"))
            #expect(svg.contains(".\(name){fill:\(colour.hex) !important}"))
            #expect(svg.contains(".stroke-\(name){stroke:\(colour.hex) !important}"))
        }
        #expect(css.contains("--screen:106.25%") && css.contains("--screen-large:137.50%"))
        #expect(css.contains("prefers-color-scheme:dark"))
    }

    @Test func aFontsNameCannotLeaveItsString() throws {
        let text = try Self.source().replacingOccurrences(
            of: "family: LXGW WenKai", with: "family: 'a\"}</style><script>\\'")
        let css = String(decoding: try #require(load(text).theme).css, as: UTF8.self)
        #expect(css.contains("--hand:\"a/stylescript\";"))
    }
}

@Suite struct TemplateFolderTests {
    @Test func filesComeInTheOrderOfTheirBytesAndHiddenOnesStayOut() throws {
        let scratch = try Scratch()
        for name in ["site/home.mustache", "site/assets/a.css", "theme.yaml", ".swap", "site/.git/x"] {
            try scratch.write(name, to: name)
        }
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/loop", withDestinationPath: scratch.path)
        var report = Report()
        let folder = TemplateFolder.read(scratch.path, reporting: &report)
        #expect(folder.files.map(\.name) == ["site/assets/a.css", "site/home.mustache", "theme.yaml"])
        #expect(folder.files(below: "site/").map(\.name) == ["assets/a.css", "home.mustache"])
        #expect(folder.file("theme.yaml")?.bytes == Array("theme.yaml".utf8))
        #expect(report.diagnostics.isEmpty)
    }

    @Test func aMissingFolderIsReported() {
        var report = Report()
        let folder = TemplateFolder.read("/nonexistent/templates", reporting: &report)
        #expect(folder.files.isEmpty)
        #expect(report.diagnostics.map(\.code.id) == ["BB001"])
        #expect(report.exitStatus == 3)
    }

    @Test func aHugeFileIsRefused() throws {
        let scratch = try Scratch()
        try scratch.write([UInt8](repeating: 0x20, count: (8 << 20) + 1), to: "site/big.css")
        var report = Report()
        #expect(TemplateFolder.read(scratch.path, reporting: &report).files.isEmpty)
        #expect(report.diagnostics.map(\.code.id) == ["BB003"])
    }
}
