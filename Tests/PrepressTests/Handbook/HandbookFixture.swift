import Artifacts
import Campaign
import Diagnostics
import Edition
import Foundation
import TestSupport
import Testing
import Theme

@testable import Prepress

/// A campaign on disk that a test may change before its handbooks are made.
final class HandbookFixture {
    private let scratch: Scratch
    var templates = PressFixture.templates()
    var day = CivilDate(year: 2024, month: 11, day: 5)

    /// A copy of a campaign; `fire-safety` has nothing in common with the repository's own.
    init(_ content: URL = Repository.fixtures.appending(path: "fire-safety/content")) throws {
        scratch = try Scratch()
        try FileManager.default.copyItem(at: content, to: scratch.url.appending(path: "content"))
    }

    static func real() throws -> HandbookFixture {
        let fixture = try HandbookFixture(Repository.root.appending(path: "content"))
        fixture.day = CivilDate(year: 2024, month: 7, day: 10)
        return fixture
    }

    func write(_ text: String, to path: String) throws { try scratch.write(text, to: "content/\(path)") }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: scratch.url.appending(path: "content/\(path)"))
    }

    /// Other units, and no places, which would name the units that were there.
    func units(_ rows: String, columns: String = "单位,类别,职工人数") throws {
        try write("\(columns)\n\(rows)\n", to: "units.csv")
        try? remove("places.csv")
    }

    func replace(_ old: String, with new: String, in path: String) throws {
        let text = String(decoding: try scratch.read("content/\(path)"), as: UTF8.self)
        try #require(text.contains(old), "\(path) does not contain \(old)")
        try write(text.replacing(old, with: new), to: path)
    }

    /// One of the templates with a part of it replaced; `nil` takes the file away.
    func template(_ name: String, replacing old: String, with new: String?) throws {
        let files = try templates.files.compactMap { entry -> (name: String, file: SourceFile)? in
            guard entry.name == name else { return entry }
            guard let new else { return nil }
            let text = String(decoding: entry.file.bytes, as: UTF8.self)
            try #require(text.contains(old), "\(name) does not contain \(old)")
            return (name, SourceFile(path: entry.file.path, bytes: Array(text.replacing(old, with: new).utf8)))
        }
        templates = TemplateFolder(path: "templates", files: files)
    }

    func edition() throws -> Edition {
        var report = Report()
        let loaded = Campaign.load(scratch.url.appending(path: "content").path, reporting: &report)
        try #require(!report.hasErrors, "\(report.sorted.map { $0.summary(in: .english) })")
        return Edition(try #require(loaded), on: try #require(day), reporting: &report)
    }

    func theme() throws -> Theme {
        var report = Report()
        return try #require(templates.file("theme.yaml").flatMap { Theme.load($0, reporting: &report) })
    }

    func artifacts(reporting report: inout Report) throws -> [Artifact] {
        let fonts = try PressFonts(sources: try PressFixture.sources())
        return try Handbook.artifacts(
            of: try edition(), theme: try theme(), templates: templates, fonts: fonts, reporting: &report)
    }

    /// The artifacts of a campaign without faults.
    func artifacts() throws -> [Artifact] {
        var report = Report()
        let works = try artifacts(reporting: &report)
        try #require(report.diagnostics.isEmpty, "\(report.sorted.map { $0.summary(in: .english) })")
        return works
    }

    /// What making the artifacts and rendering the PDF files reports, the same fault once.
    func diagnostics() throws -> [Diagnostic] {
        var report = Report()
        for work in try artifacts(reporting: &report) where work.needs.isEmpty {
            report.add(contentsOf: try work.bytes().rendered.diagnostics)
        }
        return report.sorted
    }

    /// The book's pages without a unit, with the press that made them.
    func pages() throws -> (press: HandbookPress, pages: HandbookPages) {
        var report = Report()
        let theme = try theme()
        let settings = try #require(HandbookSettings.read(templates, reporting: &report))
        var template = try #require(
            HandbookTemplate.load(settings, from: templates, theme: theme, reporting: &report))
        template.pictograms = Pictograms.load(templates, theme: theme, reporting: &report)
        let edition = try edition()
        let size = try #require(SheetSize.named(edition.handbook.size))
        let grid = try #require(
            PageGrid(
                page: size, look: template.page, foot: template.foot, scale: theme.scale, path: "", reporting: &report))
        let press = HandbookPress(
            manuscript: Manuscript(edition, chapters: template.chapters, code: template.code), template: template,
            grid: grid, theme: theme, fonts: try PressFonts(sources: try PressFixture.sources()), units: edition.units)
        var layout = HandbookLayout(
            press.manuscript, template: template, grid: grid, fonts: try press.fontBook(), colours: theme.colours)
        let pages = layout.pages()
        try #require(layout.setter.report.diagnostics.isEmpty)
        return (press, pages)
    }
}

extension [Artifact] {
    func named(_ path: String) throws -> Artifact { try #require(first { $0.path.text == path }, "\(path)") }
}
